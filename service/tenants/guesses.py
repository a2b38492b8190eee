"""Guesses: placeholders of no job that a tenant asks to restore; bounded, so that none is hit."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from service.errors import InvalidRequestError, TooManyGuessesError
from service.observability import metrics

MOST_IN_A_REQUEST = 1_000
MOST_IN_AN_HOUR = 5_000
HOUR = 3600.0


class Guesses:
    """Counts for each tenant, in each process for itself, and refuses beyond a rate."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Count by a `clock` of seconds that never goes back."""
        self._clock = clock
        self._counted: dict[str, tuple[float, int]] = {}

    def check(self, tenant: str) -> None:
        """Raise TooManyGuessesError for a tenant that has guessed too often in this hour."""
        began, count = self._of(tenant)
        if count >= MOST_IN_AN_HOUR:
            left = math.ceil(began + HOUR - self._clock())
            raise TooManyGuessesError(retry_after=left)

    def count(self, tenant: str, guesses: int) -> None:
        """Count what was unknown. Raises InvalidRequestError for too many at once."""
        metrics.guessed(guesses)
        if guesses:
            began, count = self._of(tenant)
            self._counted[tenant] = (began, count + guesses)
        if guesses > MOST_IN_A_REQUEST:
            raise InvalidRequestError(
                "text",
                f"More than {MOST_IN_A_REQUEST:,} placeholders here are of no job that is known;"
                " give the job_id.",
            )

    def _of(self, tenant: str) -> tuple[float, int]:
        now = self._clock()
        began, count = self._counted.get(tenant, (now, 0))
        return (began, count) if now - began < HOUR else (now, 0)
