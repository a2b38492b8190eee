from __future__ import annotations

from service.routes.proxy.openai_routes import READERS
from service.wire.openai.request import MASKED_PATHS


def test_every_path_that_is_masked_is_kept_from_passing() -> None:
    assert set(MASKED_PATHS) == {*READERS, "/models"}
