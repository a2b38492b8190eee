"""What a tenant used: counted, told to that tenant, and never with text."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import httpx
import openai
import pytest
from starlette.responses import JSONResponse, Response, StreamingResponse

from service.tenants.tenants import new_api_key
from service.tenants.usage import MOST_ENTITIES, MOST_TENANTS, MOST_TOKENS, Usage
from tests.conftest import Serve, sdk
from tests.routes.proxy import test_responses
from tests.support.scripted_upstream import ScriptedUpstream, chunk, completion

MAIL = "sabine.kraemer@example.org"
NO_TOKENS = {"prompt_tokens": 0, "completion_tokens": 0, "input_tokens": 0, "output_tokens": 0}


@pytest.fixture
def address(serve: Serve, upstream: ScriptedUpstream) -> str:
    return serve(fresh=True, upstream_url=upstream.url)


@pytest.fixture
def client(address: str) -> Iterator[openai.OpenAI]:
    with sdk(address) as opened:
        yield opened


def used(address: str, path: str = "/v1/usage", **headers: str) -> dict[str, Any]:
    answer = httpx.get(f"{address}{path}", headers=headers)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_requests_characters_and_entities_are_counted_on_every_kind_of_route(
    address: str, client: openai.OpenAI
) -> None:
    text = f"An {MAIL} und {MAIL}"
    httpx.post(f"{address}/v1/anonymize", json={"text": text})
    httpx.post(f"{address}/api/anonymize", params={"wait": "true"}, json={"text": text})
    client.chat.completions.create(model="m", messages=[{"role": "user", "content": text}])
    told = used(address)
    assert told["requests"] == 4
    assert told["characters"] == 3 * len(text)
    assert told["entities"] == {"EMAIL_ADDRESS": 6}
    assert told["tokens"] == NO_TOKENS
    assert "process" in told["scope"]
    assert told["since"] > 1_700_000_000
    assert MAIL not in json.dumps(told)


def test_both_addresses_tell_the_same(address: str) -> None:
    first, second = used(address), used(address, "/api/v1/usage")
    assert second == first | {"requests": first["requests"] + 1}


@pytest.mark.parametrize("base", ["/v1", "/api/v1/llm-anonymous", "/api/v1/llm"])
def test_tokens_of_chat_completions_are_counted_whole_and_streamed(
    address: str, upstream: ScriptedUpstream, base: str
) -> None:
    def answer(body: Any) -> Response:
        usage = {"prompt_tokens": 12, "completion_tokens": 30, "total_tokens": 42}
        if not body.get("stream"):
            return completion({"role": "assistant", "content": "ja"}, usage=usage)

        async def events() -> AsyncIterator[str]:
            yield chunk({"content": 'Es hieß "usage": {"prompt_tokens": 5}'})
            for count in (10, 30):  # some upstreams tell the sum so far in every chunk
                so_far = {"choices": [], "usage": usage | {"completion_tokens": count}}
                yield chunk({}, "stop") if count == 10 else ""
                yield f"data: {json.dumps({'id': 'c1'} | so_far)}\n\n"
            yield "data: [DONE]\n\n"

        return StreamingResponse(events(), media_type="text/event-stream")

    upstream.script = answer
    messages: Any = [{"role": "user", "content": "Hallo"}]
    with openai.OpenAI(base_url=f"{address}{base}", api_key="x", max_retries=0) as client:
        client.chat.completions.create(model="m", messages=messages)
        list(client.chat.completions.create(model="m", messages=messages, stream=True))
    assert used(address)["tokens"] == NO_TOKENS | {"prompt_tokens": 24, "completion_tokens": 60}


def test_tokens_of_the_responses_api_are_counted_once_each(
    client: openai.OpenAI, address: str, upstream: ScriptedUpstream
) -> None:
    def answer(body: Any) -> Response:
        item = test_responses.message("ja")
        if body and body.get("stream"):
            events = test_responses.events(body, item)
            return StreamingResponse(with_usage(events), media_type="text/event-stream")
        return JSONResponse(test_responses.response(body or {}, [item]) | {"usage": usage})

    async def with_usage(events: AsyncIterator[str]) -> AsyncIterator[str]:
        async for event in events:
            if "response.completed" in event:
                head, data = event.strip().split("\ndata: ")
                document = json.loads(data)
                document["response"]["usage"] = usage
                yield f"{head}\ndata: {json.dumps(document)}\n\n"
            else:
                yield event

    usage = {"input_tokens": 7, "output_tokens": 9, "total_tokens": 16}
    upstream.script = answer
    kept = client.responses.create(model="m", input="Hallo")
    client.responses.retrieve(kept.id)
    list(client.responses.create(model="m", input="Hallo", stream=True))
    assert used(address)["tokens"] == NO_TOKENS | {"input_tokens": 14, "output_tokens": 18}


@pytest.mark.parametrize(
    "usage",
    [None, [], "viel", {"prompt_tokens": "12"}, {"prompt_tokens": -1}, {"prompt_tokens": True}],
)
def test_what_is_no_count_is_not_counted(
    client: openai.OpenAI, address: str, upstream: ScriptedUpstream, usage: Any
) -> None:
    upstream.script = lambda _: completion({"role": "assistant", "content": "ja"}, usage=usage)
    client.chat.completions.with_raw_response.create(
        model="m", messages=[{"role": "user", "content": "Hallo"}]
    )
    assert used(address)["tokens"] == NO_TOKENS


def test_each_tenant_is_told_his_own(serve: Serve, tmp_path: Path) -> None:
    (mine, hash_a), (theirs, hash_b) = new_api_key(), new_api_key()
    (tmp_path / "keys.json").write_text(json.dumps({"kanzlei": [hash_a], "praxis": [hash_b]}))
    address = serve(api_keys_file=str(tmp_path / "keys.json"))
    key = {"x-deckname-key": mine}
    httpx.post(f"{address}/v1/anonymize", json={"text": MAIL}, headers=key)
    assert used(address, **key)["entities"] == {"EMAIL_ADDRESS": 1}
    other = used(address, **{"x-deckname-key": theirs})
    assert (other["requests"], other["characters"], other["entities"]) == (1, 0, {})
    assert httpx.get(f"{address}/v1/usage").status_code == 401


def test_the_counts_do_not_grow_without_bound() -> None:
    usage = Usage()
    for number in range(MOST_TENANTS + 5):
        usage.request(str(number))
    usage.text("0", 1, map(str, range(MOST_ENTITIES + 5)))
    usage.text("0", 1, ["0"])
    usage.meter("0").see({"prompt_tokens": MOST_TOKENS + 1, "completion_tokens": MOST_TOKENS})
    assert usage.of("0").requests == 1
    assert usage.of(str(MOST_TENANTS)).requests == 0
    assert len(usage.of("0").entities) == MOST_ENTITIES
    assert usage.of("0").entities["0"] == 2
    assert usage.of("0").tokens == {"completion_tokens": MOST_TOKENS}
