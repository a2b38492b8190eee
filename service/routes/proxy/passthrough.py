"""Pass-through: paths of the provider that a setting allows, unmasked."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence

from fastapi import APIRouter, Request, Response
from fastapi.responses import StreamingResponse

from service.errors import (
    InvalidRequestError,
    RequestTooLargeError,
    RouteNotAllowedError,
    UpstreamError,
)
from service.routes.proxy.response import FIRST_ERROR, STREAM_HEADERS
from service.routes.request.authentication import Authentication
from service.routes.request.context import RequestContext
from service.routes.request.limits import in_time
from service.upstream.client import Upstream
from service.upstream.pool import Upstreams

METHODS = ["GET", "POST", "DELETE"]
BELOW = re.compile(r"[A-Za-z0-9._:-]+(?:/[A-Za-z0-9._:-]+)*")
FIRST_REDIRECT = 300
# What says how a body is to be read.
BODY_HEADERS = ("content-type", "content-encoding", "content-length")
ANSWER_HEADERS = ("content-type", "content-disposition")
Passing = Callable[..., Awaitable[Response]]


class Body:
    """A caller's body on its way, within the limits; `fault` says what was wrong with it."""

    def __init__(self, request: Request, context: RequestContext) -> None:
        """Raise RequestTooLargeError when the callers themselves say that it is too large."""
        length = context.headers.get("content-length", "0")
        if not length.isdigit() or int(length) > context.limits.body_bytes:
            raise RequestTooLargeError
        self.headers = {
            name: context.headers[name] for name in BODY_HEADERS if name in context.headers
        }
        self.fault: InvalidRequestError | None = None
        self._request = request
        self._limits = context.limits

    async def pieces(self) -> AsyncIterator[bytes]:
        """Yield the body as it comes. Raises RequestTooLargeError and SlowRequestError."""
        size, stream = 0, self._request.stream()
        ends = self._limits.ends
        try:
            while True:
                async with in_time(ends):
                    piece = await anext(stream, None)
                if piece is None:
                    return
                size += len(piece)
                if size > self._limits.body_bytes:
                    raise RequestTooLargeError
                yield piece
        except InvalidRequestError as error:
            self.fault = error
            raise


def router(
    paths: Sequence[str],
    prefixes: Sequence[str],
    upstreams: Upstreams,
    authentication: Authentication,
) -> APIRouter:
    """Return routes for the paths and whatever is below them."""
    routes = APIRouter(tags=["passed"], include_in_schema=False)

    async def passing(request: Request, path: str, below: str = "") -> Response:
        context = authentication.admit(request, goes_upstream=True)
        upstream = upstreams.of(context.tenant)
        if below and (not BELOW.fullmatch(below) or {".", ".."} & set(below.split("/"))):
            raise RouteNotAllowedError
        return await _pass(upstream, request, f"{path}/{below}" if below else path, context)

    for prefix in prefixes:
        for path in paths:
            _add(routes, f"{prefix}{path}", path, passing)
    return routes


def _add(routes: APIRouter, address: str, path: str, passing: Passing) -> None:
    @routes.api_route(address, methods=METHODS)
    async def exact(request: Request) -> Response:
        """Pass a request and its answer on as they are."""
        return await passing(request, path)

    @routes.api_route(f"{address}/{{below:path}}", methods=METHODS)
    async def deeper(request: Request, below: str) -> Response:
        """Pass a request and its answer on as they are."""
        return await passing(request, path, below)


async def _pass(
    upstream: Upstream, request: Request, path: str, context: RequestContext
) -> Response:
    body = Body(request, context)
    query = f"?{request.url.query}" if request.url.query else ""
    has_body = "content-length" in context.headers or "transfer-encoding" in context.headers
    try:
        answer = await upstream.send(
            request.method,
            f"{path}{query}",
            context.headers,
            body.pieces() if has_body else None,
            body.headers,
        )
    except UpstreamError:
        if body.fault is not None:
            raise body.fault from None
        raise
    if FIRST_REDIRECT <= answer.status < FIRST_ERROR:
        async with answer:
            raise UpstreamError

    async def pieces() -> AsyncIterator[bytes]:
        async with answer:
            async for piece in answer.pieces():
                yield piece

    headers = STREAM_HEADERS | answer.headers | answer.described(ANSWER_HEADERS)
    return StreamingResponse(pieces(), answer.status, headers)
