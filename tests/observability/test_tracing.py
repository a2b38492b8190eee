from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from service.app import create_app
from service.detection.analyzer import Analyzer
from service.settings import Settings
from tests.support.canaries import MAIL, TEXT, found_in
from tests.support.running import Running
from tests.support.scripted_upstream import ScriptedUpstream
from tests.support.trace_receiver import TraceReceiver

CHAT: dict[str, Any] = {"model": "m", "messages": [{"role": "user", "content": TEXT}]}
TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"
ABOVE = "00f067aa0ba902b7"
HEADERS = {
    "traceparent": f"00-{TRACE}-{ABOVE}-01",
    "tracestate": f"acme={MAIL.replace('@', '-')}",
    "baggage": f"user={MAIL}",
}


@pytest.fixture
def receiver() -> Iterator[TraceReceiver]:
    kept = TraceReceiver()
    with Running(kept.app()) as running:
        kept.url = f"{running.url}/v1/traces"
        yield kept


@pytest.mark.parametrize("stream", [False, True])
def test_each_stage_is_a_span_of_the_callers_trace_and_holds_no_text(
    receiver: TraceReceiver, upstream: ScriptedUpstream, analyzer: Analyzer, stream: bool
) -> None:
    settings = Settings(upstream_url=upstream.url, traces_url=receiver.url)
    with Running(create_app(settings, analyzer)) as running:
        address = f"{running.url}/v1/chat/completions"
        answer = httpx.post(address, json=CHAT | {"stream": stream}, headers=HEADERS)
        assert answer.status_code == httpx.codes.OK

    (request,) = [one for one in receiver.spans if one.name == "POST /v1/chat/completions"]
    stages = [one for one in receiver.spans if one.parent_span_id == request.span_id]
    assert {one.name for one in stages} == {"read", "analyze", "vault", "upstream", "answer"}
    assert {one.trace_id.hex() for one in receiver.spans} == {TRACE}
    assert request.parent_span_id.hex() == ABOVE
    noted = {one.key: one.value.int_value for one in request.attributes}
    assert noted["http.response.status_code"] == 200
    assert noted["deckname.sent"] == noted["deckname.kept"] == 3
    (sent,) = [one for one in stages if one.name == "upstream"]
    assert upstream.requests[0].headers["traceparent"] == f"00-{TRACE}-{sent.span_id.hex()}-01"
    assert found_in(receiver.raw.decode("latin-1")) == []


def test_a_failure_leaves_its_code_and_nothing_of_the_exception(
    receiver: TraceReceiver, analyzer: Analyzer
) -> None:
    settings = Settings(upstream_url="http://127.0.0.1:9/v1", traces_url=receiver.url)
    with Running(create_app(settings, analyzer)) as running:
        httpx.post(f"{running.url}/v1/chat/completions", json=CHAT)

    failed = [one for one in receiver.spans if one.status.code == one.status.STATUS_CODE_ERROR]
    assert {one.name for one in failed} == {"POST /v1/chat/completions", "upstream"}
    assert [one.status.message for one in failed] == ["", ""]
    assert [list(one.events) for one in receiver.spans if one.events] == []
    codes = {one.value.string_value for span in failed for one in span.attributes}
    assert "upstream_unavailable" in codes


def test_without_an_address_the_callers_trace_is_passed_on_as_it_came(
    upstream: ScriptedUpstream, analyzer: Analyzer
) -> None:
    with Running(create_app(Settings(upstream_url=upstream.url), analyzer)) as running:
        httpx.post(f"{running.url}/v1/chat/completions", json=CHAT, headers=HEADERS)

    assert upstream.requests[0].headers["traceparent"] == HEADERS["traceparent"]
    assert "baggage" not in upstream.requests[0].headers
