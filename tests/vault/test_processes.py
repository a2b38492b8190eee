"""Two processes on one Redis, thousands of calls, values that collide: they agree, lose nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from service.cipher import Key
from service.vault import Vault
from tests.vault.conftest import patient
from tests.vault.writer import Crowded

if TYPE_CHECKING:
    from tests.support.redis_server import RedisServer

ROOT = Path(__file__).parent.parent.parent
CALLS, VALUES = 1_000, 300


async def test_two_processes_agree_on_every_placeholder_and_lose_no_pair(
    redis_server: RedisServer, tenant: str
) -> None:
    keys = Key.generate("k1").reveal()
    task = {"url": redis_server.url, "keys": keys, "tenant": tenant}
    task |= {"calls": CALLS, "values": VALUES}
    command = [sys.executable, "-m", "tests.vault.writer"]
    with ExitStack() as stack:
        writers = [
            stack.enter_context(
                subprocess.Popen(  # noqa: S603, ASYNC220  our own command; nobody else waits
                    command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
                )
            )
            for _ in range(2)
        ]
        for seed, one in enumerate(writers):
            say(one, json.dumps(task | {"seed": seed}))
        assert [hear(one) for one in writers] == ["ready", "ready"]
        for one in writers:
            say(one, "go")
        told = [json.loads(hear(one)) for one in writers]

    hashes = {value: set(told[0].get(value, [])) | set(told[1].get(value, [])) for value in told[0]}
    hashes |= {value: set(found) for value, found in told[1].items() if value not in hashes}
    assert len(hashes) == VALUES
    assert {len(found) for found in hashes.values()} == {1}
    assert len(set.union(*hashes.values())) == VALUES
    vault = Vault(patient(redis_server), Crowded.parse(keys), 3600)
    held = await vault.everything(tenant, "job_1")
    await vault.close()
    assert {one.value: {name} for name, one in held.items()} == hashes


def say(writer: subprocess.Popen[str], line: str) -> None:
    assert writer.stdin is not None
    writer.stdin.write(f"{line}\n")
    writer.stdin.flush()


def hear(writer: subprocess.Popen[str]) -> str:
    assert writer.stdout is not None
    return writer.stdout.readline().strip()
