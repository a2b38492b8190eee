"""Strict HTTP/1.1: nothing that two readers could take in two ways.

The parser is llhttp (httptools), which refuses what h11 would take: bare line feeds, folded
headers, a length beside a transfer coding. What llhttp leaves open is refused here: an unknown
transfer coding, no Host or two, trailers, and a head that is too large or too slow.

https://www.rfc-editor.org/rfc/rfc9112#section-11.2
"""

from __future__ import annotations

import asyncio
import json
from typing import Any

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from service.errors import InvalidRequestError
from service.routes.error_responses import error_body

LARGEST_HEAD = 64 * 1024


class StrictHttp(HttpToolsProtocol):
    """One connection; `head_seconds` is the longest time for the head of a request to arrive."""

    def __init__(self, *args: Any, head_seconds: float = 60, **options: Any) -> None:
        super().__init__(*args, **options)
        self._head_seconds = head_seconds
        self._head_bytes = 0
        self._in_head = False
        self._timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for a request."""
        super().connection_made(transport)
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no longer."""
        self._wait_no_longer()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Read on."""
        goes_on = self._in_head
        super().data_received(data)
        if goes_on and self._in_head and not self.transport.is_closing():
            self._head_bytes += len(data)
            if self._head_bytes > LARGEST_HEAD:
                self.send_400_response("")

    def on_message_begin(self) -> None:
        """Begin with the head of a request."""
        super().on_message_begin()
        self._head_bytes, self._in_head = 0, True
        self._wait_no_longer()
        self._wait()

    def on_header(self, name: bytes, value: bytes) -> None:
        """Add a header. Raises ValueError for one that comes after the body."""
        if not self._in_head:
            raise ValueError
        super().on_header(name, value)

    def on_headers_complete(self) -> None:
        """Check the head. Raises ValueError for one that is not to be served."""
        size = len(self.url) + sum(len(name) + len(value) for name, value in self.headers)
        if size > LARGEST_HEAD:
            raise ValueError
        self._check_framing()
        self._wait_no_longer()
        self._in_head = False
        super().on_headers_complete()

    def on_response_complete(self) -> None:
        """Wait for the next request, or for the rest of this one's body, which nobody reads."""
        super().on_response_complete()
        self._wait()

    def send_400_response(self, msg: str) -> None:
        """Answer what cannot be read, in the form of all errors, and hang up."""
        del msg
        content = json.dumps(error_body(InvalidRequestError())).encode()
        head = (
            b"content-type: application/json\r\nx-should-retry: false\r\nconnection: close\r\n"
            b"content-length: %d\r\n\r\n" % len(content)
        )
        self.transport.write(STATUS_LINE[InvalidRequestError.status] + head + content)
        self.transport.close()

    def _check_framing(self) -> None:
        version = self.parser.get_http_version()
        hosts = [value for name, value in self.headers if name == b"host"]
        codings = [value for name, value in self.headers if name == b"transfer-encoding"]
        if len(hosts) > 1 or (version == "1.1" and not hosts):
            raise ValueError
        if codings and (version != "1.1" or [one.lower() for one in codings] != [b"chunked"]):
            raise ValueError

    def _wait(self) -> None:
        if self._timer is None and not self.transport.is_closing():
            self._timer = self.loop.call_later(self._head_seconds, self._give_up)

    def _wait_no_longer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _give_up(self) -> None:
        self._timer = None
        if self.cycle is None or self.cycle.response_complete:  # else it waits anew afterwards
            self.transport.close()
