"""The upstream's answer on its way back: restored whole or event by event, and accounted for."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field, replace
from typing import Any

from fastapi import Response
from fastapi.responses import StreamingResponse

from service.errors import (
    DecknameError,
    PlaceholdersLostError,
    UnreadableAnswerError,
    UpstreamError,
)
from service.integrity import Demand, Report, judge
from service.observability.request_notes import RequestNotes
from service.pipeline import Job
from service.routes.error_responses import error_body
from service.tenants.usage import Meter
from service.text.json_source import dump
from service.upstream.client import Answer
from service.wire.answer_scan import WIDE_STEP
from service.wire.answer_steps import NOTHING, Findings, Treatment
from service.wire.documents import RestoredDocument, restore_document, without_echoed_rule
from service.wire.json_walk import Path, TooDeepError, changed
from service.wire.openai.request import Translator
from service.wire.openai.reshaped import events_of, whole_of
from service.wire.openai.stopped import stopped_document
from service.wire.sse import BrokenChunkError, BrokenStreamError, Event, EventReader

JOB_HEADER = "x-job-id"
OK, FIRST_ERROR = 200, 400
RESPONSE = "response"
EVENT_STREAM = "text/event-stream"
LARGE, LARGE_ANSWER = 4096, 64 * 1024
STREAM_HEADERS = {"cache-control": "no-cache", "x-accel-buffering": "no"}


@dataclass(frozen=True, slots=True)
class Exchange:
    """One masked request on its way: its job, its values, and what the answer must tell.

    `sent` are the placeholders of this request; `values` may hold more of the job, of earlier
    turns that the provider keeps. `link` remembers which job an answer belongs to. A request that
    was not `masked` is one that its caller anonymized: its answer stays as it is. The id of a job
    is told to callers who `named` it: others may have the same. The
    `treatment` is what is done to the answer before, the `demand` what its placeholders must be
    like; `foreign` are those of the request that are none of the job, of them `expired` those that
    were once. At `stops` the answer is cut here, because the provider was not told of them.
    `stream` says whether one was asked for.
    """

    job: Job
    language: str
    sent: frozenset[str]
    values: dict[str, str] = field(repr=False)
    link: Callable[[str], Awaitable[None]]
    masked: bool = True
    named: bool = True
    treatment: Treatment = NOTHING
    demand: Demand = field(default_factory=Demand)
    foreign: frozenset[str] = frozenset()
    expired: frozenset[str] = frozenset()
    retries: int = 0
    stops: tuple[str, ...] = field(default=(), repr=False)
    stream: bool = False

    def report(self, findings: Findings) -> Report:
        """Return what came back of what was sent, by what was found in the answer."""
        earlier = self.values.keys() - self.sent
        return judge(self.sent, findings.seen - earlier, findings.tally, self.foreign)

    def note(self, report: Report | None, log: RequestNotes) -> None:
        """Note the report of an answer, if it has one, for the log line."""
        if report is not None:
            log.add(**report.as_dict(), retries=self.retries)

    def metadata(self, report: Report) -> dict[str, Any]:
        """Return `_anymize`. Raises PlaceholdersLostError when the caller rejects the answer."""
        if self.demand.mode == "reject" and not self.demand.is_met(report):
            raise PlaceholdersLostError
        counts: dict[str, Any] = {**report.as_dict(), "kinds": dict(report.kinds)}
        if self.expired:
            counts["expired"] = len(self.expired)
        return {
            "anonymized": True,
            "job_id": self.job.id if self.named else None,
            "language": self.language,
            "placeholders": counts,
            "retries": self.retries,
        }

    def again(self) -> Exchange:
        """Return the exchange for asking once more."""
        return replace(self, retries=self.retries + 1)

    def headers(self, report: Report) -> dict[str, str]:
        """Return the same counts as headers."""
        counts = report.as_dict()
        return self.job_header() | {
            f"x-placeholders-{name}": str(count) for name, count in counts.items()
        }

    def job_header(self) -> dict[str, str]:
        """Return the header that tells the job, to a caller who named it."""
        return {JOB_HEADER: self.job.id} if self.named else {}


@dataclass(frozen=True, slots=True)
class Whole:
    """An answer that was read to its end and restored; `document` is None where it was no JSON.

    The `report` is that of a good answer to a masked request.
    """

    status: int
    headers: dict[str, str]
    document: Any = field(repr=False)
    report: Report | None

    def lost(self, demand: Demand) -> tuple[str, ...] | None:
        """Return the placeholders to ask for again; None when the answer is good as it is."""
        if self.report is None or demand.is_met(self.report):
            return None
        return self.report.lost


async def whole(answer: Answer, exchange: Exchange | None, log: RequestNotes) -> Response:
    """Restore a whole answer, also an error of the upstream; without `exchange`, pass it on.

    Raises what `read_whole` and `answered` raise.
    """
    return await answered(await read_whole(answer, exchange), exchange, log)


async def read_whole(
    answer: Answer, exchange: Exchange | None, meter: Meter | None = None
) -> Whole:
    """Read an answer to its end and restore it. The `meter` is shown what it says of usage.

    A stream that nobody asked for is put together. Raises UnreadableAnswerError for a success
    that is no JSON, or no object where an `exchange` has to be one.
    """
    async with answer:
        content = await answer.read()
    try:
        large = len(content) > LARGE_ANSWER
        restored = await _restored(_read(content, answer), exchange, large=large)
    except (ValueError, RecursionError, TooDeepError):
        if answer.status < FIRST_ERROR:
            raise UnreadableAnswerError from None
        restored = RestoredDocument(None)
    if exchange and answer.status == OK and not isinstance(restored.document, dict):
        raise UnreadableAnswerError
    document = without_echoed_rule(restored.document)
    if exchange and exchange.stops:
        document = stopped_document(document, exchange.stops)
    if meter and answer.status == OK and isinstance(document, dict):
        meter.see(document.get("usage"))
    judged = exchange and exchange.masked and answer.status == OK and isinstance(document, dict)
    report = exchange.report(restored.findings) if exchange and judged else None
    return Whole(answer.status, answer.headers, document, report)


def _read(content: bytes, answer: Answer) -> Any:
    """Return the document that an answer is, or the one that its events tell. Raises ValueError."""
    if answer.status != OK or answer.content_type != EVENT_STREAM:
        return json.loads(content)
    reader = EventReader()
    return whole_of([*reader.feed(content), *reader.finish()])


async def answered(read: Whole, exchange: Exchange | None, log: RequestNotes) -> Response:
    """Return a restored answer, with what there is to tell about it.

    An error that is not JSON keeps its status and its retry headers, not its text. Raises
    PlaceholdersLostError when the caller rejects the answer.
    """
    headers, document = dict(read.headers), read.document
    if document is None and read.status >= FIRST_ERROR:
        return _json(error_body(UpstreamError()), read.status, headers)
    if exchange and read.status == OK and isinstance(document, dict):
        if exchange.values or exchange.treatment.scan:
            document = _without_logprobs(document)
        if document.get("object") == RESPONSE and isinstance(document.get("id"), str):
            await exchange.link(document["id"])
        if read.report is not None:
            exchange.note(read.report, log)
            document = document | {"_anymize": exchange.metadata(read.report)}
            headers |= exchange.headers(read.report)
        if exchange.stream:
            return _told_as_stream(document, headers)
    return _json(document, read.status, headers)


def _told_as_stream(document: dict[str, Any], headers: dict[str, str]) -> Response:
    """Return a whole answer to a request for a stream as its events.

    Raises UnreadableAnswerError for one that says nothing.
    """
    try:
        content = b"".join(event.encode() for event in events_of(document))
    except BrokenChunkError:
        raise UnreadableAnswerError from None
    media_type = f"{EVENT_STREAM}; charset=utf-8"
    return StreamingResponse(iter([content]), OK, STREAM_HEADERS | headers, media_type=media_type)


def judging(exchange: Exchange, log: RequestNotes) -> Callable[[Findings], dict[str, Any]]:
    """Return what judges a stream at its end, by what was found in it: once, for all who tell."""

    def judged(findings: Findings) -> dict[str, Any]:
        report = exchange.report(findings)
        exchange.note(report, log)
        return exchange.metadata(report)

    return judged


def streamed(
    answer: Answer, exchange: Exchange, translator: Translator, log: RequestNotes
) -> Response:
    """Restore an event stream as it comes."""
    headers = STREAM_HEADERS | answer.headers
    if exchange.masked:
        headers |= exchange.job_header()
        headers["x-placeholders-sent"] = str(len(exchange.sent))
    return StreamingResponse(
        _events(answer, exchange, translator, log),
        OK,
        headers,
        media_type=f"{EVENT_STREAM}; charset=utf-8",
    )


async def _restored(document: Any, exchange: Exchange | None, *, large: bool) -> RestoredDocument:
    """Return a document restored; a scan or a large one takes its time, others go on meanwhile."""
    values = exchange.values if exchange else {}
    treatment = exchange.treatment if exchange else NOTHING
    if treatment.scan or large:
        return await asyncio.to_thread(restore_document, document, values, treatment, WIDE_STEP)
    return restore_document(document, values, treatment)


def _json(document: Any, status: int, headers: dict[str, str]) -> Response:
    return Response(dump(document).encode(), status, headers, media_type="application/json")


def _without_logprobs(document: dict[str, Any]) -> dict[str, Any]:
    """Return an answer without token lists: they spell placeholders and fit the text no more."""
    choices = document.get("choices")
    dropped: dict[Path, None] = {
        ("choices", number, "logprobs"): None
        for number, choice in enumerate(choices if isinstance(choices, list) else ())
        if isinstance(choice, dict) and choice.get("logprobs")
    }
    return changed(document, dropped)


async def _translated(events: list[Event], translator: Translator) -> list[bytes]:
    """Translate events; large ones take their time, and others go on meanwhile."""

    def translate() -> list[bytes]:
        return [one.encode() for event in events for one in translator.feed(event)]

    if sum(len(event.data) for event in events) > LARGE:
        return await asyncio.to_thread(translate)
    return translate()


async def _events(
    answer: Answer, exchange: Exchange, translator: Translator, log: RequestNotes
) -> AsyncIterator[bytes]:
    """Yield the restored events; a broken stream ends with an error event, never in silence."""
    try:
        async with answer:
            reader = EventReader()
            linked = False
            async for piece in answer.pieces():
                parts = await _translated(reader.feed(piece), translator)
                if translator.answer_id and not linked:
                    linked = True
                    await exchange.link(translator.answer_id)
                if parts:
                    yield b"".join(parts)
            for part in await _translated(reader.finish(), translator):
                yield part
            for event in translator.finish():
                yield event.encode()
    except DecknameError as error:
        log.add(**error.facts)
        yield translator.failure(error_body(error)["error"]).encode()
    except (BrokenChunkError, BrokenStreamError, TooDeepError):
        log.add(code=UpstreamError.code)
        yield translator.failure(error_body(UnreadableAnswerError())["error"]).encode()
