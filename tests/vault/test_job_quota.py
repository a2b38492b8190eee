"""A tenant's limit of jobs: exact between replicas, and no place is lost when a job ends."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from redis.asyncio import Redis

from service.cipher import KeyRing
from service.errors import JobLimitError, JobNotFoundError, VaultError
from service.vault import Pair, Vault
from service.vault.job_quota import LEASE_SECONDS
from service.vault.memory import MemoryStore

if TYPE_CHECKING:
    from service.vault.redis import RedisStore
    from service.vault.store import Store
    from tests.support.redis_server import RedisServer
    from tests.vault.conftest import Clock

SABINE = Pair("PERSON", "Person", "Sabine Krämer")
KEYS = KeyRing.generate()


def limited(store: Store, most: int | None = 2) -> Vault:
    """Return a vault in which a tenant has `most` jobs, unless its name ends in `x`."""
    return Vault(store, KEYS, 3600, most_jobs=lambda tenant: None if tenant.endswith("x") else most)


async def make(vault: Vault, tenant: str, *job_ids: str, ttl: int = 60) -> None:
    for job_id in job_ids:
        await vault.issue(tenant, job_id, [SABINE], ttl)


async def test_a_job_too_many_is_refused_and_nothing_of_it_is_written(
    store: Store, tenant: str
) -> None:
    vault = limited(store)
    await make(vault, tenant, "job_1", "job_2")
    with pytest.raises(JobLimitError):
        await vault.issue(tenant, "job_3", [SABINE], 60)
    with pytest.raises(JobLimitError):
        await vault.keep_report(tenant, "job_3", "begonnen", 60)
    assert not await vault.exists(tenant, "job_3")
    with pytest.raises(JobNotFoundError):
        await vault.report(tenant, "job_3")


async def test_jobs_that_there_are_go_on_at_the_limit(store: Store, tenant: str) -> None:
    vault = limited(store)
    await make(vault, tenant, "job_1", "job_2")
    issued = await vault.issue(tenant, "job_1", [SABINE, Pair("PERSON", "Person", "Jonas")], 60)
    await vault.keep_report(tenant, "job_2", "fertig", 60)
    assert len(await vault.open(tenant, "job_1", [one.hash for one in issued.values()])) == 2
    assert len(await vault.everything(tenant, "job_2")) == 1


async def test_a_limit_is_one_tenants_and_no_other_has_it(store: Store, tenant: str) -> None:
    vault = limited(store)
    await make(vault, tenant, "job_1", "job_2")
    await make(vault, f"{tenant}y", "job_1", "job_2")
    await make(vault, f"{tenant}x", *(f"job_{number}" for number in range(9)))
    for owner in (tenant, f"{tenant}y"):
        with pytest.raises(JobLimitError):
            await make(vault, owner, "job_3")


async def test_a_deleted_job_gives_its_place_to_another(store: Store, tenant: str) -> None:
    vault = limited(store)
    await make(vault, tenant, "job_1", "job_2")
    await vault.forget(tenant, "job_1")
    await make(vault, tenant, "job_3")
    with pytest.raises(JobLimitError):
        await make(vault, tenant, "job_1")


async def test_an_expired_job_gives_its_place_to_another(store: Store, tenant: str) -> None:
    vault = limited(store)
    await make(vault, tenant, "job_1", ttl=1)
    await make(vault, tenant, "job_2")
    await asyncio.sleep(1.1)
    assert not await vault.exists(tenant, "job_1")
    await make(vault, tenant, "job_3")
    with pytest.raises(JobLimitError):
        await make(vault, tenant, "job_4")


async def test_a_job_in_use_keeps_its_place_as_long_as_it_lives(clock: Clock, tenant: str) -> None:
    vault = limited(MemoryStore(clock=clock))
    issued = await vault.issue(tenant, "job_1", [SABINE], 100)
    await make(vault, tenant, "job_2", ttl=1000)
    for _ in range(3):
        clock.now += 90
        await vault.open(tenant, "job_1", [issued[SABINE].hash])
    with pytest.raises(JobLimitError):
        await make(vault, tenant, "job_3")
    clock.now += 100
    await make(vault, tenant, "job_3")


async def test_links_and_looking_take_no_place(store: Store, tenant: str) -> None:
    vault = limited(store, 1)
    await vault.link(tenant, "resp_1", "job_1", 60)
    assert await vault.open(tenant, "job_9", ["QSEZB6"]) == {}
    assert await vault.everything(tenant, "job_9") == {}
    await make(vault, tenant, "job_1")


async def test_a_report_and_the_values_of_one_job_take_one_place(store: Store, tenant: str) -> None:
    vault = limited(store, 1)
    await vault.keep_report(tenant, "job_1", "begonnen", 60)
    await make(vault, tenant, "job_1")
    await vault.keep_report(tenant, "job_1", "fertig", 60)
    with pytest.raises(JobLimitError):
        await vault.keep_report(tenant, "job_2", "begonnen", 60)


async def test_jobs_older_than_the_limit_count_once_they_are_used(
    store: Store, tenant: str
) -> None:
    await make(limited(store, None), tenant, "job_1", "job_2", "job_3")
    vault = limited(store, 2)
    await make(vault, tenant, "job_1", "job_2", "job_3")
    with pytest.raises(JobLimitError):
        await make(vault, tenant, "job_4")
    await vault.forget(tenant, "job_1")
    with pytest.raises(JobLimitError):
        await make(vault, tenant, "job_4")
    await vault.forget(tenant, "job_2")
    await make(vault, tenant, "job_4")


async def test_what_fails_in_the_making_holds_its_place_for_a_moment_only(
    clock: Clock, tenant: str
) -> None:
    class Failing(MemoryStore):
        fails = True

        async def put_if_absent(self, *arguments: object) -> dict[str, bytes]:
            if self.fails:
                raise VaultError
            return await super().put_if_absent(*arguments)

    store = Failing(clock=clock)
    vault = limited(store, 1)
    with pytest.raises(VaultError):
        await make(vault, tenant, "job_1", ttl=3600)
    store.fails = False
    with pytest.raises(JobLimitError):
        await make(vault, tenant, "job_2")
    clock.now += LEASE_SECONDS
    await make(vault, tenant, "job_2")


async def test_two_replicas_let_exactly_as_many_jobs_in_as_allowed(
    replicas: list[RedisStore], tenant: str
) -> None:
    vaults = [limited(store, 25) for store in replicas]
    calls = [vaults[n % 2].issue(tenant, f"job_{n // 4}", [SABINE], 60) for n in range(400)]
    results = await asyncio.gather(*calls, return_exceptions=True)

    assert {type(one) for one in results} == {dict, JobLimitError}
    alive = [n for n in range(100) if await vaults[0].exists(tenant, f"job_{n}")]
    assert len(alive) == 25
    let_in = {n // 4 for n, one in enumerate(results) if isinstance(one, dict)}
    assert let_in == set(alive)


async def test_without_a_limit_no_roster_is_kept(
    replicas: list[RedisStore], redis_server: RedisServer, tenant: str
) -> None:
    async with Redis.from_url(redis_server.url) as client:
        before = await client.dbsize()
        await make(limited(replicas[0]), f"{tenant}x", "job_1")
        assert await client.dbsize() - before == 1
        await make(limited(replicas[0]), tenant, "job_1")
        assert await client.dbsize() - before == 3


async def test_a_roster_goes_when_its_last_job_has_gone(
    redis_store: RedisStore, redis_server: RedisServer, tenant: str
) -> None:
    async with Redis.from_url(redis_server.url) as client:
        before = set(await client.keys())
        vault = limited(redis_store, 9)
        await make(vault, tenant, "job_1", ttl=1000)
        await make(vault, tenant, "job_2", ttl=30)
        rosters = [
            key for key in set(await client.keys()) - before if await client.type(key) == b"zset"
        ]
        assert len(rosters) == 1
        assert 990 < await client.ttl(rosters[0]) <= 1000
        await vault.forget(tenant, "job_1")
        await vault.forget(tenant, "job_2")
        assert set(await client.keys()) == before
