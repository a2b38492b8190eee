"""The store in Redis, which replicas share: one Redis hash per job.

The commands used, for an ACL, stand in docs/configuration.md. The client library also introduces
itself with CLIENT SETINFO, and does not mind being refused.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager, suppress
from typing import Any, Self, cast

from redis.asyncio import Redis, RedisCluster
from redis.exceptions import ReadOnlyError, RedisError, ResponseError

from service.errors import VaultError
from service.vault import deadlines
from service.vault.failures import failure, redis_cause
from service.vault.redis_client import MAX_CONNECTIONS, Clients, connect
from service.vault.redis_tls import TlsFiles

# One atomic step on one key, so in one slot of a cluster. Scores are milliseconds of the server's
# clock, which is also the one that jobs expire by: replicas need not agree on the time.
CLAIM = """
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
if ARGV[3] ~= '' then
  if redis.call('ZSCORE', KEYS[1], ARGV[1]) then return 1 end
  if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[3]) then return 0 end
end
redis.call('ZADD', KEYS[1], now + ARGV[2] * 1000, ARGV[1])
if redis.call('TTL', KEYS[1]) < tonumber(ARGV[2]) then
  redis.call('EXPIRE', KEYS[1], ARGV[2])
end
return 1
"""

# Bounds the whole of a call once it has its turn: connecting, TLS, AUTH and the command together.
CALL_SECONDS = 0.75


class RedisStore:
    """Keeps each job in a hash of its own. Any fault of Redis is a VaultError within a second.

    One job is one key, so no command reaches two slots of a cluster.
    """

    def __init__(self, clients: Clients, call_seconds: float = CALL_SECONDS) -> None:
        """Own the clients (`close` closes them) and give each call at most `call_seconds`."""
        self._clients = clients
        # both kinds of client have the commands used here, in the same form
        self._client: Any = clients.main
        self._call_seconds = call_seconds
        self._turns = asyncio.Semaphore(MAX_CONNECTIONS)
        self._learning = asyncio.Lock()
        self._is_down = False

    def __repr__(self) -> str:
        return "RedisStore()"

    @classmethod
    def from_url(
        cls, url: str, call_seconds: float = CALL_SECONDS, tls: TlsFiles | None = None
    ) -> Self:
        """Prepare, without connecting, for an address of one of the forms in `redis_client`.

        Raises ValueError in fixed words: the address may hold a password.
        """
        return cls(connect(url, call_seconds, tls or TlsFiles()), call_seconds)

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
            transaction.hset(key, mapping=dict(fields))
            transaction.expire(key, ttl_seconds)
            await transaction.execute()

    async def get(self, key: str, fields: Iterable[str]) -> dict[str, bytes]:
        """Return those of the fields that exist."""
        names = list(fields)
        if not names:
            return {}
        async with self._call():
            values = cast("list[bytes | None]", await self._client.hmget(key, names))
        pairs = zip(names, values, strict=True)
        return {name: value for name, value in pairs if value is not None}

    async def all(self, key: str) -> dict[str, bytes]:
        """Return every field."""
        async with self._call():
            found = cast("dict[bytes, bytes]", await self._client.hgetall(key))
        return {name.decode("ascii", "replace"): value for name, value in found.items()}

    async def touch(self, key: str, ttl_seconds: int) -> None:
        """Set the expiry anew."""
        async with self._call():
            await self._client.expire(key, ttl_seconds)

    async def size(self, key: str) -> int:
        """Count the fields."""
        async with self._call():
            return int(await self._client.hlen(key))

    async def ttl(self, key: str) -> int | None:
        """Return the seconds left."""
        async with self._call():
            seconds = int(await self._client.ttl(key))
        return seconds if seconds >= 0 else None

    async def delete(self, key: str) -> bool:
        """Forget the key; return whether there was one."""
        async with self._call():
            return bool(await self._client.delete(key))

    async def claim(self, key: str, name: str, ttl_seconds: int, most: int | None) -> bool:
        """Hold a place, unless there are `most` already: in a sorted set, with expiries as scores.

        By a script, because it has to look and write in one step; MULTI could only write first and
        take back after, and would refuse others meanwhile, or for good if the process died between.
        """
        limit = "" if most is None else most
        async with self._call():
            return bool(await self._client.eval(CLAIM, 1, key, name, ttl_seconds, limit))

    async def release(self, key: str, name: str) -> None:
        """Release a place."""
        async with self._call():
            await self._client.zrem(key, name)

    async def ping(self) -> None:
        """Return when Redis answers."""
        async with self._call():
            await self._client.ping()

    async def close(self) -> None:
        """Close every connection; one that cannot be closed in time is dropped."""
        for client in self._clients.all:
            with suppress(RedisError, OSError):
                async with asyncio.timeout(self._call_seconds):
                    await client.aclose()

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
                async with deadlines.call(self._call_seconds):
                    await self._learn_nodes()
                    yield
            except ReadOnlyError:
                await self._let_go()
                raise failure("read_only") from None
            except VaultError as error:
                raise failure(error.cause) from None
            except ResponseError as error:
                raise failure(redis_cause(error)) from None
            except Exception as error:  # noqa: BLE001  a cluster's client has faults beside RedisError
                self._is_down = True
                raise failure(redis_cause(error)) from None
            self._is_down = False

    async def _learn_nodes(self) -> None:
        """Ask a cluster for its nodes, if need be, one call at a time.

        Several first calls at once make redis-py 8.1 drop connections that others are using.
        """
        if isinstance(self._client, RedisCluster):
            async with self._learning:
                await self._client.initialize()

    async def _let_go(self) -> None:
        """Close what is idle: the server is a replica by now, its address may lead elsewhere."""
        if isinstance(self._client, Redis):
            await self._client.connection_pool.disconnect(inuse_connections=False)
