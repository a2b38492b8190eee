"""An upstream that records what reaches it and answers as the test says, over real TCP."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route


@dataclass
class Recorded:
    """One request as it came."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def wire(self) -> str:
        """Everything of the request in which a value could have leaked."""
        plain = self.body.decode()
        return f"{self.path}\n{self.headers}\n{plain}"


Script = Callable[[Any], "Response"]


@dataclass
class ScriptedUpstream:
    """Answers every path with `script(body)`; the default echoes the last message."""

    script: Script | None = None
    requests: list[Recorded] = field(default_factory=list)
    url: str = ""
    reads_json: bool = True

    def app(self) -> Starlette:
        return _on_every_path(self.answer)

    @property
    def wire(self) -> str:
        return "\n".join(one.wire for one in self.requests)

    async def answer(self, request: Request) -> Response:
        body = await request.body()
        self.requests.append(Recorded(str(request.url), dict(request.headers), body))
        answer = (self.script or echo)(json.loads(body) if body and self.reads_json else None)
        return await answer if asyncio.iscoroutine(answer) else answer


class Stage:
    """One server for one upstream after the other, all at the same address."""

    def __init__(self) -> None:
        self.url = ""
        self._now = ScriptedUpstream()

    def clear(self) -> ScriptedUpstream:
        """Return the upstream that answers from now on."""
        self._now = ScriptedUpstream(url=self.url)
        return self._now

    def app(self) -> Starlette:
        async def answer(request: Request) -> Response:
            return await self._now.answer(request)

        return _on_every_path(answer)


def _on_every_path(answer: Callable[[Request], Awaitable[Response]]) -> Starlette:
    methods = ["GET", "POST", "PUT", "DELETE"]
    return Starlette(routes=[Route("/{path:path}", answer, methods=methods)])


def echo(body: Any) -> Response:
    """Answer with the last message's text, streamed one character an event if asked."""
    if body is None:
        return JSONResponse({"object": "list", "data": [{"id": "echo", "object": "model"}]})
    content = body["messages"][-1]["content"]
    if isinstance(content, list):
        content = "".join(part.get("text", "") for part in content)
    if body.get("stream"):
        return sse([*({"content": one} for one in content)])
    return completion({"role": "assistant", "content": content})


def completion(message: dict[str, Any], **more: Any) -> Response:
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    return JSONResponse(
        {"id": "c1", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice]}
        | more
    )


def chunk(delta: dict[str, Any], finish: str | None = None, index: int = 0) -> str:
    choice = {"index": index, "delta": delta, "finish_reason": finish}
    head = {"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": "m"}
    return f"data: {json.dumps(head | {'choices': [choice]})}\n\n"


def sse(deltas: list[dict[str, Any]], finish: str | None = "stop", done: bool = True) -> Response:
    async def events() -> AsyncIterator[str]:
        yield chunk({"role": "assistant", "content": ""})
        for delta in deltas:
            yield chunk(delta)
        if finish:
            yield chunk({}, finish)
        if done:
            yield "data: [DONE]\n\n"

    return StreamingResponse(events(), media_type="text/event-stream")
