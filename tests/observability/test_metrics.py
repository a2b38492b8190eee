from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx
from prometheus_client.parser import text_string_to_metric_families

from service.observability import metrics
from tests.conftest import Serve
from tests.support.canaries import MAIL, NAME, TEXT, found_in
from tests.support.scripted_upstream import ScriptedUpstream, completion, echo

CHAT: dict[str, Any] = {"model": "m", "messages": [{"role": "user", "content": TEXT}]}
Samples = dict[tuple[str, frozenset[tuple[str, str]]], float]


def samples(text: str) -> Samples:
    return {
        (one.name, frozenset(one.labels.items())): one.value
        for family in text_string_to_metric_families(text)
        for one in family.samples
    }


def scrape(address: str) -> Samples:
    answer = httpx.get(f"{address}/metrics")
    assert answer.status_code == httpx.codes.OK
    assert found_in(answer.text) == []
    return samples(answer.text)


def value(read: Samples, name: str, **labels: str) -> float:
    return read.get((f"deckname_{name}", frozenset(labels.items())), 0.0)


class Counted:
    """What grew between two scrapes."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._before = scrape(address)

    def __call__(self, name: str, **labels: str) -> float:
        after = scrape(self._address)
        return value(after, name, **labels) - value(self._before, name, **labels)


def test_a_chat_is_counted_timed_and_told_by_what_the_model_did(
    serve: Serve, upstream: ScriptedUpstream
) -> None:
    def loses_one_and_makes_one_up(_: Any) -> Any:
        return completion({"role": "assistant", "content": "[[Person-AAAAAA]]"})

    address = serve(upstream_url=upstream.url)
    grew = Counted(address)
    upstream.script = loses_one_and_makes_one_up
    httpx.post(f"{address}/v1/chat/completions", json=CHAT)
    upstream.script = echo
    httpx.post(f"{address}/v1/chat/completions", json=CHAT | {"stream": True})

    route = {"route": "/v1/chat/completions"}
    assert grew("requests_total", **route, method="POST", status="200", code="") == 2
    assert grew("request_seconds_count", **route) == 2
    stages = {
        name: grew("stage_seconds_count", stage=name)
        for name in ("read", "analyze", "upstream", "answer")
    }
    assert stages == {"read": 2, "analyze": 2, "upstream": 2, "answer": 2}
    assert grew("stage_seconds_count", stage="vault") >= 2
    outcomes = ("sent", "kept", "missing", "invented")
    assert [grew("placeholders_total", outcome=one) for one in outcomes] == [6, 3, 3, 1]
    assert grew("entities_total", entity="IBAN_CODE") == 2
    assert grew("cache_lookups_total", result="hit") >= 1
    assert grew("upstream_answers_total", status="2xx") == 2
    assert grew("characters_total") == 2 * len(TEXT)


def test_what_fails_is_counted_by_its_code(serve: Serve) -> None:
    address = serve(upstream_url="http://127.0.0.1:9/v1", vault_url="memory://", max_jobs=1)
    grew = Counted(address)
    httpx.post(f"{address}/v1/chat/completions", json=CHAT)
    httpx.post(f"{address}/v1/anonymize", json={"text": TEXT, "job_id": "another"})
    httpx.request("PROPFIND", f"{address}/{NAME}")

    assert grew("errors_total", code="upstream_unavailable") == 1
    assert grew("upstream_answers_total", status="none") == 1
    assert grew("errors_total", code="vault_unavailable") == 1
    assert grew("stage_failures_total", stage="vault") == 1
    lost = {"method": "other", "status": "404", "code": "route_not_allowed"}
    assert grew("requests_total", route="unknown", **lost) == 1


def test_an_entity_that_a_caller_makes_up_gets_no_label(serve: Serve) -> None:
    address = serve()
    grew = Counted(address)
    entity = "ZWICKELBART"
    policy = {"deny": [{"entity": entity, "label": "x", "words": ["notiert"]}]}
    answer = httpx.post(f"{address}/v1/anonymize", json={"text": TEXT, "policy": policy})

    assert entity in answer.text
    assert grew("entities_total", entity="other") == 1


def test_guessed_placeholders_are_counted(serve: Serve) -> None:
    address = serve()
    grew = Counted(address)
    guesses = "[[Person-AAAAAA]] [[Person-AAAAAB]]"
    httpx.post(f"{address}/api/deanonymize", json={"text": guesses})

    assert grew("unknown_placeholders_total") == 2


def test_metrics_can_be_switched_off(serve: Serve) -> None:
    assert httpx.get(f"{serve(metrics='off')}/metrics").status_code == httpx.codes.NOT_FOUND


def test_workers_count_together_and_the_dead_do_not_wait(tmp_path: Path) -> None:
    worker = (
        "from service.observability import metrics; metrics.describe('1', ['IBAN_CODE'])\n"
        "metrics.searched(5, ['IBAN_CODE']); metrics.background(1)\n"
    )
    for _ in range(2):
        subprocess.run(  # noqa: S603 - our own command line
            [sys.executable, "-c", worker],
            env={"PROMETHEUS_MULTIPROC_DIR": str(tmp_path), "PYTHONPATH": "."},
            check=True,
        )
    read = samples(metrics.write(tmp_path).decode())

    assert value(read, "entities_total", entity="IBAN_CODE") == 2
    assert value(read, "characters_total") == 10
    assert value(read, "background_waiting") == 0
    assert MAIL not in str(read)
