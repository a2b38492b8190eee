"""What every store does; each test runs on the memory store and on a real Redis."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from service.vault.store import Store

BINARY = bytes(range(256))


async def test_an_absent_field_is_written_and_returned(store: Store, key: str) -> None:
    assert await store.put_if_absent(key, {"a": BINARY, "b": b""}, 60) == {"a": BINARY, "b": b""}
    assert await store.get(key, ["a", "b", "c"]) == {"a": BINARY, "b": b""}


async def test_a_present_field_wins_and_the_others_are_written(store: Store, key: str) -> None:
    await store.put_if_absent(key, {"a": b"1"}, 60)

    assert await store.put_if_absent(key, {"a": b"2", "b": b"3"}, 60) == {"a": b"1", "b": b"3"}
    assert await store.get(key, {"a", "b"}) == {"a": b"1", "b": b"3"}


async def test_put_writes_over_what_is_there_and_leaves_the_rest(store: Store, key: str) -> None:
    await store.put(key, {"a": b"1", "b": b"2"}, 60)
    await store.put(key, {"a": BINARY}, 600)

    assert await store.all(key) == {"a": BINARY, "b": b"2"}
    assert 590 < (await store.ttl(key) or 0) <= 600


async def test_racing_writers_all_see_the_same_winner(store: Store, key: str) -> None:
    writers = (store.put_if_absent(key, {"a": b"%d" % n, "b": b"x"}, 60) for n in range(100))
    seen = await asyncio.gather(*writers)

    assert {one["a"] for one in seen} == {(await store.get(key, ["a"]))["a"]}


async def test_an_unknown_key_is_empty(store: Store, key: str) -> None:
    assert await store.get(key, ["a"]) == {}
    assert await store.get(key, []) == {}
    assert await store.size(key) == 0
    assert await store.ttl(key) is None
    assert not await store.delete(key)
    await store.touch(key, 60)
    assert await store.size(key) == 0


async def test_size_counts_the_fields_of_one_key(store: Store, key: str) -> None:
    await store.put_if_absent(key, {"a": b"1", "b": b"2"}, 60)
    await store.put_if_absent(f"{key}other", {"c": b"3"}, 60)

    assert await store.size(key) == 2


async def test_a_deleted_key_is_gone_at_once(store: Store, key: str) -> None:
    await store.put_if_absent(key, {"a": b"1"}, 60)

    assert await store.delete(key)
    assert await store.get(key, ["a"]) == {}
    assert not await store.delete(key)


async def test_each_write_and_touch_sets_the_expiry_anew(store: Store, key: str) -> None:
    await store.put_if_absent(key, {"a": b"1"}, 100)
    assert 98 <= (await store.ttl(key) or 0) <= 100

    await store.put_if_absent(key, {"a": b"1"}, 200)
    assert 198 <= (await store.ttl(key) or 0) <= 200

    await store.touch(key, 50)
    assert 48 <= (await store.ttl(key) or 0) <= 50


async def test_an_expired_key_is_gone_and_can_be_written_again(store: Store, key: str) -> None:
    await store.put_if_absent(key, {"a": b"1"}, 1)
    await asyncio.sleep(1.05)

    assert await store.get(key, ["a"]) == {}
    assert await store.ttl(key) is None
    assert await store.put_if_absent(key, {"a": b"2"}, 60) == {"a": b"2"}


async def test_nothing_is_written_for_no_fields(store: Store, key: str) -> None:
    await store.put_if_absent(key, {"a": b"1"}, 60)

    assert await store.put_if_absent(key, {}, 200) == {}
    assert await store.size(key) == 1


async def test_a_store_answers_a_ping_and_shows_no_content(store: Store, key: str) -> None:
    await store.put_if_absent(key, {"a": b"content"}, 60)
    await store.ping()

    assert "content" not in repr(store)
    assert key not in repr(store)


async def test_no_more_places_are_held_than_there_are(store: Store, key: str) -> None:
    names = [f"name {n}" for n in range(100)]
    won = await asyncio.gather(*(store.claim(key, name, 60, 7) for name in names))

    assert sum(won) == 7
    held = [name for name, has_won in zip(names, won, strict=True) if has_won]
    assert all([await store.claim(key, name, 60, 7) for name in held])
    assert not await store.claim(key, "another", 60, 7)
    assert await store.claim(f"{key}other", "another", 60, 7)


async def test_a_place_without_a_limit_is_always_held_and_counts(store: Store, key: str) -> None:
    assert [await store.claim(key, f"name {n}", 60, None) for n in range(3)] == [True] * 3
    assert not await store.claim(key, "another", 60, 3)
    assert await store.claim(key, "another", 60, 4)


async def test_a_place_given_back_is_free_and_giving_back_none_does_nothing(
    store: Store, key: str
) -> None:
    await store.claim(key, "a", 60, 1)
    await store.release(key, "b")
    assert not await store.claim(key, "b", 60, 1)
    await store.release(key, "a")
    await store.release(key, "a")
    assert await store.claim(key, "b", 60, 1)


async def test_a_place_ends_by_itself_at_the_time_set_last(store: Store, key: str) -> None:
    await store.claim(key, "longer", 1, None)
    await store.claim(key, "longer", 60, None)
    await store.claim(key, "shorter", 60, None)
    await store.claim(key, "shorter", 1, None)
    await store.claim(key, "as it was", 1, 3)
    await store.claim(key, "as it was", 60, 3)
    await asyncio.sleep(1.1)

    won = [await store.claim(key, f"new {n}", 60, 3) for n in range(3)]
    assert won == [True, True, False]


async def test_places_are_no_fields_and_not_shown(store: Store, key: str) -> None:
    await store.claim(f"{key}places", "hidden-name", 60, None)

    assert await store.all(key) == {}
    assert "hidden-name" not in repr(store)
