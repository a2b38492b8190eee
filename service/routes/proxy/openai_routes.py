"""Routes of OpenAI's API: which paths the proxy serves, and what each of them reads."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from fastapi import APIRouter, Request, Response

from service.parts import Parts
from service.routes.proxy.handler import Proxy
from service.routes.proxy.keepalive import unless_gone
from service.routes.proxy.response import JOB_HEADER
from service.routes.request.authentication import Authentication
from service.routes.request.body import beside, is_large, read_object
from service.routes.request.retention import Retention
from service.wire.openai.chat import read_chat
from service.wire.openai.completions import read_completion, read_embeddings, read_moderation
from service.wire.openai.request import Media, Outgoing
from service.wire.openai.responses import read_responses

PREFIXES = ("/v1", "/api/v1/llm-anonymous")
# Below this nothing is masked or restored: the text was anonymized by the caller.
PASSED_PREFIX = "/api/v1/llm"
PASSED = ("/chat/completions", "/responses", "/embeddings")
Read = Callable[[dict[str, Any], str | None, Media], Outgoing]
Handler = Callable[[Request], Coroutine[Any, Any, Response]]
READERS: dict[str, tuple[Read, tuple[str, ...]]] = {
    "/chat/completions": (read_chat, ("model", "messages")),
    "/responses": (read_responses, ("model", "input")),
    "/completions": (read_completion, ("model", "prompt")),
    "/embeddings": (read_embeddings, ("model", "input")),
    "/moderations": (read_moderation, ("model", "input")),
}


@dataclass(frozen=True, slots=True)
class Manner:
    """How requests are taken in: with which media, what is kept, and how patiently."""

    media: Media
    retention: Retention
    keepalive_seconds: float
    default_model: str | None = None


def router(parts: Parts, authentication: Authentication) -> APIRouter:
    """Return the routes, under each of `PREFIXES`."""
    routes = APIRouter(tags=["proxy"])
    proxy, settings = Proxy(parts), parts.settings
    media: Media = "allow" if settings.media == "allow" else "refuse"
    manner = Manner(
        media, Retention(settings.retention), settings.keepalive_seconds, settings.default_model
    )
    for prefix in PREFIXES:
        for path, (read, members) in READERS.items():
            routes.add_api_route(
                f"{prefix}{path}",
                _posting(proxy, authentication, manner, read, masking=True),
                methods=["POST"],
                summary=f"The provider's {path}, which sees placeholders only",
                openapi_extra=_body(members),
            )
        _add_models(routes, prefix, proxy, authentication)
        _add_stored(routes, prefix, proxy, authentication)
    for path in PASSED:
        read, members = READERS[path]
        routes.add_api_route(
            f"{PASSED_PREFIX}{path}",
            _posting(proxy, authentication, manner, read, masking=False),
            methods=["POST"],
            summary=f"The provider's {path}, for text that is anonymized already",
            openapi_extra=_body(members),
        )
    _add_models(routes, PASSED_PREFIX, proxy, authentication)
    return routes


def _posting(
    proxy: Proxy, authentication: Authentication, manner: Manner, read: Read, *, masking: bool
) -> Handler:
    async def post(request: Request) -> Response:
        """Answer like the upstream; with `masking` it sees placeholders only."""
        context = authentication.admit(request, goes_upstream=True)
        kept = manner.retention.keeps(context.headers)
        body = await read_object(request, context.limits)
        if manner.default_model is not None and body.get("model") is None:
            body = body | {"model": manner.default_model}
        large = is_large(request)
        work = partial(read, body, context.headers.get(JOB_HEADER), manner.media)
        asked = replace(await beside(large, work), kept=kept, large=large)
        sent = proxy.send(context, asked, masking=masking)
        return await unless_gone(request, sent, asked, context.log, manner.keepalive_seconds)

    return post


def _add_models(
    routes: APIRouter, prefix: str, proxy: Proxy, authentication: Authentication
) -> None:
    @routes.get(f"{prefix}/models", summary="List the provider's models")
    async def models(request: Request) -> Response:
        """List the upstream's models."""
        context = authentication.admit(request, goes_upstream=True)
        return await proxy.models(context, None)

    @routes.get(f"{prefix}/models/{{name:path}}", summary="Describe a model of the provider")
    async def model(name: str, request: Request) -> Response:
        """Describe one of the upstream's models."""
        context = authentication.admit(request, goes_upstream=True)
        return await proxy.models(context, name)


def _add_stored(
    routes: APIRouter, prefix: str, proxy: Proxy, authentication: Authentication
) -> None:
    @routes.get(f"{prefix}/responses/{{name}}", summary="Fetch an answer that is kept")
    @routes.delete(f"{prefix}/responses/{{name}}", summary="Forget an answer that is kept")
    async def response(name: str, request: Request) -> Response:
        """Fetch or forget an answer that the upstream keeps."""
        context = authentication.admit(request, goes_upstream=True)
        return await proxy.stored(context, request.method, name)

    @routes.get(f"{prefix}/responses/{{name}}/input_items", summary="List what was asked for it")
    async def input_items(name: str, request: Request) -> Response:
        """List what was asked for an answer that the upstream keeps."""
        context = authentication.admit(request, goes_upstream=True)
        return await proxy.stored(context, request.method, name, "/input_items")


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
