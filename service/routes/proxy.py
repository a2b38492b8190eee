"""The proxy: OpenAI's API in front of any upstream, with placeholders on the far side."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Coroutine
from typing import Any, TypeVar

from fastapi import APIRouter, Request, Response

from service.chat import ChatRequest, read_chat
from service.errors import CallerGoneError, NoUpstreamError, RouteNotAllowedError
from service.pipeline import Job, Pipeline
from service.policy import Policies
from service.routes.body import read_object
from service.routes.caller import Caller
from service.routes.relay import EVENT_STREAM, JOB_HEADER, OK, Exchange, streamed, whole
from service.text.json_text import dump
from service.text.language import identify
from service.text.note import SystemNote
from service.upstream import Upstream
from service.vault import Vault

CHAT = "/chat/completions"
POLICY_HEADER = "x-deckname-policy"
# Stands in the address as it is: nothing that leads elsewhere, and no @, which names people.
MODEL_NAME = re.compile(r"[A-Za-z0-9._:+-]+(?:/[A-Za-z0-9._:+-]+)*")
Result = TypeVar("Result")


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
        answer = await upstream.send("POST", CHAT, request.headers, dump(chat.body).encode())
        if chat.stream and answer.status == OK and answer.content_type == EVENT_STREAM:
            return streamed(answer, exchange, json_content=chat.json_content)
        return await whole(answer, exchange)

    async def models(self, request: Request, name: str | None) -> Response:
        """Pass the list of models, or one, through.

        Raises RouteNotAllowedError for a name that would lead to another path of the upstream.
        """
        upstream = self._need_upstream()
        if name is not None and not _is_model_name(name):
            raise RouteNotAllowedError
        path = "/models" if name is None else f"/models/{name}"
        answer = await upstream.send("GET", path, request.headers)
        return await whole(answer, None)

    def _need_upstream(self) -> Upstream:
        if self._upstream is None:
            raise NoUpstreamError
        return self._upstream

    async def _mask(self, tenant: str, chat: ChatRequest, request: Request) -> Exchange:
        """Anonymize the request in place."""
        policy = self._policies.choose(request.headers.get(POLICY_HEADER))
        slots = chat.slots()
        language = self._language if chat.language == "auto" else chat.language
        if language == "auto":
            language = identify("\n".join(slot.text for slot in slots))
        job_id = chat.job_id or self._vault.conversation_job_id(tenant, chat.opening)
        job = Job(tenant, job_id, self._ttl_seconds)
        done = await self._pipeline.anonymize(job, slots, policy, keep_empty=False)
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
