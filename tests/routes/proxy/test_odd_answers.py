"""Answers in another form than was asked for, and answers that are none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import openai
import pytest
from starlette.responses import Response

from tests.conftest import Serve, sdk
from tests.support.scripted_upstream import ScriptedUpstream, echo

MAIL = "sabine.kraemer@example.org"
ASKED: dict[str, dict[str, Any]] = {
    "chat/completions": {"messages": [{"role": "user", "content": f"An {MAIL}"}]},
    "completions": {"prompt": f"An {MAIL}"},
    "responses": {"input": f"An {MAIL}"},
    "embeddings": {"input": f"An {MAIL}"},
}


@pytest.fixture
def client(serve: Serve, upstream: ScriptedUpstream) -> Iterator[openai.OpenAI]:
    with sdk(serve(upstream_url=upstream.url)) as opened:
        yield opened


@pytest.mark.parametrize("path", ASKED)
@pytest.mark.parametrize("body", ["null", "5", '"x"', "[]", "<html>", ""])
def test_an_answer_that_is_no_object_is_an_unreadable_one_in_true_words(
    client: openai.OpenAI, upstream: ScriptedUpstream, path: str, body: str
) -> None:
    upstream.script = lambda _: Response(body, media_type="application/json")
    got = httpx.post(f"{client.base_url}{path}", json={"model": "m", **ASKED[path]})
    error = got.json()["error"]
    assert (got.status_code, error["code"]) == (502, "upstream_unavailable")
    assert "was asked" in error["message"]
    assert "Nothing was sent on" not in error["message"]


def test_a_stream_that_nobody_asked_for_comes_as_a_whole_answer(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    upstream.script = lambda body: echo(body | {"stream": True})
    got = client.chat.completions.create(model="m", **ASKED["chat/completions"])
    assert got.choices[0].message.content == f"An {MAIL}"
    assert got.model_extra is not None
    assert got.model_extra["_anymize"]["placeholders"]["kept"] == 1
    assert MAIL not in upstream.wire


def test_a_whole_answer_to_a_request_for_a_stream_comes_as_one(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    upstream.script = lambda body: echo(body | {"stream": False})
    got = client.chat.completions.create(model="m", stream=True, **ASKED["chat/completions"])
    parts = [part for part in got if part.choices]
    assert "".join(part.choices[0].delta.content or "" for part in parts) == f"An {MAIL}"
    assert parts[-1].choices[0].finish_reason == "stop"
