"""One service as a process, in front of an upstream that writes down every byte."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.faults.raw_upstream import Line, RawUpstream, answer
from tests.support.processes import ServiceProcess

ROOT = Path(__file__).parents[2]
WAIT = 5.0


def answer_any(line: Line) -> None:
    """Echo a chat; to anything else give an empty list."""
    if "messages" in line.body:
        answer(line)
    else:
        line.begin(length=2)
        line.send(b"{}")


@dataclass
class Front:
    """The service and what stands behind it; `other` is a server that nobody named."""

    service: ServiceProcess
    upstream: RawUpstream
    other: RawUpstream

    @contextmanager
    def connected(self) -> Iterator[socket.socket]:
        with socket.create_connection(("127.0.0.1", self.service.port), timeout=WAIT) as connection:
            yield connection

    def say(self, *pieces: bytes) -> bytes:
        """Send bytes as they are; return what comes until the service hangs up, or for a while."""
        with self.connected() as connection:
            try:
                for piece in pieces:
                    connection.sendall(piece)
            except OSError:
                pass  # it hung up in the middle
            return until_closed(connection)


def until_closed(connection: socket.socket) -> bytes:
    """Return all that comes. Raises TimeoutError when the connection stays open."""
    got = b""
    try:
        while piece := connection.recv(65_536):
            got += piece
    except ConnectionResetError:
        pass
    return got


@pytest.fixture(scope="package")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    with RawUpstream() as upstream, RawUpstream() as other:
        upstream.behave = other.behave = answer_any
        settings: dict[str, Any] = {
            "upstream_url": upstream.url,
            "allow_paths": "/files",
            "receive_seconds": 1,
            "max_body_bytes": 100_000,
            "max_values": 1000,
            "max_requests": 2,
            "upstream_timeout_seconds": 20,
        }
        environment = {"HOME": "/nonexistent", "PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT)}
        environment |= {f"DECKNAME_{name.upper()}": str(one) for name, one in settings.items()}
        # what an operator's shell may hold: it must not lead anywhere
        proxy = f"http://127.0.0.1:{other.port}"
        environment |= {"HTTP_PROXY": proxy, "http_proxy": proxy, "ALL_PROXY": proxy}
        command = [sys.executable, "-B", "-m", "service", "serve"]
        folder = tmp_path_factory.mktemp("hardening")
        with ServiceProcess(command, folder, environment) as service:
            yield Front(service, upstream, other)


@pytest.fixture
def front(standing: Front) -> Front:
    standing.upstream.received.clear()
    standing.other.received.clear()
    return standing
