"""Chat completions and legacy completions of the pretend model, whole or streamed."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any

from starlette.responses import JSONResponse, Response, StreamingResponse

from service.demo.shapes import CREATED, MODEL, data, pieces, usage
from service.demo.writing import answer, letter, placeholders_in

EVENT_STREAM = "text/event-stream"
DONE = b"data: [DONE]\n\n"


def respond(body: dict[str, Any]) -> Response:
    """Return the answer to the body of a chat completion."""
    message, reason = answer(body)
    count = body.get("n") or 1
    if not body.get("stream"):
        choices = [
            {"index": number, "message": message, "finish_reason": reason, "logprobs": None}
            for number in range(count)
        ]
        return JSONResponse(_head("chat.completion") | {"choices": choices, "usage": usage()})
    with_usage = bool((body.get("stream_options") or {}).get("include_usage"))
    return StreamingResponse(
        _stream(message, reason, count, with_usage=with_usage), media_type=EVENT_STREAM
    )


def complete(body: dict[str, Any]) -> Response:
    """Return the answer to the body of a legacy completion: a letter for each prompt."""
    given = body.get("prompt") or ""
    prompts = given if isinstance(given, list) else [given]
    texts = [letter(str(one), placeholders_in(one)) for one in prompts]
    head = _head("text_completion")
    if body.get("stream"):
        return StreamingResponse(_texts(head, texts), media_type=EVENT_STREAM)
    choices = [_choice(number, text, "stop") for number, text in enumerate(texts)]
    return JSONResponse(head | {"choices": choices, "usage": usage()})


async def _texts(head: dict[str, Any], texts: list[str]) -> AsyncIterator[bytes]:
    for number, text in enumerate(texts):
        for piece in pieces(text):
            yield data(head | {"choices": [_choice(number, piece, None)]})
        yield data(head | {"choices": [_choice(number, "", "stop")]})
    yield DONE


def _choice(number: int, text: str, reason: str | None) -> dict[str, Any]:
    return {"index": number, "text": text, "logprobs": None, "finish_reason": reason}


async def _stream(
    message: dict[str, Any], reason: str, count: int, *, with_usage: bool
) -> AsyncIterator[bytes]:
    for number in range(count):
        for delta in _deltas(message):
            yield _event([{"index": number, "delta": delta, "finish_reason": None}])
        yield _event([{"index": number, "delta": {}, "finish_reason": reason}])
    if with_usage:
        yield _event([], usage=usage())
    yield DONE


def _deltas(message: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield {"role": "assistant", "content": None if message["content"] is None else ""}
    for piece in pieces(message["content"] or ""):
        yield {"content": piece}
    for index, call in enumerate(message.get("tool_calls", ())):
        head = {"name": call["function"]["name"], "arguments": ""}
        yield {"tool_calls": [{**call, "index": index, "function": head}]}
        for piece in pieces(call["function"]["arguments"]):
            yield {"tool_calls": [{"index": index, "function": {"arguments": piece}}]}


def _event(choices: list[Any], **more: object) -> bytes:
    return data(_head("chat.completion.chunk") | {"choices": choices} | more)


def _head(kind: str) -> dict[str, Any]:
    return {"id": "chatcmpl-demo", "object": kind, "created": CREATED, "model": MODEL}
