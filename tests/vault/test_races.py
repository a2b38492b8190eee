"""Several replicas at once on one Redis, and hashes that collide on purpose."""

from __future__ import annotations

import asyncio
import hashlib
from typing import TYPE_CHECKING

import pytest

from service.cipher import Key, KeyRing
from service.errors import VaultError
from service.vault import Pair, Vault
from service.vault.memory import MemoryStore

if TYPE_CHECKING:
    from service.vault.redis import RedisStore
    from service.vault.store import Store

KEYS = [Key.generate("k1"), Key.generate("k2")]


class Colliding(KeyRing):
    """A key ring whose fingerprints are `different` in number, so that hashes collide a lot."""

    different = 40

    def fingerprint(self, key_id: str, message: bytes) -> bytes:
        digest = super().fingerprint(key_id, message)
        return hashlib.sha256(bytes([digest[0] % self.different])).digest()


class Crowded(Colliding):
    different = 3


def people(numbers: range) -> list[Pair]:
    return [Pair("PERSON", "Person", f"Person number {number}") for number in numbers]


@pytest.mark.parametrize("ring", [KeyRing, Colliding])
async def test_200_parallel_calls_on_two_replicas_agree_and_lose_nothing(
    replicas: list[RedisStore], tenant: str, ring: type[KeyRing]
) -> None:
    vaults = [Vault(store, ring(KEYS), 3600) for store in replicas]
    calls = [
        vaults[n % 2].issue(tenant, "job_1", people(range(n % 20, n % 20 + 5)), 60)
        for n in range(200)
    ]
    seen: dict[Pair, set[str]] = {}
    for issued in await asyncio.gather(*calls):
        for pair, one in issued.items():
            seen.setdefault(pair, set()).add(one.hash)
            assert one.value == pair.value

    assert set(seen) == set(people(range(24)))
    assert {len(hashes) for hashes in seen.values()} == {1}
    hashes = {pair: next(iter(names)) for pair, names in seen.items()}
    assert len(set(hashes.values())) == 24
    opened = await vaults[0].open(tenant, "job_1", list(hashes.values()))
    assert {one.value: name for name, one in opened.items()} == {
        pair.value: name for pair, name in hashes.items()
    }
    assert (await vaults[1].describe(tenant, "job_1")).placeholders == 24


async def test_replicas_in_the_middle_of_a_rotation_agree(
    replicas: list[RedisStore], tenant: str
) -> None:
    rings = [KeyRing(KEYS), KeyRing(KEYS[::-1])]
    vaults = [Vault(store, ring, 3600) for store, ring in zip(replicas, rings, strict=True)]
    calls = (vaults[n % 2].issue(tenant, "job_1", people(range(5)), 60) for n in range(50))
    results = await asyncio.gather(*calls)

    assert all(result == results[0] for result in results)


async def test_colliding_values_of_one_call_get_different_hashes(store: Store, tenant: str) -> None:
    vault = Vault(store, Colliding(KEYS), 3600)
    issued = await vault.issue(tenant, "job_1", people(range(20)), 60)

    assert len({one.hash for one in issued.values()}) == 20
    assert await vault.issue(tenant, "job_1", people(range(20))[::-1], 60) == issued


async def test_colliding_values_of_later_calls_get_different_hashes(
    store: Store, tenant: str
) -> None:
    vault = Vault(store, Colliding(KEYS), 3600)
    made = [(await vault.issue(tenant, "job_1", [pair], 60))[pair] for pair in people(range(20))]

    assert len({one.hash for one in made}) == 20
    assert list((await vault.issue(tenant, "job_1", people(range(20)), 60)).values()) == made


async def test_with_no_hash_left_the_vault_refuses_and_keeps_what_it_has(tenant: str) -> None:
    vault = Vault(MemoryStore(), Crowded(KEYS), 3600)
    issued = await vault.issue(tenant, "job_1", people(range(3)), 60)

    with pytest.raises(VaultError):
        await vault.issue(tenant, "job_1", people(range(4)), 60)
    assert await vault.issue(tenant, "job_1", people(range(3)), 60) == issued


async def test_a_job_forgotten_in_the_middle_of_a_call_is_made_anew_in_full(tenant: str) -> None:
    class Forgetful(MemoryStore):
        """Loses the job once, between a call's reading and its writing."""

        losses = 1

        async def put_if_absent(self, key: str, *rest: object) -> dict[str, bytes]:
            if self.losses and await self.delete(key):
                self.losses -= 1
            return await super().put_if_absent(key, *rest)

    store = Forgetful()
    vault = Vault(store, KeyRing(KEYS), 3600)
    before = await vault.issue(tenant, "job_1", people(range(3)), 60)
    after = await vault.issue(tenant, "job_1", people(range(5)), 60)

    assert store.losses == 0
    assert {pair: after[pair] for pair in before} == before
    hashes = [one.hash for one in after.values()]
    assert len(await vault.open(tenant, "job_1", hashes)) == 5
