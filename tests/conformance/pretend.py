"""A pretend model for real clients: chat completions and Responses, whole, streamed, cut in half.

What it says comes from `service.demo`: a letter, JSON, or a tool call, made of the placeholders it
was sent. The model named `cut` breaks off in the middle of its stream and says nothing about it.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

from starlette.responses import JSONResponse, Response, StreamingResponse

from service import demo

CUT = "cut"
PIECE = 7


def reply(body: Any) -> Response:
    """Answer a request; `ScriptedUpstream` records it before."""
    try:
        if body is None:
            return JSONResponse({"object": "list", "data": [{"id": "m", "object": "model"}]})
        if "messages" in body:
            return _chat(body)
        return _respond(body)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError):
        error = {"message": "unreadable", "type": "invalid_request_error", "code": "x"}
        return JSONResponse({"error": error | {"param": None}}, 400)


def _chat(body: dict[str, Any]) -> Response:
    chosen = body.get("tool_choice")
    if isinstance(chosen, dict):  # a tool that must be called is called again after a result
        body = body | {"messages": [*body["messages"], {"role": "user", "content": ""}]}
    if body.get("response_format"):  # of what was said last; a schema may be told before
        body = body | {"messages": body["messages"][-1:]}
    answer = demo.respond(body)
    if body.get("model") == CUT and isinstance(answer, StreamingResponse):
        answer.body_iterator = _first_half(answer.body_iterator)
    return answer


def _respond(body: dict[str, Any]) -> Response:
    message, _ = demo.answer(_as_chat(body))
    items = [_call(call["function"]) for call in message.get("tool_calls", ())]
    if message["content"] is not None:
        items.append(_message(message["content"]))
    if not body.get("stream"):
        return JSONResponse(_response(body, items))
    parts = _events(body, items)
    if body.get("model") == CUT:
        parts = _first_half(parts)
    return StreamingResponse(parts, media_type="text/event-stream")


def _as_chat(body: dict[str, Any]) -> dict[str, Any]:
    """Return a request of the Responses API as a chat completion."""
    given = body["input"]
    items = [{"role": "user", "content": given}] if isinstance(given, str) else given
    messages = [{"role": "system", "content": body.get("instructions") or ""}]
    messages += [{"role": "tool"} | item if "output" in item else item for item in items]
    tools = [{"function": tool} for tool in body.get("tools") or []]
    form = (body.get("text") or {}).get("format") or {"type": "text"}
    return {"messages": messages, "tools": tools, "response_format": form}


def _response(body: dict[str, Any], output: list[Any], status: str = "completed") -> dict[str, Any]:
    """Return a response object that echoes the request, as the real API does."""
    counts = {"input_tokens": 1, "output_tokens": 1, "total_tokens": 2}
    details = {
        "input_tokens_details": {"cached_tokens": 0, "cache_write_tokens": 0},
        "output_tokens_details": {"reasoning_tokens": 0},
    }
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
        "usage": counts | details if status == "completed" else None,
        "error": None,
        "incomplete_details": None,
    }


def _message(text: str) -> dict[str, Any]:
    part = {"type": "output_text", "text": text, "annotations": [], "logprobs": []}
    head = {"type": "message", "id": "msg_1", "role": "assistant", "status": "completed"}
    return head | {"content": [part]}


def _call(function: dict[str, str]) -> dict[str, Any]:
    head = {"type": "function_call", "id": "fc_1", "call_id": "call_1", "status": "completed"}
    return head | function


async def _events(body: dict[str, Any], items: list[dict[str, Any]]) -> AsyncIterator[str]:
    number = -1

    def event(kind: str, **members: Any) -> str:
        nonlocal number
        number += 1
        data = {"type": kind, "sequence_number": number, **members}
        return f"event: {kind}\ndata: {json.dumps(data)}\n\n"

    for kind in ("created", "in_progress"):
        yield event(f"response.{kind}", response=_response(body, [], "in_progress"))
    for index, item in enumerate(items):
        place = {"item_id": item["id"], "output_index": index}
        told = "content" if item["type"] == "message" else "arguments"
        begun = item | {"status": "in_progress", told: [] if told == "content" else ""}
        yield event("response.output_item.added", output_index=index, item=begun)
        if told == "arguments":
            name, text = "response.function_call_arguments", item["arguments"]
            closing = {"arguments": text, "name": item["name"]}
        else:
            part = item["content"][0]
            name, text = "response.output_text", part["text"]
            place["content_index"] = 0
            closing = {"text": text, "logprobs": []}
            yield event("response.content_part.added", **place, part=part | {"text": ""})
        for start in range(0, len(text), PIECE):
            more = {} if told == "arguments" else {"logprobs": []}
            yield event(f"{name}.delta", **place, delta=text[start : start + PIECE], **more)
        yield event(f"{name}.done", **place, **closing)
        if told == "content":
            yield event("response.content_part.done", **place, part=part)
        yield event("response.output_item.done", output_index=index, item=item)
    yield event("response.completed", response=_response(body, items))


async def _first_half(parts: Any) -> AsyncIterator[Any]:
    whole = [part async for part in parts]
    for part in whole[: len(whole) // 2]:
        yield part
