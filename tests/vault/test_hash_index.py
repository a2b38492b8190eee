"""Which jobs issued a HASH: found for their tenant, as long as they may live, and no longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from service.cipher import KeyRing
from service.errors import SealBrokenError
from service.vault.hash_index import PLACES, HashIndex
from tests.vault.conftest import Clock

if TYPE_CHECKING:
    from service.vault.store import Store
    from service.vault.vault import Vault

TTL = 100


@pytest.fixture
def index(store: Store, keys: KeyRing, clock: Clock) -> HashIndex:
    return HashIndex(store, keys, TTL, clock)


@pytest.fixture
async def hashes(vault: Vault, tenant: str) -> list[str]:
    """Two hashes as the vault makes them."""
    from service.vault import Pair  # noqa: PLC0415

    pairs = [Pair("PERSON", "Person", name) for name in ("Sabine", "Jonas")]
    return [one.hash for one in (await vault.issue(tenant, "job_0", pairs, 60)).values()]


async def test_jobs_are_found_by_what_they_issued(
    index: HashIndex, tenant: str, hashes: list[str]
) -> None:
    first, second = hashes
    await index.add(tenant, "job_1", [first, second])
    await index.add(tenant, "job_2", [second])
    await index.add(tenant, "job_2", [])
    assert await index.jobs(tenant, [first]) == {"job_1": {first}}
    assert await index.jobs(tenant, [first, second]) == {
        "job_1": {first, second},
        "job_2": {second},
    }
    assert await index.jobs(tenant, []) == {}
    assert await index.jobs(tenant, ["AAAAAB", "x", "meta"]) == {}
    assert await index.jobs("another", hashes) == {}


async def test_one_job_takes_one_place_however_often_it_is_added(
    index: HashIndex, tenant: str, hashes: list[str]
) -> None:
    for _ in range(PLACES + 1):
        await index.add(tenant, "job_1", hashes)
    for number in range(PLACES + 1):
        await index.add(tenant, f"job_{number + 1}", hashes)
    found = await index.jobs(tenant, hashes)
    assert set(found) == {f"job_{number + 1}" for number in range(PLACES)}


async def test_a_job_is_remembered_for_its_time_and_again_when_added_again(
    index: HashIndex, tenant: str, hashes: list[str], clock: Clock
) -> None:
    await index.add(tenant, "job_1", hashes[:1])
    await index.add(tenant, "job_2", hashes[1:])
    clock.now += TTL
    assert set(await index.jobs(tenant, hashes)) == {"job_1", "job_2"}
    await index.add(tenant, "job_1", hashes[:1])
    clock.now += TTL
    assert set(await index.jobs(tenant, hashes)) == {"job_1"}
    clock.now += TTL
    assert await index.jobs(tenant, hashes) == {}


async def test_the_store_sees_no_job_id_and_no_tenant(
    redis_store: Store, keys: KeyRing, tenant: str, hashes: list[str], clock: Clock
) -> None:
    await HashIndex(redis_store, keys, TTL, clock).add(tenant, "job_secret", hashes)
    chapter = HashIndex(redis_store, keys, TTL, clock)._chapters(tenant)[0]
    fields = await redis_store.all(chapter.address)
    assert set(fields) == {f"{one}.0" for one in hashes}
    assert tenant not in chapter.address
    assert b"job_secret" not in b"".join(fields.values())
    assert TTL < (await redis_store.ttl(chapter.address) or 0) <= 2 * TTL


async def test_an_entry_that_was_moved_is_not_believed(
    store: Store, index: HashIndex, tenant: str, hashes: list[str]
) -> None:
    first, second = hashes
    await index.add(tenant, "job_1", [first])
    address = index._chapters(tenant)[0].address
    (sealed,) = (await store.all(address)).values()
    await store.put(address, {f"{second}.0": sealed}, 60)
    assert await index.jobs(tenant, [first]) == {"job_1": {first}}
    with pytest.raises(SealBrokenError):
        await index.jobs(tenant, [second])
