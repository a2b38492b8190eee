"""Build hook: an editable install runs from the checkout, and needs no copy of the models."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class EditableWithoutModels(BuildHookInterface[Any]):
    """Leaves the models out of editable installs; `models/` of the checkout is used then."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Set what an editable install carries: the licence, for none at all means everything."""
        if version == "editable":
            licence = str(Path(self.root, "LICENSE"))
            build_data["force_include_editable"] = {licence: "deckname-LICENSE"}
