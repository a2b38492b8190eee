"""Tenants with upstreams of their own, through the running service."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import httpx
import pytest

from service.tenants.tenants import hash_key
from tests.conftest import Serve
from tests.support.running import Running
from tests.support.scripted_upstream import ScriptedUpstream, completion

CHAT: dict[str, Any] = {"model": "m", "messages": [{"role": "user", "content": "Hallo"}]}
OF_A, OF_B, OF_ALL = "sk-account-a-4711", "sk-account-b-4711", "sk-usual-4711"


@pytest.fixture
def provider() -> Iterator[Callable[[], ScriptedUpstream]]:
    """Start further recording upstreams."""
    with ExitStack() as stack:

        def start() -> ScriptedUpstream:
            scripted = ScriptedUpstream()
            scripted.url = f"{stack.enter_context(Running(scripted.app())).url}/v1"
            return scripted

        yield start


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "keys.json"


def write(path: Path, **tenants: Any) -> None:
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps(tenants))
    fresh.replace(path)


def entry(key: str, **upstream: Any) -> dict[str, Any]:
    return {"keys": [hash_key(key)]} | ({"upstream": upstream} if upstream else {})


def ask(address: str, key: str, path: str = "/v1/chat/completions", **headers: str) -> Any:
    return httpx.post(
        f"{address}{path}", json=CHAT, headers={"x-deckname-key": key} | headers, timeout=90
    )


def test_each_tenants_requests_go_to_its_own_account_and_nowhere_else(
    serve: Serve, provider: Callable[[], ScriptedUpstream], upstream: ScriptedUpstream, file: Path
) -> None:
    one, two = provider(), provider()
    write(
        file,
        a=entry("key-a", url=one.url, api_key=OF_A, project="proj_a"),
        b=entry("key-b", url=two.url, api_key=OF_B, api_key_header="api-key"),
        c=entry("key-c", url=two.url),
        d=entry("key-d"),
    )
    address = serve(
        upstream_url=upstream.url,
        upstream_api_key=OF_ALL,
        api_keys_file=file,
        allow_paths="/files",
    )
    wish = {
        "authorization": "Bearer sk-of-the-caller",
        "openai-organization": "org-wish",
        "openai-project": "proj_wish",
        "api-key": "wish",
        "x-upstream-url": two.url,
        "x-forwarded-host": "wish.example",
    }
    for key in ("key-a", "key-b", "key-c", "key-d"):
        assert ask(address, key, **wish).status_code == 200
        head = {"x-deckname-key": key} | wish
        assert httpx.get(f"{address}/v1/models", headers=head).status_code == 200
        assert httpx.get(f"{address}/v1/files", headers=head).status_code == 200
        assert ask(address, key, "/api/v1/llm/chat/completions", **wish).status_code == 200
    sent = [
        [
            tuple(
                got.headers.get(name)
                for name in ("authorization", "api-key", "openai-organization", "openai-project")
            )
            for got in there.requests
        ]
        for there in (one, two, upstream)
    ]
    caller = "Bearer sk-of-the-caller"
    assert sent == [
        [(f"Bearer {OF_A}", None, None, "proj_a")] * 4,
        [(None, OF_B, None, None)] * 4 + [(caller, None, "org-wish", "proj_wish")] * 4,
        [(f"Bearer {OF_ALL}", None, "org-wish", "proj_wish")] * 4,
    ]
    for there in (one, two, upstream):
        assert "key-" not in there.wire.replace("api-key-", "")


def test_our_key_may_come_as_authorization_only_where_the_provider_gets_another(
    serve: Serve, provider: Callable[[], ScriptedUpstream], file: Path
) -> None:
    one, two = provider(), provider()
    write(file, a=entry("key-a", url=one.url, api_key=OF_A), c=entry("key-c", url=two.url))
    address = serve(api_keys_file=file)
    answers = [
        httpx.post(
            f"{address}/v1/chat/completions",
            json=CHAT,
            headers={"authorization": f"Bearer {key}"},
            timeout=90,
        )
        for key in ("key-a", "key-c", "sk-of-the-caller")
    ]
    assert [answer.status_code for answer in answers] == [200, 401, 401]
    assert answers[1].text == answers[2].text
    assert len(one.requests) == 1
    assert two.requests == []


def test_a_tenant_without_an_account_has_no_upstream_where_there_is_none_for_all(
    serve: Serve, provider: Callable[[], ScriptedUpstream], file: Path
) -> None:
    one = provider()
    write(file, a=entry("key-a", url=one.url, api_key=OF_A), d=entry("key-d"))
    address = serve(api_keys_file=file, allow_paths="/files")
    for path in ("/v1/chat/completions", "/v1/files", "/v1/responses/resp_1/input_items"):
        method = "POST" if path.endswith("completions") else "GET"
        body = {"json": CHAT} if method == "POST" else {}
        answer = httpx.request(
            method, f"{address}{path}", headers={"x-deckname-key": "key-d"}, **body
        )
        assert (answer.status_code, answer.json()["error"]["code"]) == (503, "no_upstream")
    assert one.requests == []


def test_an_account_changes_without_a_restart_and_a_bad_file_changes_nothing(
    serve: Serve, provider: Callable[[], ScriptedUpstream], file: Path
) -> None:
    one, two = provider(), provider()
    write(file, a=entry("key-a", url=one.url, api_key=OF_A))
    address = serve(api_keys_file=file)
    assert ask(address, "key-a").status_code == 200
    write(file, a=entry("key-a", url=f"{two.url}?key=1", api_key=OF_B))
    time.sleep(1.5)
    assert ask(address, "key-a").status_code == 200
    assert two.requests == []
    write(file, a=entry("key-a", url=two.url, api_key=OF_B))
    deadline = time.monotonic() + 20
    while not two.requests and time.monotonic() < deadline:
        assert ask(address, "key-a").status_code == 200
        time.sleep(0.1)
    assert {got.headers["authorization"] for got in one.requests} == {f"Bearer {OF_A}"}
    assert {got.headers["authorization"] for got in two.requests} == {f"Bearer {OF_B}"}


def test_an_answer_is_kept_and_fetched_within_one_account(
    serve: Serve, provider: Callable[[], ScriptedUpstream], file: Path
) -> None:
    one, two = provider(), provider()

    def stored(_: Any) -> Any:
        return completion({"role": "assistant", "content": "x"}, object="response", id="resp_1")

    one.script = two.script = stored
    write(
        file,
        a=entry("key-a", url=one.url, api_key=OF_A),
        b=entry("key-b", url=two.url, api_key=OF_B),
    )
    address = serve(api_keys_file=file)
    body = {"model": "m", "input": "An sabine.kraemer@example.org"}
    made = httpx.post(
        f"{address}/v1/responses", json=body, headers={"x-deckname-key": "key-a"}, timeout=90
    )
    assert made.status_code == 200
    fetched = [
        httpx.get(f"{address}/v1/responses/resp_1", headers={"x-deckname-key": key})
        for key in ("key-a", "key-b")
    ]
    assert [one.status_code for one in fetched] == [200, 404]
    assert two.requests == []


def test_no_key_of_a_provider_is_logged_counted_or_answered(
    serve: Serve,
    provider: Callable[[], ScriptedUpstream],
    file: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    one = provider()
    write(
        file,
        a=entry("key-a", url=one.url, api_key=OF_A),
        b=entry("key-b", url="http://127.0.0.1:9/v1", api_key=OF_B),
    )
    with caplog.at_level("DEBUG"):
        address = serve(api_keys_file=file, metrics="on")
        answers = [ask(address, key) for key in ("key-a", "key-b", "key-x")]
        write(file, a=entry("key-a", url=one.url, api_key=f"{OF_A} x"))
        time.sleep(1.3)
        answers += [httpx.get(f"{address}{path}") for path in ("/metrics", "/openapi.json")]
    assert [answer.status_code for answer in answers[:3]] == [200, 502, 401]
    seen = caplog.text + "".join(f"{one.headers}{one.text}" for one in answers)
    assert "api_keys_refused" in seen
    for secret in (OF_A, OF_B, "key-a", "key-b"):
        assert secret not in seen
