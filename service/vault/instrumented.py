"""A store whose calls are timed and whose failures are counted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from service.observability.stages import stage
from service.vault.store import Store


class InstrumentedStore:
    """Does what the store below it does."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __repr__(self) -> str:
        return f"InstrumentedStore({self._store!r})"

    async def put_if_absent(
        self, key: str, fields: Mapping[str, bytes], ttl_seconds: int
    ) -> dict[str, bytes]:
        """Write what is missing, return what is there."""
        with stage("vault"):
            return await self._store.put_if_absent(key, fields, ttl_seconds)

    async def put(self, key: str, fields: Mapping[str, bytes], ttl_seconds: int) -> None:
        """Write the fields."""
        with stage("vault"):
            await self._store.put(key, fields, ttl_seconds)

    async def get(self, key: str, fields: Iterable[str]) -> dict[str, bytes]:
        """Return those of the fields that exist."""
        with stage("vault"):
            return await self._store.get(key, fields)

    async def all(self, key: str) -> dict[str, bytes]:
        """Return every field."""
        with stage("vault"):
            return await self._store.all(key)

    async def touch(self, key: str, ttl_seconds: int) -> None:
        """Set the expiry anew."""
        with stage("vault"):
            await self._store.touch(key, ttl_seconds)

    async def size(self, key: str) -> int:
        """Count the fields."""
        with stage("vault"):
            return await self._store.size(key)

    async def ttl(self, key: str) -> int | None:
        """Return the seconds left."""
        with stage("vault"):
            return await self._store.ttl(key)

    async def delete(self, key: str) -> bool:
        """Forget the key at once."""
        with stage("vault"):
            return await self._store.delete(key)

    async def claim(self, key: str, name: str, ttl_seconds: int, most: int | None) -> bool:
        """Hold a place, unless there are `most` already."""
        with stage("vault"):
            return await self._store.claim(key, name, ttl_seconds, most)

    async def release(self, key: str, name: str) -> None:
        """Release a place."""
        with stage("vault"):
            await self._store.release(key, name)

    async def ping(self) -> None:
        """Return when the store answers; a health check is no stage of a request."""
        await self._store.ping()

    async def close(self) -> None:
        """Close what the store holds."""
        await self._store.close()
