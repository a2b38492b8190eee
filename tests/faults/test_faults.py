"""Each fault against the real service: what is answered, what leaks, and whether it recovers.

The faults of whole processes take their time and a quiet machine: `make faults` runs them.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from tests.faults.cases import CASES, Case
from tests.faults.scene import Scene, standing

# Idle connections to Redis that may stay open afterwards, and some slack for those being closed.
KEPT = 20


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    with standing(tmp_path_factory.mktemp("faults")) as standing_scene:
        assert standing_scene.recovers()
        yield standing_scene


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name.replace(" ", "-"))
def test_a_fault_is_answered_leaks_nothing_and_passes(scene: Scene, case: Case) -> None:
    before = scene.connections()
    with case.fault(scene):
        replies = case.ask(scene)
    assert {one.answer for one in replies} <= case.answers
    assert scene.leaked(replies) == 0
    assert scene.recovers()
    deadline = time.monotonic() + 10
    while scene.upstream.open and time.monotonic() < deadline:
        time.sleep(0.05)
    assert scene.upstream.open == 0
    assert scene.connections() <= before + KEPT
