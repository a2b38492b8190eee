"""Addresses of several hosts, and a server whose role changes."""

from __future__ import annotations

import pytest
from redis.asyncio import Redis

from service.errors import VaultError
from service.vault.redis import RedisStore
from tests.support.redis_server import start_redis


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
