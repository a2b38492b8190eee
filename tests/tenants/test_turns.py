"""What tenants share: turns in a circle, and places of which none takes all."""

from __future__ import annotations

import asyncio

import pytest

from service.tenants.turns import Places, Turns


async def served(turns: Turns, order: list[str], tenant: str, name: str) -> None:
    async with turns.turn(tenant):
        order.append(name)
        await asyncio.sleep(0)


async def test_who_comes_late_with_little_waits_for_one_of_each_other_and_no_more() -> None:
    turns, order = Turns(), list[str]()
    async with turns.turn("another"):
        names = ("m0", "m1", "m2", "m3", "f0", "f1")
        waiting = [asyncio.create_task(served(turns, order, name[0], name)) for name in names]
        await asyncio.sleep(0)
    await asyncio.gather(*waiting)
    assert order == ["m0", "f0", "m1", "f1", "m2", "m3"]


async def test_who_gives_up_waiting_holds_up_nobody() -> None:
    turns, order = Turns(), list[str]()
    first, gone, last = (
        asyncio.create_task(served(turns, order, "a", name)) for name in ("1", "2", "3")
    )
    await asyncio.sleep(0)
    gone.cancel()
    await asyncio.gather(first, last)
    assert order == ["1", "3"]
    with pytest.raises(asyncio.CancelledError):
        await gone
    await served(turns, order, "b", "4")


async def test_who_is_called_in_the_moment_of_giving_up_hands_the_turn_on() -> None:
    turns, order = Turns(), list[str]()
    async with turns.turn("a"):
        gone = asyncio.create_task(served(turns, order, "b", "gone"))
        last = asyncio.create_task(served(turns, order, "c", "last"))
        await asyncio.sleep(0)
    gone.cancel()
    await asyncio.wait_for(last, 1)
    assert order == ["last"]


def test_one_tenant_takes_half_and_the_last_quarter_is_for_who_has_none() -> None:
    places = Places(8)
    assert [places.take("greedy") for _ in range(5)] == [True] * 4 + [False]
    assert [places.take("second") for _ in range(3)] == [True, True, False]
    assert [places.take("third"), places.take("fourth"), places.take("fifth")] == [
        True,
        True,
        False,
    ]
    for _ in range(4):
        places.give_back("greedy")
    assert places.take("second")


def test_a_tenant_alone_takes_all() -> None:
    places = Places(3, lambda: False)
    assert [places.take("a") for _ in range(4)] == [True, True, True, False]
    places.give_back("a")
    assert places.take("a")
