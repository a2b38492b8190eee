"""The upstream's answer on its way back: restored whole or event by event, and accounted for."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from fastapi import Response
from fastapi.responses import StreamingResponse

from service.errors import DecknameError, UpstreamError
from service.integrity import Report, judge
from service.outgoing import Translator
from service.pipeline import Job
from service.routes.answers import error_body
from service.text.chat_stream import BrokenChunkError
from service.text.documents import restore_document, strip_rule
from service.text.json_text import dump
from service.text.scan import WIDE_STEP, Scan
from service.text.slots import TooDeepError
from service.text.sse import BrokenStreamError, Event, EventReader
from service.upstream import Answer
from service.usage import Meter

JOB_HEADER = "x-job-id"
OK = 200
FIRST_ERROR = 400
RESPONSE = "response"
EVENT_STREAM = "text/event-stream"
LARGE = 4096
STREAM_HEADERS = {"cache-control": "no-cache", "x-accel-buffering": "no"}


@dataclass(frozen=True, slots=True)
class Exchange:
    """One masked request on its way: its job, its values, and what the answer must tell.

    `sent` are the placeholders of this request; `values` may hold more of the job, of earlier
    turns that the provider keeps. `link` remembers which job an answer belongs to. A request that
    was not `masked` is one that the caller anonymized himself: its answer stays as it is. What
    `scan` looks for is masked in the answer.
    """

    job: Job
    language: str
    sent: frozenset[str]
    values: dict[str, str] = field(repr=False)
    log: dict[str, Any]
    link: Callable[[str], Awaitable[None]]
    masked: bool = True
    scan: Scan | None = None

    def report(self, seen: set[str]) -> Report:
        """Compare what was sent with what came back, and note it for the log line."""
        earlier = self.values.keys() - self.sent
        report = judge(self.sent, seen - earlier)
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


async def whole(answer: Answer, exchange: Exchange | None, meter: Meter | None = None) -> Response:
    """Restore a whole answer, also an error of the upstream; without `exchange`, pass it on.

    The `meter` is shown what it says of usage.

    Raises UpstreamError for a success that is not JSON; an error that is not JSON keeps its
    status and its retry headers, not its text.
    """
    async with answer:
        content = await answer.read()
    seen: set[str] = set()
    try:
        document = json.loads(content)
        await _restore(document, exchange, seen)
    except (ValueError, RecursionError, TooDeepError):
        if answer.status < FIRST_ERROR:
            raise UpstreamError from None
        return _json(error_body(UpstreamError()), answer.status, answer.headers)
    headers = dict(answer.headers)
    strip_rule(document)
    if exchange and answer.status == OK and isinstance(document, dict):
        if exchange.values or exchange.scan:
            _drop_logprobs(document)
        if document.get("object") == RESPONSE and isinstance(document.get("id"), str):
            await exchange.link(document["id"])
        if meter:
            meter.see(document.get("usage"))
        if exchange.masked:
            document["_anymize"] = exchange.metadata(seen)
            headers |= exchange.headers(seen)
    return _json(document, answer.status, headers)


def streamed(answer: Answer, exchange: Exchange, translator: Translator) -> Response:
    """Restore an event stream as it comes."""
    headers = STREAM_HEADERS | answer.headers
    if exchange.masked:
        headers[JOB_HEADER] = exchange.job.id
        headers["x-placeholders-sent"] = str(len(exchange.sent))
    return StreamingResponse(
        _events(answer, exchange, translator),
        OK,
        headers,
        media_type=f"{EVENT_STREAM}; charset=utf-8",
    )


async def _restore(document: Any, exchange: Exchange | None, seen: set[str]) -> None:
    """Restore a document in place; a scan takes its time, and others go on meanwhile."""
    values = exchange.values if exchange else {}
    if exchange and exchange.scan:
        await asyncio.to_thread(
            restore_document, document, values, seen, exchange.scan, step=WIDE_STEP
        )
    else:
        restore_document(document, values, seen)


def _json(document: Any, status: int, headers: dict[str, str]) -> Response:
    return Response(dump(document).encode(), status, headers, media_type="application/json")


def _drop_logprobs(document: dict[str, Any]) -> None:
    """Take out token lists: they spell the placeholders and no longer fit the text."""
    choices = document.get("choices")
    for choice in choices if isinstance(choices, list) else ():
        if isinstance(choice, dict) and choice.get("logprobs"):
            choice["logprobs"] = None


async def _translated(
    events: list[Event], exchange: Exchange, translator: Translator
) -> list[bytes]:
    """Translate events; the scan of a large one takes its time, and others go on meanwhile."""

    def translate() -> list[bytes]:
        return [one.encode() for event in events for one in translator.feed(event)]

    if exchange.scan and sum(len(event.data) for event in events) > LARGE:
        return await asyncio.to_thread(translate)
    return translate()


async def _events(
    answer: Answer, exchange: Exchange, translator: Translator
) -> AsyncIterator[bytes]:
    """Give the restored events; a broken stream ends with an error event, never in silence."""
    try:
        async with answer:
            reader = EventReader()
            linked = False
            async for piece in answer.pieces():
                parts = await _translated(reader.feed(piece), exchange, translator)
                if translator.answer_id and not linked:
                    linked = True
                    await exchange.link(translator.answer_id)
                if parts:
                    yield b"".join(parts)
            for part in await _translated(reader.finish(), exchange, translator):
                yield part
            for event in translator.finish():
                yield event.encode()
    except DecknameError as error:
        yield translator.failure(error_body(error)["error"]).encode()
    except (BrokenChunkError, BrokenStreamError, TooDeepError):
        yield translator.failure(error_body(UpstreamError())["error"]).encode()
