"""Every way to reach Redis, against real servers: TLS, ACL, Sentinel with a failover, Cluster."""

from __future__ import annotations

import asyncio
import traceback
from dataclasses import dataclass
from pathlib import Path

import pytest
import trustme
from redis.asyncio import Redis

from service.cipher import KeyRing
from service.errors import VaultError
from service.vault import Pair, Vault
from service.vault.redis import RedisStore
from service.vault.redis_client import TlsFiles
from tests.redis_groups import clustered, watched
from tests.redis_server import RedisServer, free_port, start_redis
from tests.vault.test_redis import DOCUMENTED, INTRODUCTION, MEASURING

FAILOVER_SECONDS = 30
CLUSTER_OWN = {"cluster|slots", "command"}
CLUSTER_TEST = {"cluster|info", "cluster|meet", "cluster|addslotsrange"}


def people(number: int) -> list[Pair]:
    return [Pair("PERSON", "Person", f"Person number {one}") for one in range(number)]


@dataclass
class Papers:
    """Certificates of one authority, as files."""

    ca: str
    certificate: str
    key: str
    other_ca: str

    @property
    def server(self) -> list[str]:
        files = ("--tls-cert-file", self.certificate, "--tls-key-file", self.key)
        return [*files, "--tls-ca-cert-file", self.ca]


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Papers:
    folder = tmp_path_factory.mktemp("papers")
    authority, other = trustme.CA(), trustme.CA()
    issued = authority.issue_cert("127.0.0.1", "localhost")
    authority.cert_pem.write_to_path(folder / "ca.pem")
    other.cert_pem.write_to_path(folder / "other.pem")
    issued.private_key_pem.write_to_path(folder / "key.pem")
    issued.cert_chain_pems[0].write_to_path(folder / "cert.pem")
    names = ("ca.pem", "cert.pem", "key.pem", "other.pem")
    return Papers(*(str(folder / name) for name in names))


def start_with_tls(papers: Papers, *options: str) -> tuple[RedisServer, int]:
    port = free_port()
    try:
        server = start_redis("--tls-port", str(port), *papers.server, *options)
    except RuntimeError:
        pytest.skip("this machine's Redis has no TLS")
    return server, port


async def test_tls_with_a_client_certificate_and_a_user_with_few_rights_is_enough(
    papers: Papers,
) -> None:
    rules = [f"+{name}" for name in sorted(DOCUMENTED)]
    user = ["--user", "deckname", "on", ">pa%ss", "~deckname:*", *rules]
    server, port = start_with_tls(papers, *user)
    address = f"rediss://deckname:pa%25ss@127.0.0.1:{port}/0"
    mine = TlsFiles(papers.ca, papers.certificate, papers.key)
    with server:
        patient = f"{address}?socket_timeout=10&socket_connect_timeout=10"
        store = RedisStore.from_url(patient, call_seconds=20, tls=mine)
        await store.put_if_absent("deckname:{1}", {"a": b"1"}, 60)
        assert await store.get("deckname:{1}", ["a"]) == {"a": b"1"}
        with pytest.raises(VaultError):
            await store.get("elsewhere", ["a"])
        await store.close()
        for files in (
            TlsFiles(papers.ca),
            TlsFiles(papers.other_ca, papers.certificate, papers.key),
        ):
            refused = RedisStore.from_url(address, tls=files)
            with pytest.raises(VaultError) as caught:
                await refused.ping()
            await refused.close()
            assert "pa%ss" not in "".join(traceback.format_exception(caught.value))


async def test_a_certificate_for_another_name_is_refused(papers: Papers) -> None:
    server, port = start_with_tls(papers, "--tls-auth-clients", "no", "--bind", "127.0.0.1", "::1")
    with server:
        right = RedisStore.from_url(f"rediss://localhost:{port}", tls=TlsFiles(papers.ca))
        await right.ping()
        await right.close()
        wrong = RedisStore.from_url(f"rediss://[::1]:{port}", tls=TlsFiles(papers.ca))
        with pytest.raises(VaultError):
            await wrong.ping()
        await wrong.close()


async def test_after_a_failover_nothing_is_lost_and_the_new_master_is_written_to(
    tmp_path: Path,
) -> None:
    with watched(tmp_path) as group:
        vault = Vault(RedisStore.from_url(group.url), KeyRing.generate(), 3600)
        issued = await vault.issue("acme", "job_1", people(5), 60)
        async with Redis(port=group.master.port) as client:
            await client.wait(1, 5000)
        group.master.kill()
        refusals = 0
        async with asyncio.timeout(FAILOVER_SECONDS):
            while True:
                try:
                    async with asyncio.timeout(2):
                        again = await vault.issue("acme", "job_1", people(8), 60)
                    break
                except VaultError:
                    refusals += 1
                    await asyncio.sleep(0.1)
        names = [one.hash for one in again.values()]
        opened = await vault.open("acme", "job_1", names)
        await vault.close()

    assert refusals
    assert {pair: again[pair] for pair in issued} == issued
    assert {one.value for one in opened.values()} == {one.value for one in people(8)}


async def test_an_old_master_that_became_a_replica_is_refused_then_let_go() -> None:
    with start_redis() as old, start_redis() as new:
        store = RedisStore.from_url(old.url)
        await store.put_if_absent("key", {"a": b"1"}, 60)
        async with Redis(port=old.port) as client:
            await client.replicaof("127.0.0.1", new.port)
            with pytest.raises(VaultError):
                await store.put_if_absent("key", {"a": b"1"}, 60)
            before = {one["id"] for one in await client.client_list(_type="normal")}
            with pytest.raises(VaultError):
                await store.put_if_absent("key", {"a": b"1"}, 60)
            await client.replicaof("NO", "ONE")
            await store.put_if_absent("key", {"b": b"2"}, 60)
            after = {one["id"] for one in await client.client_list(_type="normal")}
        await store.close()

    assert after - before  # not the connection that led to the replica


async def test_a_cluster_holds_each_job_in_one_slot_and_loses_none() -> None:
    with clustered() as nodes:
        url = "redis+cluster://" + ",".join(f"127.0.0.1:{one.port}" for one in nodes)
        url += "?socket_timeout=10&socket_connect_timeout=10"  # no busy machine misses these
        vault = Vault(RedisStore.from_url(url, call_seconds=20), KeyRing.generate(), 3600)
        jobs = [f"job_{number}" for number in range(30)]
        made = await asyncio.gather(*(vault.issue("acme", job, people(4), 60) for job in jobs))
        for job, issued in zip(jobs, made, strict=True):
            opened = await vault.open("acme", job, [one.hash for one in issued.values()])
            assert sorted(one.value for one in opened.values()) == [p.value for p in people(4)]
        assert (await vault.describe("acme", "job_0")).placeholders == 4
        await vault.forget("acme", "job_0")
        assert not await vault.exists("acme", "job_0")
        await vault.close()
        used: set[str] = set()
        sizes = []
        for node in nodes:
            async with Redis(port=node.port, protocol=2, driver_info=None) as client:
                used |= set(await client.info("commandstats"))
                sizes.append(await client.dbsize())

    assert sum(sizes) == 29
    assert all(sizes)
    commands = {name.removeprefix("cmdstat_") for name in used}
    assert commands - INTRODUCTION - MEASURING - CLUSTER_TEST <= DOCUMENTED | CLUSTER_OWN


async def test_a_cluster_with_a_node_gone_refuses_its_jobs_in_time() -> None:
    with clustered() as nodes:
        url = f"redis+cluster://127.0.0.1:{nodes[0].port},127.0.0.1:{nodes[1].port}"
        store = RedisStore.from_url(url)
        await store.ping()
        nodes[2].kill()
        results = []
        for number in range(12):
            async with asyncio.timeout(2):
                call = store.put_if_absent(f"deckname:{{{number}}}", {"a": b"1"}, 60)
                results += await asyncio.gather(call, return_exceptions=True)
        await store.close()

    assert VaultError in {type(result) for result in results}
    assert {type(result) for result in results} <= {VaultError, dict}


@pytest.mark.parametrize(
    "url",
    [
        "redis+sentinel://127.0.0.1:1",
        "redis+sentinel://:secret@/name",
        "redis+sentinel://127.0.0.1:secret/name",
        "redis+sentinel://127.0.0.1/name/secret",
        "redis+cluster://127.0.0.1/1",
        "redis+cluster://127.0.0.1?nonsense=secret",
        "redis+nothing://secret",
    ],
)
def test_an_address_of_several_hosts_that_cannot_be_read_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="The vault's") as caught:
        RedisStore.from_url(url)

    assert "secret" not in str(caught.value)
