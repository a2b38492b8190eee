from __future__ import annotations

import asyncio
import socket
import traceback
from typing import TYPE_CHECKING

import pytest
from redis.asyncio import Redis

from service.errors import VaultError
from service.vault.deadlines import together
from service.vault.redis import RedisStore
from tests.support.redis_rights import LOGIN, allow, documented, use_everything
from tests.support.redis_server import start_redis

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from tests.support.redis_server import RedisServer

# what the client library says on connecting; Redis may refuse it
INTRODUCTION = {"client|setinfo", "select"}
MEASURING = {"info", "config|get"}  # ours, and one that Valkey counts for it


def every_call(store: RedisStore) -> list[Awaitable[object]]:
    return [
        store.put_if_absent("key", {"a": b"1"}, 60),
        store.get("key", ["a"]),
        store.all("key"),
        store.touch("key", 60),
        store.size("key"),
        store.ttl("key"),
        store.delete("key"),
        store.claim("places", "a", 60, 2),
        store.release("places", "a"),
        store.ping(),
    ]


async def settled(call: Awaitable[object]) -> object:
    """Return what a call returns or raises."""
    return (await asyncio.gather(call, return_exceptions=True))[0]


async def test_only_the_documented_commands_reach_redis() -> None:
    with start_redis() as server:
        refused = await use_everything(server.url)
        async with Redis.from_url(server.url, protocol=2, driver_info=None) as client:
            used = set(await client.info("commandstats"))

    assert refused == []
    commands = {name.removeprefix("cmdstat_") for name in used}
    assert commands - INTRODUCTION - MEASURING == set(documented("data", "jobs"))


@pytest.mark.parametrize("lines", [("data", "jobs"), ("data", "jobs", "database")])
async def test_the_documented_rights_are_enough_and_none_is_too_many(
    lines: tuple[str, ...],
) -> None:
    rights = documented(*lines)
    with start_redis() as server:
        address = f"redis://{LOGIN}127.0.0.1:{server.port}/{1 if 'database' in lines else 0}"
        for lacking in (None, *rights):
            allow([server], [right for right in rights if right != lacking])
            refused = await use_everything(address)
            assert bool(refused) == (lacking is not None), lacking
        allow([server], rights)
        assert await use_everything(address, further=["elsewhere"]) == ["get"]


async def test_without_a_limit_of_jobs_the_rights_for_it_are_not_needed() -> None:
    with start_redis() as server:
        allow([server], documented("data"))
        address = f"redis://{LOGIN}127.0.0.1:{server.port}/0"
        assert set(await use_everything(address)) == {"claim", "release"}


async def test_a_password_is_used_and_a_wrong_one_refused() -> None:
    with start_redis("--requirepass", "right") as server:
        store = RedisStore.from_url(f"redis://:right@127.0.0.1:{server.port}")
        await store.ping()
        await store.close()
        refused = RedisStore.from_url(f"redis://:wrong-one@127.0.0.1:{server.port}")
        with pytest.raises(VaultError) as caught:
            await refused.ping()
        await refused.close()

    assert "wrong-one" not in "".join(traceback.format_exception(caught.value))


async def test_a_dead_redis_refuses_every_call_in_time_and_is_used_again_when_back() -> None:
    with start_redis() as server:
        store = RedisStore.from_url(server.url)
        await store.ping()
        server.kill()
        for call in every_call(store):
            async with asyncio.timeout(2):
                with pytest.raises(VaultError):
                    await call
        with start_redis(port=server.port):
            await store.ping()
            await store.close()


async def test_a_hanging_redis_refuses_in_time_and_mixes_up_no_answers_afterwards() -> None:
    with start_redis() as server:
        store = RedisStore.from_url(server.url)
        await store.put_if_absent("key", {"a": b"1", "b": b"2"}, 60)
        server.freeze()
        async with asyncio.timeout(2):
            with pytest.raises(VaultError):
                await store.get("key", ["a"])
        server.thaw()

        assert await store.get("key", ["b"]) == {"b": b"2"}
        await store.close()


async def test_a_hanging_redis_refuses_a_long_queue_in_time() -> None:
    with start_redis() as server:
        store = RedisStore.from_url(server.url)
        await store.ping()
        server.freeze()
        async with asyncio.timeout(3):
            calls = (store.get("key", ["a"]) for _ in range(300))
            results = await asyncio.gather(*calls, return_exceptions=True)
        server.thaw()
        await store.ping()
        await store.close()

    assert {type(result) for result in results} == {VaultError}


async def test_calls_of_one_step_are_refused_when_together_they_take_too_long() -> None:
    with start_redis() as server:
        store = RedisStore.from_url(server.url)
        await store.ping()
        with together(0.2):
            results = [await settled(store.ping()) for _ in range(10_000)]
        assert type(results[-1]) is VaultError
        await store.ping()
        await store.close()


async def test_a_refused_command_refuses_nobody_else(redis_server: RedisServer) -> None:
    client = Redis.from_url(redis_server.url)
    await client.set("another-string", "content")
    await client.aclose()
    store = RedisStore.from_url(redis_server.url)
    names = ["another-string", "absent"] * 100
    calls = (store.get(name, ["a"]) for name in names)
    results = await asyncio.gather(*calls, return_exceptions=True)
    await store.close()

    assert {type(result) for result in results[::2]} == {VaultError}
    assert all(result == {} for result in results[1::2])


async def test_an_address_that_swallows_connections_refuses_in_time() -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen(0)
        store = RedisStore.from_url(f"redis://:password@127.0.0.1:{silent.getsockname()[1]}/1")
        async with asyncio.timeout(2):
            with pytest.raises(VaultError):
                await store.ping()
        await store.close()


async def test_cancelled_calls_leave_no_foreign_answer_behind(redis_server: RedisServer) -> None:
    store = RedisStore.from_url(redis_server.url)
    await store.put_if_absent("cancelled", {f"f{n}": b"%d" % n for n in range(50)}, 60)
    for n in range(50):
        call = asyncio.create_task(store.get("cancelled", [f"f{n}"]))
        for _ in range(n % 7):
            await asyncio.sleep(0)
        call.cancel()
        await asyncio.gather(call, return_exceptions=True)
        assert await store.get("cancelled", [f"f{n}"]) == {f"f{n}": b"%d" % n}
    await store.close()


async def test_a_fault_shows_neither_key_nor_content(redis_server: RedisServer) -> None:
    client = Redis.from_url(redis_server.url)
    await client.set("a-string", "content")
    await client.aclose()
    store = RedisStore.from_url(redis_server.url)
    with pytest.raises(VaultError) as caught:
        await store.get("a-string", ["a"])
    await store.close()

    shown = "".join(traceback.format_exception(caught.value))
    assert "WRONGTYPE" not in shown
    assert str(caught.value) == "vault_unavailable"


@pytest.mark.parametrize(
    "url",
    [
        "memory://",
        "http://127.0.0.1",
        "redis://user:se/cret@127.0.0.1:1",
        "redis://127.0.0.1:secret",
        "redis://127.0.0.1/0?socket_timeout=secret",
        "redis://127.0.0.1/0?nonsense=secret",
    ],
)
def test_an_unreadable_address_is_refused_without_showing_it(url: str) -> None:
    with pytest.raises(ValueError, match="The vault's") as caught:
        RedisStore.from_url(url)

    assert "cret" not in str(caught.value)
