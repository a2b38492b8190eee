"""What is told of an answer's placeholders: judged by a pure function, once for all who tell."""

from __future__ import annotations

from typing import Any

import pytest

from service.errors import PlaceholdersLostError
from service.integrity import Demand
from service.observability.request_notes import RequestNotes
from service.pipeline import Job
from service.routes.proxy.response import Exchange, judging
from service.wire.answer_steps import Findings

SENT = "[[Person-AAAAAA]]"
EARLIER = "[[Person-BBBBBB]]"
INVENTED = "[[Person-CCCCCC]]"


async def link(_: str) -> None:
    pass


def exchange(demand: Demand | None = None) -> Exchange:
    values = {SENT: "Sabine Krämer", EARLIER: "Jonas Weber"}
    job = Job("acme", "j", 60)
    return Exchange(job, "de", frozenset({SENT}), values, link, demand=demand or Demand())


def test_judging_twice_changes_nothing_and_gives_the_same() -> None:
    asked = exchange()
    seen = Findings(frozenset({EARLIER, INVENTED}))
    first = asked.report(seen)
    assert asked.report(seen) == first
    assert (first.counts.sent, first.counts.missing, first.counts.invented) == (1, 1, 1)
    assert first.lost == (SENT,)


def test_headers_metadata_and_log_line_tell_one_report() -> None:
    asked, log = exchange(), RequestNotes()
    both = Findings(frozenset({SENT, INVENTED}))
    metadata: dict[str, Any] = judging(asked, log)(both)
    counts = {"sent": 1, "kept": 1, "missing": 0, "altered": 0}
    counts |= {"repaired": 0, "invented": 1, "foreign": 0}
    assert metadata["placeholders"] == counts | {"kinds": {}}
    assert log.as_fields() == counts | {"retries": 0}
    told = asked.headers(asked.report(both))
    assert told == {"x-job-id": "j"} | {
        f"x-placeholders-{name}": str(count) for name, count in counts.items()
    }


def test_an_answer_that_is_rejected_is_told_to_the_log_all_the_same() -> None:
    log = RequestNotes()
    with pytest.raises(PlaceholdersLostError):
        judging(exchange(Demand("reject", keep_all=True)), log)(Findings())
    assert log.as_fields()["missing"] == 1
