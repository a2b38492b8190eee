"""Retention none: nothing of a request lies in any store once it is answered."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable
from typing import Any

import httpx
import openai
import pytest
import redis
from starlette.responses import JSONResponse, Response, StreamingResponse

from service.cipher import Key
from tests.conftest import Serve, sdk
from tests.support.redis_server import RedisServer
from tests.support.scripted_upstream import ScriptedUpstream, chunk, echo

MAIL = "sabine.kraemer@example.org"
NONE = {"X-Deckname-Retention": "none"}
BODY = {"model": "m", "messages": [{"role": "user", "content": f"Post an {MAIL}"}]}
Count = Callable[[], int]


@pytest.fixture
def keys_in_redis(redis_server: RedisServer) -> Count:
    client = redis.Redis.from_url(redis_server.url)
    client.flushall()
    return lambda: int(client.dbsize())


@pytest.fixture
def over_redis(serve: Serve, upstream: ScriptedUpstream, redis_server: RedisServer) -> str:
    key = Key.generate("k1").reveal()
    return serve(upstream_url=upstream.url, vault_url=redis_server.url, vault_keys=key)


def answer_of_the_responses_api(body: Any) -> Response:
    part = {"type": "output_text", "text": body["input"], "annotations": []}
    item = {"type": "message", "id": "m1", "role": "assistant", "status": "completed"}
    response = {"id": "resp_1", "object": "response", "status": "completed"}
    response["output"] = [item | {"content": [part]}]  # type: ignore[assignment]

    async def events() -> AsyncIterator[str]:
        event = {"type": "response.completed", "sequence_number": 1, "response": response}
        yield f"event: response.completed\ndata: {json.dumps(event)}\n\n"

    if body.get("stream"):
        return StreamingResponse(events(), media_type="text/event-stream")
    return JSONResponse(response)


def use_everything(address: str, upstream: ScriptedUpstream, headers: dict[str, str]) -> None:
    """Ask in each way that would leave a trace with retention ttl; check that all is restored."""
    client = sdk(address, default_headers=headers)
    upstream.script = echo
    whole: Any = client.chat.completions.create(**BODY)  # type: ignore[call-overload]
    assert whole.choices[0].message.content == f"Post an {MAIL}"
    parts = list(client.chat.completions.create(**BODY, stream=True))  # type: ignore[call-overload]
    assert "".join(part.choices[0].delta.content or "" for part in parts if part.choices)
    upstream.script = answer_of_the_responses_api
    assert client.responses.create(model="m", input=f"An {MAIL}").output_text == f"An {MAIL}"
    streamed = list(client.responses.create(model="m", input=f"An {MAIL}", stream=True))
    assert streamed[-1].response.output_text == f"An {MAIL}"  # type: ignore[union-attr]
    upstream.script = lambda _: JSONResponse({"error": {"message": "no"}}, 400)
    with pytest.raises(openai.BadRequestError):
        client.chat.completions.create(**BODY)  # type: ignore[call-overload]
    assert MAIL not in upstream.wire


def test_nothing_is_left_in_redis(
    over_redis: str, upstream: ScriptedUpstream, keys_in_redis: Count
) -> None:
    use_everything(over_redis, upstream, NONE)
    assert keys_in_redis() == 0
    use_everything(over_redis, upstream, {})
    assert keys_in_redis() > 0


def test_nothing_is_left_in_redis_by_the_setting(
    serve: Serve, upstream: ScriptedUpstream, redis_server: RedisServer, keys_in_redis: Count
) -> None:
    key = Key.generate("k1").reveal()
    address = serve(
        upstream_url=upstream.url, vault_url=redis_server.url, vault_keys=key, retention="none"
    )
    use_everything(address, upstream, {})
    use_everything(address, upstream, {"X-Deckname-Retention": "ttl"})
    assert keys_in_redis() == 0


def test_nothing_is_left_in_redis_by_who_hangs_up(
    over_redis: str, upstream: ScriptedUpstream, keys_in_redis: Count
) -> None:
    gone = asyncio.Event()

    async def endless(first: str) -> AsyncIterator[str]:
        try:
            while True:
                yield chunk({"content": first})
                await asyncio.sleep(0.01)
        finally:
            gone.set()

    upstream.script = lambda body: StreamingResponse(
        endless(body["messages"][0]["content"]), media_type="text/event-stream"
    )
    with httpx.stream(
        "POST", f"{over_redis}/v1/chat/completions", json=BODY | {"stream": True}, headers=NONE
    ) as got:
        next(got.iter_lines())
    deadline = time.monotonic() + 10
    while not gone.is_set() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert gone.is_set()
    assert keys_in_redis() == 0


def test_nothing_is_left_in_memory(serve: Serve, upstream: ScriptedUpstream) -> None:
    """A vault with room for one job has it still after many conversations, and no longer then."""
    address = serve(upstream_url=upstream.url, max_jobs=1)
    use_everything(address, upstream, NONE)
    upstream.script = echo

    def ask(name: str, headers: dict[str, str]) -> int:
        body = {"model": "m", "messages": [{"role": "user", "content": f"{name}@example.org"}]}
        return httpx.post(f"{address}/v1/chat/completions", json=body, headers=headers).status_code

    assert [ask(name, NONE) for name in "abc"] == [200, 200, 200]
    assert [ask(name, {}) for name in "abc"] == [200, 503, 503]


def test_a_later_turn_is_masked_as_the_earlier_one(
    serve: Serve, upstream: ScriptedUpstream
) -> None:
    client = sdk(serve(upstream_url=upstream.url, retention="none"))
    for _ in range(2):
        client.chat.completions.create(**BODY)  # type: ignore[call-overload]
    first, second = upstream.requests
    assert first.body == second.body


@pytest.mark.parametrize("path", ["/v1/anonymize", "/api/anonymize"])
def test_anonymizing_for_later_is_refused(over_redis: str, keys_in_redis: Count, path: str) -> None:
    got = httpx.post(f"{over_redis}{path}", json={"text": MAIL}, headers=NONE)
    assert got.status_code == 400
    assert "nothing could be restored" in got.json()["error"]["message"]
    assert keys_in_redis() == 0


def test_anonymizing_gives_the_values_at_once(over_redis: str, keys_in_redis: Count) -> None:
    body = {"text": f"An {MAIL}", "include_values": True}
    got = httpx.post(f"{over_redis}/v1/anonymize", json=body, headers=NONE).json()
    (entity,) = got["entities"]
    assert got["text"] == f"An {entity['placeholder']}"
    assert entity["value"] == MAIL
    assert keys_in_redis() == 0


def test_following_an_earlier_answer_is_refused(
    over_redis: str, upstream: ScriptedUpstream
) -> None:
    client = sdk(over_redis)
    upstream.script = answer_of_the_responses_api
    first = client.responses.create(model="m", input=MAIL)
    with pytest.raises(openai.BadRequestError) as caught:
        client.responses.create(
            model="m", input="x", previous_response_id=first.id, extra_headers=NONE
        )
    assert caught.value.param == "previous_response_id"
    assert len(upstream.requests) == 1


def test_an_unknown_mode_is_refused(over_redis: str, upstream: ScriptedUpstream) -> None:
    headers = {"X-Deckname-Retention": "never"}
    got = httpx.post(f"{over_redis}/v1/chat/completions", json=BODY, headers=headers)
    assert (got.status_code, got.json()["error"]["code"]) == (400, "invalid_request")
    assert upstream.requests == []
