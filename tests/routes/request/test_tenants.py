"""Callers with keys: nobody gets in without one, and nobody sees another tenant's jobs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import httpx
import pytest

from service.tenants.tenants import new_api_key
from tests.conftest import Serve
from tests.support.scripted_upstream import ScriptedUpstream

MAIL = "sabine.kraemer@example.org"


@pytest.fixture
def keys(tmp_path: Path) -> dict[str, str]:
    """Two tenants; the file with their hashes is `keys["file"]`."""
    found = {}
    content = {}
    for tenant in ("kanzlei", "praxis"):
        key, known = new_api_key()
        found[tenant] = key
        content[tenant] = [known]
    (tmp_path / "keys.json").write_text(json.dumps(content))
    return found | {"file": str(tmp_path / "keys.json")}


@pytest.fixture
def client(
    serve: Serve, upstream: ScriptedUpstream, keys: dict[str, str]
) -> Iterator[httpx.Client]:
    address = serve(upstream_url=upstream.url, api_keys_file=keys["file"])
    with httpx.Client(base_url=address, timeout=30) as opened:
        yield opened


ROUTES = (
    ("POST", "/v1/anonymize"),
    ("POST", "/v1/deanonymize"),
    ("POST", "/v1/analyze"),
    ("POST", "/v1/chat/completions"),
    ("GET", "/v1/models"),
    ("GET", "/v1/entities"),
    ("GET", "/v1/jobs/x"),
    ("DELETE", "/v1/jobs/x"),
)
NO_KEYS = ({}, {"x-deckname-key": "dn-wrong"}, {"authorization": "x"})


def test_without_a_known_key_no_route_answers(
    client: httpx.Client, upstream: ScriptedUpstream
) -> None:
    for (method, path), headers in product(ROUTES, NO_KEYS):
        answer = client.request(method, path, headers=headers)
        assert answer.status_code == 401, (method, path, headers)
        assert answer.json()["error"]["code"] == "invalid_api_key"
    assert upstream.requests == []


def test_health_needs_no_key(client: httpx.Client) -> None:
    assert client.get("/livez").status_code == client.get("/readyz").status_code == 200


def test_another_tenants_job_looks_like_no_job_at_all(
    client: httpx.Client, keys: dict[str, str]
) -> None:
    mine = {"x-deckname-key": keys["kanzlei"]}
    theirs = {"authorization": f"Bearer {keys['praxis']}"}
    body = {"text": f"An {MAIL}", "job_id": "akte-1"}
    masked = client.post("/v1/anonymize", json=body, headers=mine).json()["text"]
    restore = {"job_id": "akte-1", "text": masked}
    assert client.post("/v1/deanonymize", json=restore, headers=mine).json()["text"] == f"An {MAIL}"
    foreign = [
        client.post("/v1/deanonymize", json=restore, headers=theirs),
        client.get("/v1/jobs/akte-1", headers=theirs),
        client.delete("/v1/jobs/akte-1", headers=theirs),
    ]
    unknown = client.get("/v1/jobs/akte-2", headers=mine)
    assert {answer.status_code for answer in foreign} == {404}
    assert {answer.text for answer in foreign} == {unknown.text}
    assert client.get("/v1/jobs/akte-1", headers=mine).status_code == 200


def test_the_same_job_id_of_two_tenants_gives_two_placeholders(
    client: httpx.Client, keys: dict[str, str]
) -> None:
    body = {"text": MAIL, "job_id": "akte-1"}
    first, second = (
        client.post("/v1/anonymize", json=body, headers={"x-deckname-key": keys[name]}).json()
        for name in ("kanzlei", "praxis")
    )
    assert first["text"] != second["text"]


def test_the_key_of_the_caller_is_not_sent_upstream(
    client: httpx.Client, keys: dict[str, str], upstream: ScriptedUpstream
) -> None:
    body = {"model": "m", "messages": [{"role": "user", "content": "Hallo"}]}
    headers = {"x-deckname-key": keys["kanzlei"], "authorization": "Bearer sk-provider"}
    assert client.post("/v1/chat/completions", json=body, headers=headers).status_code == 200
    assert keys["kanzlei"] not in upstream.wire
    assert upstream.requests[0].headers["authorization"] == "Bearer sk-provider"
