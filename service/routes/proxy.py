"""The proxy: OpenAI's API in front of any upstream, with placeholders on the far side."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator, Coroutine
from dataclasses import dataclass, field
from typing import Any, TypeVar

from fastapi import APIRouter, Request, Response
from fastapi.responses import StreamingResponse

from service.chat import ChatRequest, read_chat
from service.errors import DecknameError, NoUpstreamError, RouteNotAllowedError, UpstreamError
from service.integrity import Report, judge
from service.pipeline import Job, Pipeline, restore_document
from service.policy import Policies
from service.routes.answers import error_body
from service.routes.body import read_object
from service.routes.caller import Caller
from service.text.chat_stream import BrokenChunkError, ChatStream
from service.text.language import identify
from service.text.note import SystemNote
from service.text.slots import TooDeepError
from service.text.sse import BrokenStreamError, Event, EventReader
from service.upstream import Answer, Upstream
from service.vault import Vault

CHAT = "/chat/completions"
# Stands in the address as it is: nothing that leads elsewhere, and no @, which names people.
MODEL_NAME = re.compile(r"[A-Za-z0-9._:+-]+(?:/[A-Za-z0-9._:+-]+)*")
JOB_HEADER = "x-job-id"
OK = 200
EVENT_STREAM = "text/event-stream"
STREAM_HEADERS = {"cache-control": "no-cache", "x-accel-buffering": "no"}
Result = TypeVar("Result")


class CallerGoneError(DecknameError):
    """The client hung up; nobody reads the answer."""

    status = 499
    code = "client_closed_request"


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


class Proxy:
    """Masks a request, sends it, restores the answer."""

    def __init__(
        self,
        pipeline: Pipeline,
        vault: Vault,
        policies: Policies,
        upstream: Upstream | None,
        *,
        ttl_seconds: int,
        language: str,
        system_note: SystemNote,
    ) -> None:
        self._pipeline = pipeline
        self._vault = vault
        self._policies = policies
        self._upstream = upstream
        self._ttl_seconds = ttl_seconds
        self._language = language
        self._system_note = system_note

    async def chat(self, tenant: str, chat: ChatRequest, request: Request) -> Response:
        """Answer a chat completion, whole or streamed."""
        upstream = self._need_upstream()
        exchange = await self._mask(tenant, chat, request)
        body = json.dumps(chat.body, ensure_ascii=False, separators=(",", ":")).encode()
        answer = await upstream.send("POST", CHAT, request.headers, body)
        if chat.stream and answer.status == OK and answer.content_type == EVENT_STREAM:
            return _streamed(answer, chat, exchange)
        return await _whole(answer, exchange, chat=True)

    async def models(self, request: Request, name: str | None) -> Response:
        """Pass the list of models, or one, through.

        Raises RouteNotAllowedError for a name that would lead to another path of the upstream.
        """
        upstream = self._need_upstream()
        if name is not None and not _is_model_name(name):
            raise RouteNotAllowedError
        path = "/models" if name is None else f"/models/{name}"
        answer = await upstream.send("GET", path, request.headers)
        return await _whole(answer, Exchange(Job("", "", 0), "", {}, {}), chat=False)

    def _need_upstream(self) -> Upstream:
        if self._upstream is None:
            raise NoUpstreamError
        return self._upstream

    async def _mask(self, tenant: str, chat: ChatRequest, request: Request) -> Exchange:
        """Anonymize the request in place."""
        slots = chat.slots()
        language = self._language if chat.language == "auto" else chat.language
        if language == "auto":
            language = identify("\n".join(slot.text for slot in slots))
        job_id = chat.job_id or self._vault.conversation_job_id(tenant, chat.opening)
        job = Job(tenant, job_id, self._ttl_seconds)
        done = await self._pipeline.anonymize(job, slots, self._policies.choose())
        if done.values:
            chat.add_rule(self._system_note)
        log = request.scope.setdefault("deckname", {})
        log.update(
            job_id=job.id,
            stream=chat.stream,
            texts=len(slots),
            characters=sum(len(slot.text) for slot in slots),
            sent=len(done.values),
        )
        return Exchange(job, language, done.values, log)


def _is_model_name(name: str) -> bool:
    """Say whether `name` can stand in a path and stays below /models."""
    return bool(MODEL_NAME.fullmatch(name)) and not {".", ".."} & set(name.split("/"))


def router(proxy: Proxy, caller: Caller, body_limit: int) -> APIRouter:
    """Return the routes."""
    routes = APIRouter(tags=["proxy"])

    @routes.post("/v1/chat/completions", openapi_extra=CHAT_BODY)
    async def chat_completions(request: Request) -> Response:
        """Answer like the upstream; it sees placeholders only."""
        tenant = caller.tenant(request, goes_upstream=True)
        body = await read_object(request, body_limit)
        chat = read_chat(body, request.headers.get(JOB_HEADER))
        return await unless_gone(request, proxy.chat(tenant, chat, request))

    @routes.get("/v1/models")
    async def models(request: Request) -> Response:
        """List the upstream's models."""
        caller.tenant(request, goes_upstream=True)
        return await proxy.models(request, None)

    @routes.get("/v1/models/{name:path}")
    async def model(name: str, request: Request) -> Response:
        """Describe one of the upstream's models."""
        caller.tenant(request, goes_upstream=True)
        return await proxy.models(request, name)

    return routes


CHAT_BODY = {
    "requestBody": {
        "required": True,
        "description": "A chat completion request of the OpenAI API. `language` and `job_id` are"
        " ours and do not go upstream.",
        "content": {
            "application/json": {
                "schema": {
                    "type": "object",
                    "required": ["model", "messages"],
                    "properties": {
                        "model": {"type": "string"},
                        "messages": {"type": "array", "items": {"type": "object"}},
                        "stream": {"type": "boolean"},
                        "language": {"type": "string", "enum": ["de", "en", "auto"]},
                        "job_id": {"type": "string"},
                    },
                    "additionalProperties": True,
                }
            }
        },
    }
}


async def unless_gone(request: Request, work: Coroutine[Any, Any, Result]) -> Result:
    """Run `work`, but give it up when the client hangs up, so that the upstream stops too.

    Raises CallerGoneError.
    """
    doing = asyncio.ensure_future(work)
    leaving = asyncio.ensure_future(_hang_up(request))
    try:
        await asyncio.wait({doing, leaving}, return_when=asyncio.FIRST_COMPLETED)
        if not doing.done():
            raise CallerGoneError
        return doing.result()
    finally:
        for task in (doing, leaving):
            task.cancel()
        await asyncio.gather(doing, leaving, return_exceptions=True)


async def _hang_up(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


async def _whole(answer: Answer, exchange: Exchange, *, chat: bool) -> Response:
    """Restore a whole answer, also an error of the upstream."""
    async with answer:
        content = await answer.read()
    try:
        document = json.loads(content)
        seen: set[str] = set()
        restore_document(document, exchange.values, seen)
    except (ValueError, RecursionError, TooDeepError):
        raise UpstreamError from None
    headers = dict(answer.headers)
    if chat and answer.status == OK and isinstance(document, dict):
        _drop_logprobs(document, exchange)
        document["_anymize"] = exchange.metadata(seen)
        headers |= _headers(exchange, seen)
    body = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    return Response(body, answer.status, headers, media_type="application/json")


def _drop_logprobs(document: dict[str, Any], exchange: Exchange) -> None:
    """Take out token lists: they spell the placeholders and no longer fit the text."""
    for choice in document.get("choices") or []:
        if exchange.values and isinstance(choice, dict) and choice.get("logprobs"):
            choice["logprobs"] = None


def _headers(exchange: Exchange, seen: set[str]) -> dict[str, str]:
    counts = exchange.report(seen).as_dict()
    return {JOB_HEADER: exchange.job.id} | {
        f"x-placeholders-{name}": str(count) for name, count in counts.items()
    }


def _streamed(answer: Answer, chat: ChatRequest, exchange: Exchange) -> Response:
    stream = ChatStream(exchange.values, exchange.metadata, json_content=chat.json_content)
    headers = (
        STREAM_HEADERS
        | dict(answer.headers)
        | {
            JOB_HEADER: exchange.job.id,
            "x-placeholders-sent": str(len(exchange.values)),
        }
    )
    return StreamingResponse(
        _events(answer, stream), OK, headers, media_type=f"{EVENT_STREAM}; charset=utf-8"
    )


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
