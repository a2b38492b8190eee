from __future__ import annotations

import json
from typing import Any

import pytest

from service.errors import UnsupportedMediaError
from service.wire.media.parts import check_media
from service.wire.protocol_fields import CHAT, COMPLETIONS, EMBEDDINGS, RESPONSES, Shape

PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"
PART: dict[str, Any] = {"type": "text", "text": "Hallo"}


def chat(*parts: Any, **members: Any) -> dict[str, Any]:
    return {"messages": [{"role": "user", "content": [PART, *parts], **members}]}


def tool(content: Any) -> dict[str, Any]:
    return {"messages": [{"role": "tool", "tool_call_id": "c", "content": content}]}


MEDIA: list[tuple[Shape, dict[str, Any], str | None]] = [
    (CHAT, chat({"inlineData": {"mimeType": "image/png", "data": "QUJD"}}), "messages"),
    (CHAT, chat({"type": "blob", "data": "QUJD"}), "messages"),
    (CHAT, chat({"type": "of_tomorrow", "data": "QUJD"}), "messages"),
    (CHAT, chat({"type": "document_url", "document_url": "https://x.example/a.pdf"}), "messages"),
    (CHAT, chat({"type": "text", "text": "x", "image_url": "https://x.example/a"}), "messages"),
    (CHAT, chat({"type": "tool_result", "content": [{"type": "image"}]}), "messages"),
    (CHAT, chat({"type": "tool_result", "content": [{"shot": "QUJD"}]}), "messages"),
    (CHAT, chat(images=["QUJD"]), "messages"),
    (CHAT, chat(file_ids=["file-1"]), "messages"),
    (CHAT, tool(json.dumps({"type": "image", "data": PNG})), "messages"),
    (CHAT, tool({"type": "Buffer", "data": list(b"\x89PNG\r\n\x1a\n" + bytes(9))}), "messages"),
    (CHAT, chat() | {"later": {"deep": [f"Bild {PNG}"]}}, None),
    (CHAT, chat() | {"images": ["QUJD"]}, "images"),
    (COMPLETIONS, {"prompt": "x", "prompt_embeds": "QUJD"}, "prompt_embeds"),
    (COMPLETIONS, {"prompt": f"Was ist {PNG}?"}, "prompt"),
    (EMBEDDINGS, {"input": [{"image": "QUJD"}]}, "input"),
    (RESPONSES, {"input": "x", "prompt": {"variables": {"a": {"type": "input_file"}}}}, "prompt"),
    (RESPONSES, {"input": [{"type": "image_generation_call", "result": "QUJD"}]}, "input"),
    (
        RESPONSES,
        {"input": [{"type": "code_interpreter_call", "outputs": [{"type": "image", "url": "x"}]}]},
        "input",
    ),
    (
        RESPONSES,
        {"input": "x", "tools": [{"type": "a", "container": {"file_ids": ["f"]}}]},
        "tools",
    ),
    (
        RESPONSES,
        {"input": "x", "tools": [{"type": "a", "input_image_mask": {"file_id": "f"}}]},
        "tools",
    ),
]
SCHEMA = {"type": "object", "properties": {"images": {"type": "image"}, "file_ids": {}}}
TEXT: list[tuple[Shape, dict[str, Any]]] = [
    (CHAT, chat({"text": "x"}, {"type": "refusal", "refusal": "nein"}, None, "y")),
    (CHAT, chat({"type": "thinking", "thinking": [PART]}, images=[], image_url=None)),
    (CHAT, chat({"type": "tool_use", "input": {"type": "image", "images": ["x.png"]}})),
    (CHAT, chat() | {"tools": [{"type": "function", "function": {"parameters": SCHEMA}}]}),
    (CHAT, chat() | {"metadata": {"type": "document"}, "audio": {"voice": "x"}}),
    (CHAT, tool({"temperature": 20, "place": "Bonn"})),
    (EMBEDDINGS, {"input": ["x", {"type": "text", "text": "y"}]}),
    (
        RESPONSES,
        {
            "input": [
                {"role": "user", "content": [{"type": "input_text", "text": "x"}]},
                {"type": "function_call_output", "output": [{"type": "input_text", "text": "x"}]},
                {"type": "shell_call_output", "output": [{"stdout": "x", "outcome": {}}]},
                {"type": "reasoning", "summary": [{"type": "summary_text", "text": "x"}]},
                {"type": "file_search_call", "results": [{"file_id": "file-1", "text": "x"}]},
                {
                    "role": "assistant",
                    "content": [
                        {
                            "type": "output_text",
                            "text": "x",
                            "annotations": [{"type": "file_citation", "file_id": "file-1"}],
                        }
                    ],
                },
            ]
        },
    ),
]


@pytest.mark.parametrize(("shape", "body", "name"), MEDIA)
def test_what_is_not_known_to_be_text_is_refused_by_the_name_of_its_member(
    shape: Shape, body: dict[str, Any], name: str | None
) -> None:
    with pytest.raises(UnsupportedMediaError) as caught:
        check_media(body, shape)
    assert caught.value.param == name


@pytest.mark.parametrize(("shape", "body"), TEXT)
def test_text_passes(shape: Shape, body: dict[str, Any]) -> None:
    check_media(body, shape)
