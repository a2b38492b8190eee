"""Images, audio and files: refused unless a setting lets them pass, and then never touched."""

from __future__ import annotations

import json
from typing import Any

import httpx
import openai
import pytest

from tests.conftest import Serve, sdk
from tests.support.scripted_upstream import ScriptedUpstream, completion

MAIL = "sabine.kraemer@example.org"
# Holds what looks like a card number and an e-mail address once it is taken for text.
BASE64 = "4111111111111111" * 4 + "QUJD"
PNG = f"data:image/png;base64,{BASE64}"
PARTS: list[Any] = [
    {"type": "image_url", "image_url": {"url": PNG, "detail": "high"}},
    {"type": "input_audio", "input_audio": {"data": BASE64, "format": "wav"}},
    {"type": "file", "file": {"file_data": PNG}},
    {"type": "file", "file": {"file_id": "file-4111111111111111"}},
]
INPUT_PARTS: list[Any] = [
    {"type": "input_image", "image_url": PNG},
    {"type": "input_file", "file_data": BASE64},
    {"type": "input_file", "file_id": "file-4111111111111111"},
    {"type": "input_audio", "input_audio": {"data": BASE64, "format": "wav"}},
]


@pytest.fixture
def allowing(serve: Serve, upstream: ScriptedUpstream) -> openai.OpenAI:
    upstream.script = lambda _: completion({"role": "assistant", "content": "ok"})
    return sdk(serve(upstream_url=upstream.url, media="allow"))


@pytest.mark.parametrize("part", PARTS)
def test_a_refusal_names_the_setting_that_would_let_media_pass(
    serve: Serve, upstream: ScriptedUpstream, part: Any
) -> None:
    address = f"{serve(upstream_url=upstream.url)}/v1/chat/completions"
    body = {"model": "m", "messages": [{"role": "user", "content": [part]}]}
    error = httpx.post(address, json=body).json()["error"]
    assert error["code"] == "unsupported_media"
    assert "DECKNAME_MEDIA=allow" in error["message"]
    assert upstream.requests == []


def test_allowed_media_pass_untouched_beside_masked_text(
    allowing: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    content = [{"type": "text", "text": f"Post von {MAIL}"}, *PARTS]
    messages: Any = [{"role": "user", "content": content}]
    allowing.chat.completions.create(model="m", messages=messages)
    sent = upstream.requests[0].json["messages"][0]["content"]
    assert sent[1:] == PARTS
    assert MAIL not in upstream.wire


def test_allowed_media_pass_the_responses_api_too(
    allowing: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    shot = {"type": "computer_call_output", "call_id": "c", "output": INPUT_PARTS[0]}
    items: Any = [{"role": "user", "content": INPUT_PARTS}, shot, {"role": "user", "content": MAIL}]
    allowing.responses.create(model="m", input=items)
    sent = upstream.requests[0].json["input"]
    assert sent[:2] == items[:2]
    assert MAIL not in upstream.wire


def test_names_and_addresses_of_allowed_media_are_masked(
    allowing: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    parts: Any = [
        {"type": "image_url", "image_url": {"url": f"https://example.org/?mail={MAIL}"}},
        {"type": "file", "file": {"file_data": PNG, "filename": f"{MAIL}.pdf"}},
    ]
    allowing.chat.completions.create(model="m", messages=[{"role": "user", "content": parts}])
    allowing.responses.create(
        model="m",
        input=[
            {"role": "user", "content": [{"type": "input_file", "file_url": f"https://x/{MAIL}"}]}
        ],
    )
    assert MAIL not in upstream.wire
    assert upstream.requests[0].json["messages"][0]["content"][1]["file"]["file_data"] == PNG


def test_data_inside_a_text_is_left_alone_and_the_text_around_it_masked(
    allowing: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    text = f"Von {MAIL}: ![Bild]({PNG}) und {MAIL}."
    result = json.dumps({"shot": PNG, "from": MAIL})
    messages: Any = [
        {"role": "user", "content": text},
        {"role": "tool", "tool_call_id": "c", "content": result},
    ]
    allowing.chat.completions.create(model="m", messages=messages)
    first, second = (one["content"] for one in upstream.requests[0].json["messages"])
    assert MAIL not in upstream.wire
    assert first.count(PNG) == 1
    assert first.startswith("Von [[")
    assert json.loads(second)["shot"] == PNG


def test_what_only_pretends_to_be_media_is_masked(
    allowing: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    parts: Any = [
        {"type": "image_url", "image_url": {"url": MAIL}},
        {"type": "file", "file": {"file_id": MAIL, "file_data": f"Brief an {MAIL}"}},
        {"type": "text", "text": f"data:text/plain,{MAIL}"},
    ]
    allowing.chat.completions.create(model="m", messages=[{"role": "user", "content": parts}])
    assert MAIL not in upstream.wire


def test_allowed_media_of_any_form_pass_as_they_are(
    allowing: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    bare = "iVBORw0KGgoAAAANSUhEUgAA4111111111111111AAABCAYAAAAfFcSJ"
    parts: Any = [
        {"inlineData": {"mimeType": "image/png", "data": BASE64}},
        {"type": "blob", "data": bare},
        {"type": "document_url", "document_url": PNG},
    ]
    messages: Any = [
        {"role": "user", "content": parts, "images": [BASE64]},
        {"role": "tool", "tool_call_id": "c", "content": json.dumps({"a": bare, "of": MAIL})},
        {"role": "user", "content": f"{MAIL}: {bare}"},
    ]
    allowing.chat.completions.create(model="m", messages=messages)
    sent = upstream.requests[0].json["messages"]
    assert sent[0] == messages[0]
    assert json.loads(sent[1]["content"])["a"] == bare
    assert sent[2]["content"].endswith(f": {bare}")
    assert MAIL not in upstream.wire


NAMES = [
    ("Kündigung_Sabine_Krämer.pdf", ".pdf"),
    ("Lebenslauf-Sabine-Kraemer.docx", ".docx"),
    ("Brief Sabine Krämer.pdf", ".pdf"),
]


@pytest.mark.parametrize(("name", "ending"), NAMES)
def test_names_of_files_are_masked_inside_and_keep_their_ending(
    serve: Serve, upstream: ScriptedUpstream, name: str, ending: str
) -> None:
    client = sdk(serve(upstream_url=upstream.url, media="allow"))
    part: Any = {"type": "file", "file": {"file_data": PNG, "filename": name}}
    text = f"Anbei {name} von Frau Sabine Krämer."
    messages: Any = [
        {"role": "user", "content": [part, {"type": "text", "text": text}]},
        {"role": "user", "content": text},
    ]
    got = client.chat.completions.create(model="m", messages=messages)
    assert got.choices[0].message.content == text
    first, last = upstream.requests[0].json["messages"]
    sent = [first["content"][0]["file"]["filename"], first["content"][1]["text"], last["content"]]
    for one in sent:
        assert "Krämer" not in one
        assert "Kraemer" not in one
        assert ending in one
    assert sent[0].endswith(ending)
