"""What tests share: one loaded model, servers on free ports, and no way out of the machine."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import hypothesis
import openai
import pytest

import recognizers
from service.app import create_app
from service.detection.analyzer import Analyzer
from service.detection.shipped_models import shipped_model
from service.settings import Settings
from tests.support.redis_server import RedisServer, start_redis
from tests.support.running import Running
from tests.support.scripted_upstream import ScriptedUpstream

# The long form of fuzzing: `pytest tests/fuzz --hypothesis-profile=long`.
hypothesis.settings.register_profile("long", max_examples=1000, deadline=None, database=None)
LOCAL = ("127.0.0.1", "::1", "localhost")


@pytest.fixture(autouse=True, scope="session")
def no_way_out() -> Iterator[None]:
    """Refuse every connection that would leave this machine, for the whole run."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family != socket.AF_UNIX and address[0] not in LOCAL:
            raise AssertionError("a test tried to leave the machine")
        connect(self, address)

    socket.socket.connect = guarded  # type: ignore[method-assign]
    yield
    socket.socket.connect = connect  # type: ignore[method-assign]


@pytest.fixture(scope="session")
def analyzer() -> Iterator[Analyzer]:
    """The real analyzer with the shipped model, loaded once."""
    loaded = Analyzer(recognizers.load(), shipped_model())
    yield loaded
    loaded.close()


@pytest.fixture(scope="session")
def redis_server() -> Iterator[RedisServer]:
    with start_redis() as server:
        yield server


Serve = Callable[..., str]


@pytest.fixture
def serve(analyzer: Analyzer) -> Iterator[Serve]:
    """Start the service with some settings, on TCP; return its address."""
    with ExitStack() as stack:

        def start(with_analyzer: Any = analyzer, **settings: Any) -> str:
            app = create_app(Settings(**settings), with_analyzer)
            return stack.enter_context(Running(app)).url

        yield start


@pytest.fixture
def upstream() -> Iterator[ScriptedUpstream]:
    """An upstream that records; its address is `upstream.url`."""
    scripted = ScriptedUpstream()
    with Running(scripted.app()) as running:
        scripted.url = f"{running.url}/v1"
        yield scripted


def sdk(address: str, **options: Any) -> openai.OpenAI:
    """Return the official SDK's client for a service."""
    return openai.OpenAI(base_url=f"{address}/v1", api_key="sk-test", max_retries=0, **options)
