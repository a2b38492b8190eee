"""Requests that two servers could read in two ways: each is refused, and nothing goes upstream."""

from __future__ import annotations

import json
import time

import pytest

from service.server.strict_http import LARGEST_HEAD
from tests.hardening.conftest import Front, until_closed

BODY = json.dumps({"model": "m", "messages": [{"role": "user", "content": "Hallo"}]}).encode()
# What would be served if the bytes after the first request were taken for a second one.
SECOND = b"GET /v1/models HTTP/1.1\r\nHost: localhost\r\n\r\n"
LINE = b"POST /v1/chat/completions HTTP/1.1\r\n"
HEAD = LINE + b"Host: localhost\r\nContent-Type: application/json\r\n"
LENGTH = b"Content-Length: %d\r\n" % len(BODY)
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
CHUNK = b"%x\r\n%b\r\n" % (len(BODY), BODY)
END = b"0\r\n\r\n"

AMBIGUOUS = {
    "a length, and chunks": HEAD + LENGTH + b"Transfer-Encoding: chunked\r\n\r\n" + END + SECOND,
    "chunks, and a length": HEAD
    + b"Transfer-Encoding: chunked\r\n"
    + LENGTH
    + b"\r\n"
    + CHUNK
    + END,
    "two lengths": HEAD + LENGTH + b"Content-Length: 0\r\n\r\n" + BODY,
    "two equal lengths": HEAD + LENGTH * 2 + b"\r\n" + BODY + SECOND,
    "a list of lengths": HEAD + b"Content-Length: %d, 0\r\n\r\n" % len(BODY) + BODY,
    "a length with a sign": HEAD + b"Content-Length: +%d\r\n\r\n" % len(BODY) + BODY,
    "a length below nothing": HEAD + b"Content-Length: -1\r\n\r\n" + BODY,
    "a length in hexadecimal": HEAD + b"Content-Length: 0x9\r\n\r\n" + BODY,
    "a length without end": HEAD + b"Content-Length: " + b"9" * 40 + b"\r\n\r\n" + BODY,
    "an empty length": HEAD + b"Content-Length:\r\n\r\n" + SECOND,
    "a blank before the colon": HEAD + b"Content-Length : 9\r\n\r\n" + BODY,
    "a blank in a name": HEAD + b"X y: 1\r\n" + LENGTH + b"\r\n" + BODY,
    "a folded header": HEAD + b"X: a\r\n b\r\n" + LENGTH + b"\r\n" + BODY,
    "a folded coding": HEAD + b"Transfer-Encoding:\r\n chunked\r\n\r\n" + CHUNK + END,
    "a blank before the first header": LINE + b" Host: localhost\r\n" + LENGTH + b"\r\n" + BODY,
    "bare line feeds": (HEAD + LENGTH + b"\r\n").replace(b"\r\n", b"\n") + BODY,
    "one bare line feed": HEAD + b"X: a\n" + LENGTH + b"\r\n" + BODY,
    "a bare carriage return": HEAD + b"X: a\rContent-Length: 0\r\n" + LENGTH + b"\r\n" + BODY,
    "a NUL in a header": HEAD + b"X: a\0b\r\n" + LENGTH + b"\r\n" + BODY,
    "an unknown coding": HEAD + b"Transfer-Encoding: xchunked\r\n\r\n" + CHUNK + END,
    "no coding": HEAD + b"Transfer-Encoding: identity\r\n\r\n" + SECOND,
    "chunks that are not last": HEAD + b"Transfer-Encoding: chunked, gzip\r\n\r\n" + CHUNK + END,
    "compressed chunks": HEAD + b"Transfer-Encoding: gzip, chunked\r\n\r\n" + CHUNK + END,
    "two codings": HEAD + b"Transfer-Encoding: chunked\r\n" * 2 + b"\r\n" + CHUNK + END,
    "chunks in HTTP/1.0": CHUNKED.replace(b"HTTP/1.1", b"HTTP/1.0") + CHUNK + END,
    "an overlong chunk": CHUNKED + b"2\r\n" + BODY + b"\r\n" + END,
    "a chunk size too large": CHUNKED + b"f" * 17 + b"\r\n" + BODY,
    "a chunk size below nothing": CHUNKED + b"-2\r\n" + BODY,
    "a chunk size with a prefix": CHUNKED + b"0x2\r\n{}\r\n" + END,
    "a chunk size with a blank": CHUNKED + b"2 \r\n{}\r\n" + END,
    "a chunk that ends with a line feed": CHUNKED + CHUNK[:-2] + b"\n" + END,
    "a line feed in a chunk's extension": CHUNKED + b"2;\nx\r\n{}\r\n" + END,
    "a trailer": CHUNKED + CHUNK + b"0\r\nX-Job-Id: j\r\n\r\n",
    "a length as a trailer": CHUNKED + CHUNK + b"0\r\nContent-Length: 9\r\n\r\n" + SECOND,
    "no host": LINE + LENGTH + b"\r\n" + BODY,
    "two hosts": HEAD + b"Host: y\r\n" + LENGTH + b"\r\n" + BODY,
    "another protocol": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "another version": SECOND.replace(b"1.1", b"9.9"),
    "an unknown method": SECOND.replace(b"GET", b"ZQMETHOD"),
    "a tunnel": b"CONNECT 127.0.0.1:80 HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "a large header": HEAD + b"X: " + b"a" * LARGEST_HEAD + b"\r\n" + LENGTH + b"\r\n" + BODY,
    "many headers": HEAD + b"X: a\r\n" * LARGEST_HEAD + LENGTH + b"\r\n" + BODY,
    "a large target": b"GET /" + b"a" * LARGEST_HEAD + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
}


@pytest.mark.parametrize("content", AMBIGUOUS.values(), ids=[*AMBIGUOUS])
def test_what_could_be_read_in_two_ways_is_refused(front: Front, content: bytes) -> None:
    got = front.say(content)
    assert [line for line in got.split(b"\r\n") if line.startswith(b"HTTP/")] in (
        [],
        [b"HTTP/1.1 400 Bad Request"],
    )
    if got:
        assert json.loads(got.partition(b"\r\n\r\n")[2])["error"]["code"] == "invalid_request"
    assert front.upstream.received == b""


def test_an_endless_head_is_refused_before_it_ends(front: Front) -> None:
    pieces = [b"X: aaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n" * 1000] * 100
    assert front.say(HEAD, *pieces) in (b"", front.say(AMBIGUOUS["no host"]))


CLOSE = b"Connection: close\r\n"
SOUND = {
    "a length": HEAD + CLOSE + LENGTH + b"\r\n" + BODY,
    "chunks": HEAD + CLOSE + b"Transfer-Encoding: Chunked\r\n\r\n" + CHUNK + END,
    "chunks with extensions": HEAD
    + CLOSE
    + b"Transfer-Encoding: chunked\r\n\r\n"
    + CHUNK.replace(b"\r\n", b";a=b\r\n", 1)
    + END,
    "blank lines first": b"\r\n\r\n" + HEAD + CLOSE + LENGTH + b"\r\n" + BODY,
}


@pytest.mark.parametrize("content", SOUND.values(), ids=[*SOUND])
def test_what_can_be_read_in_one_way_only_is_served(front: Front, content: bytes) -> None:
    assert front.say(content).startswith(b"HTTP/1.1 200 OK\r\n")
    assert front.upstream.received.count(b"/v1/chat/completions") == 1


def test_two_requests_in_one_piece_are_two_requests(front: Front) -> None:
    second = SECOND.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n")
    got = front.say(HEAD + LENGTH + b"\r\n" + BODY + second)
    assert got.count(b"HTTP/1.1 200 OK\r\n") == 2
    assert front.upstream.received.count(b"HTTP/1.1") == 2


def test_no_answer_tells_what_serves_it(front: Front) -> None:
    got = front.say(SOUND["a length"]) + front.say(AMBIGUOUS["no host"])
    heads = [part.lower() for part in got.split(b"\r\n") if b": " in part]
    assert not [one for one in heads if one.startswith((b"server", b"x-powered-by", b"via"))]


@pytest.mark.parametrize(
    "begun", [b"", LINE, HEAD + b"X: a", b"\r\n"], ids=["nothing", "a line", "headers", "blank"]
)
def test_a_head_that_does_not_come_is_not_waited_for(front: Front, begun: bytes) -> None:
    started = time.monotonic()
    assert front.say(begun) == b""
    assert time.monotonic() - started >= 0.9


def test_a_head_that_comes_byte_by_byte_has_no_more_time(front: Front) -> None:
    with front.connected() as connection:
        try:
            for byte in HEAD * 10:
                connection.sendall(bytes([byte]))
                time.sleep(0.02)
        except OSError:
            return
    raise AssertionError("the service went on waiting")


def test_a_body_that_does_not_come_is_answered_with_an_error(front: Front) -> None:
    for path in (b"/v1/chat/completions", b"/v1/files", b"/v1/anonymize", b"/api/anonymize"):
        head = (HEAD + LENGTH + b"\r\n").replace(b"/v1/chat/completions", path)
        got = front.say(head, BODY[:10])
        assert got.startswith(b"HTTP/1.1 408 Request Timeout\r\n")
        assert json.loads(got.partition(b"\r\n\r\n")[2])["error"]["code"] == "request_timeout"
    assert b"Hallo" not in front.upstream.received


def test_the_rest_of_a_body_that_is_too_large_is_not_waited_for(front: Front) -> None:
    head = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
    got = front.say(head, b"%x\r\n%b\r\n" % (150_000, b"x" * 150_000))
    assert got.startswith(b"HTTP/1.1 413 ")


def test_a_connection_is_kept_for_the_next_request_and_not_for_ever(front: Front) -> None:
    with front.connected() as connection:
        for _ in range(2):
            connection.sendall(HEAD + LENGTH + b"\r\n" + BODY)
            got = b""
            while b'"retries":0}}' not in got:  # the end of an answer
                got += connection.recv(65_536)
            assert got.startswith(b"HTTP/1.1 200 OK\r\n")
        assert until_closed(connection) == b""
