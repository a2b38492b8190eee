"""What Redis failed by: a word for the log, and a sentence that says what to do."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest
import redis

from service.errors import VaultError
from service.vault.redis import RedisStore
from tests.support.listening import listening
from tests.support.redis_server import RedisServer, start_redis


@pytest.fixture(scope="module")
def guarded() -> Iterator[RedisServer]:
    with start_redis() as server:
        with redis.Redis(port=server.port) as client:
            client.acl_setuser("one", enabled=True, passwords=["+right"], commands=["+ping"])
        yield server


async def failed(url: str) -> VaultError:
    store = RedisStore.from_url(url)
    try:
        with pytest.raises(VaultError) as caught:
            await store.size("x")
    finally:
        await store.close()
    return caught.value


async def test_a_closed_port_refuses_and_the_sentence_says_what_to_do() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    error = await failed(f"redis://:geheim@127.0.0.1:{port}")
    assert error.facts == {"code": "vault_unavailable", "cause": "refused"}
    assert "Check that it runs" in error.sentence
    assert "geheim" not in error.sentence


async def test_a_name_that_there_is_not_is_dns() -> None:
    assert (await failed("redis://no-such-host.invalid")).cause == "dns"


async def test_a_port_without_tls_is_tls_and_silence_is_a_timeout() -> None:
    async with listening(b"-ERR no\r\n") as port:
        assert (await failed(f"rediss://127.0.0.1:{port}")).cause == "tls"
    async with listening(None) as port:
        assert (await failed(f"redis://127.0.0.1:{port}")).cause == "answer_timeout"
    async with listening(b"") as port:
        assert (await failed(f"redis://127.0.0.1:{port}")).cause == "closed"


async def test_a_wrong_password_and_a_right_that_is_missing_are_told_apart(
    guarded: RedisServer,
) -> None:
    there = f"127.0.0.1:{guarded.port}"
    assert (await failed(f"redis://one:wrong@{there}")).cause == "authentication"
    assert (await failed(f"redis://one:right@{there}")).cause == "not_allowed"
