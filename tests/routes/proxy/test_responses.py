"""The Responses API with the official OpenAI SDK and a recording upstream."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx
import openai
import pytest
from starlette.responses import JSONResponse, Response, StreamingResponse

from service.wire.system_prompt import RULE
from tests.conftest import Serve, sdk
from tests.support.scripted_upstream import ScriptedUpstream

MAIL = "sabine.kraemer@example.org"
NAME = "Sabine Krämer"
TOOL: Any = {
    "type": "function",
    "name": "send_mail",
    "description": "Sends mail.",
    "strict": False,
    "parameters": {"type": "object", "properties": {"to": {"type": "string"}}},
}


def response(body: Any, output: list[Any], status: str = "completed") -> dict[str, Any]:
    """Return a response object that echoes the request, as the real API does."""
    return {
        "id": "resp_1",
        "object": "response",
        "created_at": 1,
        "status": status,
        "model": "m",
        "output": output,
        "instructions": body.get("instructions"),
        "metadata": body.get("metadata") or {},
        "parallel_tool_calls": True,
        "tool_choice": "auto",
        "tools": body.get("tools") or [],
    }


def message(text: str) -> dict[str, Any]:
    part = {"type": "output_text", "text": text, "annotations": []}
    return {
        "type": "message",
        "id": "msg_1",
        "role": "assistant",
        "status": "completed",
        "content": [part],
    }


def call(arguments: str) -> dict[str, Any]:
    head = {"type": "function_call", "id": "fc_1", "call_id": "call_1", "name": "send_mail"}
    return head | {"arguments": arguments, "status": "completed"}


def last_text(body: Any) -> str:
    items = body["input"]
    if isinstance(items, str):
        return items
    content = items[-1].get("content") or items[-1].get("output") or ""
    return content if isinstance(content, str) else content[-1]["text"]


def answer(body: Any) -> Response:
    """Return what was said last; call the tool with it where there is one."""
    if body is None:
        return JSONResponse(response({}, [message(answer.kept)]))  # type: ignore[attr-defined]
    text = last_text(body)
    answer.kept = text  # type: ignore[attr-defined]
    tools = body.get("tools")
    item = call(json.dumps({"to": text})) if tools else message(text)
    if not body.get("stream"):
        return JSONResponse(response(body, [item]))
    return StreamingResponse(events(body, item), media_type="text/event-stream")


async def events(body: Any, item: dict[str, Any]) -> AsyncIterator[str]:
    """Yield the real API's events, one character a delta."""
    number = 0

    def event(kind: str, **members: Any) -> str:
        nonlocal number
        number += 1
        data = {"type": kind, "sequence_number": number, **members}
        return f"event: {kind}\ndata: {json.dumps(data)}\n\n"

    place = {"item_id": item["id"], "output_index": 0}
    yield event("response.created", response=response(body, [], "in_progress"))
    yield event("response.output_item.added", output_index=0, item=item | {"status": "in_progress"})
    if item["type"] == "message":
        text = item["content"][0]["text"]
        place["content_index"] = 0
        for one in text:
            yield event("response.output_text.delta", **place, delta=one, logprobs=[])
        yield event("response.output_text.done", **place, text=text, logprobs=[])
        yield event("response.content_part.done", **place, part=item["content"][0])
    else:
        for one in item["arguments"]:
            yield event("response.function_call_arguments.delta", **place, delta=one)
        arguments = item["arguments"]
        yield event(
            "response.function_call_arguments.done", **place, name="send_mail", arguments=arguments
        )
    yield event("response.output_item.done", output_index=0, item=item)
    yield event("response.completed", response=response(body, [item]))


@pytest.fixture
def client(serve: Serve, upstream: ScriptedUpstream) -> Iterator[openai.OpenAI]:
    upstream.script = answer
    # every answer has the same id, and is kept under it
    with sdk(serve(fresh=True, upstream_url=upstream.url)) as opened:
        yield opened


def test_text_input_is_masked_and_the_answer_restored(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    got = client.responses.create(model="m", input=f"Schreibe {NAME}, {MAIL}")
    assert got.output_text == f"Schreibe {NAME}, {MAIL}"
    assert NAME not in upstream.wire
    assert MAIL not in upstream.wire
    assert got._anymize["placeholders"]["kept"] == 2


def test_items_of_every_kind_are_masked(client: openai.OpenAI, upstream: ScriptedUpstream) -> None:
    items: Any = [
        {"role": "user", "content": [{"type": "input_text", "text": f"An {MAIL}"}]},
        {"type": "reasoning", "id": "rs_1", "summary": [{"type": "summary_text", "text": MAIL}]},
        call(json.dumps({"to": MAIL})),
        {"type": "function_call_output", "call_id": "call_1", "output": json.dumps({"an": MAIL})},
        {"type": "shell_call_output", "call_id": "c", "output": [{"stdout": f"to: {MAIL}"}]},
        {"type": "something_new", "note": {"deep": [MAIL]}},
        {"role": "user", "content": f"Danke, {MAIL}"},
    ]
    client.responses.create(model="m", input=items, instructions=f"Hilf {MAIL}", user=MAIL)
    assert MAIL not in upstream.wire
    sent = upstream.requests[0].json["input"]
    assert [item.get("type") for item in sent] == [item.get("type") for item in items]
    assert sent[2]["name"] == "send_mail"
    assert set(json.loads(sent[3]["output"])) == {"an"}


def test_a_stream_is_restored_though_it_is_cut_at_every_character(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    text = f"Liebe {NAME}, Post an {MAIL} [["
    got = list(client.responses.create(model="m", input=text, stream=True))
    assert "".join(one.delta for one in got if one.type == "response.output_text.delta") == text
    assert [one.text for one in got if one.type == "response.output_text.done"] == [text]
    assert got[-1].response.output_text == text
    assert got[-1].response._anymize["placeholders"]["missing"] == 0
    assert [one.sequence_number for one in got] == list(range(1, len(got) + 1))
    assert NAME not in upstream.wire


def test_streamed_tool_arguments_stay_json(client: openai.OpenAI) -> None:
    address = "Lindenweg 7\n80331 München"
    got = list(client.responses.create(model="m", input=address, tools=[TOOL], stream=True))
    deltas = [one.delta for one in got if one.type == "response.function_call_arguments.delta"]
    done = [one.arguments for one in got if one.type == "response.function_call_arguments.done"]
    assert json.loads("".join(deltas)) == json.loads(done[0]) == {"to": address}
    assert json.loads(got[-1].response.output[0].arguments) == {"to": address}


def test_the_rule_joins_the_instructions_and_is_not_echoed(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    whole = client.responses.create(model="m", input=MAIL, instructions="Sei kurz.")
    streamed = client.responses.create(model="m", input=MAIL, instructions="Sei kurz.", stream=True)
    echoes = [one.response.instructions for one in streamed if hasattr(one, "response")]
    assert upstream.requests[0].json["instructions"] == f"Sei kurz.\n\n{RULE}"
    assert [whole.instructions, *echoes] == ["Sei kurz."] * 3
    client.responses.create(model="m", input=MAIL)
    assert "instructions" not in upstream.requests[-1].json


def test_an_answer_that_follows_another_is_restored_from_the_same_job(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    first = client.responses.create(model="m", input=f"Merke dir {MAIL}")
    kept = last_text(upstream.requests[0].json)
    upstream.script = lambda body: JSONResponse(response(body, [message(kept)]) | {"id": "resp_2"})
    second = client.responses.create(
        model="m", input="Was solltest du dir merken?", previous_response_id=first.id
    )
    assert second.output_text == f"Merke dir {MAIL}"
    assert second._anymize["placeholders"]["invented"] == 0


def test_a_kept_answer_is_fetched_restored(client: openai.OpenAI) -> None:
    client.responses.create(model="m", input=f"Merke dir {MAIL}", instructions="Kurz.")
    assert client.responses.retrieve("resp_1").output_text == f"Merke dir {MAIL}"


def test_an_unknown_answer_is_not_asked_for(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    with pytest.raises(openai.NotFoundError):
        client.responses.retrieve("resp_unknown")
    with pytest.raises(openai.NotFoundError):
        client.responses.create(model="m", input="x", previous_response_id="resp_unknown")
    assert upstream.requests == []


REFUSED: list[tuple[dict[str, Any], str, str]] = [
    ({"input": 5}, "input", "invalid_request"),
    ({"input": [MAIL]}, "input", "invalid_request"),
    ({"input": [{"type": "item_reference", "id": "x"}]}, "input", "invalid_request"),
    ({"input": "x", "background": True}, "background", "invalid_request"),
    ({"input": "x", "conversation": "conv_1"}, "conversation", "invalid_request"),
    ({"input": "x", "previous_response_id": 5}, "previous_response_id", "invalid_request"),
    (
        {"input": [{"role": "user", "content": [{"type": "input_image", "image_url": MAIL}]}]},
        "input",
        "unsupported_media",
    ),
    (
        {"input": [{"type": "computer_call_output", "output": {"type": "input_image"}}]},
        "input",
        "unsupported_media",
    ),
    ({"input": "data:image/png;base64,AAAA"}, "input", "unsupported_media"),
]


@pytest.mark.parametrize(("body", "param", "code"), REFUSED)
def test_what_cannot_be_protected_is_refused_by_name(
    serve: Serve, upstream: ScriptedUpstream, body: dict[str, Any], param: str, code: str
) -> None:
    got = httpx.post(f"{serve(upstream_url=upstream.url)}/v1/responses", json={"model": "m"} | body)
    error = got.json()["error"]
    assert (got.status_code, error["param"], error["code"]) == (400, param, code)
    assert MAIL not in got.text
    assert upstream.requests == []


def test_a_stream_that_is_cut_off_ends_with_an_error_event(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    async def cut(body: Any) -> AsyncIterator[str]:
        async for one in events(body, message("Hallo")):
            if "done" in one:
                return
            yield one

    upstream.script = lambda body: StreamingResponse(cut(body), media_type="text/event-stream")
    got = list(client.responses.create(model="m", input="x", stream=True))
    assert [one.delta for one in got if one.type == "response.output_text.delta"] == list("Hallo")
    assert (got[-1].type, got[-1].code) == ("error", "upstream_unavailable")
    assert got[-1].sequence_number == got[-2].sequence_number + 1
