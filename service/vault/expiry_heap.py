"""A heap of keys by when they expire, which stays as small as what it orders."""

from __future__ import annotations

import heapq
from collections.abc import Callable
from typing import Generic, TypeVar

# Below this the heap is not worth tidying.
_SMALL_HEAP = 64
K = TypeVar("K", bound=str | tuple[str, ...])


class ExpiryHeap(Generic[K]):
    """Keys and when each is due; a key that was set anew counts from then."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """Measure by `clock`, in seconds; it never goes back."""
        self._clock = clock
        self._ends: dict[K, float] = {}
        self._heap: list[tuple[float, K]] = []

    def __len__(self) -> int:
        """Count the places in the heap, outdated ones too."""
        return len(self._heap)

    def set(self, key: K, ttl_seconds: float) -> None:
        """Set a key to expire `ttl_seconds` from now.

        Outdated places in the heap may not outnumber the others.
        """
        self._ends[key] = self._clock() + ttl_seconds
        heapq.heappush(self._heap, (self._ends[key], key))
        if len(self._heap) > _SMALL_HEAP + 2 * len(self._ends):
            self._heap = [(end, key) for key, end in self._ends.items()]
            heapq.heapify(self._heap)

    def left(self, key: K) -> float:
        """Return the seconds left to a key."""
        return self._ends[key] - self._clock()

    def drop(self, key: K) -> None:
        """Forget a key, if it is known."""
        self._ends.pop(key, None)

    def clear(self) -> None:
        """Forget everything."""
        self._ends.clear()
        self._heap.clear()

    def due(self) -> list[K]:
        """Return the keys whose time is over, and forget them."""
        now = self._clock()
        found = []
        while self._heap and self._heap[0][0] <= now:
            end, key = heapq.heappop(self._heap)
            # a key that was set anew has a later place in the heap as well
            if self._ends.get(key) == end:
                del self._ends[key]
                found.append(key)
        return found
