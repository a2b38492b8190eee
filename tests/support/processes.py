"""The service as a process of its own, started and stopped as an operator does it."""

from __future__ import annotations

import signal
import socket
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import httpx

START_SECONDS = 300
STOP_SECONDS = 40


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class ServiceProcess:
    """`command` with a free port appended; a context manager that waits until it is ready."""

    command: list[str]
    folder: Path
    environment: dict[str, str]
    port: int = field(default_factory=free_port)
    output: str = ""
    exit_code: int | None = None
    start_seconds: float = START_SECONDS

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def process_id(self) -> int:
        return self._process.pid

    @property
    def workers(self) -> list[int]:
        """The ids of the processes that serve: the children, or the one process that there is."""
        children = Path(f"/proc/{self.process_id}/task/{self.process_id}/children").read_text()
        spawned = [int(one) for one in children.split() if b"spawn_main" in _command(int(one))]
        return spawned or [self.process_id]

    @property
    def log(self) -> Path:
        return self.folder / "service.log"

    def __enter__(self) -> Self:
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(  # noqa: S603 - our own command line
                [*self.command, "--port", str(self.port)],
                cwd=self.folder,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        try:
            self._wait_until_ready()
        except BaseException:
            self._process.kill()
            self._process.wait()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self.stop(signal.SIGKILL)

    def stop(
        self, how: signal.Signals = signal.SIGTERM, wait_seconds: float = STOP_SECONDS
    ) -> None:
        """Send a signal; `exit_code` and `output` are known afterwards."""
        self._process.send_signal(how)
        try:
            self.exit_code = self._process.wait(wait_seconds)
        finally:
            self._process.kill()
            self.output = self.log.read_text(encoding="utf-8")

    def _wait_until_ready(self) -> None:
        deadline = time.monotonic() + self.start_seconds
        while time.monotonic() < deadline and self._process.poll() is None:
            try:
                if httpx.get(f"{self.url}/readyz", timeout=5).status_code == httpx.codes.OK:
                    return
            except httpx.TransportError:
                time.sleep(0.05)
        raise RuntimeError(f"the service did not start: {self.log.read_text()[-2000:]}")


def _command(process_id: int) -> bytes:
    try:
        return Path(f"/proc/{process_id}/cmdline").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return b""


def sockets_of(process_id: int) -> int:
    """Count the sockets that a process holds."""
    count = 0
    for one in Path(f"/proc/{process_id}/fd").iterdir():
        try:
            count += str(one.readlink()).startswith("socket:")
        except FileNotFoundError:
            continue
    return count


def memory_of(process_id: int) -> float:
    """Return what a process holds in memory of its own, in MB (10^6 bytes)."""
    lines = Path(f"/proc/{process_id}/status").read_text().splitlines()
    kilobytes = next(line for line in lines if line.startswith("RssAnon")).split()[1]
    return int(kilobytes) * 1024 / 1e6
