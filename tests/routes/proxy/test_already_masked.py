"""Below /api/v1/llm the caller has anonymized the text themselves: it goes and comes as it is."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx
import openai
import pytest
from starlette.responses import JSONResponse, Response, StreamingResponse

from service.wire.system_prompt import RULE
from tests.conftest import Serve
from tests.routes.proxy import test_responses
from tests.support.scripted_upstream import ScriptedUpstream, chunk, sse

MAIL = "sabine.kraemer@example.org"
MASKED = "[[Person-QSEZB6]]"


@pytest.fixture
def address(serve: Serve, upstream: ScriptedUpstream) -> str:
    return f"{serve(upstream_url=upstream.url)}/api/v1/llm"


@pytest.fixture
def client(address: str) -> Iterator[openai.OpenAI]:
    with openai.OpenAI(base_url=address, api_key="sk-test", max_retries=0) as opened:
        yield opened


def chat(*contents: str, **more: Any) -> dict[str, Any]:
    roles = ["system", "user"][-len(contents) :]
    pairs = zip(roles, contents, strict=True)
    return {"model": "m", "messages": [{"role": r, "content": c} for r, c in pairs]} | more


def test_a_chat_goes_and_comes_as_it_is(client: openai.OpenAI, upstream: ScriptedUpstream) -> None:
    body = chat("Sei kurz.", f"Schreibe {MAIL}", user=MAIL)
    got = client.chat.completions.create(**body, extra_body={"language": "de", "job_id": "akte-1"})
    assert upstream.requests[0].json == body
    assert got.choices[0].message.content == f"Schreibe {MAIL}"
    assert not hasattr(got, "_anymize")


def test_values_of_other_requests_are_neither_masked_nor_restored(
    address: str, upstream: ScriptedUpstream
) -> None:
    root = address.removesuffix("/api/v1/llm")
    body = {"text": f"An {MAIL}", "job_id": "akte-1"}
    masked = httpx.post(f"{root}/v1/anonymize", json=body).json()["text"]
    got = httpx.post(f"{address}/chat/completions", json=chat(masked, job_id="akte-1"))
    assert upstream.requests[0].json == chat(masked)
    assert got.json()["choices"][0]["message"]["content"] == masked
    assert not [name for name in got.headers if "placeholder" in name or name == "x-job-id"]


@pytest.mark.parametrize(
    ("mode", "contents", "expected"),
    [
        ("append", ("Sei kurz.", f"An {MASKED}"), (f"Sei kurz.\n\n{RULE}", f"An {MASKED}")),
        ("append", (f"An {MASKED}",), (f"An {MASKED}",)),
        ("append", ("Sei kurz.", "[[kein Platzhalter]]"), ("Sei kurz.", "[[kein Platzhalter]]")),
        ("always", (f"An {MASKED}",), (RULE, f"An {MASKED}")),
        ("always", ("Hallo",), ("Hallo",)),
        ("never", ("Sei kurz.", f"An {MASKED}"), ("Sei kurz.", f"An {MASKED}")),
    ],
)
def test_the_rule_is_added_when_there_are_placeholders_as_the_setting_says(
    serve: Serve,
    upstream: ScriptedUpstream,
    mode: str,
    contents: tuple[str, ...],
    expected: tuple[str, ...],
) -> None:
    address = serve(upstream_url=upstream.url, system_note=mode)
    httpx.post(f"{address}/api/v1/llm/chat/completions", json=chat(*contents))
    assert upstream.requests[0].json == chat(*expected)


def test_a_stream_is_passed_on_event_by_event(address: str, upstream: ScriptedUpstream) -> None:
    deltas: list[dict[str, Any]] = [{"content": one} for one in f"An {MASKED} [["]
    upstream.script = lambda _: sse([*deltas, {"reasoning_content": "[[Per"}])
    got = httpx.post(f"{address}/chat/completions", json=chat("Hallo", stream=True))
    direct = httpx.post(f"{upstream.url}/chat/completions", json=chat("Hallo", stream=True))
    assert got.text == direct.text
    assert got.headers["content-type"].startswith("text/event-stream")


def test_a_stream_that_breaks_off_ends_with_an_error(
    address: str, upstream: ScriptedUpstream
) -> None:
    upstream.script = lambda _: sse([{"content": "Hal"}], finish=None, done=False)
    got = httpx.post(f"{address}/chat/completions", json=chat("Hallo", stream=True))
    *_, last = got.text.strip().split("\n\n")
    assert json.loads(last.removeprefix("data: "))["error"]["code"] == "upstream_unavailable"
    assert chunk({"content": "Hal"}) in got.text


def test_the_responses_api_is_passed_on_without_our_rule_in_the_echo(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    upstream.script = test_responses.answer
    asked: Any = {"model": "m", "input": f"An {MASKED} {MAIL}", "instructions": "Sei kurz."}
    whole = client.responses.create(**asked)
    events = list(client.responses.create(**asked, stream=True))
    for one in upstream.requests:
        assert one.json["instructions"] == f"Sei kurz.\n\n{RULE}"
        assert one.json["input"] == asked["input"]
    deltas = [one.delta for one in events if one.type == "response.output_text.delta"]
    assert deltas == list(asked["input"])
    assert whole.output_text == events[-1].response.output_text == asked["input"]
    echoes = [one.response.instructions for one in events if hasattr(one, "response")]
    assert [whole.instructions, *echoes] == ["Sei kurz."] * 3
    assert not hasattr(events[-1].response, "_anymize")
    assert [one.sequence_number for one in events] == list(range(1, len(events) + 1))


def test_only_answers_of_the_caller_can_be_gone_on_from(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    upstream.script = test_responses.answer
    for named in ({}, {"job_id": "akte-1"}):
        with pytest.raises(openai.NotFoundError):
            client.responses.create(
                model="m", input="Hallo", previous_response_id="resp_9", extra_body=named
            )
    assert upstream.requests == []
    first = client.responses.create(model="m", input="Hallo")
    client.responses.create(model="m", input="Und?", previous_response_id=first.id)
    assert upstream.requests[-1].json["previous_response_id"] == first.id


def test_embeddings_and_models_are_passed_on(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    data = [{"object": "embedding", "index": 0, "embedding": [0.5]}]
    reply = {"object": "list", "model": "m", "data": data}
    model = {"id": "a/b", "object": "model"}
    upstream.script = lambda body: JSONResponse(reply if body else model | {"data": [model]})
    got = client.embeddings.create(model="m", input=[MAIL], encoding_format="float")
    assert got.data[0].embedding == [0.5]
    assert upstream.requests[0].json["input"] == [MAIL]
    assert [one.id for one in client.models.list()] == ["a/b"]
    assert client.models.retrieve("a/b").id == "a/b"


@pytest.mark.parametrize(
    ("path", "body", "refusal"),
    [
        ("chat/completions", {"messages": []}, ("invalid_request", "messages")),
        (
            "chat/completions",
            {"messages": [{"role": "user", "content": [{"type": "image_url", "image_url": MAIL}]}]},
            ("unsupported_media", "messages"),
        ),
        ("responses", {"input": 7}, ("invalid_request", "input")),
        ("responses", {"input": "x", "background": True}, ("invalid_request", "background")),
        ("embeddings", {"input": [1, 2]}, ("invalid_request", "input")),
    ],
)
def test_requests_are_checked_as_everywhere(
    address: str,
    upstream: ScriptedUpstream,
    path: str,
    body: dict[str, Any],
    refusal: tuple[str, str],
) -> None:
    got = httpx.post(f"{address}/{path}", json={"model": "m"} | body)
    error = got.json()["error"]
    assert (got.status_code, error["code"], error["param"]) == (400, *refusal)
    assert upstream.requests == []


@pytest.mark.parametrize("path", ["completions", "moderations", "files", "responses/resp_1"])
def test_other_paths_are_not_served_here(
    address: str, upstream: ScriptedUpstream, path: str
) -> None:
    got = httpx.post(f"{address}/{path}", json={"model": "m", "input": MAIL, "prompt": MAIL})
    assert (got.status_code, got.json()["error"]["code"]) == (404, "route_not_allowed")
    assert upstream.requests == []


def test_an_error_of_the_upstream_keeps_its_status_and_words(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    told = {"error": {"message": f"kein {MASKED}", "type": "x", "param": None, "code": "y"}}
    upstream.script = lambda _: JSONResponse(told, 429, {"retry-after": "7"})
    with pytest.raises(openai.RateLimitError) as caught:
        client.chat.completions.create(**chat("Hallo"))
    assert caught.value.body == told["error"]
    assert caught.value.response.headers["retry-after"] == "7"


def test_an_event_that_is_no_json_is_not_passed_on(
    address: str, upstream: ScriptedUpstream
) -> None:
    async def events() -> AsyncIterator[str]:
        yield "data: <html>\n\n"

    def garbage(_: Any) -> Response:
        return StreamingResponse(events(), media_type="text/event-stream")

    upstream.script = garbage
    got = httpx.post(f"{address}/chat/completions", json=chat("Hallo", stream=True))
    assert "<html>" not in got.text
    assert '"upstream_unavailable"' in got.text
