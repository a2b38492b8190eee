"""Turns and places: what tenants share, so that none of them takes all of it."""

from __future__ import annotations

import asyncio
from collections import Counter, OrderedDict, deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager


class Turns:
    """One turn at a time; those who wait are served in a circle of tenants."""

    def __init__(self) -> None:
        self._is_taken = False
        self._waiting: OrderedDict[str, deque[asyncio.Future[None]]] = OrderedDict()

    @asynccontextmanager
    async def turn(self, tenant: str) -> AsyncIterator[None]:
        """Wait for a turn, and have it."""
        if self._is_taken:
            await self._wait(tenant)
        self._is_taken = True
        try:
            yield
        finally:
            self._hand_on()

    async def _wait(self, tenant: str) -> None:
        called = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(tenant, deque()).append(called)
        try:
            await called
        except asyncio.CancelledError:
            if not called.cancelled():  # it had been called at the same moment
                self._hand_on()
            raise

    def _hand_on(self) -> None:
        """Call the next tenant's first; who has more to do goes to the end of the circle."""
        while self._waiting:
            tenant, line = self._waiting.popitem(last=False)
            called = line.popleft()
            if line:
                self._waiting[tenant] = line
            if not called.done():
                called.set_result(None)
                return
        self._is_taken = False


class Places:
    """A number of places, of which one tenant holds half at most while there may be others.

    The last quarter is for tenants that hold none. Where `are_several` is false, the one tenant
    may hold all.
    """

    def __init__(self, most: int, are_several: Callable[[], bool] = lambda: True) -> None:
        self._most = most
        self._are_several = are_several
        self._held: Counter[str] = Counter()

    def take(self, tenant: str) -> bool:
        """Reserve a place, if there is one for this tenant."""
        own, taken = self._held[tenant], self._held.total()
        if taken >= self._most or (own and self._are_several() and not self._has_share(own, taken)):
            return False
        self._held[tenant] += 1
        return True

    def give_back(self, tenant: str) -> None:
        """Return a place."""
        self._held[tenant] -= 1
        self._held += Counter()  # drops those that hold none

    def _has_share(self, own: int, taken: int) -> bool:
        return own < share(self._most) and taken < self._most - self._most // 4


def share(most: int) -> int:
    """Return how much of a number one tenant may have."""
    return max(1, most // 2)
