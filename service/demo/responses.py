"""The Responses API of the pretend model, whole or streamed."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any

from starlette.responses import JSONResponse, Response, StreamingResponse

from service.demo.chat import EVENT_STREAM
from service.demo.shapes import CREATED, MODEL, data, pieces
from service.demo.writing import answer


def respond(body: dict[str, Any]) -> Response:
    """Return the answer to the body of a response."""
    message, _ = answer(_as_chat(body))
    items = [_call(call) for call in message.get("tool_calls", ())]
    if message["content"] is not None:
        items.append(_message(message["content"]))
    if not body.get("stream"):
        return JSONResponse(_response(body, items))
    return StreamingResponse(_events(body, items), media_type=EVENT_STREAM)


def _as_chat(body: dict[str, Any]) -> dict[str, Any]:
    """Return a request of the Responses API as a chat completion."""
    given = body.get("input") or ""
    items = [{"role": "user", "content": given}] if isinstance(given, str) else given
    messages = [{"role": "system", "content": body.get("instructions") or ""}]
    messages += [{"role": "tool"} | item if "output" in item else item for item in items]
    tools = [{"function": one} for one in body.get("tools") or [] if one.get("type") == "function"]
    form = (body.get("text") or {}).get("format") or {"type": "text"}
    choice = body.get("tool_choice")
    return {
        "messages": messages,
        "tools": tools,
        "response_format": form,
        "tool_choice": choice,
    }


def _response(body: dict[str, Any], output: list[Any], status: str = "completed") -> dict[str, Any]:
    """Return a response object that echoes the request, as the real API does."""
    counts = {"input_tokens": 1, "output_tokens": 1, "total_tokens": 2}
    details = {
        "input_tokens_details": {"cached_tokens": 0},
        "output_tokens_details": {"reasoning_tokens": 0},
    }
    return {
        "id": "resp_demo",
        "object": "response",
        "created_at": CREATED,
        "status": status,
        "model": MODEL,
        "output": output,
        "instructions": body.get("instructions"),
        "metadata": body.get("metadata") or {},
        "parallel_tool_calls": True,
        "tool_choice": body.get("tool_choice") or "auto",
        "tools": body.get("tools") or [],
        "text": body.get("text") or {"format": {"type": "text"}},
        "usage": counts | details if status == "completed" else None,
        "error": None,
        "incomplete_details": None,
    }


def _message(text: str) -> dict[str, Any]:
    part = {"type": "output_text", "text": text, "annotations": [], "logprobs": []}
    head = {"type": "message", "id": "msg_demo", "role": "assistant", "status": "completed"}
    return head | {"content": [part]}


def _call(call: dict[str, Any]) -> dict[str, Any]:
    head = {"type": "function_call", "id": "fc_demo", "status": "completed"}
    return head | {"call_id": call["id"], **call["function"]}


async def _events(body: dict[str, Any], items: list[dict[str, Any]]) -> AsyncIterator[bytes]:
    for number, (kind, members) in enumerate(_told(body, items)):
        yield data({"type": kind, "sequence_number": number, **members}, kind)


def _told(
    body: dict[str, Any], items: list[dict[str, Any]]
) -> Iterator[tuple[str, dict[str, Any]]]:
    for kind in ("created", "in_progress"):
        yield f"response.{kind}", {"response": _response(body, [], "in_progress")}
    for index, item in enumerate(items):
        text = item["type"] == "message"
        empty: dict[str, Any] = {"content": []} if text else {"arguments": ""}
        begun = item | {"status": "in_progress"} | empty
        yield "response.output_item.added", {"output_index": index, "item": begun}
        place = {"item_id": item["id"], "output_index": index}
        yield from _text(item, place) if text else _arguments(item, place)
        yield "response.output_item.done", {"output_index": index, "item": item}
    yield "response.completed", {"response": _response(body, items)}


def _text(item: dict[str, Any], place: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    part, place = item["content"][0], place | {"content_index": 0}
    name = "response.output_text"
    yield "response.content_part.added", place | {"part": part | {"text": ""}}
    for piece in pieces(part["text"]):
        yield f"{name}.delta", place | {"delta": piece, "logprobs": []}
    yield f"{name}.done", place | {"text": part["text"], "logprobs": []}
    yield "response.content_part.done", place | {"part": part}


def _arguments(item: dict[str, Any], place: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    name = "response.function_call_arguments"
    for piece in pieces(item["arguments"]):
        yield f"{name}.delta", place | {"delta": piece}
    yield f"{name}.done", place | {"arguments": item["arguments"], "name": item["name"]}
