"""A client cannot choose where a request goes: not by path, target, header, host or redirect."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from tests.faults.raw_upstream import Line
from tests.hardening.conftest import Front, answer_any

CHAT: dict[str, Any] = {"model": "m", "messages": [{"role": "user", "content": "Hallo"}]}
BODY = json.dumps(CHAT).encode()


def request(front: Front, target: str, *headers: str) -> bytes:
    """Send a chat to a target that no HTTP library would let through; OTHER stands for a server."""
    other = f"127.0.0.1:{front.other.port}"
    lines = [f"POST {target} HTTP/1.1", *(headers or ("Host: localhost",)), "Connection: close"]
    lines += ["Content-Type: application/json", f"Content-Length: {len(BODY)}", "", ""]
    return front.say("\r\n".join(lines).replace("OTHER", other).encode() + BODY)


def paths(front: Front) -> list[str]:
    """Return the paths that were asked of the upstream."""
    lines = bytes(front.upstream.received).decode().split("\r\n")
    return [line.split(" ")[1] for line in lines if line.endswith(" HTTP/1.1")]


TARGETS = [
    "//OTHER/v1/chat/completions",
    "/v1//OTHER/chat/completions",
    "/v1/../chat/completions",
    "/v1/chat/../../admin",
    "/v1/%2e%2e/admin",
    "/v1/files/../admin",
    "/v1/files/%2e%2e/admin",
    "/v1/files/..%2fadmin",
    "/v1/files/..%5cadmin",
    "/v1/files//OTHER/x",
    "/v1/files/http://OTHER/x",
    "/v1/files/@OTHER/x",
    "/v1/files/%00",
    "/v1/files/%0d%0aX:%20y",
    "/v1/models/..%2F..%2Fadmin",
    "/v1/responses/..%2Fadmin",
    "http://OTHER/v1/files/../admin",
    "/\\OTHER/v1/chat/completions",
    "@OTHER/v1/chat/completions",
    "*",
]


@pytest.mark.parametrize("target", TARGETS)
def test_a_target_that_leads_elsewhere_is_refused(front: Front, target: str) -> None:
    got = request(front, target)
    assert got.split(b" ")[1] in (b"400", b"404", b"405")
    assert front.upstream.received == front.other.received == b""


@pytest.mark.parametrize(
    ("target", "headers"),
    [
        ("http://OTHER/v1/chat/completions", ["Host: OTHER"]),
        ("/v1/chat/completions", ["Host: OTHER"]),
        (
            "/v1/chat/completions",
            ["Host: localhost", "X-Forwarded-Host: OTHER", "Forwarded: host=OTHER"],
        ),
        (
            "/v1/chat/completions",
            ["Host: localhost", "X-Original-Url: /v1/files", "X-Rewrite-Url: /admin"],
        ),
        (
            "/v1/chat/completions",
            ["Host: localhost", "X-Upstream-Url: http://OTHER", "X-Base-Url: OTHER"],
        ),
        ("/v1/chat/completions?base_url=http://OTHER/", ["Host: localhost"]),
    ],
)
def test_the_upstream_is_the_one_of_the_settings_whatever_the_request_says(
    front: Front, target: str, headers: list[str]
) -> None:
    assert request(front, target, *headers).startswith(b"HTTP/1.1 200 ")
    assert paths(front) == ["/v1/chat/completions"]
    assert front.other.received == b""
    host = f"host: 127.0.0.1:{front.upstream.port}\r\n"
    assert front.upstream.received.lower().count(host.encode()) == 1


def redirecting(front: Front, status: int) -> Callable[[Line], None]:
    def behave(line: Line) -> None:
        place = f"http://127.0.0.1:{front.other.port}/v1/chat/completions"
        head = f"HTTP/1.1 {status} X\r\nlocation: {place}\r\ncontent-length: 0\r\n\r\n"
        line.send(head.encode())

    return behave


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("path", ["/v1/chat/completions", "/v1/files"])
def test_a_redirect_is_neither_followed_nor_passed_on(front: Front, status: int, path: str) -> None:
    front.upstream.behave = redirecting(front, status)
    try:
        answer = httpx.post(f"{front.service.url}{path}", json=CHAT)
    finally:
        front.upstream.behave = answer_any
    assert (answer.status_code, answer.json()["error"]["code"]) == (502, "upstream_unavailable")
    assert "location" not in answer.headers
    assert front.other.received == b""


def test_an_image_is_not_fetched_and_its_address_not_sent_on(front: Front) -> None:
    for url in ("http://169.254.169.254/", f"http://127.0.0.1:{front.other.port}/x", "file:///etc"):
        part = {"type": "image_url", "image_url": {"url": url}}
        body = {"model": "m", "messages": [{"role": "user", "content": [part]}]}
        answer = httpx.post(f"{front.service.url}/v1/chat/completions", json=body)
        assert answer.json()["error"]["code"] == "unsupported_media"
    assert front.upstream.received == front.other.received == b""


def test_a_proxy_of_the_environment_is_not_used(front: Front) -> None:
    answer = httpx.post(f"{front.service.url}/v1/chat/completions", json=CHAT)
    assert answer.status_code == httpx.codes.OK
    assert front.other.received == b""
