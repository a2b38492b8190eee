"""Streams that are long in coming: comments meanwhile, and errors as events once it has begun."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from starlette.responses import JSONResponse, Response, StreamingResponse

from service.errors import DetectionFailedError
from tests.conftest import Serve, sdk
from tests.support.scripted_upstream import ScriptedUpstream, chunk, completion, sse

BODY: dict[str, Any] = {
    "model": "m",
    "stream": True,
    "messages": [{"role": "user", "content": "Hallo"}],
}
COMMENT = ": keep-alive"
SOON = 0.05
LONG = 60


class SlowAnalyzer:
    """Finds nothing until it is told to go on; then it finds nothing, or fails."""

    def __init__(self, error: Exception | None = None) -> None:
        self.go_on = threading.Event()
        self.cancelled = threading.Event()
        self._error = error

    async def analyze(self, texts: list[str], __: str = "") -> list[list[Any]]:
        try:
            while not self.go_on.is_set():  # noqa: ASYNC110  the test runs in another thread
                await asyncio.sleep(0.01)
        except asyncio.CancelledError:
            self.cancelled.set()
            raise
        if self._error:
            raise self._error
        return [[] for _ in texts]


def lines_of(address: str, analyzer: SlowAnalyzer | None = None, **more: Any) -> list[str]:
    """Return the lines of a stream; once a comment has come, the analyzer may go on."""
    lines = []
    path = more.pop("path", "chat/completions")
    with httpx.stream("POST", f"{address}/v1/{path}", json=BODY | more) as got:
        assert got.status_code == 200
        assert got.headers["content-type"].startswith("text/event-stream")
        assert got.headers["x-accel-buffering"] == "no"
        for line in got.iter_lines():
            lines.append(line)
            if analyzer and lines.count(COMMENT) > 1:
                analyzer.go_on.set()
    return [line for line in lines if line]


def data(lines: list[str]) -> list[str]:
    return [line for line in lines if not line.startswith(":")]


def test_a_long_analysis_sends_comments_and_then_the_answer(
    serve: Serve, upstream: ScriptedUpstream
) -> None:
    analyzer = SlowAnalyzer()
    address = serve(analyzer, upstream_url=upstream.url, keepalive_seconds=SOON)
    lines = lines_of(address, analyzer)
    assert lines[:2] == [COMMENT] * 2
    assert data(lines)[-1] == "data: [DONE]"
    assert '"_anymize"' in data(lines)[-2]


def test_an_error_that_comes_late_is_an_event(serve: Serve, upstream: ScriptedUpstream) -> None:
    analyzer = SlowAnalyzer(DetectionFailedError())
    address = serve(analyzer, upstream_url=upstream.url, keepalive_seconds=SOON)
    (event,) = data(lines_of(address, analyzer))
    assert '"code":"detection_failed"' in event
    assert upstream.requests == []
    analyzer.go_on.clear()
    (name, event) = data(lines_of(address, analyzer, path="responses", input="Hallo"))
    assert (name, '"code":"detection_failed"' in event) == ("event: error", True)


def test_an_unexpected_failure_that_comes_late_is_an_event(
    serve: Serve, upstream: ScriptedUpstream
) -> None:
    analyzer = SlowAnalyzer(ZeroDivisionError("secret"))
    address = serve(analyzer, upstream_url=upstream.url, keepalive_seconds=SOON)
    lines: list[str] = []
    with httpx.stream("POST", f"{address}/v1/chat/completions", json=BODY) as got:
        analyzer_waits = got.iter_lines()
        lines.append(next(analyzer_waits))
        analyzer.go_on.set()
        with pytest.raises(httpx.RemoteProtocolError):
            lines.extend(analyzer_waits)
    assert '"code":"internal_error"' in data([line for line in lines if line])[0]
    assert "secret" not in "".join(lines)


def test_an_error_that_comes_soon_keeps_its_status(
    serve: Serve, upstream: ScriptedUpstream
) -> None:
    analyzer = SlowAnalyzer(DetectionFailedError())
    analyzer.go_on.set()
    address = serve(analyzer, upstream_url=upstream.url, keepalive_seconds=LONG)
    got = httpx.post(f"{address}/v1/chat/completions", json=BODY)
    assert (got.status_code, got.json()["error"]["code"]) == (503, "detection_failed")


def test_a_whole_answer_waits_for_its_status(serve: Serve, upstream: ScriptedUpstream) -> None:
    upstream.script = lambda _: slow(completion({"role": "assistant", "content": "ok"}))  # type: ignore[assignment,return-value]
    address = serve(upstream_url=upstream.url, keepalive_seconds=SOON)
    got = httpx.post(f"{address}/v1/chat/completions", json=BODY | {"stream": False})
    assert got.json()["choices"][0]["message"]["content"] == "ok"


async def slow(answer: Response) -> Response:
    await asyncio.sleep(4 * SOON)
    return answer


@pytest.fixture
def errors() -> list[tuple[Response, str]]:
    told = {"error": {"message": "Too many", "type": "limit", "code": "rate", "param": None}}
    return [
        (JSONResponse(told, 429), '"message":"Too many"'),
        (JSONResponse({"error": "Too many"}, 429), '"message":"Too many"'),
        (Response("<html>", 502), '"code":"upstream_unavailable"'),
        (JSONResponse({"object": "x"}), '"code":"upstream_unavailable"'),
        (JSONResponse(told, 200), '"message":"Too many"'),
    ]


def test_an_error_of_the_upstream_that_comes_late_is_an_event(
    serve: Serve, upstream: ScriptedUpstream, errors: list[tuple[Response, str]]
) -> None:
    address = serve(upstream_url=upstream.url, keepalive_seconds=SOON)
    for answer, told in errors:
        upstream.script = lambda _, answer=answer: slow(answer)  # type: ignore[misc]
        (event,) = data(lines_of(address))
        assert told in event


def test_a_silent_upstream_is_bridged_between_events(
    serve: Serve, upstream: ScriptedUpstream
) -> None:
    async def pausing() -> AsyncIterator[str]:
        yield chunk({"content": "a"})
        await asyncio.sleep(4 * SOON)
        yield chunk({"content": "b"}, "stop")

    upstream.script = lambda _: StreamingResponse(pausing(), media_type="text/event-stream")
    lines = lines_of(serve(upstream_url=upstream.url, keepalive_seconds=SOON))
    first = next(number for number, line in enumerate(lines) if '"a"' in line)
    second = next(number for number, line in enumerate(lines) if '"b"' in line)
    assert COMMENT in lines[first:second]


def test_the_sdk_reads_past_comments(serve: Serve, upstream: ScriptedUpstream) -> None:
    upstream.script = lambda _: slow(sse([{"content": "ok"}]))  # type: ignore[assignment,return-value]
    client = sdk(serve(upstream_url=upstream.url, keepalive_seconds=SOON))
    parts = list(client.chat.completions.create(**BODY))
    assert "".join(part.choices[0].delta.content or "" for part in parts if part.choices) == "ok"


def test_who_hangs_up_while_waiting_stops_the_work(
    serve: Serve, upstream: ScriptedUpstream
) -> None:
    analyzer = SlowAnalyzer()
    address = serve(analyzer, upstream_url=upstream.url, keepalive_seconds=SOON)
    with httpx.stream("POST", f"{address}/v1/chat/completions", json=BODY) as got:
        assert next(got.iter_lines()) == COMMENT
    assert analyzer.cancelled.wait(10)
    assert upstream.requests == []
