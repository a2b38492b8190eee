"""Limits of a request: bytes, values, and seconds to arrive."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace

from service.errors import SlowRequestError
from service.tenants.tenants import Terms


@dataclass(frozen=True, slots=True)
class Limits:
    """The largest body in bytes, the most members and list items in it, seconds to arrive."""

    body_bytes: int
    values: int
    seconds: float

    @property
    def ends(self) -> float:
        """The time of the loop until which a request that begins now may arrive."""
        return asyncio.get_running_loop().time() + self.seconds

    def within(self, terms: Terms) -> Limits:
        """Return what holds for a tenant: its own size of bodies where that is less."""
        return replace(
            self, body_bytes=min(self.body_bytes, terms.max_body_bytes or self.body_bytes)
        )


@asynccontextmanager
async def in_time(ends: float) -> AsyncIterator[None]:
    """Bound what is done inside by `ends`, a time of the loop. Raises SlowRequestError."""
    try:
        async with asyncio.timeout_at(ends):
            yield
    except TimeoutError:
        raise SlowRequestError from None
