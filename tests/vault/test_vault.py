"""The vault's promises; each test runs on the memory store and on a real Redis."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.cipher import Key, KeyRing
from service.errors import InvalidRequestError, JobNotFoundError, SealBrokenError
from service.text.placeholders.hashes import is_well_formed
from service.vault import Issued, Pair, Vault
from service.vault.memory import MemoryStore

if TYPE_CHECKING:
    from service.vault.store import Store
    from tests.vault.conftest import Clock

SABINE = Pair("PERSON", "Person", "Sabine Krämer")
MAIL = Pair("EMAIL_ADDRESS", "email", "sabine@example.org")


async def test_an_issued_placeholder_opens_to_its_value(vault: Vault, tenant: str) -> None:
    issued = await vault.issue(tenant, "job_1", [SABINE, MAIL], 60)
    hashes = [one.hash for one in issued.values()]

    assert await vault.open(tenant, "job_1", hashes) == {one.hash: one for one in issued.values()}
    assert issued[SABINE] == Issued(issued[SABINE].hash, "Person", "Sabine Krämer", "PERSON")
    assert all(is_well_formed(one) for one in hashes)
    assert len(set(hashes)) == 2


async def test_a_value_keeps_its_placeholder_throughout_a_job(vault: Vault, tenant: str) -> None:
    first = await vault.issue(tenant, "job_1", [SABINE], 60)
    again = await vault.issue(tenant, "job_1", [MAIL, SABINE], 60)
    relabelled = Pair(SABINE.entity, "customer", SABINE.value)

    assert again[SABINE] == first[SABINE]
    assert (await vault.issue(tenant, "job_1", [relabelled], 60))[relabelled] == first[SABINE]


async def test_replicas_give_the_same_hash_without_talking(keys: KeyRing) -> None:
    one, two = (Vault(MemoryStore(), keys, 3600) for _ in range(2))

    assert await one.issue("acme", "job_1", [SABINE], 60) == await two.issue(
        "acme", "job_1", [SABINE], 60
    )


async def test_hashes_of_jobs_tenants_and_entities_cannot_be_linked(
    vault: Vault, tenant: str
) -> None:
    as_title = Pair("TITLE", "Person", SABINE.value)
    hashes = {
        (await vault.issue(tenant, "job_1", [SABINE], 60))[SABINE].hash,
        (await vault.issue(tenant, "job_2", [SABINE], 60))[SABINE].hash,
        (await vault.issue(f"{tenant}x", "job_1", [SABINE], 60))[SABINE].hash,
        (await vault.issue(tenant, "job_1", [as_title], 60))[as_title].hash,
    }

    assert len(hashes) == 4


async def test_nothing_is_opened_for_another_job_or_tenant(vault: Vault, tenant: str) -> None:
    made = (await vault.issue(tenant, "job_1", [SABINE], 60))[SABINE].hash
    await vault.issue(tenant, "job_2", [MAIL], 60)
    await vault.issue(f"{tenant}x", "job_1", [MAIL], 60)

    assert await vault.open(tenant, "job_2", [made]) == {}
    assert await vault.open(f"{tenant}x", "job_1", [made]) == {}
    assert await vault.open(tenant, "job_3", [made]) == {}


async def test_only_what_was_issued_is_opened(vault: Vault, tenant: str) -> None:
    made = (await vault.issue(tenant, "job_1", [SABINE], 60))[SABINE].hash
    asked = [made, "AAAAAA", "QSEZB6", "meta", "", "[[Person-QSEZB6]]"]

    assert set(await vault.open(tenant, "job_1", asked)) == {made}
    assert await vault.open(tenant, "job_1", []) == {}


async def test_a_job_without_values_exists(vault: Vault, tenant: str) -> None:
    assert await vault.issue(tenant, "job_1", [], 60) == {}
    assert await vault.exists(tenant, "job_1")
    assert (await vault.describe(tenant, "job_1")).placeholders == 0


async def test_a_new_hash_is_none_that_stands_in_the_text(
    vault: Vault, tenant: str, keys: KeyRing
) -> None:
    usual = await Vault(MemoryStore(), keys, 3600).issue(tenant, "job_1", [SABINE], 60)
    made = await vault.issue(tenant, "job_1", [SABINE], 60, reserved={usual[SABINE].hash})

    assert made[SABINE].hash != usual[SABINE].hash
    assert await vault.issue(tenant, "job_1", [SABINE], 60) == made


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(value=st.text(st.characters(codec=None, exclude_categories=())), label=st.text(max_size=20))
async def test_any_value_survives_exactly(
    vault: Vault, tenant: str, value: str, label: str
) -> None:
    pair = Pair("ANY", label, value)
    made = (await vault.issue(tenant, f"job_{len(label)}", [pair], 60))[pair]

    opened = await vault.open(tenant, f"job_{len(label)}", [made.hash])
    assert opened[made.hash].value == value


# --- jobs


async def test_a_job_is_described_without_its_values(
    store: Store, keys: KeyRing, clock: Clock, tenant: str
) -> None:
    vault = Vault(store, keys, 3600, clock)
    made_at = clock.now
    await vault.issue(tenant, "job_1", [SABINE, MAIL], 60)
    clock.now += 12.5
    info = await vault.describe(tenant, "job_1")

    assert (info.job_id, info.created_at, info.age_seconds) == ("job_1", made_at, 12)
    assert info.placeholders == 2
    assert 58 <= info.ttl_seconds <= 60


async def test_a_forgotten_job_is_gone_at_once(vault: Vault, tenant: str) -> None:
    made = (await vault.issue(tenant, "job_1", [SABINE], 60))[SABINE].hash
    await vault.forget(tenant, "job_1")

    assert await vault.open(tenant, "job_1", [made]) == {}
    assert not await vault.exists(tenant, "job_1")
    with pytest.raises(JobNotFoundError):
        await vault.describe(tenant, "job_1")
    with pytest.raises(JobNotFoundError):
        await vault.forget(tenant, "job_1")


async def test_another_tenants_job_is_not_found(vault: Vault, tenant: str) -> None:
    await vault.issue(tenant, "job_1", [SABINE], 60)

    assert not await vault.exists(f"{tenant}x", "job_1")
    with pytest.raises(JobNotFoundError):
        await vault.describe(f"{tenant}x", "job_1")
    with pytest.raises(JobNotFoundError):
        await vault.forget(f"{tenant}x", "job_1")
    assert await vault.exists(tenant, "job_1")


@pytest.mark.parametrize("job_id", ["", "a b", "ä", "job\n", "x" * 129, "a/b", "{a}", "a\0"])
async def test_a_job_id_of_a_wrong_form_is_refused(job_id: str, keys: KeyRing) -> None:
    vault = Vault(MemoryStore(), keys, 3600)
    for call in (
        vault.issue("acme", job_id, [], 60),
        vault.open("acme", job_id, []),
        vault.describe("acme", job_id),
        vault.exists("acme", job_id),
        vault.forget("acme", job_id),
    ):
        with pytest.raises(InvalidRequestError) as caught:
            await call
        assert caught.value.param == "job_id"


async def test_a_lifetime_under_a_second_is_refused(vault: Vault, tenant: str) -> None:
    with pytest.raises(InvalidRequestError) as caught:
        await vault.issue(tenant, "job_1", [], 0)

    assert caught.value.param == "ttl_seconds"


def test_new_job_ids_are_long_well_formed_and_never_the_same() -> None:
    made = {Vault.new_job_id() for _ in range(1000)}

    assert len(made) == 1000
    assert {len(one) for one in made} == {len("job_") + 32}


def test_a_conversation_has_one_id_that_differs_by_tenant_opening_and_key(keys: KeyRing) -> None:
    vault = Vault(MemoryStore(), keys, 3600)
    one = vault.conversation_job_id("acme", b"Hello, I am Sabine")

    assert one == Vault(MemoryStore(), keys, 60).conversation_job_id("acme", b"Hello, I am Sabine")
    assert one.startswith("conv_")
    assert len(one) == len("conv_") + 32
    others = {
        vault.conversation_job_id("acm", b"eHello, I am Sabine"),
        vault.conversation_job_id("acme", b"Hello, I am Sabin"),
        Vault(MemoryStore(), KeyRing.generate(), 60).conversation_job_id(
            "acme", b"Hello, I am Sabine"
        ),
    }
    assert len(others | {one}) == 4


# --- expiry


async def test_use_refreshes_the_expiry_up_to_the_maximum(
    store: Store, keys: KeyRing, clock: Clock, tenant: str
) -> None:
    vault = Vault(store, keys, 1000, clock)

    async def left() -> int:
        return (await vault.describe(tenant, "job_1")).ttl_seconds

    made = (await vault.issue(tenant, "job_1", [SABINE], 300))[SABINE].hash
    assert 298 <= await left() <= 300

    clock.now += 800
    await vault.open(tenant, "job_1", [made])
    assert 198 <= await left() <= 200

    clock.now += 100
    await vault.issue(tenant, "job_1", [SABINE], 300)
    assert 98 <= await left() <= 100

    await store.touch("nothing", 5)
    clock.now -= 800
    await vault.open(tenant, "job_1", [])
    assert 298 <= await left() <= 300


async def test_a_job_lives_no_longer_than_the_maximum(
    store: Store, keys: KeyRing, tenant: str
) -> None:
    vault = Vault(store, keys, 50)
    await vault.issue(tenant, "job_1", [SABINE], 86400)

    assert 48 <= (await vault.describe(tenant, "job_1")).ttl_seconds <= 50


async def test_the_lifetime_given_first_is_the_jobs_own(vault: Vault, tenant: str) -> None:
    await vault.issue(tenant, "job_1", [SABINE], 60)
    await vault.issue(tenant, "job_1", [MAIL], 600)

    assert 58 <= (await vault.describe(tenant, "job_1")).ttl_seconds <= 60


async def test_an_expired_job_is_not_found_in_redis(
    redis_store: Store, keys: KeyRing, clock: Clock, tenant: str
) -> None:
    vault = Vault(redis_store, keys, 3600, clock)
    made = (await vault.issue(tenant, "job_1", [SABINE], 1))[SABINE].hash
    await asyncio.sleep(1.05)
    await expect_nothing_left(vault, tenant, made)


async def test_an_expired_job_is_not_found_in_memory(
    keys: KeyRing, clock: Clock, tenant: str
) -> None:
    vault = Vault(MemoryStore(clock=clock), keys, 3600, clock)
    made = (await vault.issue(tenant, "job_1", [SABINE], 10))[SABINE].hash
    clock.now += 10
    await expect_nothing_left(vault, tenant, made)


async def expect_nothing_left(vault: Vault, tenant: str, made: str) -> None:
    with pytest.raises(JobNotFoundError):
        await vault.describe(tenant, "job_1")
    assert await vault.open(tenant, "job_1", [made]) == {}
    assert (await vault.issue(tenant, "job_1", [], 10)) == {}
    assert (await vault.describe(tenant, "job_1")).placeholders == 0


# --- rotation

OLD, NEW = Key.generate("2025"), Key.generate("2026")


async def test_rotation_keeps_old_jobs_readable_and_their_hashes_stable(
    store: Store, tenant: str
) -> None:
    before = Vault(store, KeyRing([OLD]), 3600)
    after = Vault(store, KeyRing([NEW, OLD]), 3600)
    made = await before.issue(tenant, "job_1", [SABINE], 60)

    assert await after.open(tenant, "job_1", [made[SABINE].hash]) == {
        made[SABINE].hash: made[SABINE]
    }
    later = await after.issue(tenant, "job_1", [SABINE, MAIL], 60)
    assert later[SABINE] == made[SABINE]
    assert (await after.describe(tenant, "job_1")).placeholders == 2
    # a replica that has the new key, but still seals with the old one, gives the same hashes
    lagging = Vault(store, KeyRing([OLD, NEW]), 3600)
    assert await lagging.issue(tenant, "job_1", [MAIL, SABINE], 60) == later


async def test_a_job_whose_key_was_dropped_is_refused_and_can_be_forgotten(
    store: Store, tenant: str
) -> None:
    made = await Vault(store, KeyRing([OLD]), 3600).issue(tenant, "job_1", [SABINE], 60)
    after = Vault(store, KeyRing([NEW]), 3600)

    with pytest.raises(SealBrokenError):
        await after.open(tenant, "job_1", [made[SABINE].hash])
    with pytest.raises(SealBrokenError):
        await after.issue(tenant, "job_1", [SABINE], 60)
    await after.forget(tenant, "job_1")
    assert await after.issue(tenant, "job_1", [SABINE], 60)


# --- round trips


class Counting(MemoryStore):
    """A memory store that notes which calls it gets."""

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[str] = []

    async def put_if_absent(self, *arguments: object) -> dict[str, bytes]:
        self.calls.append("put")
        return await super().put_if_absent(*arguments)

    async def get(self, *arguments: object) -> dict[str, bytes]:
        self.calls.append("get")
        return await super().get(*arguments)


async def test_any_number_of_pairs_takes_two_round_trips() -> None:
    store = Counting()
    keys = KeyRing([Key("k1", bytes(range(32)))])  # fixed: a chance collision takes a third
    vault = Vault(store, keys, 3600)
    pairs = [Pair("PERSON", "Person", f"Person {n}") for n in range(500)]

    assert len(await vault.issue("acme", "job_1", pairs, 60)) == 500
    assert store.calls == ["get", "put"]
    await vault.issue("acme", "job_1", pairs, 60)
    assert store.calls == ["get", "put"] * 2


# --- nothing shows


async def test_no_repr_shows_a_value(vault: Vault, tenant: str) -> None:
    issued = await vault.issue(tenant, "job_1", [SABINE], 60)
    info = await vault.describe(tenant, "job_1")
    shown = f"{SABINE!r} {issued!r} {issued[SABINE]} {vault!r} {info!r}"

    assert "Sabine" not in shown
    assert "Person" in shown
