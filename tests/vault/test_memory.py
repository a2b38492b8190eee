from __future__ import annotations

import asyncio
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from service.errors import VaultError
from service.vault.memory import MemoryStore

if TYPE_CHECKING:
    from tests.vault.conftest import Clock


async def test_expired_content_leaves_memory_on_any_access(clock: Clock) -> None:
    store = MemoryStore(clock=clock)
    secret = bytes(bytearray(b"a sealed secret"))
    free = sys.getrefcount(secret)
    await store.put_if_absent("job", {"a": secret}, 10)
    assert sys.getrefcount(secret) == free + 1

    clock.now += 9.9
    await store.get("another", ["a"])
    assert sys.getrefcount(secret) == free + 1

    clock.now += 0.1
    await store.get("another", ["a"])
    assert sys.getrefcount(secret) == free


async def test_expired_content_leaves_memory_with_nobody_calling() -> None:
    store = MemoryStore()
    secret = bytes(bytearray(b"a sealed secret"))
    free = sys.getrefcount(secret)
    purging = asyncio.create_task(store.run_purge(every_seconds=0.05))
    await store.put_if_absent("job", {"a": secret}, 1)

    await asyncio.sleep(1.3)
    purging.cancel()
    with suppress(asyncio.CancelledError):
        await purging

    assert sys.getrefcount(secret) == free
    assert repr(store) == "MemoryStore(0 jobs)"


async def test_a_touched_key_outlives_its_first_expiry_but_not_its_second(clock: Clock) -> None:
    store = MemoryStore(clock=clock)
    await store.put_if_absent("job", {"a": b"1"}, 10)
    clock.now += 5
    await store.touch("job", 10)

    clock.now += 9
    assert await store.size("job") == 1
    clock.now += 1
    assert await store.size("job") == 0


async def test_a_key_written_again_after_deletion_keeps_its_own_expiry(clock: Clock) -> None:
    store = MemoryStore(clock=clock)
    await store.put_if_absent("job", {"a": b"1"}, 10)
    await store.delete("job")
    await store.put_if_absent("job", {"a": b"2"}, 100)

    clock.now += 50
    assert await store.get("job", ["a"]) == {"a": b"2"}


async def test_a_full_store_refuses_new_jobs_and_serves_those_it_has(clock: Clock) -> None:
    store = MemoryStore(max_jobs=2, clock=clock)
    await store.put_if_absent("one", {"a": b"1"}, 10)
    await store.put_if_absent("two", {"a": b"1"}, 100)

    with pytest.raises(VaultError):
        await store.put_if_absent("three", {"a": b"1"}, 10)
    assert await store.put_if_absent("two", {"b": b"2"}, 100) == {"b": b"2"}

    clock.now += 10
    assert await store.put_if_absent("three", {"a": b"1"}, 10) == {"a": b"1"}


async def test_neither_touches_nor_deletions_let_the_heap_grow(clock: Clock) -> None:
    store = MemoryStore(clock=clock)
    await store.put_if_absent("kept", {"a": b"1"}, 86400)
    for number in range(2000):
        await store.touch("kept", 86400)
        await store.put_if_absent(f"brief-{number}", {"a": b"1"}, 86400)
        await store.delete(f"brief-{number}")

        await store.claim("places", "kept", 86400, None)
        await store.claim("places", f"brief-{number}", 86400, None)
        await store.release("places", f"brief-{number}")

    assert len(store._expiries) < 100
    assert len(store._place_expiries) < 100
    assert await store.size("kept") == 1
    assert store._places == {"places": {"kept"}}


async def test_expired_places_leave_memory_on_any_access(clock: Clock) -> None:
    store = MemoryStore(clock=clock)
    await store.claim("places", "one", 10, None)
    await store.claim("places", "two", 20, None)
    clock.now += 10
    await store.get("another", ["a"])
    assert store._places == {"places": {"two"}}
    clock.now += 10
    store.purge()
    assert store._places == {}
    assert not store._place_expiries.due()


async def test_a_closed_store_holds_nothing() -> None:
    store = MemoryStore()
    await store.put_if_absent("job", {"a": b"1"}, 10)
    await store.close()

    assert await store.size("job") == 0
