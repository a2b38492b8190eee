"""Another tenant's job and no job at all: the same answer, after the same work of the store."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
import redis
from starlette.responses import JSONResponse, Response

from service.cipher import Key
from service.tenants.tenants import hash_key
from tests.conftest import Serve
from tests.support.redis_server import RedisServer, start_redis
from tests.support.scripted_upstream import ScriptedUpstream

MAIL = "sabine.kraemer@example.org"
ANSWER, UNKNOWN_ANSWER = "resp_known", "resp_nobody"
JOB, UNKNOWN_JOB = "akte-1", "akte-2"
# Differs between any two answers.
OWN_HEADERS = {"x-request-id", "date", "x-process-time"}
PREFIXES = ("/v1", "/api/v1/llm-anonymous")


@dataclass(frozen=True)
class Route:
    """A call that names a job, or an answer which leads to one."""

    method: str
    path: str
    body: dict[str, Any] | None = None

    def ask(self, client: httpx.Client, job: str, answer: str) -> httpx.Response:
        path = self.path.replace("{job_id}", job).replace("{name}", answer)
        text = json.dumps(self.body).replace("{job_id}", job).replace("{name}", answer)
        return client.request(self.method, path, json=json.loads(text))


ROUTES = [
    Route("POST", "/v1/deanonymize", {"job_id": "{job_id}", "text": "[[email-QSEZB6]]"}),
    Route("POST", "/v1/verify", {"job_id": "{job_id}", "text": "[[email-QSEZB6]]"}),
    Route("GET", "/v1/jobs/{job_id}"),
    Route("DELETE", "/v1/jobs/{job_id}"),
    Route("GET", "/api/status/{job_id}"),
    Route("GET", "/api/status/{job_id}?include_original=true"),
    Route("GET", "/api/status/{job_id}/strings"),
    Route("POST", "/api/deanonymize", {"job_id": "{job_id}", "text": "[[email-QSEZB6]]"}),
    *(
        route
        for prefix in PREFIXES
        for route in (
            Route("GET", prefix + "/responses/{name}"),
            Route("DELETE", prefix + "/responses/{name}"),
            Route("GET", prefix + "/responses/{name}/input_items"),
            Route(
                "POST",
                prefix + "/responses",
                {"model": "m", "input": "Hallo", "previous_response_id": "{name}"},
            ),
        )
    ),
    Route(
        "POST",
        "/api/v1/llm/responses",
        {"model": "m", "input": "Hallo", "previous_response_id": "{name}"},
    ),
]


@pytest.fixture(scope="module")
def own_redis() -> Iterator[RedisServer]:
    with start_redis() as server:
        yield server


@pytest.fixture
def address(
    serve: Serve, upstream: ScriptedUpstream, own_redis: RedisServer, tmp_path: Path
) -> str:
    def answer(body: Any) -> Response:
        del body
        return JSONResponse({"id": ANSWER, "object": "response", "output": []})

    upstream.script = answer
    path = tmp_path / "keys.json"
    stranger = {"keys": [hash_key("stranger")], "jobs": 9}
    path.write_text(json.dumps({"owner": [hash_key("owner")], "stranger": stranger}))
    return serve(
        vault_url=f"{own_redis.url}?socket_timeout=10",
        vault_keys=Key.generate("k1").reveal(),
        api_keys_file=path,
        upstream_url=upstream.url,
    )


def caller(address: str, key: str) -> httpx.Client:
    return httpx.Client(base_url=address, headers={"x-deckname-key": key}, timeout=30)


def asked_of_redis(server: RedisServer) -> dict[str, int]:
    """Return how often each command was called since the last time."""
    with redis.Redis(port=server.port, protocol=2, driver_info=None) as client:
        stats = client.info("commandstats")
        client.config_resetstat()
    ours = {"info", "config|resetstat", "client|setinfo"}
    names = {name.removeprefix("cmdstat_"): facts["calls"] for name, facts in stats.items()}
    return {name: calls for name, calls in names.items() if name not in ours}


def without_own(answer: httpx.Response) -> tuple[int, str, dict[str, str]]:
    headers = {name: value for name, value in answer.headers.items() if name not in OWN_HEADERS}
    return answer.status_code, answer.text, headers


def test_a_foreign_job_is_told_from_none_neither_by_words_nor_by_the_work_it_takes(
    address: str, own_redis: RedisServer, upstream: ScriptedUpstream
) -> None:
    with caller(address, "owner") as owner, caller(address, "stranger") as stranger:
        made = owner.post("/api/anonymize?wait=true", json={"text": f"An {MAIL}", "job_id": JOB})
        assert made.is_success
        assert owner.post("/v1/responses", json={"model": "m", "input": MAIL}).is_success
        sent = len(upstream.requests)
        stranger.get(f"/v1/jobs/{UNKNOWN_JOB}")
        for route in ROUTES:
            asked_of_redis(own_redis)
            unknown = route.ask(stranger, UNKNOWN_JOB, UNKNOWN_ANSWER)
            work_for_none = asked_of_redis(own_redis)
            foreign = route.ask(stranger, JOB, ANSWER)
            work_for_foreign = asked_of_redis(own_redis)
            assert unknown.status_code == 404, route
            assert unknown.json()["error"]["code"] == "job_not_found", route
            assert without_own(foreign) == without_own(unknown), route
            assert work_for_foreign == work_for_none, route
            assert work_for_none, route
        assert len(upstream.requests) == sent
        assert owner.get(f"/v1/jobs/{JOB}").json()["placeholders"] == 1
        assert owner.get(f"/v1/responses/{ANSWER}").status_code == 200


def test_no_route_with_a_job_or_an_answer_in_its_path_is_left_out(address: str) -> None:
    paths = httpx.get(f"{address}/openapi.json").json()["paths"]
    named = {
        (method.upper(), re.sub(r":\w+}", "}", path))
        for path, methods in paths.items()
        for method in methods
        if "{job_id}" in path or "/responses/{" in path
    }
    tried = {(one.method, one.path.partition("?")[0]) for one in ROUTES}
    assert named <= tried
    assert len(named) == 10


def test_what_a_derived_job_holds_is_told_to_nobody(
    serve: Serve, upstream: ScriptedUpstream
) -> None:
    derived = "conv_" + "a" * 32
    with httpx.Client(base_url=serve(upstream_url=upstream.url)) as client:
        client.post("/v1/anonymize", json={"text": "a@example.org", "job_id": derived})
        for path in (f"/v1/jobs/{derived}", f"/api/status/{derived}/strings"):
            assert client.get(path).json()["error"]["code"] == "job_not_found"
        assert client.delete(f"/v1/jobs/{derived}").is_success
