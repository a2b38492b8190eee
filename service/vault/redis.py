"""The store that replicas share: one Redis hash per job; the only file that imports `redis`.

Commands used, for an ACL: HSET HSETNX HMGET HGETALL HLEN EXPIRE TTL DEL PING MULTI EXEC. The client
library also introduces itself with CLIENT SETINFO, and does not mind being refused.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager, suppress
from typing import Any, Self, cast

from redis.asyncio import BlockingConnectionPool, Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError, ResponseError

from service.errors import VaultError

CONNECT_SECONDS = 0.4
REPLY_SECONDS = 0.5
# Bounds the whole of a call once it has its turn: connecting, TLS, AUTH and the command together.
CALL_SECONDS = 0.95
# Few, so that in a burst each call is short and the others wait for their turn, not for its reply.
MAX_CONNECTIONS = 16


class RedisStore:
    """Keeps each job in a hash of its own. Any fault of Redis is a VaultError within a second.

    Takes a ready client, so Sentinel is a client made by `Sentinel.master_for`; it must return
    bytes (`decode_responses` off).
    """

    def __init__(self, client: Redis, call_seconds: float = CALL_SECONDS) -> None:
        """Own the client (`close` closes it) and give each call at most `call_seconds`."""
        self._client = client
        self._call_seconds = call_seconds
        self._turns = asyncio.Semaphore(MAX_CONNECTIONS)
        self._is_down = False

    def __repr__(self) -> str:
        return "RedisStore()"

    @classmethod
    def from_url(cls, url: str, call_seconds: float = CALL_SECONDS) -> Self:
        """Prepare, without connecting, for `redis://` or `rediss://` with redis-py's options.

        Options in the address (`?socket_timeout=2`) count before those set here.
        Raises ValueError in fixed words: the address may hold a password.
        """
        if not url.startswith(("redis://", "rediss://")):
            raise ValueError("The vault's address must begin with redis:// or rediss://.")
        try:
            pool = BlockingConnectionPool.from_url(
                url,
                max_connections=MAX_CONNECTIONS,
                timeout=call_seconds,
                socket_connect_timeout=CONNECT_SECONDS,
                socket_timeout=REPLY_SECONDS,
                retry=Retry(NoBackoff(), 0),
                protocol=2,
            )
            # a connection that is never opened: unknown options show now, not at the first request
            pool.connection_class(**pool.connection_kwargs)
        except (ValueError, TypeError):
            raise ValueError("The vault's redis:// address cannot be read.") from None
        return cls(Redis.from_pool(pool), call_seconds)

    async def put_if_absent(
        self, key: str, fields: Mapping[str, bytes], ttl_seconds: int
    ) -> dict[str, bytes]:
        """Write what is missing and return what is there, in one transaction and round trip."""
        names = list(fields)
        async with self._call(), self._client.pipeline(transaction=True) as transaction:
            for name, value in fields.items():
                transaction.hsetnx(key, name, value)
            if names:
                transaction.hmget(key, names)
            transaction.expire(key, ttl_seconds)
            replies = await transaction.execute()
        return dict(zip(names, replies[len(names)], strict=True)) if names else {}

    async def put(self, key: str, fields: Mapping[str, bytes], ttl_seconds: int) -> None:
        """Write the fields, in one transaction and round trip."""
        async with self._call(), self._client.pipeline(transaction=True) as transaction:
            transaction.hset(key, mapping=cast("Any", fields))
            transaction.expire(key, ttl_seconds)
            await transaction.execute()

    async def get(self, key: str, fields: Iterable[str]) -> dict[str, bytes]:
        """Return those of the fields that exist."""
        names = list(fields)
        if not names:
            return {}
        async with self._call():
            values = cast("list[bytes | None]", await cast("Any", self._client.hmget(key, names)))
        pairs = zip(names, values, strict=True)
        return {name: value for name, value in pairs if value is not None}

    async def all(self, key: str) -> dict[str, bytes]:
        """Return every field."""
        async with self._call():
            found = cast("dict[bytes, bytes]", await cast("Any", self._client.hgetall(key)))
        return {name.decode("ascii", "replace"): value for name, value in found.items()}

    async def touch(self, key: str, ttl_seconds: int) -> None:
        """Set the expiry anew."""
        async with self._call():
            await self._client.expire(key, ttl_seconds)

    async def size(self, key: str) -> int:
        """Count the fields."""
        async with self._call():
            return int(await cast("Any", self._client.hlen(key)))

    async def ttl(self, key: str) -> int | None:
        """Return the seconds left."""
        async with self._call():
            seconds = int(await self._client.ttl(key))
        return seconds if seconds >= 0 else None

    async def delete(self, key: str) -> bool:
        """Forget the key; say whether there was one."""
        async with self._call():
            return bool(await self._client.delete(key))

    async def ping(self) -> None:
        """Return when Redis answers."""
        async with self._call():
            await cast("Any", self._client.ping())

    async def close(self) -> None:
        """Close every connection; one that cannot be closed in time is dropped."""
        with suppress(RedisError, OSError):
            async with asyncio.timeout(self._call_seconds):
                await self._client.aclose()

    @asynccontextmanager
    async def _call(self) -> AsyncIterator[None]:
        """Wait for a turn, bound the call, turn every fault of Redis into ours without its words.

        Waiting for a turn is no fault. But who gets it after the call before failed is refused too,
        so that a dead Redis never makes a queue wait call by call; who need not wait tries again.
        """
        has_to_wait = self._turns.locked()
        async with self._turns:
            if has_to_wait and self._is_down:
                raise VaultError
            try:
                async with asyncio.timeout(self._call_seconds):
                    yield
            except ResponseError:
                raise VaultError from None
            except (RedisError, OSError):  # TimeoutError is an OSError
                self._is_down = True
                raise VaultError from None
            self._is_down = False
