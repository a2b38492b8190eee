"""The chat proxy with the official OpenAI SDK on one side and a recording upstream on the other."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import httpx
import openai
import pytest
from starlette.responses import JSONResponse, Response, StreamingResponse

from service.wire.system_prompt import RULE
from tests.conftest import Serve, sdk
from tests.support.letters import GERMAN, GERMAN_VALUES
from tests.support.scripted_upstream import ScriptedUpstream, chunk, completion, sse

MAIL = "sabine.kraemer@example.org"
TOOL: Any = {
    "type": "function",
    "function": {
        "name": "send_mail",
        "description": "Sends mail. Ask jonas.brettschneider@example.org for help.",
        "parameters": {"type": "object", "properties": {"to": {"type": "string"}}},
    },
}


@pytest.fixture
def client(serve: Serve, upstream: ScriptedUpstream) -> Iterator[openai.OpenAI]:
    with sdk(serve(upstream_url=upstream.url)) as opened:
        yield opened


def ask(client: openai.OpenAI, content: Any, **options: Any) -> Any:
    messages = [{"role": "user", "content": content}]
    return client.chat.completions.create(model="m", messages=messages, **options)


def test_the_model_sees_placeholders_and_the_client_its_values(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    answer = ask(client, GERMAN)
    assert answer.choices[0].message.content == GERMAN
    assert [value for value in GERMAN_VALUES if value in upstream.wire] == []
    counts = answer._anymize["placeholders"]
    assert counts["sent"] == counts["kept"] > 5
    assert counts["missing"] == counts["invented"] == 0


def test_a_stream_comes_back_restored_though_it_is_cut_at_every_character(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    parts = list(ask(client, GERMAN, stream=True))
    text = "".join(part.choices[0].delta.content or "" for part in parts if part.choices)
    assert text == GERMAN
    assert [value for value in GERMAN_VALUES if value in upstream.wire] == []
    assert [hasattr(part, "_anymize") for part in parts].count(True) == 1
    assert parts[-1]._anymize["placeholders"]["kept"] > 5


def test_tool_calls_are_masked_in_the_history_and_restored_in_the_answer(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    def call_back(body: Any) -> Response:
        history = body["messages"][1]["tool_calls"][0]["function"]["arguments"]
        call = {
            "id": "c2",
            "type": "function",
            "function": {"name": "send_mail", "arguments": history},
        }
        return completion({"role": "assistant", "content": None, "tool_calls": [call]})

    upstream.script = call_back
    arguments = json.dumps({"to": MAIL, "name": 'Sabine "Bine" Krämer'})
    call = {
        "id": "c1",
        "type": "function",
        "function": {"name": "send_mail", "arguments": arguments},
    }
    answer = client.chat.completions.create(
        model="m",
        tools=[TOOL],
        messages=[
            {"role": "user", "content": f"Schreibe {MAIL}"},
            {"role": "assistant", "content": None, "tool_calls": [call]},
            {"role": "tool", "tool_call_id": "c1", "content": json.dumps({"an": MAIL, "ok": True})},
        ],
    )
    restored = answer.choices[0].message.tool_calls[0].function.arguments
    assert json.loads(restored) == json.loads(arguments)
    assert MAIL not in upstream.wire
    assert "jonas.brettschneider" not in upstream.wire
    sent = upstream.requests[0].json
    assert json.loads(sent["messages"][2]["content"])["ok"] is True
    assert sent["tools"][0]["function"]["name"] == "send_mail"


def test_streamed_tool_arguments_stay_valid_json_whatever_the_value_holds(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    def stream_call(body: Any) -> Response:
        masked = body["messages"][0]["content"].split("Ort: ")[1]
        arguments = json.dumps({"to": masked})
        head = {"index": 0, "id": "c1", "type": "function"}
        deltas = [{"tool_calls": [head | {"function": {"name": "send_mail", "arguments": ""}}]}]
        deltas += [
            {"tool_calls": [{"index": 0, "function": {"arguments": one}}]} for one in arguments
        ]
        return sse(deltas, finish="tool_calls")

    upstream.script = stream_call
    parts = list(ask(client, "Ort: Lindenweg 7\n80331 München", tools=[TOOL], stream=True))
    calls = [part.choices[0].delta.tool_calls for part in parts if part.choices]
    arguments = "".join(call[0].function.arguments for call in calls if call)
    assert json.loads(arguments) == {"to": "Lindenweg 7\n80331 München"}


def test_n_choices_are_restored_each_on_its_own(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    def two(body: Any) -> Response:
        masked = body["messages"][0]["content"]

        async def events() -> Any:
            for one in masked:
                yield chunk({"content": one}, index=0)
                yield chunk({"content": one}, index=1)
            yield chunk({}, "stop", index=0)
            yield chunk({}, "stop", index=1)
            yield "data: [DONE]\n\n"

        return StreamingResponse(events(), media_type="text/event-stream")

    upstream.script = two
    texts = {0: "", 1: ""}
    for part in ask(client, f"An {MAIL}!", n=2, stream=True):
        texts[part.choices[0].index] += part.choices[0].delta.content or ""
    assert texts == {0: f"An {MAIL}!", 1: f"An {MAIL}!"}


def test_unknown_members_are_masked_and_unknown_answers_restored(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    upstream.script = lambda body: completion(
        {"role": "assistant", "content": "ja", "later": body["session"]["note"]}
    )
    answer = ask(client, "Hallo", extra_body={"session": {"note": f"von {MAIL}"}})
    assert MAIL not in upstream.wire
    assert answer.choices[0].message.later == f"von {MAIL}"


def test_the_rule_joins_an_existing_system_message_and_moves_no_other(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    messages: Any = [
        {"role": "system", "content": "Sei kurz."},
        {"role": "user", "content": f"An {MAIL}"},
    ]
    client.chat.completions.create(model="m", messages=messages)
    ask(client, f"An {MAIL}")
    ask(client, "Wie spät ist es?")
    with_system, without, nothing = (one.json["messages"] for one in upstream.requests)
    assert with_system[0]["content"] == f"Sei kurz.\n\n{RULE}"
    assert [message["role"] for message in without] == ["user"]
    assert nothing == [{"role": "user", "content": "Wie spät ist es?"}]


def test_the_history_is_masked_the_same_in_the_next_turn(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    first: list[Any] = [{"role": "user", "content": f"Ich bin Sabine Krämer, {MAIL}"}]
    answer = client.chat.completions.create(model="m", messages=first)
    second = [
        *first,
        {"role": "assistant", "content": answer.choices[0].message.content},
        {"role": "user", "content": "Und Jonas Brettschneider?"},
    ]
    client.chat.completions.create(model="m", messages=second)
    turn1, turn2 = (one.json["messages"] for one in upstream.requests)
    assert turn2[0] == turn1[0]
    assert turn2[1]["content"] == turn1[0]["content"]


def test_two_conversations_share_no_placeholder(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    ask(client, f"Erste Frage zu {MAIL}")
    ask(client, f"Andere Frage zu {MAIL}")
    one, two = (request.json["messages"][0]["content"][-16:] for request in upstream.requests)
    assert one != two


def test_a_job_id_joins_rest_and_chat(serve: Serve, upstream: ScriptedUpstream) -> None:
    address = serve(upstream_url=upstream.url)
    masked = httpx.post(
        f"{address}/v1/anonymize", json={"text": f"An {MAIL}", "job_id": "akte-1"}
    ).json()["text"]
    answer = ask(sdk(address), masked, extra_headers={"X-Job-Id": "akte-1"})
    assert upstream.requests[0].json["messages"][0]["content"] == masked
    assert answer.choices[0].message.content == f"An {MAIL}"
    assert answer._anymize["job_id"] == "akte-1"


def test_a_placeholder_of_another_job_is_never_resolved(
    serve: Serve, upstream: ScriptedUpstream
) -> None:
    address = serve(upstream_url=upstream.url)
    masked = httpx.post(
        f"{address}/v1/anonymize", json={"text": f"An {MAIL}", "job_id": "akte-1"}
    ).json()["text"]
    answer = ask(sdk(address), f"Was ist {masked}?")
    assert answer.choices[0].message.content == f"Was ist {masked}?"
    counts = answer._anymize["placeholders"]
    assert (counts["foreign"], counts["invented"]) == (1, 0)


def test_counts_stand_in_the_headers_too(serve: Serve, upstream: ScriptedUpstream) -> None:
    answer = httpx.post(
        f"{serve(upstream_url=upstream.url)}/v1/chat/completions",
        json={"model": "m", "language": "de", "messages": [{"role": "user", "content": MAIL}]},
    )
    assert answer.headers["x-placeholders-sent"] == "1"
    assert answer.headers["x-placeholders-kept"] == "1"
    assert answer.json()["_anymize"]["language"] == "de"
    assert "language" not in upstream.requests[0].json


def test_the_callers_key_goes_through_and_identity_headers_do_not(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    names = {"X-OpenWebUI-User-Email": MAIL, "Cookie": "a=b", "X-Forwarded-For": "192.0.2.7"}
    ask(client, "Hallo", extra_headers=names)
    sent = upstream.requests[0].headers
    assert sent["authorization"] == "Bearer sk-test"
    assert MAIL not in upstream.wire
    assert not {"cookie", "x-forwarded-for", "x-openwebui-user-email"} & sent.keys()


def test_the_configured_upstream_key_replaces_the_callers(
    serve: Serve, upstream: ScriptedUpstream
) -> None:
    client = sdk(serve(upstream_url=upstream.url, upstream_api_key="sk-ours"))
    ask(client, "Hallo")
    assert upstream.requests[0].headers["authorization"] == "Bearer sk-ours"


def test_an_upstream_error_passes_with_status_and_retry_header_restored(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    def refuse(body: Any) -> Response:
        quoted = body["messages"][0]["content"]
        error = {"message": f"too long: {quoted}", "type": "x", "param": None, "code": "limit"}
        return JSONResponse({"error": error}, 429, {"retry-after": "7", "set-cookie": "a=b"})

    upstream.script = refuse
    with pytest.raises(openai.RateLimitError) as caught:
        ask(client, f"An {MAIL}")
    assert f"too long: An {MAIL}" in str(caught.value)
    assert caught.value.response.headers["retry-after"] == "7"
    assert "set-cookie" not in caught.value.response.headers


def test_models_pass_through(client: openai.OpenAI) -> None:
    assert [one.id for one in client.models.list().data] == ["echo"]


@pytest.mark.parametrize("name", ["..%2Ffiles", "a%3Fb=c", "sabine@example.org", "x%20y", "%2F"])
def test_a_model_name_that_could_lead_elsewhere_is_refused(
    serve: Serve, upstream: ScriptedUpstream, name: str
) -> None:
    answer = httpx.get(f"{serve(upstream_url=upstream.url)}/v1/models/{name}")
    assert (answer.status_code, answer.json()["error"]["code"]) == (404, "route_not_allowed")
    assert upstream.requests == []


def test_one_model_is_asked_for_by_its_name(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    client.models.retrieve("org/model-1.5:free")
    assert upstream.requests[0].path.endswith("/v1/models/org/model-1.5:free")


def test_logprobs_that_would_spell_placeholders_are_dropped(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    def with_logprobs(body: Any) -> Response:
        content = body["messages"][0]["content"]
        token = {"token": content, "logprob": -1.0, "bytes": None, "top_logprobs": []}
        message = {"role": "assistant", "content": content}
        choice = {"index": 0, "message": message, "finish_reason": "stop"}
        return JSONResponse(
            {"id": "c", "object": "chat.completion", "created": 1, "model": "m"}
            | {"choices": [choice | {"logprobs": {"content": [token]}}]}
        )

    upstream.script = with_logprobs
    assert ask(client, f"An {MAIL}", logprobs=True).choices[0].logprobs is None


def test_structured_output_stays_valid_json_with_quotes_and_line_breaks(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    def as_json(body: Any) -> Response:
        masked = body["messages"][0]["content"].split("Ort: ")[1]
        content = json.dumps({"ort": masked})
        if body.get("stream"):
            return sse([{"content": one} for one in content])
        return completion({"role": "assistant", "content": content})

    upstream.script = as_json
    text = "Ort: Lindenweg 7\n80331 München"
    form: Any = {"type": "json_object"}
    whole = ask(client, text, response_format=form).choices[0].message.content
    parts = ask(client, text, response_format=form, stream=True)
    streamed = "".join(part.choices[0].delta.content or "" for part in parts)
    assert json.loads(whole) == json.loads(streamed) == {"ort": "Lindenweg 7\n80331 München"}


def test_a_request_without_a_model_gets_the_one_that_is_set(
    serve: Serve, upstream: ScriptedUpstream
) -> None:
    address = serve(upstream_url=upstream.url, default_model="gpt-usual")
    messages = [{"role": "user", "content": "Hallo"}]
    for given in ({}, {"model": None}, {"model": "gpt-mine"}):
        answer = httpx.post(f"{address}/v1/chat/completions", json={"messages": messages} | given)
        assert answer.is_success
    assert [one.json["model"] for one in upstream.requests] == ["gpt-usual"] * 2 + ["gpt-mine"]
