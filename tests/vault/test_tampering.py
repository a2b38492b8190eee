"""What someone who can write to Redis cannot do: read, change, move or swap values."""

from __future__ import annotations

import functools
import secrets
from typing import TYPE_CHECKING, NamedTuple

import pytest
from redis.asyncio import Redis

from service.cipher import KeyRing
from service.errors import SealBrokenError
from service.vault import Pair, Vault
from service.vault.redis import RedisStore
from service.vault.sealed_job import META, REPORT, SealedJob
from service.vault.vault import LINKS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.support.redis_server import RedisServer
    from tests.vault.conftest import Clock

KEYS = KeyRing.generate()
SABINE = Pair("PERSON", "Person", "Sabine Krämer-Überall")
MAIL = Pair("EMAIL_ADDRESS", "email", "sabine.kraemer@example.org")


class Scene(NamedTuple):
    vault: Vault
    redis: Redis
    tenant: str

    def address(self, job_id: str, tenant: str | None = None) -> str:
        return SealedJob(KEYS, tenant or self.tenant, job_id).address

    async def make(self, job_id: str, *pairs: Pair, tenant: str | None = None) -> list[str]:
        issued = await self.vault.issue(tenant or self.tenant, job_id, pairs, 60)
        return [issued[pair].hash for pair in pairs]


@pytest.fixture
async def scene(redis_server: RedisServer, tenant: str) -> AsyncIterator[Scene]:
    vault = Vault(RedisStore.from_url(redis_server.url), KEYS, 3600)
    redis = Redis.from_url(redis_server.url)
    yield Scene(vault, redis, tenant)
    await redis.aclose()
    await vault.close()


async def test_values_swapped_within_a_job_are_not_opened(scene: Scene) -> None:
    one, two = await scene.make("job_1", SABINE, MAIL)
    address = scene.address("job_1")
    first, second = await scene.redis.hmget(address, [one, two])
    await scene.redis.hset(address, mapping={one: second, two: first})

    for name in (one, two):
        with pytest.raises(SealBrokenError):
            await scene.vault.open(scene.tenant, "job_1", [name])


@pytest.mark.parametrize("what", ["value", "whole job"])
async def test_what_is_moved_to_another_job_is_not_opened(scene: Scene, what: str) -> None:
    (made,) = await scene.make("job_1", SABINE)
    await scene.make("job_2", MAIL)
    await move(scene, what, scene.address("job_1"), scene.address("job_2"), made)

    with pytest.raises(SealBrokenError):
        await scene.vault.open(scene.tenant, "job_2", [made])


@pytest.mark.parametrize("what", ["value", "whole job"])
async def test_what_is_moved_to_another_tenant_is_not_opened(scene: Scene, what: str) -> None:
    other = f"{scene.tenant}x"
    (made,) = await scene.make("job_1", SABINE)
    await scene.make("job_1", MAIL, tenant=other)
    await move(scene, what, scene.address("job_1"), scene.address("job_1", other), made)

    with pytest.raises(SealBrokenError):
        await scene.vault.open(other, "job_1", [made])


async def move(scene: Scene, what: str, source: str, target: str, name: str) -> None:
    if what == "whole job":
        await scene.redis.copy(source, target, replace=True)
    else:
        await scene.redis.hset(target, name, await scene.redis.hget(source, name))


@pytest.mark.parametrize("field", ["value", META])
@pytest.mark.parametrize("change", ["flip", "cut", "empty", "text"])
async def test_a_changed_field_is_not_opened(scene: Scene, field: str, change: str) -> None:
    (made,) = await scene.make("job_1", SABINE)
    name = made if field == "value" else META
    sealed = await scene.redis.hget(scene.address("job_1"), name)
    changed = {
        "flip": sealed[:-20] + bytes([sealed[-20] ^ 1]) + sealed[-19:],
        "cut": sealed[:-1],
        "empty": b"",
        "text": b'["A", "B", "x"]',
    }[change]
    await scene.redis.hset(scene.address("job_1"), name, changed)

    with pytest.raises(SealBrokenError):
        await scene.vault.open(scene.tenant, "job_1", [made])
    with pytest.raises(SealBrokenError):
        await scene.vault.issue(scene.tenant, "job_1", [SABINE], 60)


@pytest.mark.parametrize("field", ["value", META, REPORT])
async def test_no_byte_can_be_flipped_and_no_end_cut_off(scene: Scene, field: str) -> None:
    (made,) = await scene.make("job_1", SABINE)
    await scene.vault.keep_report(scene.tenant, "job_1", "fertig", 60)
    name, address = made if field == "value" else field, scene.address("job_1")
    vault = scene.vault
    reads = vault.report if field == REPORT else functools.partial(vault.open, hashes=[made])
    sealed = await scene.redis.hget(address, name)
    flipped = [
        sealed[:at] + bytes([byte ^ (1 << at % 8)]) + sealed[at + 1 :]
        for at, byte in enumerate(sealed)
    ]
    for changed in (*flipped, *(sealed[:end] for end in range(len(sealed))), sealed + b"\0"):
        await scene.redis.hset(address, name, changed)
        with pytest.raises(SealBrokenError):
            await reads(scene.tenant, "job_1")


async def test_a_report_is_not_read_as_that_of_another_job_or_tenant(scene: Scene) -> None:
    other = f"{scene.tenant}x"
    await scene.vault.keep_report(scene.tenant, "job_1", "mine", 60)
    sealed = await scene.redis.hget(scene.address("job_1"), REPORT)
    for owner, job_id in ((scene.tenant, "job_2"), (other, "job_1")):
        await scene.redis.hset(scene.address(job_id, owner), REPORT, sealed)
        with pytest.raises(SealBrokenError):
            await scene.vault.report(owner, job_id)


async def test_a_report_is_no_value_and_a_value_no_report(scene: Scene) -> None:
    one, two = await scene.make("job_1", SABINE, MAIL)
    await scene.vault.keep_report(scene.tenant, "job_1", '["PERSON", "Person", "x"]', 60)
    address = scene.address("job_1")
    value, report = await scene.redis.hmget(address, [one, REPORT])
    await scene.redis.hset(address, mapping={two: report, REPORT: value})
    with pytest.raises(SealBrokenError):
        await scene.vault.open(scene.tenant, "job_1", [two])
    with pytest.raises(SealBrokenError):
        await scene.vault.report(scene.tenant, "job_1")


async def test_a_link_leads_nowhere_under_another_name_or_tenant(scene: Scene) -> None:
    await scene.vault.link(scene.tenant, "resp_1", "conv_1", 60)
    source = scene.address("resp_1", scene.tenant + LINKS)
    for owner, name in ((scene.tenant, "resp_2"), (f"{scene.tenant}x", "resp_1")):
        await scene.redis.copy(source, scene.address(name, owner + LINKS))
        with pytest.raises(SealBrokenError):
            await scene.vault.linked(owner, name)


async def test_a_job_cannot_be_given_the_birthday_of_another(scene: Scene) -> None:
    await scene.make("job_1", SABINE)
    await scene.make("job_2", SABINE)
    younger = await scene.redis.hget(scene.address("job_2"), META)
    await scene.redis.hset(scene.address("job_1"), META, younger)

    with pytest.raises(SealBrokenError):
        await scene.vault.describe(scene.tenant, "job_1")


async def test_a_value_put_back_after_its_job_was_forgotten_is_not_restored(scene: Scene) -> None:
    (made,) = await scene.make("job_1", SABINE)
    before = await scene.redis.hgetall(scene.address("job_1"))
    await scene.vault.forget(scene.tenant, "job_1")
    await scene.redis.hset(scene.address("job_1"), made, before[made.encode()])

    assert await scene.vault.open(scene.tenant, "job_1", [made]) == {}
    assert await scene.vault.everything(scene.tenant, "job_1") == {}


@pytest.mark.parametrize("way", ["open", "everything", "issue"])
async def test_a_job_put_back_after_its_longest_life_is_gone(
    redis_server: RedisServer, tenant: str, clock: Clock, way: str
) -> None:
    vault = Vault(RedisStore.from_url(redis_server.url), KEYS, 3600, clock)
    issued = await vault.issue(tenant, "job_1", [SABINE], 60)
    made = issued[SABINE].hash
    clock.now += 3600 + 301
    if way == "issue":
        await vault.issue(tenant, "job_1", [MAIL], 60)
        assert (await vault.describe(tenant, "job_1")).created_at == clock.now
    elif way == "open":
        assert await vault.open(tenant, "job_1", [made]) == {}
    else:
        assert await vault.everything(tenant, "job_1") == {}

    assert await vault.open(tenant, "job_1", [made]) == {}
    assert await vault.exists(tenant, "job_1") == (way == "issue")
    await vault.close()


async def test_a_value_of_an_unknown_format_version_is_not_opened(scene: Scene) -> None:
    (made,) = await scene.make("job_1", SABINE)
    sealed = await scene.redis.hget(scene.address("job_1"), made)
    await scene.redis.hset(scene.address("job_1"), made, b"\x02" + sealed[1:])

    with pytest.raises(SealBrokenError):
        await scene.vault.open(scene.tenant, "job_1", [made])


async def test_a_whole_dump_shows_no_value_label_entity_tenant_or_job(scene: Scene) -> None:
    job_id = f"customer-{secrets.token_hex(4)}"
    await scene.make(job_id, SABINE, MAIL)
    counted = Vault(scene.vault._store, KEYS, 3600, most_jobs=lambda _: 5)
    await counted.keep_report(scene.tenant, job_id, f"an {SABINE.value}", 60)
    dump = b""
    async for key in scene.redis.scan_iter():
        dump += key
        if await scene.redis.type(key) == b"hash":
            for name, sealed in (await scene.redis.hgetall(key)).items():
                dump += name + sealed
        if await scene.redis.type(key) == b"zset":
            dump += b"".join(await scene.redis.zrange(key, 0, -1))

    assert scene.address(job_id).encode() in dump
    words = [SABINE.value, "Sabine", "Krämer", MAIL.value, "kraemer", "Person", "EMAIL_ADDRESS"]
    for word in [*words, scene.tenant, job_id]:
        assert word.encode() not in dump
