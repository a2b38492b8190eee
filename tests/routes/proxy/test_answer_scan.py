"""DECKNAME_RESPONSE_SCAN=mask over TCP: what the model brings in is masked, and nothing else."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx
import openai
import pytest
from starlette.responses import JSONResponse, Response, StreamingResponse

from tests.conftest import Serve, sdk
from tests.support.scripted_upstream import ScriptedUpstream, completion, sse

MAIL = "sabine.kraemer@example.org"
LEAK = "leonore@canary-post.example"
SSN = "955-43-1234"
PROSE = "der Umsatz ist im zweiten Halbjahr deutlich gestiegen " * 8


@pytest.fixture
def address(serve: Serve, upstream: ScriptedUpstream) -> str:
    return serve(fresh=True, upstream_url=upstream.url, response_scan="mask")


@pytest.fixture
def client(address: str) -> Iterator[openai.OpenAI]:
    with sdk(address) as opened:
        yield opened


def ask(client: openai.OpenAI, content: str = f"An {MAIL}!", **options: Any) -> Any:
    messages: Any = [{"role": "user", "content": content}]
    return client.chat.completions.create(model="m", messages=messages, **options)


def masked_mail(body: Any) -> str:
    return str(body["messages"][-1]["content"]).removeprefix("An ").removesuffix("!")


def test_a_whole_answer_is_masked_in_every_text_but_not_in_what_was_asked(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    def answer(body: Any) -> Response:
        said = f"{masked_mail(body)}, {LEAK} und leonore%40canary-post.example"
        arguments = json.dumps({"an": masked_mail(body), "cc": LEAK, "ssn": SSN})
        function = {"name": "send_mail", "arguments": arguments}
        calls = [{"id": "call_0301234567", "type": "function", "function": function}]
        more = {"reasoning_content": said, "record_field": {"deep": [said]}}
        return completion({"role": "assistant", "content": said, "tool_calls": calls} | more)

    upstream.script = answer
    message = ask(client).choices[0].message
    said = f"{MAIL}, [email] und [email]"
    assert message.content == message.reasoning_content == message.record_field["deep"][0] == said
    call = message.tool_calls[0]
    assert json.loads(call.function.arguments) == {"an": MAIL, "cc": "[email]", "ssn": "[ssn]"}
    assert call.id == "call_0301234567"


@pytest.mark.parametrize("field", ["content", "reasoning_content", "record_field"])
def test_a_stream_is_masked_though_it_is_cut_at_every_character(
    client: openai.OpenAI, upstream: ScriptedUpstream, field: str
) -> None:
    def answer(body: Any) -> Response:
        said = f"{PROSE}{masked_mail(body)} {LEAK} 955%2D43%2D1234 {PROSE}"
        return sse([{"content": "", field: one} for one in said])

    upstream.script = answer
    parts = list(ask(client, stream=True))
    deltas = [part.choices[0].delta for part in parts if part.choices]
    said = [str(getattr(delta, field, None) or "") for delta in deltas]
    assert "".join(said) == f"{PROSE}{MAIL} [email] [ssn] {PROSE}"
    assert len([one for one in said if one]) > 3
    assert parts[-1]._anymize["placeholders"]["kept"] == 1


def test_streamed_arguments_and_structured_output_stay_valid_json(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    def answer(body: Any) -> Response:
        text = json.dumps(
            {"an": masked_mail(body), "kopie": LEAK, "telefon": 4915112345678, "n": 3}
        )
        calls: list[dict[str, Any]] = [
            {"tool_calls": [{"index": 0, "function": {"name": "f", "arguments": one}}]}
            for one in text
        ]
        return sse([*calls, *({"content": one} for one in text)])

    upstream.script = answer
    parts = list(ask(client, stream=True, response_format={"type": "json_object"}))
    deltas = [part.choices[0].delta for part in parts if part.choices]
    content = "".join(delta.content or "" for delta in deltas)
    calls = [delta.tool_calls[0].function for delta in deltas if delta.tool_calls]
    expected = {"an": MAIL, "kopie": "[email]", "telefon": "[telephone_number]", "n": 3}
    assert json.loads(content) == expected
    assert json.loads("".join(call.arguments or "" for call in calls)) == expected


def test_log_probabilities_that_spell_a_value_do_not_come_back(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    def answer(_: Any) -> Response:
        token = {"token": LEAK, "logprob": -0.1, "bytes": None, "top_logprobs": []}
        choice: dict[str, Any] = {"index": 0, "finish_reason": "stop"}
        choice |= {"message": {"role": "assistant", "content": LEAK}}
        choice |= {"logprobs": {"content": [token], "refusal": None}}
        return JSONResponse({"id": "c1", "object": "chat.completion", "choices": [choice]})

    upstream.script = answer
    choice = ask(client, "Hallo", logprobs=True).choices[0]
    assert choice.message.content == "[email]"
    assert choice.logprobs is None


def test_nothing_is_masked_by_default(serve: Serve, upstream: ScriptedUpstream) -> None:
    upstream.script = lambda _: completion({"role": "assistant", "content": LEAK})
    with sdk(serve(upstream_url=upstream.url)) as client:
        assert ask(client).choices[0].message.content == LEAK


def test_an_error_of_the_upstream_is_masked_too(address: str, upstream: ScriptedUpstream) -> None:
    fault = {"error": {"message": f"Ask {LEAK}.", "type": "server_error", "code": "x"}}
    upstream.script = lambda _: JSONResponse(fault, 500)
    body = {"model": "m", "messages": [{"role": "user", "content": "Hallo"}]}
    answer = httpx.post(f"{address}/v1/chat/completions", json=body)
    assert answer.json()["error"]["message"] == "Ask [email]."


def test_a_large_event_of_a_stream_is_masked(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    upstream.script = lambda _: sse([{"content": f"{PROSE * 20}{LEAK} {PROSE}"}])
    parts = list(ask(client, stream=True))
    said = "".join(part.choices[0].delta.content or "" for part in parts if part.choices)
    assert said == f"{PROSE * 20}[email] {PROSE}"


def test_a_completion_of_the_old_kind_is_masked(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    async def events() -> AsyncIterator[str]:
        for one in f"{PROSE}{LEAK} end":
            yield f"data: {json.dumps({'choices': [{'index': 0, 'text': one}]})}\n\n"
        yield "data: [DONE]\n\n"

    upstream.script = lambda _: StreamingResponse(events(), media_type="text/event-stream")
    parts = client.completions.create(model="m", prompt="Hallo", stream=True)
    assert "".join(part.choices[0].text or "" for part in parts) == f"{PROSE}[email] end"


def response_events(body: Any, text: str) -> list[dict[str, Any]]:
    """Return what the Responses API streams for `text`, one delta a character."""
    place = {"item_id": "msg_1", "output_index": 0, "content_index": 0}
    part = {"type": "output_text", "text": text, "annotations": []}
    item = {"type": "message", "id": "msg_1", "role": "assistant", "content": [part]}
    whole = {"id": "resp_1", "object": "response", "status": "completed", "output": [item]}
    whole |= {"instructions": body.get("instructions")}
    events: list[dict[str, Any]] = [
        {"type": "response.output_text.delta", **place, "delta": one, "logprobs": []}
        for one in text
    ]
    events.append({"type": "response.output_text.done", **place, "text": text, "logprobs": []})
    events.append({"type": "response.completed", "response": whole})
    return [event | {"sequence_number": number} for number, event in enumerate(events)]


def test_a_streamed_response_says_the_same_in_its_deltas_and_as_a_whole(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    def answer(body: Any) -> Response:
        async def events() -> AsyncIterator[str]:
            for event in response_events(body, f"{PROSE}{body['input']} {LEAK} {PROSE}"):
                yield f"event: {event['type']}\ndata: {json.dumps(event)}\n\n"

        return StreamingResponse(events(), media_type="text/event-stream")

    upstream.script = answer
    asked = client.responses.create(model="m", input=MAIL, instructions="Hilf.", stream=True)
    events: list[Any] = list(asked)
    said = "".join(one.delta for one in events if one.type == "response.output_text.delta")
    done = [one.text for one in events if one.type == "response.output_text.done"]
    expected = f"{PROSE}{MAIL} [email] {PROSE}"
    assert [said, *done, events[-1].response.output[0].content[0].text] == [expected] * 3
    assert [one.sequence_number for one in events] == list(range(len(events)))


def test_a_stored_response_is_masked_when_it_is_fetched_again(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    kept: list[Any] = []

    def answer(body: Any) -> Response:
        if body is not None:
            kept.append(response_events(body, f"{body['input']} {LEAK}")[-1]["response"])
        return JSONResponse(kept[0])

    upstream.script = answer
    client.responses.create(model="m", input=MAIL)
    fetched = client.responses.retrieve("resp_1")
    assert fetched.output_text == f"{MAIL} [email]"
