"""What an upstream failed by: a word for the log, and a sentence that says what to do."""

from __future__ import annotations

import socket
import ssl

import pytest
import trustme

from service.errors import UpstreamError, UpstreamTimeoutError
from service.upstream.client import Upstream
from service.upstream.failures import SENTENCES
from tests.support.listening import listening


async def failed(url: str, **how: float) -> UpstreamError:
    upstream = Upstream(url, **how)  # type: ignore[arg-type]
    try:
        with pytest.raises(UpstreamError) as caught:
            async with await upstream.send("GET", "/models", {}) as answer:
                await answer.read()
    finally:
        await upstream.close()
    return caught.value


async def test_a_closed_port_refuses() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    error = await failed(f"http://127.0.0.1:{port}/v1")
    assert error.cause == "refused"
    assert "nothing listens there" in error.sentence
    assert error.facts == {"code": "upstream_unavailable", "cause": "refused"}


async def test_a_name_that_there_is_not_is_dns() -> None:
    assert (await failed("http://no-such-host.invalid/v1")).cause == "dns"


async def test_a_certificate_by_a_stranger_and_a_port_without_tls_are_tls() -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
    async with listening(b"", context) as port:
        assert (await failed(f"https://127.0.0.1:{port}/v1")).cause == "tls"
    async with listening(b"HTTP/1.1 400 Bad Request\r\n\r\n") as port:
        assert (await failed(f"https://127.0.0.1:{port}/v1")).cause == "tls"


async def test_who_takes_the_request_and_says_nothing_is_too_slow() -> None:
    async with listening(None) as port:
        error = await failed(f"http://127.0.0.1:{port}/v1", timeout_seconds=0.1)
    assert isinstance(error, UpstreamTimeoutError)
    assert (error.cause, error.status) == ("answer_timeout", 504)


async def test_who_never_accepts_a_connection_is_told_apart_from_who_never_answers() -> None:
    async with listening(None) as port:
        upstream = f"https://127.0.0.1:{port}/v1"  # the handshake is part of connecting
        error = await failed(upstream, connect_seconds=0.1)
    assert (error.cause, error.status) == ("connect_timeout", 502)


@pytest.mark.parametrize("says", [b"", b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf"])
async def test_who_hangs_up_early_closed(says: bytes) -> None:
    async with listening(says) as port:
        assert (await failed(f"http://127.0.0.1:{port}/v1")).cause == "closed"


def test_each_sentence_ends_and_names_no_place_of_its_own() -> None:
    assert all(one.endswith(".") and "http://" not in one for one in SENTENCES.values())
