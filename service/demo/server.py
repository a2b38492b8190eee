"""The server of the pretend model: OpenAI's API over real HTTP, on a port of this machine.

It is no language model and keeps nothing.
"""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from string import Template
from types import TracebackType
from typing import Any, Self

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from service.demo import chat, responses, vectors
from service.demo.seen import block_of, show
from service.demo.shapes import MODEL, described_model, error

START_SECONDS = 10.0
CALLS = Path(__file__).parents[1] / "demo_calls.txt"
Show = Callable[[str], None]
Answering = Callable[[dict[str, Any]], Response]
ANSWERS: Mapping[str, Answering] = {
    "/v1/chat/completions": chat.respond,
    "/v1/completions": chat.complete,
    "/v1/responses": responses.respond,
    "/v1/embeddings": vectors.embed,
    "/v1/moderations": vectors.moderate,
}


class DemoUpstream:
    """Runs the pretend model in a thread, on a free port of this machine."""

    def __init__(self, show: Show = show) -> None:
        """Hand `show` what the model saw, a block for each request."""
        self._socket = socket.create_server(("127.0.0.1", 0))
        config = uvicorn.Config(demo_app(show), log_config=None, access_log=False, lifespan="off")
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


def demo_app(show: Show = show) -> Starlette:
    """Return the pretend model as an ASGI app, which tells `show` what it saw."""
    answering = [
        Route(path, _posting(answer, show), methods=["POST"]) for path, answer in ANSWERS.items()
    ]
    return Starlette(
        routes=[Route("/v1/models", models), Route("/v1/models/{name}", model), *answering]
    )


def _posting(answer: Answering, show: Show) -> Callable[[Request], Any]:
    async def post(request: Request) -> Response:
        try:
            body = await request.json()
            show(block_of(request.url.path, body))
            return answer(body)
        except (KeyError, TypeError, ValueError, AttributeError, IndexError):
            return JSONResponse(error("The request cannot be read.", "invalid_request"), 400)

    return post


async def models(_: Request) -> Response:
    """List the one model."""
    return JSONResponse({"object": "list", "data": [described_model()]})


async def model(request: Request) -> Response:
    """Describe the one model."""
    if request.path_params["name"] == MODEL:
        return JSONResponse(described_model())
    return JSONResponse(error("This model does not exist.", "model_not_found"), 404)


def calls_to_try(host: str, port: int) -> str:
    """Return the calls that `make run` prints; they work as they stand."""
    return Template(CALLS.read_text(encoding="utf-8")).substitute(
        base=f"http://{host}:{port}", model=MODEL
    )
