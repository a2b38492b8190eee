"""The store of a single process: a dictionary, and a heap of expiries that really empties it."""

from __future__ import annotations

import asyncio
import heapq
import math
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from service.errors import VaultError

# Below this the heap is not worth tidying.
_SMALL_HEAP = 64


@dataclass(slots=True)
class _Entry:
    """The fields of one key, and the clock time at which they go."""

    fields: dict[str, bytes]
    expires_at: float


class MemoryStore:
    """Keeps everything in this process, for one event loop; nothing survives it.

    Expired content is dropped on each access and by `run_purge`, which the app keeps running.
    """

    def __init__(
        self, max_jobs: int = 100_000, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Hold at most `max_jobs` keys; `clock` counts seconds and never goes back."""
        self._max_jobs = max_jobs
        self._clock = clock
        self._entries: dict[str, _Entry] = {}
        self._expiries: list[tuple[float, str]] = []

    def __repr__(self) -> str:
        return f"MemoryStore({len(self._entries)} jobs)"

    async def put_if_absent(
        self, key: str, fields: Mapping[str, bytes], ttl_seconds: int
    ) -> dict[str, bytes]:
        """Write what is missing, return what is there. Raises VaultError when the store is full."""
        entry = self._make(key, ttl_seconds)
        return {name: entry.fields.setdefault(name, value) for name, value in fields.items()}

    async def put(self, key: str, fields: Mapping[str, bytes], ttl_seconds: int) -> None:
        """Write the fields. Raises VaultError when the store is full."""
        self._make(key, ttl_seconds).fields.update(fields)

    async def get(self, key: str, fields: Iterable[str]) -> dict[str, bytes]:
        """Return those of the fields that exist."""
        self.purge()
        entry = self._entries.get(key)
        if entry is None:
            return {}
        return {name: entry.fields[name] for name in fields if name in entry.fields}

    async def all(self, key: str) -> dict[str, bytes]:
        """Return every field."""
        self.purge()
        entry = self._entries.get(key)
        return {} if entry is None else dict(entry.fields)

    async def touch(self, key: str, ttl_seconds: int) -> None:
        """Set the expiry anew."""
        self.purge()
        if entry := self._entries.get(key):
            self._expire(key, entry, ttl_seconds)

    async def size(self, key: str) -> int:
        """Count the fields."""
        self.purge()
        entry = self._entries.get(key)
        return 0 if entry is None else len(entry.fields)

    async def ttl(self, key: str) -> int | None:
        """Return the seconds left, rounded up."""
        self.purge()
        entry = self._entries.get(key)
        return None if entry is None else math.ceil(entry.expires_at - self._clock())

    async def delete(self, key: str) -> bool:
        """Forget the key; say whether there was one."""
        self.purge()
        return self._entries.pop(key, None) is not None

    async def ping(self) -> None:
        """Do nothing: a dictionary is always there."""

    async def close(self) -> None:
        """Drop everything."""
        self._entries.clear()
        self._expiries.clear()

    def purge(self) -> None:
        """Drop what has expired."""
        now = self._clock()
        while self._expiries and self._expiries[0][0] <= now:
            _, key = heapq.heappop(self._expiries)
            # A key that was touched since has a later place in the heap as well.
            if key in self._entries and self._entries[key].expires_at <= now:
                del self._entries[key]

    async def run_purge(self, every_seconds: float = 1.0) -> None:
        """Purge until cancelled, so that secrets go on time when nobody calls."""
        while True:
            self.purge()
            await asyncio.sleep(every_seconds)

    def _make(self, key: str, ttl_seconds: int) -> _Entry:
        """Return what lies under `key`, new if need be, with a new expiry."""
        self.purge()
        entry = self._entries.get(key)
        if entry is None:
            if len(self._entries) >= self._max_jobs:
                raise VaultError
            entry = self._entries[key] = _Entry({}, 0.0)
        self._expire(key, entry, ttl_seconds)
        return entry

    def _expire(self, key: str, entry: _Entry, ttl_seconds: int) -> None:
        """Give the key a new expiry; outdated places in the heap may not outnumber the others."""
        entry.expires_at = self._clock() + ttl_seconds
        heapq.heappush(self._expiries, (entry.expires_at, key))
        if len(self._expiries) > _SMALL_HEAP + 2 * len(self._entries):
            self._expiries = [(each.expires_at, name) for name, each in self._entries.items()]
            heapq.heapify(self._expiries)
