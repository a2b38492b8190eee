"""The ASGI middleware: one id and one log line for each request, and no exception gets through."""

from __future__ import annotations

import logging
import re
import secrets
import time

from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.errors import CallerGoneError, DecknameError, HostNotAllowedError, OverloadedError
from service.observability import metrics, stages, tracing
from service.observability.fields import Value
from service.observability.logs import log
from service.observability.request_notes import RequestNotes
from service.routes.error_responses import error_answer
from service.routes.request.context import put_notes
from service.server.allowed_hosts import AllowedHosts

REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
FIRST_ERROR = 400
FIRST_FAILURE = 500
SHOULD_BE_KNOWN = frozenset({401, 413, 429})  # wrong keys, and limits that callers run into
QUIET = frozenset({"/livez", "/readyz", "/metrics"})


class Gate:
    """An ASGI layer around the whole app, which answers `most` requests at the same time.

    With `hosts`, only requests that they admit.
    """

    def __init__(self, app: ASGIApp, most: int, hosts: AllowedHosts | None = None) -> None:
        self._app = app
        self._most = most
        self._hosts = hosts
        self._begun = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1003})
            return
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        visit = Visit(scope, receive, send)
        counts = scope["path"] not in QUIET  # whether the service lives is always answered
        with tracing.request(visit.traceparent) as span:
            try:
                self._begun += counts
                if counts and self._hosts and not self._hosts.admits(scope):
                    await visit.refuse(HostNotAllowedError())
                elif counts and self._begun > self._most:
                    await visit.refuse(OverloadedError())
                else:
                    await self._app(scope, visit.receive, visit.send)
            except Exception as error:  # noqa: BLE001  nothing may reach the server's traceback log
                await visit.fail(error)
            finally:
                self._begun -= counts
                visit.end(span)


class Visit:
    """One request: its id, its status, its sizes, its time."""

    def __init__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._scope = scope
        self._receive = receive
        self._send = send
        self._sizes = {"bytes_in": 0, "bytes_out": 0}
        self._durations = stages.collect()
        self._started = time.perf_counter()
        self._status = 0
        self._failure: str | None = None
        self.id = _request_id(scope)
        self.traceparent = _header(scope, b"traceparent")
        self._notes = RequestNotes()
        put_notes(scope, self._notes)
        metrics.request_began()

    async def receive(self) -> Message:
        """Receive a part of the request."""
        message = await self._receive()
        self._sizes["bytes_in"] += len(message.get("body", b""))
        return message

    async def send(self, message: Message) -> None:
        """Send a part of the answer; the head gets the request id."""
        if message["type"] == "http.response.start":
            self._status = message["status"]
            headers = [*message.get("headers", ()), (b"x-request-id", self.id.encode())]
            message = {**message, "headers": headers}
        self._sizes["bytes_out"] += len(message.get("body", b""))
        await self._send(message)

    async def fail(self, error: Exception) -> None:
        """Answer an unexpected failure, if nothing was answered yet; who left is no failure."""
        if isinstance(error, ClientDisconnect):
            self.leave()
            return
        self._failure = type(error).__name__
        if not self._status:
            await self.refuse(DecknameError())

    def leave(self) -> None:
        """Note that the caller hung up before anything was answered."""
        if not self._status:
            self._status = CallerGoneError.status
            self._notes.add(code=CallerGoneError.code)

    async def refuse(self, error: DecknameError) -> None:
        """Answer with one of our errors."""
        self._notes.add(**error.facts)
        answer = error_answer(error)
        await answer(self._scope, self._receive, self.send)

    def end(self, span: tracing.Span) -> None:
        """Write the one line of this request, count it, and end its span."""
        route = self._scope.get("route")
        path = getattr(route, "path", "unknown")
        method = self._scope["method"]
        if self._failure:
            self._notes.add(code=DecknameError.code)
        noted = self._notes.as_fields()
        seconds = time.perf_counter() - self._started
        metrics.request_ended(path, method, self._status, seconds, noted)
        fields: dict[str, Value] = {
            "request_id": self.id,
            "method": method,
            "route": path,
            "status": self._status,
            "duration_ms": round(seconds * 1000, 1),
            **self._durations,
            **self._sizes,
            **noted,
        }
        if span.trace_id:
            fields["trace_id"] = span.trace_id
        if self._failure:
            fields["error"] = self._failure
        span.note(f"{method} {path}" if route else "unknown", fields)
        span.end(failed=self._status >= FIRST_FAILURE or bool(noted.get("code")))
        broke_off = bool(noted.get("code")) and self._status < FIRST_ERROR
        failed = bool(self._failure) or broke_off
        log("request", _level(path, self._status, failed=failed), **fields)


def _level(path: str, status: int, *, failed: bool) -> int:
    """Return how loud a request's line is: what an operator has to look at, or should know."""
    if failed or status >= FIRST_FAILURE:
        return logging.ERROR
    if status in SHOULD_BE_KNOWN:
        return logging.WARNING
    return logging.DEBUG if path in QUIET else logging.INFO


def _request_id(scope: Scope) -> str:
    given = _header(scope, b"x-request-id")
    if given is not None and REQUEST_ID.fullmatch(given):
        return given
    return f"req_{secrets.token_hex(12)}"


def _header(scope: Scope, name: bytes) -> str | None:
    found = (value for key, value in scope["headers"] if key == name)
    value = next(found, None)
    return None if value is None else str(value.decode("latin-1"))
