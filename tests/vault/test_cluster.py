"""A Redis cluster, in clear and over TLS: slots, few rights, a slot on the move, a dying master.

One cluster for each way; no test needs the first masters to be the masters still.
"""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest
import redis
from redis.asyncio import Redis
from redis.crc import key_slot

from service.cipher import KeyRing
from service.errors import VaultError
from service.vault import Vault
from service.vault.redis import RedisStore
from service.vault.redis_tls import TlsFiles
from service.vault.sealed_job import address
from tests.support.redis_failover import issue_when_possible, people, settle
from tests.support.redis_groups import SLOTS, Clustered, clustered
from tests.support.redis_rights import LOGIN, PASSWORD, allow, documented, use_everything
from tests.support.redis_server import RedisServer

RIGHTS = documented("data", "jobs", "cluster")
PATIENT = "?socket_timeout=10&socket_connect_timeout=10"  # no busy machine misses these


@pytest.fixture(scope="module", params=["clear", "tls"])
def cluster(request: pytest.FixtureRequest) -> Iterator[Clustered]:
    """Three masters, of which the first has a replica."""
    secure = request.getfixturevalue("served_papers") if request.param == "tls" else None
    with clustered(3, replicas=1, papers=secure) as servers:
        yield servers


def files(cluster: Clustered) -> TlsFiles | None:
    return cluster.papers.mine if cluster.papers else None


def patient(cluster: Clustered) -> RedisStore:
    return RedisStore.from_url(cluster.url(options=PATIENT), call_seconds=20, tls=files(cluster))


async def test_each_job_lies_in_one_slot_and_none_is_lost(cluster: Clustered) -> None:
    vault = Vault(patient(cluster), KeyRing.generate(), 3600, most_jobs=lambda _: 30)
    jobs = [f"job_{number}" for number in range(30)]
    made = await asyncio.gather(*(vault.issue("slots", job, people(4), 60) for job in jobs))
    for job, issued in zip(jobs, made, strict=True):
        opened = await vault.open("slots", job, [one.hash for one in issued.values()])
        assert sorted(one.value for one in opened.values()) == [one.value for one in people(4)]
    assert (await vault.describe("slots", "job_0")).placeholders == 4
    await vault.forget("slots", "job_0")
    assert not await vault.exists("slots", "job_0")
    await vault.close()

    held = []
    for node in cluster.running:
        async with Redis(port=node.port, protocol=2) as client:
            held.append({key.decode() for key in await client.keys("deckname:*")})
    where = {job: [address("slots", job) in keys for keys in held] for job in jobs}
    assert not any(where.pop("job_0"))
    assert all(any(there) for there in where.values())
    assert len({tuple(there) for there in where.values()}) > 2


async def test_the_documented_rights_are_enough_and_none_is_too_many(cluster: Clustered) -> None:
    with moving(cluster.masters[1], cluster.masters[2]) as key:
        for lacking in (None, *documented("cluster")):  # the others are those of a single server
            allow(cluster.running, [right for right in RIGHTS if right != lacking])
            refused = await use_everything(cluster.url(LOGIN), files(cluster), [key])
            assert bool(refused) == (lacking is not None), lacking


async def test_in_a_slot_on_the_move_what_is_gone_is_read_there_and_written_once_it_is_moved(
    cluster: Clustered,
) -> None:
    store = patient(cluster)
    with moving(cluster.masters[1], cluster.masters[2]) as key:
        assert await store.get(key, ["a"]) == {}
        with pytest.raises(VaultError):
            await store.put_if_absent(key, {"a": b"1"}, 60)
    assert await store.put_if_absent(key, {"a": b"1"}, 60) == {"a": b"1"}
    await store.close()


@contextmanager
def moving(source: RedisServer, target: RedisServer) -> Iterator[str]:
    """Begin to take a slot from one master to another; give a key in it, absent so far."""
    with ExitStack() as stack:
        ends = [
            stack.enter_context(redis.Redis(port=it.port, protocol=2)) for it in (source, target)
        ]
        ids = [one.cluster("myid").decode() for one in ends]
        slots = ends[0].cluster("slots")
        first = next(start for start, _, holder, *_ in slots if holder[2].decode() == ids[0])
        ends[1].execute_command("CLUSTER", "SETSLOT", first, "IMPORTING", ids[0])
        ends[0].execute_command("CLUSTER", "SETSLOT", first, "MIGRATING", ids[1])
        keys = (f"deckname:{{{number}}}" for number in range(1_000_000))
        try:
            yield next(key for key in keys if key_slot(key.encode()) == first)
        finally:
            for one in ends:
                one.execute_command("CLUSTER", "SETSLOT", first, "STABLE")


async def test_over_tls_who_shows_or_trusts_no_certificate_is_refused(cluster: Clustered) -> None:
    if cluster.papers is None:
        pytest.skip("in clear there is none to show")
    allow(cluster.running, RIGHTS)
    for stranger in cluster.papers.strangers:
        store = RedisStore.from_url(cluster.url(LOGIN), tls=stranger)
        with pytest.raises(VaultError) as caught:
            await store.ping()
        await store.close()
        assert PASSWORD not in "".join(traceback.format_exception(caught.value))


async def test_when_a_master_dies_its_replica_takes_over_and_its_jobs_are_there(
    cluster: Clustered,
) -> None:
    master = cluster.masters[0]
    store = RedisStore.from_url(cluster.url(), tls=files(cluster))
    vault = Vault(store, KeyRing.generate(), 3600)
    jobs = (f"job_{number}" for number in range(1000))
    job = next(one for one in jobs if key_slot(address("acme", one).encode()) < SLOTS // 3)
    issued = await vault.issue("acme", job, people(5), 60)
    await settle(master)
    master.kill()
    again, refusals = await issue_when_possible(vault, job, people(8))
    opened = await vault.open("acme", job, [one.hash for one in again.values()])
    await vault.close()

    assert refusals
    assert {(one.status, one.code) for one in refusals} == {(503, "vault_unavailable")}
    assert {pair: again[pair] for pair in issued} == issued
    assert {one.value for one in opened.values()} == {one.value for one in people(8)}


async def test_with_a_node_gone_for_good_its_jobs_are_refused_in_time() -> None:
    with clustered() as nodes:
        store = RedisStore.from_url(nodes.url())
        await store.ping()
        nodes.masters[2].kill()
        results = []
        for number in range(12):
            async with asyncio.timeout(2):
                call = store.put_if_absent(f"deckname:{{{number}}}", {"a": b"1"}, 60)
                results += await asyncio.gather(call, return_exceptions=True)
        await store.close()

    assert VaultError in {type(result) for result in results}
    assert {type(result) for result in results} <= {VaultError, dict}
