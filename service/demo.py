"""A small pretend model, so that the round trip can be seen with no provider at all.

It speaks OpenAI's chat completions over real HTTP and answers with the placeholders it was sent:
a letter, a JSON object when JSON is asked for, a tool call when tools are offered. It is no
language model and keeps nothing.
"""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from string import Template
from types import TracebackType
from typing import Any, Self

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from service.text import placeholders
from service.text.language import identify
from service.wire.json_walk import strings

MODEL = "deckname-demo"
CREATED = 1_760_000_000
PIECE = 7  # code points a chunk: placeholders are cut in the middle, as real models cut them
START_SECONDS = 10.0
CALLS = Path(__file__).parent / "demo_calls.txt"


class DemoUpstream:
    """Runs the pretend model in a thread, on a free port of this machine."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        config = uvicorn.Config(demo_app(), log_config=None, access_log=False, lifespan="off")
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._serve, name="demo-upstream", daemon=True)

    @property
    def url(self) -> str:
        """The base address, ending in /v1."""
        return f"http://127.0.0.1:{self._socket.getsockname()[1]}/v1"

    def __enter__(self) -> Self:
        self._thread.start()
        end = time.monotonic() + START_SECONDS
        while not self._server.started and time.monotonic() < end:
            time.sleep(0.01)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.should_exit = True
        self._thread.join(START_SECONDS)
        self._socket.close()

    def _serve(self) -> None:
        self._server.run(sockets=[self._socket])


def demo_app() -> Starlette:
    """Return the pretend model as an ASGI app."""
    return Starlette(
        routes=[
            Route("/v1/models", models),
            Route("/v1/models/{name}", model),
            Route("/v1/chat/completions", chat, methods=["POST"]),
        ]
    )


async def models(_: Request) -> Response:
    """List the one model."""
    return JSONResponse({"object": "list", "data": [_model()]})


async def model(request: Request) -> Response:
    """Describe the one model."""
    if request.path_params["name"] == MODEL:
        return JSONResponse(_model())
    return JSONResponse(_error("This model does not exist.", "model_not_found"), 404)


async def chat(request: Request) -> Response:
    """Answer a chat completion, whole or streamed."""
    return respond(await request.json())


def respond(body: dict[str, Any]) -> Response:
    """Return the answer to the body of a chat completion."""
    message, reason = answer(body)
    count = body.get("n") or 1
    if not body.get("stream"):
        choices = [
            {"index": number, "message": message, "finish_reason": reason, "logprobs": None}
            for number in range(count)
        ]
        return JSONResponse(_head("chat.completion") | {"choices": choices, "usage": _usage()})
    usage = bool((body.get("stream_options") or {}).get("include_usage"))
    return StreamingResponse(
        _stream(message, reason, count, usage=usage), media_type="text/event-stream"
    )


def answer(body: dict[str, Any]) -> tuple[dict[str, Any], str]:
    """Return the message for a request, and why it ends."""
    messages = body["messages"]
    names = _placeholders(messages)
    tools = [tool["function"] for tool in body.get("tools") or [] if tool.get("function")]
    if tools and messages[-1].get("role") == "user":
        return _tool_call(tools[0], names), "tool_calls"
    form = (body.get("response_format") or {}).get("type", "text")
    if form != "text":
        content = json.dumps(_as_object(names), ensure_ascii=False)
    else:
        content = _letter(messages, names)
    return {"role": "assistant", "content": content}, "stop"


def _placeholders(messages: list[Any]) -> list[str]:
    """Return the placeholders of the request, each once, in their order."""
    texts = [text for _, text in strings(messages)]
    found = [match[0] for text in reversed(texts) for match in placeholders.find(text)]
    return list(dict.fromkeys(found))


def _label(placeholder: str) -> str:
    return placeholder[2:].rpartition("-")[0]


def _letter(messages: list[Any], names: list[str]) -> str:
    german = identify(str(messages[-1].get("content"))) == "de"
    persons = [name for name in names if _label(name) == "Person"]
    others = [name for name in names if name not in persons]
    to = persons[0] if persons else ("Sie" if german else "you")
    listed = ", ".join(others) or ("keine weiteren Angaben" if german else "no further details")
    if german:
        return (
            f"Guten Tag {to},\n\nvielen Dank für Ihre Nachricht. Wir haben notiert: {listed}."
            f"\n\nMit freundlichen Grüßen\nIhr Deckname-Probemodell"
        )
    return (
        f"Dear {to},\n\nthank you for your message. We have noted: {listed}."
        f"\n\nKind regards\nYour Deckname demonstration model"
    )


def _as_object(names: list[str]) -> dict[str, str | list[str]]:
    grouped: dict[str, list[str]] = {}
    for name in names:
        grouped.setdefault(_label(name).lower(), []).append(name)
    return {label: found[0] if len(found) == 1 else found for label, found in grouped.items()}


def _tool_call(tool: dict[str, Any], names: list[str]) -> dict[str, Any]:
    """Call the first tool, its string properties filled with placeholders in turn."""
    properties = list(((tool.get("parameters") or {}).get("properties") or {"value": {}}).keys())
    fitting = {
        key: next((one for one in names if _label(one).lower() in key.lower()), None)
        for key in properties
    }
    rest = iter([name for name in names if name not in fitting.values()])
    arguments = {key: fitting[key] or next(rest, "") for key in properties}
    call = {
        "id": "call_demo",
        "type": "function",
        "function": {
            "name": tool["name"],
            "arguments": json.dumps(arguments, ensure_ascii=False),
        },
    }
    return {"role": "assistant", "content": None, "tool_calls": [call]}


async def _stream(
    message: dict[str, Any], reason: str, count: int, *, usage: bool
) -> AsyncIterator[bytes]:
    for number in range(count):
        for delta in _deltas(message):
            yield _event([{"index": number, "delta": delta, "finish_reason": None}])
        yield _event([{"index": number, "delta": {}, "finish_reason": reason}])
    if usage:
        yield _event([], usage=_usage())
    yield b"data: [DONE]\n\n"


def _deltas(message: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield {"role": "assistant", "content": None if message["content"] is None else ""}
    for piece in _pieces(message["content"] or ""):
        yield {"content": piece}
    for index, call in enumerate(message.get("tool_calls", ())):
        head = {"name": call["function"]["name"], "arguments": ""}
        yield {"tool_calls": [{**call, "index": index, "function": head}]}
        for piece in _pieces(call["function"]["arguments"]):
            yield {"tool_calls": [{"index": index, "function": {"arguments": piece}}]}


def _pieces(text: str) -> Iterator[str]:
    for start in range(0, len(text), PIECE):
        yield text[start : start + PIECE]


def _event(choices: list[Any], **more: object) -> bytes:
    chunk = _head("chat.completion.chunk") | {"choices": choices} | more
    return f"data: {json.dumps(chunk, ensure_ascii=False)}\n\n".encode()


def _head(kind: str) -> dict[str, Any]:
    return {"id": "chatcmpl-demo", "object": kind, "created": CREATED, "model": MODEL}


def _model() -> dict[str, Any]:
    return {"id": MODEL, "object": "model", "created": CREATED, "owned_by": "deckname"}


def _usage() -> dict[str, int]:
    return {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}


def _error(message: str, code: str) -> dict[str, Any]:
    kind = "invalid_request_error"
    return {"error": {"message": message, "type": kind, "param": None, "code": code}}


def calls_to_try(host: str, port: int) -> str:
    """Return the calls that `make run` prints; they work as they stand."""
    return Template(CALLS.read_text(encoding="utf-8")).substitute(
        base=f"http://{host}:{port}", model=MODEL
    )
