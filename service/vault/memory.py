"""The store in memory, for one process: dictionaries, and expiry heaps that really empty them."""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Callable, Iterable, Mapping

from service.errors import VaultError
from service.vault.expiry_heap import ExpiryHeap

FULL = (
    "The vault is full, so nothing was sent on. It holds as many jobs as it may"
    " (DECKNAME_MAX_JOBS); delete some, or wait until some expire."
)


class MemoryStore:
    """Keeps everything in this process, for one event loop; nothing survives it.

    Expired content is dropped on each access and by `run_purge`, which the app keeps running.
    """

    def __init__(
        self, max_jobs: int = 100_000, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Hold at most `max_jobs` keys; `clock` counts seconds and never goes back."""
        self._max_jobs = max_jobs
        self._entries: dict[str, dict[str, bytes]] = {}
        self._expiries: ExpiryHeap[str] = ExpiryHeap(clock)
        self._places: dict[str, set[str]] = {}
        self._place_expiries: ExpiryHeap[tuple[str, str]] = ExpiryHeap(clock)

    def __repr__(self) -> str:
        return f"MemoryStore({len(self._entries)} jobs)"

    async def put_if_absent(
        self, key: str, fields: Mapping[str, bytes], ttl_seconds: int
    ) -> dict[str, bytes]:
        """Write what is missing, return what is there. Raises VaultError when the store is full."""
        entry = self._make(key, ttl_seconds)
        return {name: entry.setdefault(name, value) for name, value in fields.items()}

    async def put(self, key: str, fields: Mapping[str, bytes], ttl_seconds: int) -> None:
        """Write the fields. Raises VaultError when the store is full."""
        self._make(key, ttl_seconds).update(fields)

    async def get(self, key: str, fields: Iterable[str]) -> dict[str, bytes]:
        """Return those of the fields that exist."""
        self.purge()
        entry = self._entries.get(key, {})
        return {name: entry[name] for name in fields if name in entry}

    async def all(self, key: str) -> dict[str, bytes]:
        """Return every field."""
        self.purge()
        return dict(self._entries.get(key, {}))

    async def touch(self, key: str, ttl_seconds: int) -> None:
        """Set the expiry anew."""
        self.purge()
        if key in self._entries:
            self._expiries.set(key, ttl_seconds)

    async def size(self, key: str) -> int:
        """Count the fields."""
        self.purge()
        return len(self._entries.get(key, {}))

    async def ttl(self, key: str) -> int | None:
        """Return the seconds left, rounded up."""
        self.purge()
        return math.ceil(self._expiries.left(key)) if key in self._entries else None

    async def delete(self, key: str) -> bool:
        """Forget the key; return whether there was one."""
        self.purge()
        self._expiries.drop(key)
        return self._entries.pop(key, None) is not None

    async def claim(self, key: str, name: str, ttl_seconds: int, most: int | None) -> bool:
        """Hold a place, unless there are `most` already."""
        self.purge()
        held = self._places.get(key, set())
        # A place that is held keeps its expiry; only a claim without `most` sets it anew.
        if most is not None and name in held:
            return True
        if most is not None and len(held) >= most:
            return False
        self._places.setdefault(key, held).add(name)
        self._place_expiries.set((key, name), ttl_seconds)
        return True

    async def release(self, key: str, name: str) -> None:
        """Release a place."""
        self._place_expiries.drop((key, name))
        self._leave(key, name)

    async def ping(self) -> None:
        """Do nothing: a dictionary is always there."""

    async def close(self) -> None:
        """Drop everything."""
        for content in (self._entries, self._expiries, self._places, self._place_expiries):
            content.clear()

    def purge(self) -> None:
        """Drop what has expired."""
        for key in self._expiries.due():
            del self._entries[key]
        for key, name in self._place_expiries.due():
            self._leave(key, name)

    async def run_purge(self, every_seconds: float = 1.0) -> None:
        """Purge until cancelled, so that secrets go on time when nobody calls."""
        while True:
            self.purge()
            await asyncio.sleep(every_seconds)

    def _make(self, key: str, ttl_seconds: int) -> dict[str, bytes]:
        """Return what lies under `key`, new if need be, with a new expiry."""
        self.purge()
        if key not in self._entries and len(self._entries) >= self._max_jobs:
            raise VaultError(cause="full", reason=FULL)
        self._expiries.set(key, ttl_seconds)
        return self._entries.setdefault(key, {})

    def _leave(self, key: str, name: str) -> None:
        held = self._places.get(key, set())
        held.discard(name)
        if not held:
            self._places.pop(key, None)
