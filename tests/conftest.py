"""What tests share: one loaded model, servers on free ports, and no way out of the machine."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import httpx
import hypothesis
import openai
import pytest
import trustme

import recognizers
from service.app import create_app
from service.detection.analyzer import Analyzer
from service.detection.shipped_models import shipped_model
from service.settings import Settings
from tests.layers import LAYERS, layer_of
from tests.support.redis_server import RedisServer, start_redis
from tests.support.running import Running
from tests.support.scripted_upstream import ScriptedUpstream, Stage

# No example has to come in time: two processes may share the machine with others.
UNTIMED: Any = {"deadline": None, "suppress_health_check": [hypothesis.HealthCheck.too_slow]}
hypothesis.settings.register_profile("usual", **UNTIMED)
hypothesis.settings.load_profile("usual")
# The long form of fuzzing: `pytest tests/fuzz --hypothesis-profile=long`.
hypothesis.settings.register_profile("long", max_examples=1000, database=None, **UNTIMED)
LOCAL = ("127.0.0.1", "::1", "localhost")


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("deckname")
    group.addoption("--layer", choices=LAYERS, help="collect the tests of one layer only")
    group.addoption("--long", action="store_true", help="the long form of test_bounded.py")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave out what is of another layer, before it is imported."""
    wanted = config.getoption("layer")
    is_test = collection_path.match("test_*.py")
    return True if wanted and is_test and layer_of(collection_path) != wanted else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """In several processes begin with what takes longest, so that they end at the same time."""
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: LAYERS.index(layer_of(item.path)), reverse=True)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    from tests.support.scheduling import SceneScheduling  # noqa: PLC0415  only with xdist

    return SceneScheduling(config, log)


@pytest.fixture(scope="session")
def long_form(pytestconfig: pytest.Config) -> bool:
    """Return whether a test that has a long form, for now and then, shall run it."""
    return bool(pytestconfig.getoption("long"))


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


@pytest.fixture(autouse=True, scope="session")
def trusted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Point clients to one authority of our own: to read the system's takes each of them 20 ms."""
    own = tmp_path_factory.mktemp("trusted") / "ca.pem"
    trustme.CA().cert_pem.write_to_path(own)
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SSL_CERT_FILE", str(own))
        yield


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
# With other settings a service keeps more than jobs, or is broken on purpose: it is not shared.
SHARED_SETTINGS = {
    "allow_paths",
    "integrity",
    "max_body_bytes",
    "media",
    "response_scan",
    "system_note",
    "upstream_url",
}


@pytest.fixture(scope="module")
def standing(analyzer: Analyzer) -> Iterator[Serve]:
    """Start the service once for each set of settings, for all tests of a module."""
    addresses: dict[frozenset[tuple[str, Any]], str] = {}
    with ExitStack() as stack:

        def start(**settings: Any) -> str:
            key = frozenset(settings.items())
            if key not in addresses:
                app = create_app(Settings(**settings), analyzer)
                addresses[key] = stack.enter_context(Running(app)).url
            return addresses[key]

        yield start


@pytest.fixture
def serve(analyzer: Analyzer, standing: Serve) -> Iterator[Serve]:
    """Return the address, on TCP, of a service with some settings.

    Tests of a module share a service that holds nothing but jobs, unless they ask for a `fresh`
    one; an id of a job that a test chooses itself is of that test alone.
    """
    with ExitStack() as stack:

        def start(with_analyzer: Any = analyzer, *, fresh: bool = False, **settings: Any) -> str:
            if with_analyzer is analyzer and not fresh and settings.keys() <= SHARED_SETTINGS:
                return standing(**settings)
            app = create_app(Settings(**settings), with_analyzer)
            return stack.enter_context(Running(app)).url

        yield start


@pytest.fixture(scope="session")
def stage() -> Iterator[Stage]:
    with Running((stage := Stage()).app()) as running:
        stage.url = f"{running.url}/v1"
        yield stage


@pytest.fixture
def upstream(stage: Stage) -> ScriptedUpstream:
    """An upstream that records, another one for each test; its address is `upstream.url`."""
    return stage.clear()


def sdk(address: str, **options: Any) -> openai.OpenAI:
    """Return the official SDK's client for a service. It keeps no connection open."""
    once = openai.DefaultHttpxClient(limits=httpx.Limits(max_keepalive_connections=0))
    options = {"api_key": "sk-test", "max_retries": 0, "http_client": once} | options
    return openai.OpenAI(base_url=f"{address}/v1", **options)
