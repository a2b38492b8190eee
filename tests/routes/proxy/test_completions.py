"""Completions, embeddings and moderations, and the addresses of the reference product."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx
import openai
import pytest
from starlette.responses import JSONResponse, Response, StreamingResponse

from tests.conftest import Serve, sdk
from tests.support.scripted_upstream import ScriptedUpstream, echo

MAIL = "sabine.kraemer@example.org"


@pytest.fixture
def client(serve: Serve, upstream: ScriptedUpstream) -> Iterator[openai.OpenAI]:
    with sdk(serve(upstream_url=upstream.url)) as opened:
        yield opened


def complete(body: Any) -> Response:
    """Continue a prompt by repeating it, streamed one character an event if asked."""
    head = {"id": "c1", "object": "text_completion", "created": 1, "model": "m"}

    def choice(text: str, reason: str | None) -> dict[str, Any]:
        return head | {
            "choices": [{"index": 0, "text": text, "finish_reason": reason, "logprobs": None}]
        }

    async def events() -> AsyncIterator[str]:
        for one in body["prompt"]:
            yield f"data: {JSONResponse(choice(one, None)).body.decode()}\n\n"
        yield f"data: {JSONResponse(choice('', 'stop')).body.decode()}\n\n"
        yield "data: [DONE]\n\n"

    if body.get("stream"):
        return StreamingResponse(events(), media_type="text/event-stream")
    return JSONResponse(choice(body["prompt"], "stop"))


def test_a_completion_is_masked_and_restored_whole_and_streamed(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    upstream.script = complete
    text = f"Brief an {MAIL} [[P"
    whole = client.completions.create(model="m", prompt=text)
    parts = list(client.completions.create(model="m", prompt=text, stream=True))
    assert whole.choices[0].text == text
    assert "".join(part.choices[0].text for part in parts) == text
    assert MAIL not in upstream.wire


def test_embeddings_give_equal_values_equal_placeholders_in_every_request(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    data = [{"object": "embedding", "index": 0, "embedding": [0.5, 0.25]}]
    reply = {"object": "list", "model": "m", "data": data, "usage": {"prompt_tokens": 1}}
    upstream.script = lambda _: JSONResponse(reply)
    got = client.embeddings.create(model="m", input=f"Akte {MAIL}", encoding_format="float")
    client.embeddings.create(model="m", input=[f"Frage zu {MAIL}"], encoding_format="float")
    first, second = (one.json["input"] for one in upstream.requests)
    assert got.data[0].embedding == [0.5, 0.25]
    assert MAIL not in upstream.wire
    assert second == [first.replace("Akte", "Frage zu")]


def test_moderations_are_masked(client: openai.OpenAI, upstream: ScriptedUpstream) -> None:
    upstream.script = lambda _: JSONResponse({"id": "m1", "model": "m", "results": []})
    client.moderations.create(model="m", input=[f"Ich hasse {MAIL}"])
    assert MAIL not in upstream.wire


@pytest.mark.parametrize(
    ("path", "body", "param"),
    [
        ("embeddings", {"input": [1, 2, 3]}, "input"),
        ("embeddings", {"input": [[1, 2], [3]]}, "input"),
        ("embeddings", {"input": []}, "input"),
        ("embeddings", {"input": "x", "stream": True}, "stream"),
        ("completions", {"prompt": [1, 2]}, "prompt"),
        ("completions", {"prompt": 7}, "prompt"),
        ("completions", {}, "prompt"),
        ("moderations", {"input": None}, "input"),
        ("moderations", {"input": [{"type": "image_url", "image_url": {"url": MAIL}}]}, "input"),
    ],
)
def test_what_cannot_be_searched_is_refused(
    serve: Serve, upstream: ScriptedUpstream, path: str, body: dict[str, Any], param: str
) -> None:
    address = f"{serve(upstream_url=upstream.url)}/v1/{path}"
    got = httpx.post(address, json={"model": "m"} | body)
    assert (got.status_code, got.json()["error"]["param"]) == (400, param)
    assert MAIL not in got.text
    assert upstream.requests == []


def test_the_reference_products_address_does_the_same(
    serve: Serve, upstream: ScriptedUpstream
) -> None:
    upstream.script = echo
    base = f"{serve(upstream_url=upstream.url)}/api/v1/llm-anonymous"
    with openai.OpenAI(base_url=base, api_key="x", max_retries=0) as client:
        messages: Any = [{"role": "user", "content": f"An {MAIL}"}]
        got = client.chat.completions.create(
            model="m", messages=messages, extra_body={"language": "de"}
        )
        assert [one.id for one in client.models.list()] == ["echo"]
    assert got.choices[0].message.content == f"An {MAIL}"
    assert got._anymize["anonymized"] is True
    assert got._anymize["language"] == "de"
    assert MAIL not in upstream.wire
