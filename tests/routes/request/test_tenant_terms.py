"""What the file of API keys says of one tenant, through the running service."""

from __future__ import annotations

import json
import secrets
import time
from pathlib import Path
from typing import Any

import httpx
import pytest

from service.cipher import Key
from service.tenants.tenants import Tenants, TenantsError, Terms, hash_key
from tests.conftest import Serve
from tests.support.redis_server import RedisServer
from tests.support.scripted_upstream import ScriptedUpstream

TEXT = "Frau Sabine Krämer wohnt in Hamburg."


def client(address: str, key: str) -> httpx.Client:
    return httpx.Client(base_url=address, headers={"x-deckname-key": key}, timeout=90)


def write(path: Path, **tenants: Any) -> None:
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps(tenants))
    fresh.replace(path)


def test_each_tenant_has_its_own_policy_life_and_limits(serve: Serve, tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    terms = {"policy": "strict", "ttl_seconds": 60, "max_body_bytes": 2000}
    write(path, plain=[hash_key("p")], own={"keys": [hash_key("o")], **terms})
    address = serve(api_keys_file=path)
    with client(address, "p") as plain, client(address, "o") as own:
        answers = [one.post("/v1/anonymize", json={"text": TEXT}).json() for one in (plain, own)]
        assert ["Hamburg" in answer["text"] for answer in answers] == [True, False]
        asked = {"text": TEXT, "policy": "standard"}
        assert "Hamburg" in own.post("/v1/anonymize", json=asked).json()["text"]
        ordered = own.post("/api/anonymize?wait=true", json={"text": TEXT})
        assert ordered.is_success
        assert "Hamburg" not in ordered.text
        job = own.get(f"/v1/jobs/{answers[1]['job_id']}").json()
        assert job["ttl_seconds"] <= 60
        long = {"text": "x" * 2000}
        assert plain.post("/v1/anonymize", json=long).status_code == 200
        assert own.post("/v1/anonymize", json=long).status_code == 413


def test_a_key_is_revoked_and_another_let_in_without_a_restart(
    serve: Serve, tmp_path: Path
) -> None:
    path = tmp_path / "keys.json"
    write(path, acme=[hash_key("one"), hash_key("two")])
    address = serve(api_keys_file=path)
    with client(address, "one") as one, client(address, "three") as three:
        assert one.get("/v1/entities").status_code == 200
        assert three.get("/v1/entities").status_code == 401
        write(path, acme=[hash_key("three")])
        deadline = time.monotonic() + 20
        while one.get("/v1/entities").status_code == 200 and time.monotonic() < deadline:
            time.sleep(0.1)
        assert one.get("/v1/entities").status_code == 401
        assert three.get("/v1/entities").status_code == 200


def test_requests_over_the_limit_of_a_minute_are_refused_to_this_tenant_alone(
    serve: Serve, tmp_path: Path
) -> None:
    path = tmp_path / "keys.json"
    write(path, few={"keys": [hash_key("f")], "requests_per_minute": 2}, many=[hash_key("m")])
    address = serve(api_keys_file=path)
    with client(address, "f") as few, client(address, "m") as many:
        answers = [few.get("/v1/entities") for _ in range(3)]
        assert [one.status_code for one in answers] == [200, 200, 429]
        assert answers[2].json()["error"]["code"] == "rate_limit_exceeded"
        assert answers[2].headers["x-should-retry"] == "true"
        assert 1 <= int(answers[2].headers["retry-after"]) <= 60
        assert many.get("/v1/entities").status_code == 200


@pytest.mark.parametrize("vault", ["memory", "redis"])
def test_a_job_too_many_is_refused_on_every_route_that_makes_one(
    serve: Serve,
    tmp_path: Path,
    upstream: ScriptedUpstream,
    redis_server: RedisServer,
    vault: str,
) -> None:
    path = tmp_path / "keys.json"
    name = f"few-{secrets.token_hex(4)}"  # the Redis is shared
    write(path, **{name: {"keys": [hash_key("f")], "jobs": 1}, "many": [hash_key("m")]})
    on_redis = {"vault_url": redis_server.url, "vault_keys": Key.generate("k1").reveal()}
    settings = on_redis if vault == "redis" else {}
    address = serve(api_keys_file=path, upstream_url=upstream.url, **settings)
    chat = {"model": "m", "messages": [{"role": "user", "content": TEXT}]}
    makers: list[tuple[str, Any]] = [
        ("/v1/anonymize", {"text": TEXT}),
        ("/api/anonymize", {"text": TEXT}),
        ("/api/anonymize?wait=true", {"text": TEXT}),
        ("/v1/chat/completions", chat),
        ("/v1/chat/completions", chat | {"stream": True}),
        ("/v1/responses", {"model": "m", "input": TEXT}),
    ]
    with client(address, "f") as few, client(address, "m") as many:
        first = few.post("/v1/anonymize", json={"text": TEXT}).json()
        refused = [few.post(where, json=body) for where, body in makers]
        assert {one.status_code for one in refused} == {429}
        assert {one.json()["error"]["code"] for one in refused} == {"job_limit_reached"}
        assert {one.json()["error"]["type"] for one in refused} == {"rate_limit_error"}
        assert {one.headers["x-should-retry"] for one in refused} == {"false"}
        assert upstream.requests == []
        assert few.post("/v1/chat/completions", json=chat | {"job_id": first["job_id"]}).is_success
        restored = few.post("/v1/deanonymize", json={k: first[k] for k in ("job_id", "text")})
        assert restored.json()["text"] == TEXT
        assert all(many.post("/v1/anonymize", json={"text": TEXT}).is_success for _ in "ab")
        none = {"x-deckname-retention": "none"}
        kept_nowhere = few.post("/v1/chat/completions", json=chat, headers=none)
        assert kept_nowhere.is_success
        assert few.delete(f"/v1/jobs/{first['job_id']}").is_success
        assert few.post("/v1/chat/completions", json=chat).is_success


def test_in_memory_no_tenant_takes_all_jobs(serve: Serve, tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    write(path, greedy=[hash_key("g")], other=[hash_key("o")])
    address = serve(api_keys_file=path, max_jobs=4)
    with client(address, "g") as greedy, client(address, "o") as other:
        answers = [greedy.post("/v1/anonymize", json={"text": TEXT}) for _ in range(3)]
        assert [one.status_code for one in answers] == [200, 200, 429]
        assert answers[2].json()["error"]["code"] == "job_limit_reached"
        assert answers[2].headers["retry-after"] == "60"
        assert other.post("/v1/anonymize", json={"text": TEXT}).is_success


def test_who_sends_no_key_to_the_proxy_is_told_where_it_goes(
    serve: Serve, upstream: ScriptedUpstream, tmp_path: Path
) -> None:
    path = tmp_path / "keys.json"
    write(path, acme=[hash_key("a")])
    address = serve(api_keys_file=path, upstream_url=upstream.url)
    headers = {"authorization": "Bearer sk-the-providers"}
    answer = httpx.post(f"{address}/v1/chat/completions", json={}, headers=headers)
    assert answer.status_code == 401
    assert "X-Deckname-Key" in answer.json()["error"]["message"]


def test_a_new_minute_brings_new_requests() -> None:
    now = [0.0]
    tenants = Tenants({"a": Terms(keys=[], requests_per_minute=1)}, clock=lambda: now[0])
    turns = []
    for now[0] in (0, 1, 59.9, 60, 61):
        turns.append(tenants.has_turn("a"))
    assert turns == [True, False, False, True, False]
    assert all(tenants.has_turn("b") for _ in range(9))


@pytest.mark.parametrize(
    "terms",
    [
        {"policy": "geheim"},
        {"policy": 1},
        {"ttl_seconds": 0},
        {"ttl_seconds": "geheim"},
        {"max_body_bytes": True},
        {"requests_per_minute": 1.5},
        {"jobs": 0},
        {"jobs": "geheim"},
        {"geheim": 1},
        {"keys": None},
    ],
)
def test_terms_that_cannot_be_used_are_refused_without_showing_them(
    tmp_path: Path, terms: dict[str, Any]
) -> None:
    path = tmp_path / "keys.json"
    write(path, acme={"keys": [], **terms})
    with pytest.raises(TenantsError, match="DECKNAME_API_KEYS_FILE") as caught:
        Tenants.from_file(path, ["standard", "strict"])
    assert "geheim" not in str(caught.value)
