"""A replica for tests: a process of its own that issues placeholders, many calls at once.

Reads its task from a line of JSON, says `ready`, waits for another line, and prints what it got.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import random
import sys
from typing import Any

from service.cipher import KeyRing
from service.vault import Pair, Vault
from service.vault.redis import RedisStore

AT_ONCE = 64
PAIRS = 3


class Crowded(KeyRing):
    """A key ring with so few hashes that values collide all the time."""

    def fingerprint(self, key_id: str, message: bytes) -> bytes:
        digest = super().fingerprint(key_id, message)
        place = int.from_bytes(digest[:4], "big") % 900
        return hashlib.sha256(place.to_bytes(2, "big")).digest()


async def write(task: dict[str, Any]) -> dict[str, list[str]]:
    """Issue random values of a common stock; return every hash that each of them got."""
    ring = Crowded.parse(task["keys"])
    url = f"{task['url']}?socket_timeout=20&socket_connect_timeout=20"
    vault = Vault(RedisStore.from_url(url, call_seconds=30), ring, 3600)
    choose = random.Random(task["seed"])  # noqa: S311  no secret
    turns = asyncio.Semaphore(AT_ONCE)
    seen: dict[str, set[str]] = {}

    async def call(values: list[str]) -> None:
        pairs = [Pair("PERSON", "Person", value) for value in values]
        async with turns:
            issued = await vault.issue(task["tenant"], "job_1", pairs, 600)
        for pair, one in issued.items():
            seen.setdefault(pair.value, set()).add(one.hash)

    await vault.ping()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    await asyncio.to_thread(sys.stdin.readline)
    stock = [f"Person number {number}" for number in range(task["values"])]
    await asyncio.gather(*(call(choose.sample(stock, PAIRS)) for _ in range(task["calls"])))
    await vault.close()
    return {value: sorted(hashes) for value, hashes in seen.items()}


if __name__ == "__main__":
    found = asyncio.run(write(json.loads(sys.stdin.readline())))
    sys.stdout.write(json.dumps(found) + "\n")
