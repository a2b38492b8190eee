"""The outermost layer: gives each request an id, logs one line, lets no exception through."""

from __future__ import annotations

import json
import logging
import re
import secrets
import time
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.errors import DecknameError
from service.routes.answers import error_body
from service.telemetry import log

REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
QUIET = frozenset({"/livez", "/readyz"})


class Gate:
    """An ASGI layer around the whole app."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1003})
            return
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        visit = Visit(scope, send)
        try:
            await self._app(scope, receive, visit.send)
        except Exception as error:  # noqa: BLE001  nothing may reach the server's traceback log
            await visit.fail(error)
        finally:
            visit.log()


class Visit:
    """One request: its id, its status, its time."""

    def __init__(self, scope: Scope, send: Send) -> None:
        self._scope = scope
        self._send = send
        self._started = time.perf_counter()
        self._status = 0
        self._failure: str | None = None
        self.id = _request_id(scope)
        scope.setdefault("deckname", {})

    async def send(self, message: Message) -> None:
        """Send a part of the answer; the head gets the request id."""
        if message["type"] == "http.response.start":
            self._status = message["status"]
            headers = [*message.get("headers", ()), (b"x-request-id", self.id.encode())]
            message = {**message, "headers": headers}
        await self._send(message)

    async def fail(self, error: Exception) -> None:
        """Answer an unexpected failure, if nothing was answered yet."""
        self._failure = type(error).__name__
        if self._status:
            return
        body = json.dumps(error_body(DecknameError())).encode()
        headers = [(b"content-type", b"application/json"), (b"x-should-retry", b"false")]
        await self.send({"type": "http.response.start", "status": 500, "headers": headers})
        await self.send({"type": "http.response.body", "body": body})

    def log(self) -> None:
        """Write the one line of this request."""
        route = self._scope.get("route")
        path = getattr(route, "path", "unknown")
        fields: dict[str, Any] = {
            "request_id": self.id,
            "method": self._scope["method"],
            "route": path,
            "status": self._status,
            "duration_ms": round((time.perf_counter() - self._started) * 1000, 1),
            **self._scope["deckname"],
        }
        if self._failure:
            fields["error"] = self._failure
        level = logging.DEBUG if path in QUIET else logging.INFO
        log("request", logging.ERROR if self._failure else level, **fields)


def _request_id(scope: Scope) -> str:
    for name, value in scope["headers"]:
        if name == b"x-request-id":
            given = str(value.decode("latin-1"))
            if REQUEST_ID.fullmatch(given):
                return given
    return f"req_{secrets.token_hex(12)}"
