"""Each fault against the real service: what is answered, what leaks, and whether it recovers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.faults.cases import CASES, TLS_CASES, Case
from tests.faults.process_cases import LAST_CASE, PROCESS_CASES
from tests.faults.scene import Scene, standing

# Idle connections to Redis that may stay open afterwards, and some slack for those being closed.
KEPT = 20


def named(case: Case) -> str:
    return case.name.replace(" ", "-")


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    with standing(tmp_path_factory.mktemp("faults")) as standing_scene:
        assert standing_scene.recovers()
        yield standing_scene


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    """Two workers that reach the upstream over TLS."""
    with standing(tmp_path_factory.mktemp("pair"), tls=True, workers=2) as standing_scene:
        assert standing_scene.recovers()
        yield standing_scene


def check(scene: Scene, case: Case) -> None:
    before = scene.connections()
    with case.fault(scene):
        replies = case.ask(scene)
    assert {one.answer for one in replies} <= case.answers
    assert scene.leaked(replies) == 0
    assert scene.recovers()
    assert scene.is_idle()
    assert scene.connections() <= before + KEPT


@pytest.mark.parametrize("case", CASES, ids=named)
def test_a_fault_is_answered_leaks_nothing_and_passes(scene: Scene, case: Case) -> None:
    check(scene, case)


@pytest.mark.parametrize("case", TLS_CASES, ids=named)
def test_an_upstream_that_is_not_who_it_should_be_gets_nothing(pair: Scene, case: Case) -> None:
    sent = len(pair.upstream.received)
    with case.fault(pair):
        replies = case.ask(pair)
    assert {one.answer for one in replies} <= case.answers
    assert len(pair.upstream.received) == sent or case.name == "upstream speaks no TLS"
    assert pair.leaked(replies) == 0
    assert pair.recovers()


def test_two_workers_survive_being_killed_and_end_in_order(pair: Scene) -> None:
    for case in PROCESS_CASES:
        check(pair, case)
    replies = LAST_CASE.ask(pair)
    assert {one.answer for one in replies} <= LAST_CASE.answers
    assert pair.leaked(replies) == 0
