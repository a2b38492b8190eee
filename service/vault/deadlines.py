"""Time limits for calls of a store: one for each call, and a budget for those of one step."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from contextvars import ContextVar

from service.errors import VaultError

# For the calls until a request goes out. With the search of a short text a refusal takes less than
# a second.
STEP_SECONDS = 0.8
TICK_SECONDS = 0.05
LATE = "answer_timeout"
_budget: ContextVar[Budget | None] = ContextVar("budget", default=None)


class Budget:
    """The seconds left to the calls of one step; waiting for a turn takes none of them."""

    def __init__(self, seconds: float) -> None:
        self.left = seconds


@contextmanager
def together(seconds: float = STEP_SECONDS) -> Iterator[None]:
    """Bound all calls of a store that are made within, in this task, to `seconds` together."""
    token = _budget.set(Budget(seconds))
    try:
        yield
    finally:
        _budget.reset(token)


@asynccontextmanager
async def call(seconds: float) -> AsyncIterator[None]:
    """Raise TimeoutError after `seconds`, and VaultError once the step's budget is spent.

    What counts is time in which this process ran: when it gets no CPU for a while, an answer may
    long be here, and that is no fault of the store.
    """
    budget = _budget.get()
    allowed = seconds if budget is None else min(seconds, budget.left)
    if allowed <= 0:
        raise VaultError(cause=LATE)
    try:
        async with asyncio.timeout(None) as timeout:
            clock = _Clock(timeout, allowed)
            try:
                yield
            finally:
                clock.stop()
                if budget is not None:
                    budget.left -= clock.spent
    except TimeoutError:
        if allowed < seconds:
            raise VaultError(cause=LATE) from None
        raise


class _Clock:
    """Counts in ticks: one that comes late counts for no more than two."""

    def __init__(self, timeout: asyncio.Timeout, seconds: float) -> None:
        self.spent = 0.0
        self._loop = asyncio.get_running_loop()
        self._timeout = timeout
        self._seconds = seconds
        self._last = self._loop.time()
        self._next = self._loop.call_later(min(TICK_SECONDS, seconds), self._tick)

    def stop(self) -> None:
        self._next.cancel()
        self._count()

    def _count(self) -> None:
        now = self._loop.time()
        self.spent += min(now - self._last, 2 * TICK_SECONDS)
        self._last = now

    def _tick(self) -> None:
        self._count()
        left = self._seconds - self.spent
        if left <= 0:
            self._timeout.reschedule(self._last)
        else:
            self._next = self._loop.call_later(min(TICK_SECONDS, left), self._tick)
