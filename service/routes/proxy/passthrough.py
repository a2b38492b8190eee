"""Paths of the provider that a setting lets through, unmasked."""

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
from service.routes.request.authentication import Caller
from service.routes.request.limits import Limits, in_time
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

    def __init__(self, request: Request, limits: Limits) -> None:
        """Raise RequestTooLargeError when the caller himself says that it is too large."""
        length = request.headers.get("content-length", "0")
        if not length.isdigit() or int(length) > limits.body_bytes:
            raise RequestTooLargeError
        self.headers = {
            name: request.headers[name] for name in BODY_HEADERS if name in request.headers
        }
        self.fault: InvalidRequestError | None = None
        self._request = request
        self._limits = limits

    async def pieces(self) -> AsyncIterator[bytes]:
        """Give the body as it comes. Raises RequestTooLargeError and SlowRequestError."""
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
    caller: Caller,
    limits: Limits,
) -> APIRouter:
    """Return routes for the paths and whatever is below them."""
    routes = APIRouter(tags=["passed"], include_in_schema=False)

    async def passing(request: Request, path: str, below: str = "") -> Response:
        upstream = upstreams.of(caller.tenant(request, goes_upstream=True))
        if below and (not BELOW.fullmatch(below) or {".", ".."} & set(below.split("/"))):
            raise RouteNotAllowedError
        return await _pass(upstream, request, f"{path}/{below}" if below else path, limits)

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


async def _pass(upstream: Upstream, request: Request, path: str, limits: Limits) -> Response:
    body = Body(request, limits.of(request))
    query = f"?{request.url.query}" if request.url.query else ""
    has_body = "content-length" in request.headers or "transfer-encoding" in request.headers
    try:
        answer = await upstream.send(
            request.method,
            f"{path}{query}",
            request.headers,
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
