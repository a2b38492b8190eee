"""The proxy: OpenAI's API in front of any upstream, with placeholders on the far side."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from fastapi import APIRouter, Request, Response

from service.chat import read_chat
from service.errors import CallerGoneError, NoUpstreamError, RouteNotAllowedError
from service.outgoing import Outgoing
from service.pipeline import Job, Pipeline
from service.plain import read_completion, read_embeddings, read_moderation
from service.policy import Policies
from service.responses import read_responses
from service.routes.body import read_object
from service.routes.caller import Caller
from service.routes.relay import EVENT_STREAM, JOB_HEADER, OK, Exchange, streamed, whole
from service.text.json_text import dump
from service.text.language import identify
from service.text.note import SystemNote
from service.upstream import Upstream
from service.vault import Vault

PREFIXES = ("/v1", "/api/v1/llm-anonymous")
Read = Callable[[dict[str, Any], str | None], Outgoing]
Handler = Callable[[Request], Coroutine[Any, Any, Response]]
READERS: dict[str, tuple[Read, tuple[str, ...]]] = {
    "/chat/completions": (read_chat, ("model", "messages")),
    "/responses": (read_responses, ("model", "input")),
    "/completions": (read_completion, ("model", "prompt")),
    "/embeddings": (read_embeddings, ("model", "input")),
    "/moderations": (read_moderation, ("model", "input")),
}
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

    async def send(self, tenant: str, asked: Outgoing, request: Request) -> Response:
        """Mask a request, send it, and answer restored, whole or streamed.

        Raises JobNotFoundError for a request that follows an answer nobody knows.
        """
        upstream = self._need_upstream()
        exchange = await self._mask(tenant, asked, request)
        content = dump(asked.body).encode()
        answer = await upstream.send("POST", asked.path, request.headers, content)
        if asked.stream and answer.status == OK and answer.content_type == EVENT_STREAM:
            translator = asked.translator(exchange.values, exchange.metadata)
            return streamed(answer, exchange, translator)
        return await whole(answer, exchange)

    async def stored(self, tenant: str, request: Request, name: str, below: str = "") -> Response:
        """Fetch, or with DELETE forget, an answer that the provider keeps.

        Raises JobNotFoundError when it belongs to no job of this tenant.
        """
        upstream = self._need_upstream()
        job_id = await self._vault.linked(tenant, name)
        job = Job(tenant, job_id, self._ttl_seconds)
        answer = await upstream.send(request.method, f"/responses/{name}{below}", request.headers)
        values = await self._pipeline.all_values(job)
        log = request.scope.setdefault("deckname", {})
        return await whole(answer, self._exchange(job, "", frozenset(), values, log))

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

    async def _mask(self, tenant: str, asked: Outgoing, request: Request) -> Exchange:
        """Anonymize the request in place."""
        slots = asked.slots()
        language = self._language if asked.language == "auto" else asked.language
        if language == "auto":
            language = identify("\n".join(slot.text for slot in slots))
        job = Job(tenant, await self._job_id(tenant, asked), self._ttl_seconds)
        done = await self._pipeline.anonymize(job, slots, self._policies.choose(), keep_empty=False)
        earlier = await self._pipeline.all_values(job) if asked.follows else {}
        if done.values or earlier:
            asked.add_rule(self._system_note)
        log = request.scope.setdefault("deckname", {})
        log.update(
            job_id=job.id,
            stream=asked.stream,
            texts=len(slots),
            characters=sum(len(slot.text) for slot in slots),
            sent=len(done.values),
        )
        return self._exchange(job, language, frozenset(done.values), earlier | done.values, log)

    async def _job_id(self, tenant: str, asked: Outgoing) -> str:
        """Return the job: the named one, that of the earlier answer, or the conversation's."""
        if asked.job_id:
            return asked.job_id
        if asked.follows:
            return await self._vault.linked(tenant, asked.follows)
        return self._vault.conversation_job_id(tenant, asked.opening)

    def _exchange(
        self,
        job: Job,
        language: str,
        sent: frozenset[str],
        values: dict[str, str],
        log: dict[str, Any],
    ) -> Exchange:
        async def link(name: str) -> None:
            await self._vault.link(job.tenant, name, job.id, self._ttl_seconds)

        return Exchange(job, language, sent, values, log, link)


def _is_model_name(name: str) -> bool:
    """Say whether `name` can stand in a path and stays below /models."""
    return bool(MODEL_NAME.fullmatch(name)) and not {".", ".."} & set(name.split("/"))


def router(proxy: Proxy, caller: Caller, body_limit: int) -> APIRouter:
    """Return the routes, under each of `PREFIXES`."""
    routes = APIRouter(tags=["proxy"])
    for prefix in PREFIXES:
        for path, (read, members) in READERS.items():
            routes.add_api_route(
                f"{prefix}{path}",
                _posting(proxy, caller, body_limit, read),
                methods=["POST"],
                name=f"Mask and send {path}",
                openapi_extra=_body(members),
            )
        _add_reading(routes, prefix, proxy, caller)
    return routes


def _posting(proxy: Proxy, caller: Caller, body_limit: int, read: Read) -> Handler:
    async def post(request: Request) -> Response:
        """Answer like the upstream; it sees placeholders only."""
        tenant = caller.tenant(request, goes_upstream=True)
        body = await read_object(request, body_limit)
        asked = read(body, request.headers.get(JOB_HEADER))
        return await unless_gone(request, proxy.send(tenant, asked, request))

    return post


def _add_reading(routes: APIRouter, prefix: str, proxy: Proxy, caller: Caller) -> None:
    @routes.get(f"{prefix}/models")
    async def models(request: Request) -> Response:
        """List the upstream's models."""
        caller.tenant(request, goes_upstream=True)
        return await proxy.models(request, None)

    @routes.get(f"{prefix}/models/{{name:path}}")
    async def model(name: str, request: Request) -> Response:
        """Describe one of the upstream's models."""
        caller.tenant(request, goes_upstream=True)
        return await proxy.models(request, name)

    @routes.get(f"{prefix}/responses/{{name}}")
    @routes.delete(f"{prefix}/responses/{{name}}")
    async def response(name: str, request: Request) -> Response:
        """Fetch or forget an answer that the upstream keeps."""
        tenant = caller.tenant(request, goes_upstream=True)
        return await proxy.stored(tenant, request, name)

    @routes.get(f"{prefix}/responses/{{name}}/input_items")
    async def input_items(name: str, request: Request) -> Response:
        """List what was asked for an answer that the upstream keeps."""
        tenant = caller.tenant(request, goes_upstream=True)
        return await proxy.stored(tenant, request, name, "/input_items")


def _body(members: tuple[str, ...]) -> dict[str, Any]:
    """Describe a body: the members that must be there, ours, and any others."""
    own = {"language": {"type": "string", "enum": ["de", "en", "auto"]}}
    free: dict[str, Any] = {name: {} for name in members}
    properties = free | own | {"job_id": {"type": "string"}}
    schema = {"type": "object", "required": list(members), "properties": properties}
    return {
        "requestBody": {
            "required": True,
            "description": "As in the OpenAI API. `language` and `job_id` do not go upstream.",
            "content": {"application/json": {"schema": schema | {"additionalProperties": True}}},
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
