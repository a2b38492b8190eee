"""Stop sequences that would cut placeholders: applied to what the caller sees."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import openai
import pytest

from tests.conftest import Serve, sdk
from tests.routes.proxy.test_completions import complete
from tests.support.scripted_upstream import ScriptedUpstream

MAIL = "sabine.kraemer@example.org"
TEXT = f"Brief [1] an {MAIL} ist da]"


@pytest.fixture
def client(serve: Serve, upstream: ScriptedUpstream) -> Iterator[openai.OpenAI]:
    with sdk(serve(upstream_url=upstream.url)) as opened:
        yield opened


@pytest.mark.parametrize("stop", ["]", "-", "P", "a", "@", "[[", "]]", "e.k", "ist"])
def test_any_stop_cuts_what_the_caller_sees_whole_and_streamed(
    client: openai.OpenAI, upstream: ScriptedUpstream, stop: str
) -> None:
    messages: Any = [{"role": "user", "content": TEXT}]
    whole = client.chat.completions.create(model="m", messages=messages, stop=stop).choices[0]
    stream = client.chat.completions.create(model="m", messages=messages, stop=stop, stream=True)
    parts = [part.choices[0] for part in stream if part.choices]
    told = upstream.requests[0].json.get("stop")
    expected = TEXT if told else TEXT.split(stop, maxsplit=1)[0]
    assert whole.message.content == "".join(part.delta.content or "" for part in parts) == expected
    assert whole.finish_reason == parts[-1].finish_reason == "stop"
    assert MAIL not in upstream.wire


def test_a_stop_of_an_old_completion_cuts_its_text(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    upstream.script = complete
    whole = client.completions.create(model="m", prompt=TEXT, stop=["]]", "] "])
    stream = client.completions.create(model="m", prompt=TEXT, stop=["]]", "] "], stream=True)
    assert whole.choices[0].text == "Brief [1"
    assert "".join(part.choices[0].text for part in stream) == "Brief [1"


def test_a_thousand_stops_are_refused_before_anything_is_done(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    values = " ".join(f"a{n}@post.example" for n in range(1000))
    body = {"model": "m", "messages": [{"role": "user", "content": values}]}
    url = f"{client.base_url}chat/completions"
    answer = httpx.post(url, json=body | {"stop": [f"x{n}" for n in range(1000)]}, timeout=60)
    assert (answer.status_code, answer.json()["error"]["param"]) == (400, "stop")
    assert upstream.requests == []
