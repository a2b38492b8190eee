"""The protocol of a store: named fields of bytes under one key, with an expiry.

A store understands none of what it holds. One job is one key, so Redis Cluster never has to reach
two slots at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol


class Store(Protocol):
    """Keeps bytes. All but `close` raise VaultError when the store cannot be reached or is full."""

    async def put_if_absent(
        self, key: str, fields: Mapping[str, bytes], ttl_seconds: int
    ) -> dict[str, bytes]:
        """Write each field that is not there yet, in one atomic step; return what is there now.

        The key then expires `ttl_seconds` (at least 1) from now, whatever it did before.
        """
        ...

    async def put(self, key: str, fields: Mapping[str, bytes], ttl_seconds: int) -> None:
        """Write each field, whatever it was, in one atomic step; else as `put_if_absent`."""
        ...

    async def get(self, key: str, fields: Iterable[str]) -> dict[str, bytes]:
        """Return those of the fields that exist."""
        ...

    async def all(self, key: str) -> dict[str, bytes]:
        """Return every field; nothing when there is no such key."""
        ...

    async def touch(self, key: str, ttl_seconds: int) -> None:
        """Set the key to expire `ttl_seconds` (at least 1) from now, if there is one."""
        ...

    async def size(self, key: str) -> int:
        """Count the fields; 0 when there is no such key."""
        ...

    async def ttl(self, key: str) -> int | None:
        """Return the seconds left, or None when there is no such key."""
        ...

    async def delete(self, key: str) -> bool:
        """Forget the key at once; return whether there was one."""
        ...

    async def claim(self, key: str, name: str, ttl_seconds: int, most: int | None) -> bool:
        """Hold one of the places under `key` for `name` until `ttl_seconds` (at least 1) from now.

        One atomic step, in which places whose time is over count no longer. With `most`, False when
        that many others are held; a place that is held already stays as it is. Without it, the
        place is held in any case, and its time set anew.
        """
        ...

    async def release(self, key: str, name: str) -> None:
        """Release a place, if it is held."""
        ...

    async def ping(self) -> None:
        """Return when the store answers."""
        ...

    async def close(self) -> None:
        """Close connections and drop the content held by this process."""
        ...
