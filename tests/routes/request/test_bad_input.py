"""Wrong requests: each gets a clear error that does not say what was in the request."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from service.routes.request.body import _may_have_more
from tests.conftest import Serve
from tests.support.scripted_upstream import ScriptedUpstream

SECRET = "sabine.kraemer@example.org"
JSON = {"content-type": "application/json"}


@pytest.fixture
def client(serve: Serve, upstream: ScriptedUpstream) -> Iterator[httpx.Client]:
    address = serve(upstream_url=upstream.url, max_body_bytes=1_000_000)
    with httpx.Client(base_url=address, timeout=30) as opened:
        yield opened


def refused(answer: httpx.Response, status: int, code: str) -> dict[str, Any]:
    assert answer.status_code == status, answer.text
    error = answer.json()["error"]
    assert set(error) == {"message", "type", "param", "code"}
    assert error["code"] == code
    assert answer.headers["x-should-retry"] == "false"
    assert SECRET not in answer.text
    return error


BROKEN_BODIES = {
    "no JSON": b"{'text': '" + SECRET.encode() + b"'}",
    "cut JSON": b'{"text": "' + SECRET.encode(),
    "a list": b'["' + SECRET.encode() + b'"]',
    "not UTF-8": b'{"text": "\xff\xfe"}',
    "deeply nested": b'{"text": ' + b"[" * 50_000 + b"]" * 50_000 + b"}",
    "nested within the parser's limit": b'{"text": ' + b"[" * 200 + b'"x"' + b"]" * 200 + b"}",
    "not a number": b'{"text": NaN}',
    "a lone surrogate": b'{"text": "\\ud800 ' + SECRET.encode() + b'"}',
    "a lone surrogate in a key": b'{"\\udfff": "' + SECRET.encode() + b'"}',
    "a number that is none of JSON's": b'{"text": 1e400}',
    "an endless number": b'{"text": ' + b"9" * 10_000 + b"}",
}


@pytest.mark.parametrize("path", ["/v1/anonymize", "/v1/chat/completions"])
@pytest.mark.parametrize("body", BROKEN_BODIES.values(), ids=BROKEN_BODIES.keys())
def test_a_broken_body_is_refused(client: httpx.Client, path: str, body: bytes) -> None:
    refused(client.post(path, content=body, headers=JSON), 400, "invalid_request")


def test_a_body_that_is_too_large_is_refused_announced_or_not(client: httpx.Client) -> None:
    large = b'{"text": "' + b"x" * 1_000_000 + b'"}'
    refused(client.post("/v1/anonymize", content=large, headers=JSON), 413, "request_too_large")
    pieces = (large[start : start + 65_536] for start in range(0, len(large), 65_536))
    unannounced = client.post("/v1/chat/completions", content=pieces, headers=JSON)
    refused(unannounced, 413, "request_too_large")


def test_ten_megabytes_are_refused_by_default(serve: Serve) -> None:
    body = json.dumps({"text": "x" * 10_000_000}).encode()
    answer = httpx.post(f"{serve()}/v1/anonymize", content=body, headers=JSON)
    refused(answer, 413, "request_too_large")


@pytest.mark.parametrize(
    "headers",
    [
        {"content-type": "text/plain"},
        {"content-type": "multipart/form-data; boundary=x"},
        {},
        {"content-type": "application/json", "content-encoding": "gzip"},
    ],
)
def test_other_content_is_refused(client: httpx.Client, headers: dict[str, str]) -> None:
    answer = client.post("/v1/chat/completions", content=b"{}", headers=headers)
    refused(answer, 415, "unsupported_content_type")


WRONG_FIELDS: list[tuple[dict[str, Any], str | None]] = [
    ({"text": 5}, "text"),
    ({"text": None}, None),
    ({}, None),
    ({"text": "a", "texts": ["b"]}, None),
    ({"texts": ["a", 5]}, "texts.1"),
    ({"text": "a", "language": 7}, "language"),
    ({"text": "a", "policy": SECRET}, "policy"),
    ({"text": "a", "ttl_seconds": 0}, "ttl_seconds"),
    ({"text": "a", "ttl_seconds": "60"}, "ttl_seconds"),
    ({"text": "a", "entities": [SECRET]}, "entities"),
    ({"text": SECRET, "job_id": SECRET}, "job_id"),
    ({"text": SECRET, "job_id": ""}, "job_id"),
    ({"text": "a", SECRET: 1}, None),
    ({"messages": [{"role": "user"}]}, "messages.0.content"),
]


@pytest.mark.parametrize(("body", "param"), WRONG_FIELDS)
def test_wrong_fields_are_named_without_their_content(
    client: httpx.Client, body: dict[str, Any], param: str | None
) -> None:
    error = refused(client.post("/v1/anonymize", json=body), 400, "invalid_request")
    assert error["param"] == param


WRONG_CHATS: list[tuple[dict[str, Any], str, str]] = [
    ({"model": "m"}, "messages", "invalid_request"),
    ({"model": "m", "messages": []}, "messages", "invalid_request"),
    ({"model": "m", "messages": SECRET}, "messages", "invalid_request"),
    ({"model": "m", "messages": [SECRET]}, "messages", "invalid_request"),
    ({"model": 5, "messages": [{"role": "user", "content": SECRET}]}, "model", "invalid_request"),
    (
        {"model": "m", "stream": SECRET, "messages": [{"role": "user", "content": "x"}]},
        "stream",
        "invalid_request",
    ),
    (
        {"model": "m", "job_id": SECRET, "messages": [{"role": "user", "content": SECRET}]},
        "job_id",
        "invalid_request",
    ),
    (
        {
            "model": "m",
            "messages": [
                {"role": "user", "content": [{"type": "image_url", "image_url": {"url": SECRET}}]}
            ],
        },
        "messages",
        "unsupported_media",
    ),
    (
        {
            "model": "m",
            "messages": [{"role": "user", "content": "data:image/png;base64,AAAA"}],
        },
        "messages",
        "unsupported_media",
    ),
]


@pytest.mark.parametrize(("body", "param", "code"), WRONG_CHATS)
def test_a_wrong_chat_request_never_goes_upstream(
    client: httpx.Client,
    upstream: ScriptedUpstream,
    body: dict[str, Any],
    param: str,
    code: str,
) -> None:
    error = refused(client.post("/v1/chat/completions", json=body), 400, code)
    assert error["param"] == param
    assert upstream.requests == []


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/v1/files"),
        ("POST", "/v1/audio/transcriptions"),
        ("POST", "/v1/images/generations"),
        ("POST", "/v1/batches"),
        ("POST", "/v1/chat/completions/"),
        ("POST", f"/v1/{SECRET}"),
        ("GET", "/"),
        ("POST", "/v1/chat/../chat/completions2"),
    ],
)
def test_unknown_paths_are_refused_and_never_passed_on(
    client: httpx.Client, upstream: ScriptedUpstream, method: str, path: str
) -> None:
    answer = client.request(method, path, json={"input": SECRET} if method == "POST" else None)
    refused(answer, 404, "route_not_allowed")
    assert upstream.requests == []


def test_a_wrong_method_is_refused(client: httpx.Client) -> None:
    refused(client.get("/v1/anonymize"), 405, "method_not_allowed")


def test_nul_characters_survive_the_round_trip(client: httpx.Client) -> None:
    text = f"a\x00b {SECRET}\x00"
    masked = client.post("/v1/anonymize", json={"text": text}).json()
    assert SECRET not in masked["text"]
    body = {"job_id": masked["job_id"], "text": masked["text"]}
    assert client.post("/v1/deanonymize", json=body).json()["text"] == text


def test_empty_text_is_fine(client: httpx.Client) -> None:
    assert client.post("/v1/anonymize", json={"text": ""}).json()["text"] == ""
    assert client.post("/v1/anonymize", json={"texts": []}).json()["texts"] == []


@pytest.mark.parametrize("method", ["GET", "DELETE"])
def test_an_unknown_job_is_not_found(client: httpx.Client, method: str) -> None:
    refused(client.request(method, "/v1/jobs/job_unknown"), 404, "job_not_found")
    body = {"job_id": "job_unknown", "text": "x"}
    refused(client.post("/v1/deanonymize", json=body), 404, "job_not_found")


def test_without_an_upstream_the_proxy_says_so(serve: Serve) -> None:
    body = {"model": "m", "messages": [{"role": "user", "content": SECRET}]}
    refused(httpx.post(f"{serve()}/v1/chat/completions", json=body), 503, "no_upstream")


@pytest.mark.parametrize("piece", [b"1", b"[]", b'{"a":1}', b'"x"', b"[[1]]"])
def test_values_are_counted_before_they_are_made(piece: bytes) -> None:
    for number, more in ((400, False), (2_000, True)):
        content = b'{"a": [' + b", ".join([piece] * number) + b', "[,{,"]}'
        values = len(list(_members(json.loads(content))))
        assert _may_have_more(content, values) is False
        assert _may_have_more(content, values - 1) is True
        assert _may_have_more(content, 1_999) is more


def _members(node: Any) -> Iterator[Any]:
    held = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    for one in held:
        yield one
        yield from _members(one)


def test_millions_of_values_are_refused_at_once(serve: Serve) -> None:
    content = b'{"text": [' + b"1," * 3_000_000 + b"1]}"
    began = time.monotonic()
    answer = httpx.post(f"{serve()}/v1/anonymize", content=content, headers=JSON, timeout=60)
    refused(answer, 413, "request_too_large")
    assert time.monotonic() - began < 5
