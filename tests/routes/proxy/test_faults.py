"""Parts that fail: nothing raw goes out, and the caller gets a clear error soon."""

from __future__ import annotations

import asyncio
import json
import socket
import time
from collections.abc import Iterator, Sequence
from typing import Any

import httpx
import pytest
from starlette.responses import PlainTextResponse, Response, StreamingResponse

from service.cipher import Key
from service.detection.analyzer import Analyzer
from service.errors import DetectionFailedError
from service.text.spans import Span
from tests.conftest import Serve
from tests.support.redis_server import RedisServer, start_redis
from tests.support.running import Running
from tests.support.scripted_upstream import ScriptedUpstream, chunk

MAIL = "sabine.kraemer@example.org"
CHAT = {"model": "m", "messages": [{"role": "user", "content": f"An {MAIL}"}]}


class FailingAnalyzer(Analyzer):
    """Fails as a recognizer with a fault would: deep inside, with the text in its message."""

    def __init__(self) -> None:
        self._timeout = 5
        self._executor = None

    def analyze_now(self, texts: Sequence[str], *_: object) -> list[list[Span]]:
        raise RuntimeError(texts[0])


@pytest.fixture
def own_redis() -> Iterator[RedisServer]:
    with start_redis() as server:
        yield server


def post(address: str, path: str = "/v1/chat/completions", **body: Any) -> httpx.Response:
    answer = httpx.post(f"{address}{path}", json=body or CHAT, timeout=30)
    assert MAIL not in answer.text or answer.status_code == 200
    return answer


def code(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["error"]["code"]


async def test_an_exception_in_the_analyzer_becomes_ours_without_its_message() -> None:
    with pytest.raises(DetectionFailedError) as caught:
        await FailingAnalyzer().analyze([MAIL])
    assert MAIL not in repr(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


def test_when_the_analyzer_fails_nothing_goes_upstream(
    serve: Serve, upstream: ScriptedUpstream
) -> None:
    address = serve(with_analyzer=FailingAnalyzer(), upstream_url=upstream.url)
    assert code(post(address)) == (503, "detection_failed")
    assert code(post(address, "/v1/anonymize", text=MAIL)) == (503, "detection_failed")
    assert upstream.requests == []


@pytest.mark.parametrize("how", ["kill", "freeze"])
def test_when_redis_is_down_or_hangs_the_answer_is_503_within_a_second(
    serve: Serve, upstream: ScriptedUpstream, own_redis: RedisServer, how: str
) -> None:
    address = serve(
        upstream_url=upstream.url, vault_url=own_redis.url, vault_keys=Key.generate("k1").reveal()
    )
    assert post(address).status_code == 200
    assert httpx.get(f"{address}/readyz").status_code == 200
    sent = len(upstream.requests)
    getattr(own_redis, how)()
    started = time.monotonic()
    assert code(post(address)) == (503, "vault_unavailable")
    assert time.monotonic() - started < 1.0  # the promise, not a benchmark
    assert code(post(address, "/v1/anonymize", text=MAIL)) == (503, "vault_unavailable")
    assert httpx.get(f"{address}/readyz", timeout=5).status_code == 503
    assert httpx.get(f"{address}/livez").status_code == 200
    assert len(upstream.requests) == sent


def test_a_job_expires(serve: Serve) -> None:
    address = serve()
    body = {"text": MAIL, "job_id": "kurz", "ttl_seconds": 1}
    masked = httpx.post(f"{address}/v1/anonymize", json=body).json()["text"]
    time.sleep(1.2)
    answer = httpx.post(f"{address}/v1/deanonymize", json={"job_id": "kurz", "text": masked})
    assert code(answer) == (404, "job_not_found")


def test_an_upstream_that_is_not_there_is_502(serve: Serve) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    assert code(post(serve(upstream_url=f"http://127.0.0.1:{port}/v1"))) == (
        502,
        "upstream_unavailable",
    )


def test_an_upstream_that_is_slow_is_504(serve: Serve, upstream: ScriptedUpstream) -> None:
    async def slow(_: Any) -> Response:
        await asyncio.sleep(5)
        return PlainTextResponse("late")

    upstream.script = slow
    address = serve(upstream_url=upstream.url, upstream_timeout_seconds=0.3)
    assert code(post(address)) == (504, "upstream_timeout")


@pytest.mark.parametrize("body", ["<html>down</html>", "", "[1", '"text"x'])
def test_an_answer_that_is_no_json_is_502(
    serve: Serve, upstream: ScriptedUpstream, body: str
) -> None:
    upstream.script = lambda _: PlainTextResponse(body)
    assert code(post(serve(upstream_url=upstream.url))) == (502, "upstream_unavailable")


def test_an_upstream_error_that_is_no_json_keeps_its_status_and_retry_header(
    serve: Serve, upstream: ScriptedUpstream
) -> None:
    upstream.script = lambda _: PlainTextResponse(f"busy {MAIL}", 429, {"retry-after": "3"})
    answer = post(serve(upstream_url=upstream.url))
    assert code(answer) == (429, "upstream_unavailable")
    assert answer.headers["retry-after"] == "3"


def test_a_redirect_is_not_followed(serve: Serve, upstream: ScriptedUpstream) -> None:
    other = ScriptedUpstream()
    with Running(other.app()) as running:
        location = f"{running.url}/v1/chat/completions"
        upstream.script = lambda _: PlainTextResponse("", 307, {"location": location})
        assert code(post(serve(upstream_url=upstream.url))) == (502, "upstream_unavailable")
    assert other.requests == []


def test_a_text_without_personal_data_takes_no_room_in_the_vault(
    serve: Serve, upstream: ScriptedUpstream
) -> None:
    address = serve(upstream_url=upstream.url, max_jobs=1)
    for number in range(3):
        harmless = [{"role": "user", "content": f"Wie spät ist es? {number}"}]
        assert post(address, model="m", messages=harmless).status_code == 200


BROKEN_STREAMS = {
    "cut": [chunk({"content": "Hallo"})],
    "garbage": [chunk({"content": "Hallo"}), "data: {not json\n\n"],
    "no chunk": [chunk({"content": "Hallo"}), 'data: {"choices": 5}\n\n'],
    "half a character": [chunk({"content": "Hallo"}).encode(), b"data: \xc3("],
}


@pytest.mark.parametrize("events", BROKEN_STREAMS.values(), ids=BROKEN_STREAMS.keys())
def test_a_broken_stream_ends_with_an_error_event(
    serve: Serve, upstream: ScriptedUpstream, events: list[Any]
) -> None:
    async def broken() -> Any:
        for event in events:
            yield event
            await asyncio.sleep(0.05)  # so that each arrives on its own

    upstream.script = lambda _: StreamingResponse(broken(), media_type="text/event-stream")
    answer = post(serve(upstream_url=upstream.url), **CHAT, stream=True)
    last = [line for line in answer.text.split("\n") if line.startswith("data: ")][-1]
    assert "Hallo" in answer.text
    assert json.loads(last[6:])["error"]["code"] == "upstream_unavailable"


def test_a_stream_without_its_done_marker_is_completed(
    serve: Serve, upstream: ScriptedUpstream
) -> None:
    async def events() -> Any:
        yield chunk({"content": "Hallo"})
        yield chunk({}, "stop")

    upstream.script = lambda _: StreamingResponse(events(), media_type="text/event-stream")
    answer = post(serve(upstream_url=upstream.url), **CHAT, stream=True)
    assert answer.text.endswith("data: [DONE]\n\n")
    assert "_anymize" in answer.text
    assert "error" not in answer.text


def test_a_client_that_hangs_up_before_the_answer_stops_the_upstream(serve: Serve) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = serve(upstream_url=f"http://127.0.0.1:{silent.getsockname()[1]}/v1")
        hang_up(address, json.dumps(CHAT).encode(), wait_for_data=False)
        silent.settimeout(5)
        connection, _ = silent.accept()
        with connection:
            connection.settimeout(5)
            while connection.recv(65_536):  # ends when Deckname closes its side
                pass


def test_a_client_that_hangs_up_in_a_stream_stops_the_upstream(
    serve: Serve, upstream: ScriptedUpstream
) -> None:
    stopped: list[str] = []

    async def endless() -> Any:
        try:
            while True:
                yield chunk({"content": "x"})
                await asyncio.sleep(0.02)
        finally:
            stopped.append("stream")

    upstream.script = lambda _: StreamingResponse(endless(), media_type="text/event-stream")
    address = serve(upstream_url=upstream.url)
    hang_up(address, json.dumps(CHAT | {"stream": True}).encode(), wait_for_data=True)
    deadline = time.monotonic() + 5
    while not stopped and time.monotonic() < deadline:
        time.sleep(0.02)
    assert stopped == ["stream"]


def hang_up(address: str, body: bytes, *, wait_for_data: bool) -> None:
    """Send a request on a raw socket and close it before the answer is complete."""
    port = int(address.rpartition(":")[2])
    head = (
        "POST /v1/chat/completions HTTP/1.1\r\nhost: localhost\r\n"
        f"content-type: application/json\r\ncontent-length: {len(body)}\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(head.encode() + body)
        if wait_for_data:
            connection.recv(100)
        else:
            time.sleep(0.5)
