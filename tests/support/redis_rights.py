"""What a Redis user of the service may do, as docs/configuration.md lists it, and using it all."""

from __future__ import annotations

import asyncio
import re
import secrets
from collections.abc import Iterable, Sequence
from pathlib import Path

import redis

from service.errors import VaultError
from service.vault.redis import RedisStore
from service.vault.redis_tls import TlsFiles
from tests.support.redis_server import RedisServer

PAGE = Path(__file__).parents[2] / "docs" / "configuration.md"
BLOCK = re.compile(r"^```text\n(ACL SETUSER .*?)^```", re.MULTILINE | re.DOTALL)
RIGHT = re.compile(r"\+([a-z|]+)")
LINES = ("data", "jobs", "cluster", "database", "sentinel")
USER, PASSWORD = "deckname", "pa%ss"
LOGIN = f"{USER}:pa%25ss@"


def documented(*names: str) -> list[str]:
    """Return the commands that the docs list for some of `LINES`."""
    found = BLOCK.search(PAGE.read_text(encoding="utf-8"))
    assert found is not None
    lines = [RIGHT.findall(line) for line in found[1].splitlines() if "+" in line]
    listed = dict(zip(LINES, lines, strict=True))
    return [right for name in names for right in listed[name]]


def allow(servers: Iterable[RedisServer], rights: Sequence[str], keys: str = "~deckname:*") -> None:
    """Make or change the user on each server: these rights and no others."""
    rules = [f"+{right}" for right in rights]
    for server in servers:
        with redis.Redis(port=server.port, protocol=2) as client:
            client.execute_command(
                *("ACL", "SETUSER", USER, "reset", "on", f">{PASSWORD}", keys), *rules
            )


async def use_everything(
    address: str, tls: TlsFiles | None = None, further: Iterable[str] = ()
) -> list[str]:
    """Call each method of a new store; return the names of those refused.

    Keys named as `further` are read too.
    """
    options = "&" if "?" in address else "?"
    patient = f"{address}{options}socket_timeout=10&socket_connect_timeout=10"
    store = RedisStore.from_url(patient, call_seconds=20, tls=tls)
    key = f"deckname:{{{secrets.token_hex(20)}}}"
    calls = [
        ("put_if_absent", store.put_if_absent(key, {"a": b"1"}, 60)),
        ("put", store.put(key, {"b": b"2"}, 60)),
        ("get", store.get(key, ["a"])),
        ("all", store.all(key)),
        ("touch", store.touch(key, 60)),
        ("size", store.size(key)),
        ("ttl", store.ttl(key)),
        ("delete", store.delete(key)),
        ("claim", store.claim(f"{key}places", "a", 60, None)),
        ("claim", store.claim(f"{key}places", "b", 60, 2)),
        ("release", store.release(f"{key}places", "a")),
        ("ping", store.ping()),
        *(("get", store.get(name, ["a"])) for name in further),
    ]
    refused = []
    for name, call in calls:
        try:
            async with asyncio.timeout(30):
                await call
        except VaultError:
            refused.append(name)
    await store.close()
    return refused
