"""The service as a process of its own, with a Redis and an upstream that can be broken."""

from __future__ import annotations

import json
import secrets
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from service.cipher import Key
from tests.canaries import DETECTED, NAME, TEXT, found_in
from tests.faults.fault_proxy import FaultProxy
from tests.faults.raw_upstream import RawUpstream
from tests.processes import ServiceProcess
from tests.redis_server import RedisServer, start_redis

CLIENT_SECONDS = 30.0
RECOVERY_SECONDS = 60.0
SLOWEST_UPSTREAM = "1"


@dataclass
class Reply:
    """What a caller saw: `200`, or status and code, or how a stream ended; and how long it took."""

    answer: str
    milliseconds: float
    text: str


@dataclass
class Scene:
    """All the parts, whole at first."""

    service: ServiceProcess
    redis: RedisServer
    proxy: FaultProxy
    upstream: RawUpstream
    keys: Path

    def ask(self, *, stream: bool = False, job: str | None = None, text: str = TEXT) -> Reply:
        """Send a chat request with canaries in it."""
        body = {"messages": [{"role": "user", "content": text}], "stream": stream, "model": "m"}
        return self.post("/v1/chat/completions", body, job or f"job-{secrets.token_hex(6)}")

    def post(self, path: str, body: dict[str, Any], job: str = "any") -> Reply:
        """Send a body."""
        with httpx.Client(timeout=CLIENT_SECONDS) as client:
            started = time.perf_counter()
            try:
                address = f"{self.service.url}{path}"
                answer = client.post(address, json=body, headers={"x-job-id": job})
                said, content = told(answer), answer.text
            except httpx.TransportError as error:
                said, content = type(error).__name__, ""
        return Reply(said, (time.perf_counter() - started) * 1000, content)

    def leaked(self, replies: list[Reply]) -> int:
        """Count canaries upstream, in the log, and in what callers got that was no answer."""
        log = self.service.log.read_text(errors="replace")
        errors = "".join(one.text for one in replies if one.answer[:3] not in ("200", "str"))
        sent = self.upstream.received.decode(errors="replace")
        return len(found_in(sent, DETECTED)) + len(found_in(log)) + len(found_in(errors))

    def recovers(self) -> bool:
        """Say whether a request is served again, its values restored."""
        deadline = time.monotonic() + RECOVERY_SECONDS
        while time.monotonic() < deadline:
            reply = self.ask()
            if reply.answer == "200" and NAME in reply.text:
                return True
            time.sleep(0.1)
        return False

    def connections(self) -> int:
        """Count the sockets that the service holds."""
        folder = Path(f"/proc/{self.service.process_id}/fd")
        count = 0
        for one in folder.iterdir():
            try:
                count += str(one.readlink()).startswith("socket:")
            except FileNotFoundError:
                continue
        return count


def told(answer: httpx.Response) -> str:
    """Say in short what an answer was."""
    if answer.headers["content-type"].startswith("text/event-stream"):
        last = [line for line in answer.text.splitlines() if line.startswith("data: ")][-1]
        if '"error"' in last:
            code = json.loads(last.removeprefix("data: "))["error"]["code"]
            return f"stream, then error {code}"
        return "stream, ended" if last == "data: [DONE]" else "stream, cut"
    if answer.is_success:
        return "200"
    return f"{answer.status_code} {answer.json()['error']['code']}"


@contextmanager
def standing(folder: Path, **settings: Any) -> Iterator[Scene]:
    """Start everything."""
    keys = folder / "vault-keys"
    keys.write_text(f"{Key.generate('k1').reveal()}\n")
    with ExitStack() as stack:
        redis = stack.enter_context(start_redis())
        proxy = stack.enter_context(FaultProxy(redis.port))
        upstream = stack.enter_context(RawUpstream())
        environment = {
            "HOME": str(folder),
            "PATH": "/usr/bin:/bin",
            "PYTHONPATH": str(Path(__file__).parents[2]),
            "DECKNAME_VAULT_URL": f"redis://127.0.0.1:{proxy.port}/0",
            "DECKNAME_VAULT_KEYS_FILE": str(keys),
            "DECKNAME_UPSTREAM_URL": upstream.url,
            "DECKNAME_UPSTREAM_TIMEOUT_SECONDS": SLOWEST_UPSTREAM,
            "DECKNAME_ANALYZE_TIMEOUT_SECONDS": "2",
            "DECKNAME_LOG_LEVEL": "debug",
            **{f"DECKNAME_{name.upper()}": str(value) for name, value in settings.items()},
        }
        command = [sys.executable, "-m", "service", "serve"]
        service = stack.enter_context(ServiceProcess(command, folder, environment))
        yield Scene(service, redis, proxy, upstream, keys)
