"""The service as a process of its own, with a Redis and an upstream that can be broken."""

from __future__ import annotations

import json
import secrets
import ssl
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import trustme

from service.cipher import Key
from tests.faults.fault_proxy import FaultProxy
from tests.faults.raw_upstream import RawUpstream
from tests.support.canaries import ALL, DETECTED, NAME, TEXT
from tests.support.processes import ServiceProcess, memory_of, sockets_of
from tests.support.redis_server import RedisServer, start_redis

CLIENT_SECONDS = 30.0
RECOVERY_SECONDS = 60.0
IDLE_SECONDS = 15.0
SLOWEST_UPSTREAM = "1"
HANGING_RECOGNIZER = Path(__file__).parent / "hanging_recognizer.yaml"


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
    tls: Contexts | None = None

    def ask(self, *, stream: bool = False, job: str | None = None, text: str = TEXT) -> Reply:
        """Send a chat request with canaries in it."""
        body = {"messages": [{"role": "user", "content": text}], "stream": stream, "model": "m"}
        return self.post("/v1/chat/completions", body, job or f"job-{secrets.token_hex(6)}")

    def post(self, path: str, body: dict[str, Any], job: str = "any") -> Reply:
        """Send a body; what is no character goes as its escape."""
        headers = {"x-job-id": job, "content-type": "application/json"}
        with httpx.Client(timeout=CLIENT_SECONDS) as client:
            started = time.perf_counter()
            try:
                address = f"{self.service.url}{path}"
                answer = client.post(address, content=json.dumps(body), headers=headers)
                said, content = told(answer), answer.text
            except httpx.TransportError as error:
                said, content = type(error).__name__, ""
        return Reply(said, (time.perf_counter() - started) * 1000, content)

    def leaked(self, replies: list[Reply]) -> int:
        """Count bytes of canaries upstream, in the log, and in what callers got as an error."""
        log = self.service.log.read_text(errors="replace")
        errors = "".join(one.text for one in replies if one.answer[:3] not in ("200", "str"))
        sent = self.upstream.received.decode(errors="replace")
        return _bytes_of(DETECTED, sent) + _bytes_of(ALL, log) + _bytes_of(ALL, errors)

    def recovers(self) -> bool:
        """Return whether a request is served again, its values restored."""
        deadline = time.monotonic() + RECOVERY_SECONDS
        while time.monotonic() < deadline:
            reply = self.ask()
            if reply.answer == "200" and NAME in reply.text:
                return True
            time.sleep(0.1)
        return False

    def connections(self) -> int:
        """Count the sockets that the service holds, all its workers together."""
        return sum(map(sockets_of, self.service.workers))

    def megabytes(self) -> float:
        """Return the memory of all workers."""
        return sum(map(memory_of, self.service.workers))

    def busy(self) -> int:
        """Count the requests and searches that go on, when none should."""
        wanted = ("deckname_requests_in_progress ", "deckname_analyses_waiting ")
        lines = httpx.get(f"{self.service.url}/metrics", timeout=CLIENT_SECONDS).text.splitlines()
        found = [float(line.rpartition(" ")[2]) for line in lines if line.startswith(wanted)]
        return int(sum(found)) - 1  # the one that asks

    def is_idle(self) -> bool:
        """Wait until nothing is under way any more; say whether that came to be."""
        deadline = time.monotonic() + IDLE_SECONDS
        while (self.upstream.open or self.busy()) and time.monotonic() < deadline:
            time.sleep(0.05)
        return not self.upstream.open and not self.busy()


def _bytes_of(canaries: tuple[str, ...], content: str) -> int:
    folded = content.casefold()
    return sum(folded.count(one) * len(one.encode()) for one in canaries)


def told(answer: httpx.Response) -> str:
    """Return in short what an answer was."""
    if answer.headers["content-type"].startswith("text/event-stream"):
        last = [line for line in answer.text.splitlines() if line.startswith("data: ")][-1]
        if '"error"' in last:
            code = json.loads(last.removeprefix("data: "))["error"]["code"]
            return f"stream, then error {code}"
        return "stream, ended" if last == "data: [DONE]" else "stream, cut"
    if answer.is_success:
        return "200"
    return f"{answer.status_code} {answer.json()['error']['code']}"


@dataclass(frozen=True)
class Contexts:
    """How the upstream may show itself: as it should, by a stranger's word, by another's name."""

    right: ssl.SSLContext
    stranger: ssl.SSLContext
    misnamed: ssl.SSLContext


def contexts(folder: Path) -> Contexts:
    """Make certificates; `ca.pem` in the folder is whom the service trusts."""
    trusted, other = trustme.CA(), trustme.CA()
    trusted.cert_pem.write_to_path(folder / "ca.pem")
    made = []
    for authority, name in ((trusted, "127.0.0.1"), (other, "127.0.0.1"), (trusted, "x.example")):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert(name).configure_cert(context)
        made.append(context)
    return Contexts(*made)


@contextmanager
def standing(folder: Path, *, tls: bool = False, **settings: Any) -> Iterator[Scene]:
    """Start everything; with `tls` the service reaches the upstream over TLS.

    Several workers reach Redis directly: under load the proxy would be what is slow.
    """
    keys = folder / "vault-keys"
    keys.write_text(f"{Key.generate('k1').reveal()}\n")
    with ExitStack() as stack:
        redis = stack.enter_context(start_redis())
        proxy = stack.enter_context(FaultProxy(redis.port))
        papers = contexts(folder) if tls else None
        upstream = stack.enter_context(RawUpstream(tls=papers.right if papers else None))
        vault_port = proxy.port if settings.get("workers", 1) == 1 else redis.port
        environment = {
            "HOME": str(folder),
            "PATH": "/usr/bin:/bin",
            "PYTHONPATH": str(Path(__file__).parents[2]),
            "DECKNAME_VAULT_URL": f"redis://127.0.0.1:{vault_port}/0",
            "DECKNAME_VAULT_KEYS_FILE": str(keys),
            "DECKNAME_UPSTREAM_URL": upstream.url,
            "DECKNAME_UPSTREAM_TIMEOUT_SECONDS": SLOWEST_UPSTREAM,
            "DECKNAME_UPSTREAM_CONNECT_SECONDS": "1",
            "DECKNAME_ANALYZE_TIMEOUT_SECONDS": "2",
            "DECKNAME_LOG_LEVEL": "debug",
            "DECKNAME_RECOGNIZERS_FILE": str(HANGING_RECOGNIZER),
            **({"SSL_CERT_FILE": str(folder / "ca.pem")} if tls else {}),
            **{f"DECKNAME_{name.upper()}": str(value) for name, value in settings.items()},
        }
        command = [sys.executable, "-m", "service", "serve"]
        service = stack.enter_context(ServiceProcess(command, folder, environment))
        yield Scene(service, redis, proxy, upstream, keys, papers)
