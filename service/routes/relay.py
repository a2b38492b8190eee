"""The upstream's answer on its way back: restored whole or event by event, and accounted for."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

from fastapi import Response
from fastapi.responses import StreamingResponse

from service.errors import DecknameError, UpstreamError
from service.integrity import Report, judge
from service.pipeline import Job
from service.routes.answers import error_body
from service.text.chat_stream import BrokenChunkError, ChatStream
from service.text.documents import restore_document
from service.text.json_text import dump
from service.text.slots import TooDeepError
from service.text.sse import BrokenStreamError, Event, EventReader
from service.upstream import Answer

JOB_HEADER = "x-job-id"
OK = 200
FIRST_ERROR = 400
EVENT_STREAM = "text/event-stream"
STREAM_HEADERS = {"cache-control": "no-cache", "x-accel-buffering": "no"}


@dataclass(frozen=True, slots=True)
class Exchange:
    """One masked request on its way: its job, its values, and what the answer must tell."""

    job: Job
    language: str
    values: dict[str, str] = field(repr=False)
    log: dict[str, Any]

    def report(self, seen: set[str]) -> Report:
        """Compare what was sent with what came back, and note it for the log line."""
        report = judge(self.values, seen)
        self.log.update(kept=report.kept, missing=report.missing, invented=report.invented)
        return report

    def metadata(self, seen: set[str]) -> dict[str, Any]:
        """Return `_anymize`."""
        return {
            "anonymized": True,
            "job_id": self.job.id,
            "language": self.language,
            "placeholders": self.report(seen).as_dict(),
        }

    def headers(self, seen: set[str]) -> dict[str, str]:
        """Return the same counts as headers."""
        counts = self.report(seen).as_dict()
        return {JOB_HEADER: self.job.id} | {
            f"x-placeholders-{name}": str(count) for name, count in counts.items()
        }


async def whole(answer: Answer, exchange: Exchange | None) -> Response:
    """Restore a whole answer, also an error of the upstream; without `exchange`, pass it on.

    Raises UpstreamError for a success that is not JSON; an error that is not JSON keeps its
    status and its retry headers, not its text.
    """
    async with answer:
        content = await answer.read()
    seen: set[str] = set()
    try:
        document = json.loads(content)
        restore_document(document, exchange.values if exchange else {}, seen)
    except (ValueError, RecursionError, TooDeepError):
        if answer.status < FIRST_ERROR:
            raise UpstreamError from None
        return _json(error_body(UpstreamError()), answer.status, answer.headers)
    headers = dict(answer.headers)
    if exchange and answer.status == OK and isinstance(document, dict):
        if exchange.values:
            _drop_logprobs(document)
        document["_anymize"] = exchange.metadata(seen)
        headers |= exchange.headers(seen)
    return _json(document, answer.status, headers)


def streamed(answer: Answer, exchange: Exchange, *, json_content: bool) -> Response:
    """Restore an event stream as it comes; `json_content` says that its text is JSON."""
    stream = ChatStream(exchange.values, exchange.metadata, json_content=json_content)
    headers = STREAM_HEADERS | answer.headers
    headers[JOB_HEADER] = exchange.job.id
    headers["x-placeholders-sent"] = str(len(exchange.values))
    return StreamingResponse(
        _events(answer, stream), OK, headers, media_type=f"{EVENT_STREAM}; charset=utf-8"
    )


def _json(document: Any, status: int, headers: dict[str, str]) -> Response:
    return Response(dump(document).encode(), status, headers, media_type="application/json")


def _drop_logprobs(document: dict[str, Any]) -> None:
    """Take out token lists: they spell the placeholders and no longer fit the text."""
    choices = document.get("choices")
    for choice in choices if isinstance(choices, list) else ():
        if isinstance(choice, dict) and choice.get("logprobs"):
            choice["logprobs"] = None


async def _events(answer: Answer, stream: ChatStream) -> AsyncIterator[bytes]:
    """Give the restored events; a broken stream ends with an error event, never in silence."""
    try:
        async with answer:
            reader = EventReader()
            done = False
            async for piece in answer.pieces():
                events = reader.feed(piece)
                parts = [Event(data).encode() for one in events for data in stream.feed(one.data)]
                done |= any(one.data.strip() == "[DONE]" for one in events)
                if parts:
                    yield b"".join(parts)
            if not done:
                for data in [*_rest(reader, stream), "[DONE]"]:
                    yield Event(data).encode()
    except DecknameError as error:
        yield _error_event(error)
    except (BrokenChunkError, BrokenStreamError, TooDeepError):
        yield _error_event(UpstreamError())


def _rest(reader: EventReader, stream: ChatStream) -> list[str]:
    """Return what is due at the end of a stream that did not say [DONE]."""
    data = [part for one in reader.finish() for part in stream.feed(one.data)]
    return [one for one in [*data, *stream.finish()] if one != "[DONE]"]


def _error_event(error: DecknameError) -> bytes:
    return Event(json.dumps(error_body(error))).encode()
