"""Writing through a failover: what is refused meanwhile, and what is there afterwards."""

from __future__ import annotations

import asyncio

from redis.asyncio import Redis

from service.errors import VaultError
from service.vault import Issued, Pair, Vault
from tests.support.redis_server import RedisServer

FAILOVER_SECONDS = 30
CALL_SECONDS = 2


def people(number: int) -> list[Pair]:
    return [Pair("PERSON", "Person", f"Person number {one}") for one in range(number)]


async def settle(master: RedisServer) -> None:
    """Wait until a replica has what the master has."""
    async with Redis(port=master.port) as client:
        assert await client.wait(1, 5000)


async def issue_when_possible(
    vault: Vault, job_id: str, pairs: list[Pair]
) -> tuple[dict[Pair, Issued], list[VaultError]]:
    """Try until the pairs are issued; return them, and every refusal on the way, all in time."""
    refusals = []
    async with asyncio.timeout(FAILOVER_SECONDS):
        while True:
            try:
                async with asyncio.timeout(CALL_SECONDS):
                    return await vault.issue("acme", job_id, pairs, 60), refusals
            except VaultError as error:
                refusals.append(error)
                await asyncio.sleep(0.1)
