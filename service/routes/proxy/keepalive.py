"""Keep-alive comments for slow server-sent event streams, and hanging up with the client."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator, Coroutine
from typing import Any

from fastapi import Request, Response
from fastapi.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from service.errors import CallerGoneError, DecknameError, UpstreamError
from service.observability.request_notes import RequestNotes
from service.routes.error_responses import error_body
from service.routes.proxy.response import EVENT_STREAM, FIRST_ERROR, OK, STREAM_HEADERS
from service.wire.openai.request import Outgoing

COMMENT = b": keep-alive\n\n"
ERROR_MEMBERS = ("message", "type", "param", "code")


async def unless_gone(
    request: Request,
    work: Coroutine[Any, Any, Response],
    asked: Outgoing,
    log: RequestNotes,
    keepalive_seconds: float,
) -> Response:
    """Run `work`, but give it up when the client hangs up, so that the upstream stops too.

    The answer to a request for a stream begins after `keepalive_seconds`, ready or not: then
    comments are sent, and an error that comes later is an event.
    Raises CallerGoneError.
    """
    doing = asyncio.ensure_future(work)
    leaving = asyncio.ensure_future(_hang_up(request))
    tasks = {doing, leaving}
    limit = keepalive_seconds if asked.stream else None
    try:
        await asyncio.wait(tasks, timeout=limit, return_when=asyncio.FIRST_COMPLETED)
        if doing.done():
            answer = doing.result()
            if isinstance(answer, StreamingResponse):
                answer.body_iterator = _commented(answer.body_iterator, keepalive_seconds)
            return answer
        if leaving.done():
            raise CallerGoneError
        tasks.remove(doing)
        return Begun(doing, _late(doing, asked, keepalive_seconds, log))
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


class Begun(StreamingResponse):
    """A stream that has begun before its content is known."""

    def __init__(self, doing: asyncio.Future[Response], content: AsyncIterator[bytes]) -> None:
        media_type = f"{EVENT_STREAM}; charset=utf-8"
        super().__init__(content, OK, STREAM_HEADERS, media_type=media_type)
        self._doing = doing

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the stream; when the client hangs up, give up what it waits for."""
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._doing.cancel()


async def _late(
    doing: asyncio.Future[Response], asked: Outgoing, seconds: float, log: RequestNotes
) -> AsyncIterator[bytes]:
    """Yield comments until the answer is there, then the answer."""
    yield COMMENT
    while not (await asyncio.wait({doing}, timeout=seconds))[0]:
        yield COMMENT
    try:
        answer = doing.result()
    except Exception as failure:
        error = failure if isinstance(failure, DecknameError) else DecknameError()
        log.add(**error.facts)
        yield asked.failure(error_body(error)["error"]).encode()
        if error is not failure:
            raise
        return
    if isinstance(answer, StreamingResponse):
        async for piece in _commented(answer.body_iterator, seconds):
            yield piece
    else:
        yield asked.failure(_told(answer)).encode()


def _told(answer: Response) -> dict[str, Any]:
    """Return the error that a whole answer tells; one that tells none is no answer to a stream."""
    ours: dict[str, Any] = error_body(UpstreamError())["error"]
    document = json.loads(bytes(answer.body)) if answer.status_code >= FIRST_ERROR else None
    error = document.get("error") if isinstance(document, dict) else None
    if isinstance(error, str):
        return ours | {"message": error}
    return {name: error.get(name) for name in ERROR_MEMBERS} if isinstance(error, dict) else ours


async def _commented(pieces: Any, seconds: float) -> AsyncGenerator[bytes, None]:
    """Yield the pieces, which are whole events each, and a comment where one is long in coming."""
    coming: asyncio.Future[bytes] | None = None
    try:
        while True:
            coming = asyncio.ensure_future(anext(pieces))
            while not (await asyncio.wait({coming}, timeout=seconds))[0]:
                yield COMMENT
            try:
                piece = coming.result()
            except StopAsyncIteration:
                return
            yield piece
    finally:
        if coming is not None and not coming.done():
            coming.cancel()
            await asyncio.gather(coming, return_exceptions=True)
        await pieces.aclose()


async def _hang_up(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
