"""Who asks: user, metadata, names of persons, names of members, and known values in stops."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.responses import JSONResponse

from service.tenants.tenants import new_api_key
from tests.conftest import Serve, sdk
from tests.support.scripted_upstream import ScriptedUpstream, completion

MAIL = "sabine.kraemer@example.org"
PSEUDONYM = re.compile(r"u_[a-z2-7]{24}")
# https://platform.openai.com/docs/api-reference/chat/create
NAME = re.compile(r"[^\s<|\\/>]+")
MEMBERS = ("user", "safety_identifier", "prompt_cache_key")


@pytest.fixture
def address(serve: Serve, upstream: ScriptedUpstream) -> str:
    upstream.script = lambda body: completion({"role": "assistant", "content": "ok"}, echo=body)
    return serve(upstream_url=upstream.url)


def ask(address: str, **members: Any) -> Any:
    body: dict[str, Any] = {"model": "m", "messages": [{"role": "user", "content": "Hallo"}]}
    got = httpx.post(f"{address}/v1/chat/completions", json=body | members)
    return got.json()


@pytest.mark.parametrize("member", MEMBERS)
def test_an_identity_with_personal_data_becomes_one_stable_pseudonym(
    address: str, upstream: ScriptedUpstream, member: str
) -> None:
    ask(address, **{member: f"kunde-{MAIL}"})
    ask(address, **{member: f"kunde-{MAIL}"}, messages=[{"role": "user", "content": "Anders"}])
    ask(address, **{member: f"andere-{MAIL}"})
    first, again, other = (one.json[member] for one in upstream.requests)
    assert PSEUDONYM.fullmatch(first)
    assert first == again != other
    assert MAIL not in upstream.wire


def test_the_responses_api_has_the_same_pseudonyms(
    address: str, upstream: ScriptedUpstream
) -> None:
    ask(address, user=MAIL, metadata={"kunde": MAIL})
    upstream.script = lambda _: JSONResponse({"id": "r", "object": "response", "output": []})
    metadata = {"kunde": MAIL}
    sdk(address).responses.create(model="m", input="Hallo", user=MAIL, metadata=metadata)
    first, second = (one.json for one in upstream.requests)
    assert first["user"] == second["user"] == first["metadata"]["kunde"]
    assert second["metadata"]["kunde"] == first["metadata"]["kunde"]


@pytest.mark.parametrize("member", MEMBERS)
@pytest.mark.parametrize(
    "value", ["petra.schmidt.1979", f"thread_{MAIL}_1", "google-oauth2|42", "tenant-7f3a", "dev"]
)
def test_who_asks_always_becomes_a_pseudonym(
    address: str, upstream: ScriptedUpstream, member: str, value: str
) -> None:
    ask(address, **{member: value})
    assert PSEUDONYM.fullmatch(upstream.requests[0].json[member])


def test_what_names_nobody_passes(address: str, upstream: ScriptedUpstream) -> None:
    members: dict[str, Any] = {
        "metadata": {"ticket": "T-42", "n": 5, "env": "prod", "stage": "EuStaging2", "by": "ci"},
        "safety_identifier": "",
        "messages": [
            {"role": "assistant", "name": name, "content": "Hallo"}
            for name in ("planner", "CodeReviewer", "critic_agent-2")
        ],
    }
    ask(address, **members)
    sent = upstream.requests[0].json
    assert {name: sent[name] for name in members} == members


def test_tenants_have_different_pseudonyms(
    serve: Serve, upstream: ScriptedUpstream, tmp_path: Path
) -> None:
    keys = {name: new_api_key() for name in ("acme", "other")}
    file = tmp_path / "keys.json"
    file.write_text(json.dumps({name: [known] for name, (_, known) in keys.items()}))
    address = serve(upstream_url=upstream.url, api_keys_file=file)
    for key, _ in keys.values():
        body = {"model": "m", "user": MAIL, "messages": [{"role": "user", "content": "x"}]}
        headers = {"X-Deckname-Key": key}
        httpx.post(f"{address}/v1/chat/completions", json=body, headers=headers)
    first, second = (one.json["user"] for one in upstream.requests)
    assert first != second


@pytest.mark.parametrize("name", ["Sabine", "sabine_kraemer", "Sabine-Krämer", MAIL])
def test_the_name_of_a_person_becomes_one_that_the_api_allows(
    address: str, upstream: ScriptedUpstream, name: str
) -> None:
    ask(address, messages=[{"role": "user", "name": name, "content": "Hallo"}])
    sent = upstream.requests[0].json["messages"][0]["name"]
    assert PSEUDONYM.fullmatch(sent)
    assert NAME.fullmatch(sent)


def test_names_of_tools_and_roles_stay(address: str, upstream: ScriptedUpstream) -> None:
    messages = [
        {"role": "system", "name": "example_user", "content": "Hallo"},
        {"role": "tool", "name": "sabine", "tool_call_id": "c", "content": "ok"},
    ]
    ask(address, messages=messages)
    assert [one["name"] for one in upstream.requests[0].json["messages"]] == [
        "example_user",
        "sabine",
    ]


def test_an_identity_with_a_value_of_the_text_becomes_a_pseudonym(
    address: str, upstream: ScriptedUpstream
) -> None:
    number = "4111 1111 1111 1111"
    messages = [{"role": "user", "content": f"Karte {number}"}]
    ask(address, messages=messages, user=f"x{number}x")
    assert PSEUDONYM.fullmatch(upstream.requests[0].json["user"])


def test_names_of_members_are_masked_and_restored(address: str, upstream: ScriptedUpstream) -> None:
    call = {
        "id": "c",
        "type": "function",
        "function": {"name": "f", "arguments": {"an": {MAIL: True}}},
    }
    got = ask(
        address,
        metadata={MAIL: "12", "ort": "34", f"{MAIL} 2": MAIL},
        later={"deep": [{MAIL: 1}]},
        messages=[{"role": "assistant", "content": None, "tool_calls": [call]}],
    )
    sent = upstream.requests[0].json
    assert MAIL not in upstream.wire
    assert list(sent["metadata"].values())[:2] == ["12", "34"]
    assert list(sent["metadata"].values())[2].startswith("u_")
    assert list(got["echo"]["metadata"]) == [MAIL, "ort", f"{MAIL} 2"]
    assert got["echo"]["later"] == {"deep": [{MAIL: 1}]}
    assert got["echo"]["messages"][0]["tool_calls"][0] == call


def test_parameters_of_other_servers_keep_their_names(
    address: str, upstream: ScriptedUpstream
) -> None:
    members = {"min_p": 0.1, "top_k": 5, "json": True, "chat_template_kwargs": {"enable": True}}
    ask(address, **members, messages=[{"role": "user", "content": MAIL}])
    sent = upstream.requests[0].json
    assert {name: sent[name] for name in members} == members


def test_a_known_value_in_a_stop_gets_its_placeholder(
    address: str, upstream: ScriptedUpstream
) -> None:
    ask(address, messages=[{"role": "user", "content": f"An {MAIL}"}], stop=["\n", f"{MAIL}:"])
    sent = upstream.requests[0].json
    assert sent["stop"] == ["\n", sent["messages"][0]["content"].removeprefix("An ") + ":"]


def test_a_bare_number_that_is_personal_becomes_a_placeholder(
    address: str, upstream: ScriptedUpstream
) -> None:
    numbers = {"telefon": 491701234567, "kunde": [{"steuer_id": 86095742719}]}
    got = ask(address, numbers=numbers, seed=491701234567, metadata={"telefon": 491701234567})
    sent = upstream.requests[-1].json
    assert sent["numbers"]["telefon"].startswith("[[telephone_number-")
    assert sent["numbers"]["kunde"][0]["steuer_id"].startswith("[[tax_id-")
    assert PSEUDONYM.fullmatch(sent["metadata"]["telefon"])
    assert sent["seed"] == 491701234567
    back = {"telefon": "491701234567", "kunde": [{"steuer_id": "86095742719"}]}
    assert got["echo"]["numbers"] == back


@pytest.mark.parametrize("model", ["Claude 4.5 Haiku", "Llama 3.1 405B Instruct", "mistral/Max"])
def test_the_name_of_a_model_passes(address: str, upstream: ScriptedUpstream, model: str) -> None:
    ask(address, model=model, messages=[{"role": "user", "content": f"Schreibe an {MAIL}"}])
    assert upstream.requests[0].json["model"] == model


def test_a_model_that_holds_a_value_of_the_text_does_not_pass(
    address: str, upstream: ScriptedUpstream
) -> None:
    ask(address, model=f"ft:{MAIL}", messages=[{"role": "user", "content": f"An {MAIL}"}])
    assert MAIL not in upstream.wire


@pytest.mark.parametrize(
    "members",
    [
        {"service_tier": MAIL},
        {"messages": [{"role": MAIL, "content": "x"}]},
        {"messages": [{"role": "tool", "name": MAIL, "tool_call_id": MAIL, "content": "x"}]},
        {"service_tier": "4111-1111-1111-1111"},
        {"messages": [{"role": "tool", "name": "Wigbert", "content": "Frau Ida Wigbert"}]},
    ],
)
def test_a_word_of_the_protocol_that_is_personal_does_not_pass(
    address: str, upstream: ScriptedUpstream, members: dict[str, Any]
) -> None:
    number = {"role": "user", "content": "Karte 4111-1111-1111-1111"}
    ask(address, **{**members, "messages": [*members.get("messages", []), number]})
    for value in (MAIL, "4111-1111-1111-1111", "Wigbert"):
        assert value not in upstream.wire


def test_schemas_with_known_values_are_masked_and_their_names_restored(
    address: str, upstream: ScriptedUpstream
) -> None:
    schema = {
        "$id": "https://x.example/Wigbert",
        "type": "object",
        "properties": {"Wigbert": {"type": "string", "pattern": "^Wigbert$"}, "ort": {}},
        "required": ["Wigbert", "ort"],
    }
    tool = {"type": "function", "function": {"name": "f", "parameters": schema}}
    messages = [{"role": "user", "content": "Es geht um Frau Ida Wigbert."}]
    got = ask(address, tools=[tool], messages=messages)
    sent = upstream.requests[0].json["tools"][0]["function"]["parameters"]
    assert "Wigbert" not in upstream.wire
    assert sent["properties"].keys() == set(sent["required"])
    assert "ort" in sent["required"]
    assert got["echo"]["tools"][0] == tool
