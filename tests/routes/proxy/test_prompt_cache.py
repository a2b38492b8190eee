"""A long conversation with tools: what was sent before is sent again byte by byte."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

import openai
import pytest
from starlette.responses import JSONResponse, Response

from tests.conftest import Serve, sdk
from tests.support.scripted_upstream import ScriptedUpstream, completion

TURNS = [
    "Ich bin Sabine Krämer, meine Adresse ist Lindenweg 7, 80331 München.",
    "Schreibe bitte an Jonas Brettschneider, jonas.brettschneider@example.org.",
    "Was weißt du über Frau Krämer?",
    "Meine IBAN ist DE89 3704 0044 0532 0130 00.",
    "Und die Telefonnummer +49 30 23125 042, ruf mich an!",
    'Zitiere: "Jonas Brettschneider" und \\ und [[Person-ABCDEF]].',
    "My card is 4111 1111 1111 1111, please remember it.",
    "Schicke alles an Sabine Krämer und an sabine.kraemer@example.org.",
    "Geboren bin ich am 12.03.1984 in München.",
    "Wiederhole die IBAN DE89370400440532013000 ohne Leerzeichen.",
    "Fasse alles für Jonas zusammen.",
    "Danke, das war alles. Gruß, Sabine",
]
SYSTEM = "Du hilfst Frau Dr. Sabine Krämer."
TOOL: dict[str, Any] = {
    "name": "send_mail",
    "description": "Sends mail.",
    "parameters": {"type": "object", "properties": {"to": {"type": "string"}}},
}


@pytest.fixture
def client(serve: Serve, upstream: ScriptedUpstream) -> openai.OpenAI:
    return sdk(serve(upstream_url=upstream.url))


def chat(body: Any) -> Response:
    """Call the tool with what the user said; after the tool's result, repeat that."""
    last = body["messages"][-1]
    if last["role"] == "tool":
        return completion({"role": "assistant", "content": f"Erledigt: {last['content']}"})
    number = len(body["messages"])
    function = {"name": "send_mail", "arguments": json.dumps({"to": last["content"]})}
    call = {"id": f"call_{number}", "type": "function", "function": function}
    return completion({"role": "assistant", "content": None, "tool_calls": [call]})


def responses(body: Any) -> Response:
    """Do the same with items."""
    last = body["input"][-1]
    number = len(body["input"])
    if last.get("type") == "function_call_output":
        part = {"type": "output_text", "text": f"Erledigt: {last['output']}", "annotations": []}
        item = {"type": "message", "id": f"m{number}", "role": "assistant", "status": "completed"}
        item["content"] = [part]  # type: ignore[assignment]
    else:
        item = {"type": "function_call", "id": f"f{number}", "call_id": f"c{number}"}
        item |= {"name": "send_mail", "arguments": json.dumps({"to": last["content"]})}
    return JSONResponse({"id": f"r{number}", "object": "response", "output": [item]})


def assert_each_goes_on_from_the_one_before(requests: list[Any], member: str) -> None:
    assert len(requests) == 2 * len(TURNS)
    bodies = [json.dumps(one.json[member], ensure_ascii=False) for one in requests]
    for earlier, later in pairwise(bodies):
        assert later.startswith(earlier.removesuffix("]"))
        assert len(later) > len(earlier)


def assert_masked(upstream: ScriptedUpstream) -> None:
    values = ("Krämer", "Brettschneider", "example.org", "4111", "0532", "Lindenweg", "23125")
    assert [value for value in values if value in upstream.wire] == []


def test_a_chat_keeps_its_masked_beginning(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    upstream.script = chat
    messages: list[Any] = [{"role": "system", "content": SYSTEM}]
    tools: Any = [{"type": "function", "function": TOOL}]
    for text in TURNS:
        messages.append({"role": "user", "content": text})
        called = client.chat.completions.create(model="m", messages=messages, tools=tools)
        (call,) = called.choices[0].message.tool_calls or []
        assert json.loads(call.function.arguments) == {"to": text}  # type: ignore[union-attr]
        messages.append(called.choices[0].message.model_dump(exclude_unset=True))
        result = json.dumps({"sent": True, "to": text}, ensure_ascii=False)
        messages.append({"role": "tool", "tool_call_id": call.id, "content": result})
        told = client.chat.completions.create(model="m", messages=messages, tools=tools)
        assert told.choices[0].message.content == f"Erledigt: {result}"
        messages.append({"role": "assistant", "content": told.choices[0].message.content})
    assert_each_goes_on_from_the_one_before(upstream.requests, "messages")
    assert_masked(upstream)


def test_responses_keep_their_masked_beginning(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    upstream.script = responses
    items: list[Any] = []
    tools: Any = [{"type": "function", **TOOL}]
    for text in TURNS:
        items.append({"role": "user", "content": text})
        for _ in range(2):
            got = client.responses.create(
                model="m", input=items, instructions=SYSTEM, tools=tools, store=False
            )
            (item,) = got.output
            items.append(item.model_dump(exclude_unset=True))
            if item.type == "function_call":
                assert json.loads(item.arguments) == {"to": text}
                result = json.dumps({"sent": True, "to": text}, ensure_ascii=False)
                output = {"type": "function_call_output", "call_id": item.call_id, "output": result}
                items.append(output)
    assert_each_goes_on_from_the_one_before(upstream.requests, "input")
    assert len({one.json["instructions"] for one in upstream.requests}) == 1
    assert_masked(upstream)


SYSTEM_IN_PARTS = "Du hilfst Frau Krämer. Sie heißt Sabine Krämer."


def test_links_between_names_are_told_and_change_no_beginning(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    messages: list[Any] = [{"role": "system", "content": SYSTEM_IN_PARTS}]
    for text in TURNS[:4]:
        messages.append({"role": "user", "content": text})
        client.chat.completions.create(model="m", messages=messages)
        messages.append({"role": "assistant", "content": "Gut."})
    bodies = [json.dumps(one.json["messages"], ensure_ascii=False) for one in upstream.requests]
    assert all(later.startswith(one.removesuffix("]")) for one, later in pairwise(bodies))
    told = upstream.requests[0].json["messages"][0]["content"].splitlines()[-1]
    assert told.startswith("- These are one person (a woman): [[Person-")
    assert told.count("[[Person-") == 2
