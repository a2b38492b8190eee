"""What is too much is refused in the form of all errors, and the service goes on."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from tests.faults.raw_upstream import Line
from tests.hardening.conftest import Front, answer_any

CHAT: dict[str, Any] = {"model": "m", "messages": [{"role": "user", "content": "Hallo"}]}
PATHS = ["/v1/chat/completions", "/v1/anonymize", "/api/anonymize"]


def refused(front: Front, path: str, body: dict[str, Any]) -> tuple[int, str]:
    answer = httpx.post(f"{front.service.url}{path}", json=body)
    assert set(answer.json()["error"]) == {"message", "type", "param", "code"}
    return answer.status_code, answer.json()["error"]["code"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    "many", [["x"] * 1000, [{}] * 1000, {str(n): 1 for n in range(1000)}, [[1] * 500] * 2]
)
def test_too_many_values_are_refused(front: Front, path: str, many: Any) -> None:
    assert refused(front, path, CHAT | {"many": many}) == (413, "request_too_large")
    assert front.upstream.received == b""


def test_as_many_values_as_allowed_are_taken(front: Front) -> None:
    room = 1000 - 6  # model, messages, its item with two members, many
    answer = httpx.post(f"{front.service.url}{PATHS[0]}", json=CHAT | {"many": [1] * room})
    assert answer.status_code == httpx.codes.OK


def test_more_requests_at_once_than_allowed_are_refused_and_probes_are_not(front: Front) -> None:
    both, done = threading.Barrier(3), threading.Event()

    def hold(line: Line) -> None:
        both.wait(10)
        done.wait(10)
        answer_any(line)

    address = f"{front.service.url}{PATHS[0]}"
    front.upstream.behave = hold
    try:
        with ThreadPoolExecutor(2) as pool:
            held = [pool.submit(httpx.post, address, json=CHAT, timeout=90) for _ in range(2)]
            both.wait(10)
            third = httpx.post(address, json=CHAT)
            probes = [httpx.get(f"{front.service.url}/{name}") for name in ("livez", "metrics")]
            done.set()
            assert [one.result().status_code for one in held] == [200, 200]
    finally:
        done.set()
        front.upstream.behave = answer_any
    assert (third.status_code, third.json()["error"]["code"]) == (503, "overloaded")
    assert third.headers["x-should-retry"] == "true"
    assert [one.status_code for one in probes] == [200, 200]
    assert httpx.post(address, json=CHAT).status_code == httpx.codes.OK
