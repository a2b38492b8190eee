"""Ids of kept answers: of any length and form, and never a way to another path."""

from __future__ import annotations

import socket
from urllib.parse import quote, unquote, urlsplit

import httpx
import pytest
from starlette.responses import JSONResponse

from tests.conftest import Serve
from tests.support.scripted_upstream import ScriptedUpstream

MAIL = "sabine.kraemer@example.org"


def ask(address: str, **members: str) -> httpx.Response:
    body = {"model": "m", "input": f"Merke dir {MAIL}"} | members
    return httpx.post(f"{address}/v1/responses", json=body)


@pytest.mark.parametrize("name", ["resp_" + "YWJj" * 60 + "==", "a b?c=1#e", "é%2F", "=" * 3000])
def test_an_answer_of_any_id_is_found_again(
    serve: Serve, upstream: ScriptedUpstream, name: str
) -> None:
    upstream.script = lambda _: JSONResponse({"id": name, "object": "response", "output": []})
    address = serve(upstream_url=upstream.url)
    assert ask(address).json()["id"] == name
    assert ask(address, previous_response_id=name).status_code == 200
    got = httpx.get(f"{address}/v1/responses/{quote(name, safe='')}")
    if "/" not in unquote(name):
        assert got.status_code == 200
        parts = urlsplit(upstream.requests[-1].path)
        assert (unquote(parts.path), parts.query) == (f"/v1/responses/{name}", "")


@pytest.mark.parametrize("below", ["", "/input_items"])
def test_an_id_that_leads_to_another_path_is_refused(
    serve: Serve, upstream: ScriptedUpstream, below: str
) -> None:
    upstream.script = lambda _: JSONResponse({"id": "..", "object": "response", "output": []})
    address = serve(upstream_url=upstream.url)
    assert ask(address).status_code == 200
    host = urlsplit(address)
    with socket.create_connection((host.hostname, host.port)) as raw:  # clients tidy such paths
        head = f"GET /v1/responses/%2e%2e{below} HTTP/1.1\r\nHost: {host.netloc}\r\n\r\n"
        raw.sendall(head.encode())
        assert raw.recv(200).startswith(b"HTTP/1.1 404 ")
    assert len(upstream.requests) == 1
