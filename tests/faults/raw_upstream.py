"""An upstream on bare sockets: it can answer what no HTTP framework would send."""

from __future__ import annotations

import json
import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any, Self

Behave = Callable[["Line"], None]
TICK = 0.02


class Line:
    """One connection with one request on it."""

    def __init__(self, connection: socket.socket, head: bytes, body: bytes) -> None:
        self._connection = connection
        self.head = head
        self.body: dict[str, Any] = json.loads(body) if body else {}

    @property
    def text(self) -> str:
        return str(self.body["messages"][-1]["content"])

    def send(self, content: bytes) -> None:
        self._connection.sendall(content)

    def begin(self, kind: str = "application/json", length: int | None = None) -> None:
        """Send the head of an answer; without a length it ends with the connection."""
        size = "" if length is None else f"content-length: {length}\r\n"
        head = f"HTTP/1.1 200 OK\r\ncontent-type: {kind}\r\n{size}connection: close\r\n\r\n"
        self.send(head.encode())

    def reset(self) -> None:
        linger = struct.pack("ii", 1, 0)
        self._connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)

    def stays(self) -> bool:
        """Return, after a moment, whether the service still holds the connection."""
        self._connection.settimeout(TICK)
        try:
            return self._connection.recv(1, socket.MSG_PEEK) != b""
        except TimeoutError:
            return True
        except OSError:
            return False
        finally:
            self._connection.settimeout(30)


class RawUpstream:
    """Records every byte it gets; `behave` answers. With `tls` it speaks TLS."""

    def __init__(self, port: int = 0, tls: ssl.SSLContext | None = None) -> None:
        self.behave: Behave = answer
        self.received = bytearray()
        self.open = 0
        self.tls = tls
        self.scheme = "https" if tls else "http"
        self._lock = threading.Lock()
        self._listen(port)

    @property
    def url(self) -> str:
        return f"{self.scheme}://127.0.0.1:{self.port}/v1"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.shut()

    def shut(self) -> None:
        """Refuse connections from now on."""
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def open_again(self) -> None:
        """Accept connections again, on the same port."""
        self._listen(self.port)

    def _listen(self, port: int) -> None:
        self._listener = socket.create_server(("127.0.0.1", port), backlog=128)
        self.port = int(self._listener.getsockname()[1])
        threading.Thread(target=self._accept, args=(self._listener,), daemon=True).start()

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with self._lock:
            self.open += 1
        try:
            with ExitStack() as stack:
                stack.enter_context(connection)
                connection.settimeout(30)
                if self.tls:
                    connection = self.tls.wrap_socket(connection, server_side=True)
                    stack.enter_context(connection)
                head, body = _read(connection)
                with self._lock:
                    self.received += head + body
                self.behave(Line(connection, head, body))
        except (OSError, ValueError, RecursionError):
            pass
        finally:
            with self._lock:
                self.open -= 1


def _read(connection: socket.socket) -> tuple[bytes, bytes]:
    got = b""
    while b"\r\n\r\n" not in got:
        piece = connection.recv(65_536)
        if not piece:
            raise ValueError
        got += piece
    head, _, body = got.partition(b"\r\n\r\n")
    lines = [one.partition(b":") for one in head.lower().split(b"\r\n")]
    length = next((int(value) for name, _, value in lines if name == b"content-length"), 0)
    while len(body) < length:
        body += connection.recv(65_536)
    return head, body


def event(text: str) -> bytes:
    choice = {"index": 0, "delta": {"content": text}, "finish_reason": None}
    body = {"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": "m"}
    return f"data: {json.dumps(body | {'choices': [choice]}, ensure_ascii=False)}\n\n".encode()


def whole(text: str) -> bytes:
    message = {"role": "assistant", "content": text}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    head = {"id": "c1", "object": "chat.completion", "created": 1, "model": "m"}
    return json.dumps(head | {"choices": [choice]}).encode()


def answer(line: Line, seconds: float = 0) -> None:
    """Echo the last message, whole or in pieces, spread over some seconds."""
    if not line.body.get("stream"):
        content = whole(line.text)
        line.begin(length=len(content))
        line.send(content)
        return
    line.begin("text/event-stream")
    pieces = [line.text[at : at + 8] for at in range(0, len(line.text), 8)]
    for piece in pieces:
        line.send(event(piece))
        time.sleep(seconds / len(pieces))
    line.send(b"data: [DONE]\n\n")
