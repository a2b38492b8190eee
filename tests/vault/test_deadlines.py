from __future__ import annotations

import asyncio
import time

import pytest

from service.errors import VaultError
from service.vault import deadlines


async def test_what_takes_too_long_is_a_timeout() -> None:
    with pytest.raises(TimeoutError):
        async with deadlines.call(0.12):
            await asyncio.sleep(60)


async def test_time_in_which_nothing_ran_does_not_count() -> None:
    with deadlines.together(0.4):
        for _ in range(2):
            async with deadlines.call(0.3):
                time.sleep(0.5)  # noqa: ASYNC251  the whole process stands still
                await asyncio.sleep(0.01)


async def test_a_timeout_that_was_not_needed_comes_never() -> None:
    async with deadlines.call(0.1):
        pass
    await asyncio.sleep(0.2)


async def test_calls_of_a_step_end_with_it_each_and_together() -> None:
    with deadlines.together(0.2):
        async with deadlines.call(60):
            await asyncio.sleep(0.1)
        with pytest.raises(VaultError):
            async with deadlines.call(60):
                await asyncio.sleep(60)
        with pytest.raises(VaultError):
            async with deadlines.call(60):
                pass
    async with deadlines.call(60):
        pass
