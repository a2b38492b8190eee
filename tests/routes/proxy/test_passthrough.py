"""Paths that are not served, and those that a setting lets through."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator

import httpx
import pytest
from starlette.responses import Response

from service.app import log_start
from service.settings import Settings
from tests.conftest import Serve
from tests.support.scripted_upstream import ScriptedUpstream

REFUSED = (
    ("POST", "audio/speech"),
    ("POST", "audio/transcriptions"),
    ("POST", "images/generations"),
    ("GET", "files"),
    ("POST", "uploads"),
    ("POST", "batches"),
    ("GET", "realtime"),
    ("POST", "vector_stores"),
    ("POST", "assistants"),
    ("POST", "threads/t1/runs"),
    ("POST", "fine_tuning/jobs"),
    ("GET", "chat/completions/c1"),
    ("POST", "responses/compact"),
)


@pytest.mark.parametrize(("method", "path"), REFUSED)
def test_other_paths_are_refused_in_the_form_of_the_api(
    serve: Serve, upstream: ScriptedUpstream, method: str, path: str
) -> None:
    got = httpx.request(method, f"{serve(upstream_url=upstream.url)}/v1/{path}", content=b"x")
    assert (got.status_code, got.json()["error"]["code"]) in (
        (404, "route_not_allowed"),
        (405, "method_not_allowed"),
    )
    assert got.headers["x-should-retry"] == "false"
    assert upstream.requests == []


def test_the_refusal_names_the_setting(serve: Serve) -> None:
    got = httpx.post(f"{serve()}/v1/files")
    assert "DECKNAME_ALLOW_PATHS" in got.json()["error"]["message"]


@pytest.fixture
def passing(serve: Serve, upstream: ScriptedUpstream) -> Iterator[httpx.Client]:
    address = serve(
        upstream_url=upstream.url, allow_paths="/files, /audio/transcriptions", max_body_bytes=2000
    )
    with httpx.Client(base_url=f"{address}/v1") as client:
        yield client


def answer(body: object) -> Response:
    del body
    headers = {"content-disposition": "attachment", "set-cookie": "a=b", "content-type": "audio/x"}
    return Response(b"\x00\xff[[Person-AAAAAA]]", 201, headers)


def test_an_allowed_path_passes_as_it_is_both_ways(
    passing: httpx.Client, upstream: ScriptedUpstream
) -> None:
    upstream.script = answer
    upstream.reads_json = False
    files = {"file": ("a.pdf", b"\x00\x01 sabine.kraemer@example.org")}
    got = passing.post("/files?purpose=x", files=files, headers={"cookie": "who=me"})
    sent = upstream.requests[0]
    assert (got.status_code, got.content) == (201, b"\x00\xff[[Person-AAAAAA]]")
    assert (got.headers["content-type"], got.headers["content-disposition"]) == (
        "audio/x",
        "attachment",
    )
    assert "set-cookie" not in got.headers
    assert sent.path.endswith("/v1/files?purpose=x")
    assert b"\x00\x01 sabine.kraemer@example.org" in sent.body
    assert sent.headers["content-type"] == got.request.headers["content-type"]
    assert sent.headers["content-length"] == str(len(sent.body))
    assert "cookie" not in sent.headers


def test_what_is_below_an_allowed_path_passes_and_nothing_beside_it(
    passing: httpx.Client, upstream: ScriptedUpstream
) -> None:
    assert passing.get("/files/file-1/content").status_code == 200
    assert passing.delete("/files/file-1").status_code == 200
    assert [one.path.partition("/v1")[2] for one in upstream.requests] == [
        "/files/file-1/content",
        "/files/file-1",
    ]
    for path in ("/filesystem", "/audio", "/audio/speech", "/files/%2e%2e/batches", "/files/a%20b"):
        assert passing.get(path).status_code == 404
    assert passing.put("/files/file-1").status_code == 405
    assert len(upstream.requests) == 2


@pytest.mark.parametrize("known", [True, False])
def test_a_body_that_is_too_large_is_refused(
    passing: httpx.Client, upstream: ScriptedUpstream, known: bool
) -> None:
    upstream.reads_json = False
    content = b"x" * 3000
    got = passing.post("/files", content=content if known else iter([content, content]))
    assert (got.status_code, got.json()["error"]["code"]) == (413, "request_too_large")


def test_allowed_paths_ask_for_a_key_and_an_upstream(serve: Serve) -> None:
    got = httpx.get(f"{serve(allow_paths='/files')}/v1/files")
    assert (got.status_code, got.json()["error"]["code"]) == (503, "no_upstream")


def test_each_allowed_path_is_warned_of_at_the_start(caplog: pytest.LogCaptureFixture) -> None:
    log_start(Settings(allow_paths="/files,/audio/speech"))
    told = [one.getMessage() for one in caplog.records if one.levelno == logging.WARNING]
    assert [json.loads(line)["route"] for line in told] == ["/files", "/audio/speech"]
