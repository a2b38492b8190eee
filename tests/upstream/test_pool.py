"""Which upstream a tenant gets, and what becomes of one that went away."""

from __future__ import annotations

import asyncio
import itertools
import threading
from typing import Any

import pytest
from starlette.requests import Request
from starlette.responses import JSONResponse

from service.errors import NoUpstreamError, UpstreamError
from service.upstream.account import Account
from service.upstream.client import Upstream
from service.upstream.pool import Upstreams
from tests.support.redis_groups import until
from tests.support.running import Running

ONE = Account(url="https://one.example/v1", api_key="sk-1")
TWO = Account(url="https://two.example/v1")


class Ending(Upstream):
    """An upstream that has something under way until told, and notes what happens to it."""

    def __init__(self) -> None:
        super().__init__("https://never.example/v1")
        self.done = asyncio.Event()
        self.closed = False

    async def finish(self, _longest_seconds: float = 0) -> None:
        await self.done.wait()
        await self.close()

    async def close(self) -> None:
        self.closed = True


class Scene:
    """Upstreams of tenants whose accounts a test may change."""

    def __init__(self, usual: Upstream | None = None, *, usual_has_key: bool = False) -> None:
        self.accounts: dict[str, Account] = {}
        self.opened: list[Ending] = []
        self.upstreams = Upstreams(
            usual, self.accounts.get, self._open, usual_has_key=usual_has_key
        )

    def _open(self, _: Account) -> Upstream:
        self.opened.append(Ending())
        return self.opened[-1]


def test_a_tenant_without_an_account_gets_the_usual_upstream_or_none() -> None:
    usual = Ending()
    assert Scene(usual).upstreams.of("a") is usual
    with pytest.raises(NoUpstreamError):
        Scene().upstreams.of("a")


def test_each_account_is_opened_once_and_never_anothers() -> None:
    scene = Scene(Ending())
    scene.accounts |= {"a": ONE, "b": TWO, "c": ONE}
    found = {name: scene.upstreams.of(name) for name in "abcabd"}
    assert len(scene.opened) == 2
    assert found["a"] is found["c"] is scene.opened[0]
    assert found["b"] is scene.opened[1]
    assert found["d"] not in scene.opened


@pytest.mark.parametrize("usual_has_key", [True, False])
def test_a_key_of_the_usual_upstream_says_nothing_of_an_account(usual_has_key: bool) -> None:
    scene = Scene(usual_has_key=usual_has_key)
    scene.accounts |= {"a": ONE, "b": TWO}
    assert [scene.upstreams.has_key(name) for name in "abc"] == [True, False, usual_has_key]


async def test_an_upstream_that_went_away_is_ended_when_its_work_is_done() -> None:
    scene = Scene()
    scene.accounts |= {"a": ONE, "b": TWO}
    first, second = scene.upstreams.of("a"), scene.upstreams.of("b")
    scene.accounts["a"] = TWO
    scene.upstreams.keep([TWO])
    await asyncio.sleep(0)
    assert scene.upstreams.of("a") is second
    assert not scene.opened[0].closed
    scene.opened[0].done.set()
    for _ in range(3):
        await asyncio.sleep(0)
    assert [one.closed for one in scene.opened] == [True, False]
    scene.accounts["a"] = ONE
    assert scene.upstreams.of("a") not in (first, second)


async def test_at_the_end_everything_is_closed_at_once() -> None:
    usual = Ending()
    scene = Scene(usual)
    scene.accounts |= {"a": ONE}
    scene.upstreams.of("a")
    await scene.upstreams.close()
    assert [usual.closed, scene.opened[0].closed] == [True, True]


# --- connections, over TCP


class Holding:
    """A provider that counts what is under way, and answers when told."""

    def __init__(self) -> None:
        self.most = self.now = 0
        self.go = threading.Event()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            return
        self.now += 1
        self.most = max(self.most, self.now)
        await asyncio.to_thread(self.go.wait, 20)
        self.now -= 1
        answer = JSONResponse({"path": Request(scope).url.path})
        await answer(scope, receive, send)


async def read(upstream: Upstream) -> bytes:
    async with await upstream.send("GET", "/models", {}) as answer:
        return await answer.read()


async def test_no_more_connections_are_open_than_allowed_and_who_waits_too_long_is_refused() -> (
    None
):
    holding = Holding()
    with Running(holding) as running:
        upstream = Upstream(f"{running.url}/v1", most_connections=3, connect_seconds=1)
        calls = [asyncio.create_task(read(upstream)) for _ in range(8)]
        for first in itertools.islice(asyncio.as_completed(calls), 5):
            with pytest.raises(UpstreamError):
                await first
        holding.go.set()
        waiting = [call for call in calls if not call.done() or call.exception() is None]
        assert await asyncio.gather(*waiting) == [b'{"path":"/v1/models"}'] * 3
        assert holding.most == 3
        assert await read(upstream)
        await upstream.close()


async def test_it_finishes_what_is_under_way_before_its_connections_are_closed() -> None:
    holding = Holding()
    with Running(holding) as running:
        upstream = Upstream(f"{running.url}/v1")
        call = asyncio.create_task(read(upstream))
        await asyncio.to_thread(until, lambda: holding.now == 1)
        ending = asyncio.create_task(upstream.finish())
        await asyncio.sleep(0.05)
        assert not ending.done()
        holding.go.set()
        assert await call == b'{"path":"/v1/models"}'
        await ending
        assert upstream._session is not None
        assert upstream._session.closed


async def test_it_finishes_after_a_failed_call_and_at_the_latest_when_its_time_is_over() -> None:
    upstream = Upstream("http://127.0.0.1:9/v1")
    with pytest.raises(UpstreamError):
        await read(upstream)
    await upstream.finish()
    holding = Holding()
    with Running(holding) as running:
        upstream = Upstream(f"{running.url}/v1")
        call = asyncio.create_task(read(upstream))
        await asyncio.to_thread(until, lambda: holding.now == 1)
        await upstream.finish(0.05)
        with pytest.raises(UpstreamError):
            await call
        holding.go.set()
