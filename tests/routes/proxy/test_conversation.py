"""Jobs that follow from the opening of a conversation: shared by all who open alike, and safe."""

from __future__ import annotations

import re
from typing import Any

import httpx
import pytest
from starlette.responses import JSONResponse

from tests.conftest import Serve, sdk
from tests.support.scripted_upstream import ScriptedUpstream, completion

MAIL, OTHER = "sabine.kraemer@example.org", "jonas.weber@example.org"
PLACEHOLDER = re.compile(r"\[\[email-[A-Z0-9]{6}\]\]")
OPENING = [{"role": "system", "content": "Hilf."}, {"role": "user", "content": "Hallo"}]


def later(text: str, **more: Any) -> dict[str, Any]:
    """Return a request of a conversation with the usual opening."""
    turns = [{"role": "assistant", "content": "Ja?"}, {"role": "user", "content": text}]
    return {"model": "m", "messages": [*OPENING, *turns], **more}


@pytest.fixture
def address(serve: Serve, upstream: ScriptedUpstream) -> str:
    return serve(upstream_url=upstream.url)


def sent(upstream: ScriptedUpstream) -> str:
    """Return the placeholder in the request that was sent last."""
    return PLACEHOLDER.findall(upstream.requests[-1].wire)[-1]


def chat(address: str, body: dict[str, Any], **headers: str) -> httpx.Response:
    answer = httpx.post(f"{address}/v1/chat/completions", json=body, headers=headers, timeout=30)
    assert answer.is_success
    return answer


def said(answer: httpx.Response) -> str:
    return str(answer.json()["choices"][0]["message"]["content"])


def test_a_placeholder_that_another_user_types_is_foreign(
    address: str, upstream: ScriptedUpstream
) -> None:
    chat(address, later(f"Schreibe an {MAIL}"))
    typed = sent(upstream)
    answer = chat(address, later(f"Was ist {typed}?"))
    assert said(answer) == f"Was ist {typed}?"
    assert answer.json()["_anymize"]["placeholders"]["foreign"] == 1


def test_a_placeholder_that_the_model_brings_of_another_user_is_not_restored(
    address: str, upstream: ScriptedUpstream
) -> None:
    chat(address, later(f"Schreibe an {MAIL}"))
    theirs = sent(upstream)
    upstream.script = lambda _: completion({"role": "assistant", "content": f"An {theirs}"})
    assert MAIL not in chat(address, later(f"Und an {OTHER}?")).text


def test_the_id_of_such_a_job_is_not_told_and_that_of_a_named_one_is(address: str) -> None:
    answer = chat(address, later(MAIL))
    assert answer.json()["_anymize"]["job_id"] is None
    assert "x-job-id" not in answer.headers
    named = chat(address, later(MAIL), **{"X-Job-Id": "akte-1"})
    assert named.json()["_anymize"]["job_id"] == named.headers["x-job-id"] == "akte-1"


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        ({"user": "u-2"}, {}),
        ({"safety_identifier": "u-2"}, {}),
        ({"metadata": {"chat_id": "c-2"}}, {}),
        ({}, {"X-OpenWebUI-Chat-Id": "c-2"}),
        ({}, {"X-Session-Id": "s-2"}),
    ],
)
def test_whoever_tells_who_asks_gets_a_job_of_their_own(
    address: str, upstream: ScriptedUpstream, body: dict[str, Any], headers: dict[str, str]
) -> None:
    chat(address, later(MAIL))
    usual = sent(upstream)
    chat(address, later(MAIL, **body), **headers)
    assert sent(upstream) != usual
    again = sent(upstream)
    chat(address, later(MAIL, **body), **headers)
    assert sent(upstream) == again


def test_an_answer_that_follows_another_opens_its_own_chain_alone(
    address: str, upstream: ScriptedUpstream
) -> None:
    client, numbers = sdk(address), iter(range(9))
    told: list[str] = []

    def script(body: Any) -> JSONResponse:
        told[:] = PLACEHOLDER.findall(str(body)) or told
        part = {"type": "output_text", "text": " ".join(brought), "annotations": []}
        item = {"type": "message", "id": "m", "role": "assistant", "status": "completed"}
        output = [item | {"content": [part]}]
        head = {"id": f"resp_{next(numbers)}", "object": "response", "created_at": 1, "model": "m"}
        return JSONResponse(head | {"status": "completed", "output": output, "tools": []})

    brought: list[str] = []
    upstream.script = script
    opening: Any = [{"role": "user", "content": "Hallo"}]
    client.responses.create(model="m", input=[*opening, {"role": "user", "content": MAIL}])
    theirs = told[0]
    mine = client.responses.create(model="m", input=[*opening, {"role": "user", "content": OTHER}])
    own = told[0]
    brought[:] = [theirs, own]
    answer = client.responses.create(model="m", input="Weiter", previous_response_id=mine.id)
    assert answer.output_text == f"{theirs} {OTHER}"
    assert client.responses.retrieve(answer.id).output_text.endswith(OTHER)
