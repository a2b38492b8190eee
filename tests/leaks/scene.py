"""The service as a process, with all that it writes to within reach: Redis, folders, traces."""

from __future__ import annotations

import json
import secrets
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import redis

from service.cipher import Key
from service.tenants.tenants import new_api_key
from tests.faults.fault_proxy import FaultProxy
from tests.faults.raw_upstream import RawUpstream
from tests.leaks.calls import BODY_LIMIT, JSON, Call
from tests.leaks.provider import answer_any
from tests.support.processes import ServiceProcess
from tests.support.redis_server import RedisServer, start_redis
from tests.support.running import Running
from tests.support.trace_receiver import TraceReceiver

ROOT = Path(__file__).parents[2]
# Python's audit events see every connection and every look-up of a name that Python code makes.
WATCHED = """
import os
record = os.open("reached.txt", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
PLACE = {"socket.connect": 1, "socket.sendto": 1, "socket.sendmsg": 1, "socket.bind": 1,
         "socket.getaddrinfo": 0, "socket.gethostbyname": 0, "socket.gethostbyaddr": 0}

def audit(event, args):
    if event in PLACE:
        address = args[PLACE[event]]
        host = address[0] if isinstance(address, tuple) else address
        os.write(record, f"{event} {host}\\n".encode())

import sys
sys.addaudithook(audit)
from service.cli import app
app()
"""


@dataclass
class Scene:
    """All parts, and the secrets that were given to them."""

    service: ServiceProcess
    redis: RedisServer
    proxy: FaultProxy
    upstream: RawUpstream
    traces: TraceReceiver
    secrets: dict[str, str | bytes]
    api_key: str
    folders: tuple[Path, ...]

    def send(self, client: httpx.Client, call: Call) -> httpx.Response:
        """Send a call with a good API key, unless the call brings its own."""
        headers = JSON | {"authorization": f"Bearer {self.api_key}"} | call.headers
        address = f"{self.service.url}{call.path}" + (f"?{call.query}" if call.query else "")
        return client.request(call.method, address, content=call.content, headers=headers)

    def stored(self) -> dict[str, bytes]:
        """Return all of Redis: its keys, its values, each key's dump, and its file on disk."""
        password = str(self.secrets["password of Redis"])
        with redis.Redis(port=self.redis.port, password=password) as client:
            names = sorted(client.scan_iter())
            assert names
            assert {client.type(name) for name in names} <= {b"hash"}
            fields = [
                part for name in names for pair in client.hgetall(name).items() for part in pair
            ]
            dumps = [client.dump(name) or b"" for name in names]
            client.save()
        return {
            "keys of Redis": b"\n".join(names),
            "values of Redis": b"\n".join(fields),
            "dumps of Redis": b"\n".join(dumps),
            "file of Redis": (self.redis.folder / "dump.rdb").read_bytes(),
        }

    def process(self) -> dict[str, bytes]:
        """Return what the system tells of the process."""
        folder = Path(f"/proc/{self.service.process_id}")
        return {name: (folder / name).read_bytes() for name in ("environ", "cmdline", "comm")}

    def files(self) -> dict[str, bytes]:
        """Return what the service left in the folders that it may write to."""
        found = [path for folder in self.folders for path in folder.rglob("*") if path.is_file()]
        return {str(path): path.read_bytes() for path in found if path not in self._ours}

    def reached(self) -> list[str]:
        """Return each address that was connected to or bound, and each name that was looked up."""
        return (self.service.folder / "reached.txt").read_text("utf-8").splitlines()

    @property
    def _ours(self) -> set[Path]:
        return {self.service.log, self.service.folder / "reached.txt"}


@contextmanager
def standing(folder: Path) -> Iterator[Scene]:
    """Start everything, each secret in a file of its own."""
    work, home, temporary, kept = folders = [
        folder / name for name in ("work", "home", "tmp", "secrets")
    ]
    for one in folders:
        one.mkdir()
    key, (api_key, api_hash) = Key.generate("k1"), new_api_key()
    password, provider_key = secrets.token_urlsafe(24), f"sk-{secrets.token_urlsafe(24)}"
    (kept / "tenants.json").write_text(json.dumps({"kanzlei": [api_hash]}))
    with ExitStack() as stack:
        options = ("--requirepass", password, "--rdbcompression", "no")
        server = stack.enter_context(start_redis(*options))
        proxy = stack.enter_context(FaultProxy(server.port))
        upstream = stack.enter_context(RawUpstream())
        upstream.behave = answer_any
        traces = TraceReceiver()
        traces_url = stack.enter_context(Running(traces.app())).url
        for name, value in {
            "vault_url": f"redis://:{password}@127.0.0.1:{proxy.port}/0",
            "vault_keys": key.reveal(),
            "upstream_api_key": provider_key,
        }.items():
            (kept / f"deckname_{name}").write_text(value)
        environment = {
            "HOME": str(home),
            "TMPDIR": str(temporary),
            "PATH": "/usr/bin:/bin",
            "PYTHONPATH": str(ROOT),
            "DECKNAME_SECRETS_DIR": str(kept),
            "DECKNAME_API_KEYS_FILE": str(kept / "tenants.json"),
            "DECKNAME_UPSTREAM_URL": upstream.url,
            "DECKNAME_UPSTREAM_TIMEOUT_SECONDS": "1",
            "DECKNAME_ANALYZE_TIMEOUT_SECONDS": "2",
            "DECKNAME_MAX_BODY_BYTES": str(BODY_LIMIT),
            "DECKNAME_ALLOW_PATHS": "/files",
            "DECKNAME_REQUEST_PATTERNS": "on",
            "DECKNAME_RESPONSE_SCAN": "mask",
            "DECKNAME_TRACES_URL": f"{traces_url}/v1/traces",
            "DECKNAME_LOG_LEVEL": "debug",
        }
        command = [sys.executable, "-B", "-c", WATCHED, "serve"]
        service = stack.enter_context(ServiceProcess(command, work, environment))
        given: dict[str, str | bytes] = {
            "vault key": key.material,
            "API key": api_key,
            "key of the provider": provider_key,
            "password of Redis": password,
        }
        places = (work, home, temporary)
        yield Scene(service, server, proxy, upstream, traces, given, api_key, places)
