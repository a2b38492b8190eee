"""Which tests `pytest -n` keeps in one process: those of a file, and those of a scene.

`--dist loadgroup` would be the same, but its groups are lost with pytest 9.2 and xdist 3.8.
"""

from __future__ import annotations

from typing import Any

from xdist.scheduler import LoadScopeScheduling

from tests.layers import FOLDER, scene_of


class SceneScheduling(LoadScopeScheduling):
    """Hands out whole files and scenes, in the order in which they were collected."""

    def __init__(self, config: Any, log: Any = None) -> None:
        config.option.loadscopereorder = False
        super().__init__(config, log)

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return scene_of(FOLDER.parent / file) or file
