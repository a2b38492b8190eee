"""Placeholders of no job: so many a request and an hour, for each tenant."""

from __future__ import annotations

import pytest

from service.errors import InvalidRequestError, TooManyGuessesError
from service.tenants.guesses import HOUR, MOST_IN_A_REQUEST, MOST_IN_AN_HOUR, Guesses


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_too_many_at_once_are_refused_and_count_all_the_same() -> None:
    guesses = Guesses(Clock())
    guesses.count("a", MOST_IN_A_REQUEST)
    for _ in range(4):
        with pytest.raises(InvalidRequestError):
            guesses.count("a", MOST_IN_A_REQUEST + 1)
    with pytest.raises(TooManyGuessesError):
        guesses.check("a")
    guesses.check("b")


def test_beyond_a_rate_a_tenant_waits_for_the_next_hour() -> None:
    clock = Clock()
    guesses = Guesses(clock)
    for _ in range(MOST_IN_AN_HOUR // MOST_IN_A_REQUEST):
        guesses.check("a")
        guesses.count("a", MOST_IN_A_REQUEST)
        clock.now += 60
    with pytest.raises(TooManyGuessesError) as caught:
        guesses.check("a")
    assert caught.value.retry_after == HOUR - 300
    clock.now += HOUR
    guesses.check("a")
