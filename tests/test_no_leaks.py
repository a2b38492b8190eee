"""The canary test: unique values go through every route, and turn up nowhere but where they may.

Each world below is the service in one condition, sound or with one part failing. Into each go
the same requests, good and bad, at log level debug. Afterwards no log line, output, error answer,
header or stored byte may hold a canary, and no request to the upstream one that is detected.
"""

from __future__ import annotations

import asyncio
import io
import json
import logging
import socket
import subprocess
import sys
import traceback
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest
import redis
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from service.app import create_app
from service.cipher import Key
from service.detection.analyzer import Analyzer
from service.observability import logs
from service.observability.fields import FieldNotAllowedError
from service.observability.logs import LineFormatter
from service.settings import Settings
from service.tenants.tenants import new_api_key
from service.text.spans import Span
from tests.support.canaries import DETECTED, IBAN, MAIL, MARK, NAME, TEXT, found_in
from tests.support.redis_server import RedisServer, start_redis
from tests.support.running import Running
from tests.support.scripted_upstream import ScriptedUpstream, chunk, echo

JOB = "akte-1"
# Below this text goes as it is: the caller has anonymized it.
PASSED = "/api/v1/llm/"
JSON = {"content-type": "application/json"}
USER = {"role": "user", "content": TEXT}
CHAT: dict[str, Any] = {"model": "m", "messages": [USER]}
BODY_LIMIT = 100_000
TEAPOT = 418

GOOD_BODIES: list[dict[str, Any]] = [
    {"text": TEXT, "job_id": JOB},
    {"texts": [TEXT, json.dumps({"name": NAME})]},
    {"messages": [USER]},
    CHAT,
    CHAT | {"stream": True},
    CHAT | {"user": MAIL, "metadata": {"note": NAME}, "session": {"deep": [TEXT]}, "stop": [MAIL]},
    CHAT | {"messages": [{"role": "assistant", "content": None, "refusal": TEXT}, USER]},
    {"model": "m", "input": TEXT},
    {"model": "m", "prompt": TEXT},
]
WRONG_BODIES: list[dict[str, Any]] = [
    {"text": [TEXT]},
    {"text": "x", MAIL: 1},
    {"texts": TEXT},
    {"texts": ["x", {"a": TEXT}]},
    {"messages": TEXT},
    {"messages": [TEXT]},
    {"messages": [{"role": TEXT}]},
    {"text": "x", "language": MAIL},
    {"text": "x", "policy": MAIL},
    {"text": "x", "entities": [MAIL]},
    {"text": TEXT, "job_id": MAIL},
    {"text": "x", "job_id": JOB, "ttl_seconds": TEXT},
    {"model": [TEXT], "messages": [USER]},
    CHAT | {"stream": TEXT},
    CHAT | {"language": MAIL},
    CHAT | {"job_id": [MAIL]},
    CHAT | {"modalities": TEXT, "response_format": TEXT, "tools": TEXT, "n": TEXT},
    CHAT | {MAIL: "data:image/png;base64,AAAA"},
    CHAT | {"messages": [{"role": "user", "content": [{"type": "file", "file": {"id": TEXT}}]}]},
]
BROKEN_BODIES: list[bytes] = [
    f"{{'text': '{TEXT}'}}".encode(),
    json.dumps(CHAT).encode()[:-3],
    json.dumps([TEXT]).encode(),
    json.dumps(TEXT).encode(),
    TEXT.encode("utf-16"),
    json.dumps(CHAT).encode()[:-1] + b', "x": "\xff"}',
    json.dumps(CHAT | {"seed": "?"}).encode().replace(b'"?"', b"NaN"),
    json.dumps({"text": f"{TEXT}\ud800"}).encode(),
    b'{"text": ' + b"[" * 200 + json.dumps(TEXT).encode() + b"]" * 200 + b"}",
    json.dumps({"text": TEXT * (BODY_LIMIT // len(TEXT))}).encode(),
]
# Headers in which text may come along; those that go upstream hold only what is not detected.
TELLING_HEADERS = {
    "x-request-id": MAIL,
    "x-openwebui-user-email": MAIL,
    "x-forwarded-for": NAME,
    "cookie": f"name={NAME}",
    "referer": f"https://{MAIL}/",
    "user-agent": MARK,
    "authorization": f"Bearer {MARK}",
    "idempotency-key": MARK,
    "traceparent": MARK,
}


@dataclass
class Watch:
    """What would be written: lines as our handler writes them, and every record as it came."""

    capture: pytest.CaptureFixture[str]
    records: list[logging.LogRecord] = field(default_factory=list)

    def written(self) -> str:
        """Return standard output, standard error and all records, with whole exception chains."""
        out, err = self.capture.readouterr()
        ours = [one for one in self.records if not one.name.startswith(("httpx", "httpcore"))]
        texts = [record.getMessage() for record in ours]
        for record in ours:
            error = record.exc_info[1] if record.exc_info else None
            while error is not None:  # also what `from None` hides
                texts.append("".join(traceback.format_exception(error, chain=False)))
                error = error.__cause__ or error.__context__
        return "\n".join([out, err, *texts])


class Collector(logging.Handler):
    def __init__(self, records: list[logging.LogRecord]) -> None:
        super().__init__(logging.DEBUG)
        self._records = records

    def emit(self, record: logging.LogRecord) -> None:
        self._records.append(record)


@contextmanager
def watching(capfd: pytest.CaptureFixture[str]) -> Iterator[Watch]:
    """Log as the service does at debug, with other libraries allowed to talk just as much.

    No fixture: pytest opens another standard error for each phase of a test.
    """
    root = logging.getLogger()
    named = [one for one in root.manager.loggerDict.values() if isinstance(one, logging.Logger)]
    before = [(one, one.handlers, one.level, one.propagate) for one in (root, *named)]
    raises = logging.raiseExceptions
    watch = Watch(capfd)
    logs.set_up("debug")
    root.setLevel(logging.DEBUG)
    root.addHandler(Collector(watch.records))
    try:
        yield watch
    finally:
        logging.captureWarnings(capture=False)
        logging.raiseExceptions = raises
        for one, handlers, level, propagate in before:
            one.handlers, one.propagate = handlers, propagate
            one.setLevel(level)


class FailingAnalyzer(Analyzer):
    """Fails deep inside, with the text in its message; the real class turns that into ours."""

    def __init__(self) -> None:
        self._timeout = 5
        self._executor = None

    def analyze_now(self, texts: Sequence[str]) -> list[list[Span]]:
        raise RuntimeError("".join(texts))


class BreakingAnalyzer(FailingAnalyzer):
    """Breaks its promise: an error that nobody expects leaves it, with the text in its message."""

    async def analyze(self, texts: Sequence[str]) -> list[list[Span]]:
        raise KeyError("".join(texts))


def quoted(body: Any) -> str:
    """Return all that the upstream was told, as text."""
    return json.dumps(body, ensure_ascii=False)


def quoting_error(body: Any) -> Response:
    error = {"message": quoted(body), "type": "x", "param": None, "code": "x"}
    return JSONResponse({"error": error}, TEAPOT, {"x-ratelimit-note": MARK})


def quoting_garbage(body: Any) -> Response:
    return PlainTextResponse(f"<html>{quoted(body)}", 500)


def stream_of(*events: str | bytes) -> Response:
    async def paced() -> Any:
        for event in events:
            yield event
            await asyncio.sleep(0.01)  # so that each arrives on its own

    return StreamingResponse(paced(), media_type="text/event-stream")


def broken_stream(body: Any) -> Response:
    if not body or not body.get("stream"):
        return echo(body)
    return stream_of(chunk({"content": quoted(body)}), f"data: {{{quoted(body)}\n\n")


def stream_with_error(body: Any) -> Response:
    if not body or not body.get("stream"):
        return echo(body)
    error = json.dumps({"error": {"message": quoted(body), "code": "x"}})
    return stream_of(chunk({"content": "Hallo"}), f"data: {error}\n\n")


def sound(body: Any) -> Response:
    if body and "input" in body:
        return JSONResponse({"id": "m", "object": "response", "output": body["input"]})
    return echo(body if body and "messages" in body else None)


WORLDS: dict[str, dict[str, Any]] = {
    "sound": {"script": sound},
    "analyzer fails": {"analyzer": FailingAnalyzer()},
    "analyzer breaks": {"analyzer": BreakingAnalyzer()},
    "vault down": {"kill": True},
    "upstream down": {"upstream_url": "http://127.0.0.1:9/v1"},
    "no upstream": {"upstream_url": None},
    "keys asked for": {"keys": True},
    "upstream error that quotes": {"script": quoting_error},
    "upstream garbage that quotes": {"script": quoting_garbage},
    "upstream stream that breaks": {"script": broken_stream},
    "upstream stream with an error that quotes": {"script": stream_with_error},
}


@dataclass
class World:
    """The service in one condition, and what can be seen of it."""

    address: str
    routes: list[tuple[str, str]]
    upstream: ScriptedUpstream
    redis: RedisServer
    is_killed: bool

    def stored(self) -> str:
        """Return every byte of every key in Redis."""
        if self.is_killed:
            return ""
        with redis.Redis(port=self.redis.port) as client:
            keys = list(client.scan_iter())
            assert {client.type(key) for key in keys} <= {b"hash"}
            content = [(key, client.hgetall(key)) for key in keys]
        return "".join(
            part.decode("latin-1")
            for key, fields in content
            for pair in [(key,), *fields.items()]
            for part in pair
        )


@pytest.fixture(params=WORLDS, ids=lambda name: name.replace(" ", "-"))
def world(
    request: pytest.FixtureRequest, analyzer: Analyzer, upstream: ScriptedUpstream, tmp_path: Path
) -> Iterator[World]:
    condition = WORLDS[request.param]
    upstream.script = condition.get("script", echo)
    keys = tmp_path / "keys.json"
    keys.write_text(json.dumps({"kanzlei": [new_api_key()[1]]}))
    with ExitStack() as stack:
        server = stack.enter_context(start_redis())
        app = create_app(
            Settings(
                upstream_url=condition.get("upstream_url", upstream.url),
                vault_url=server.url,
                vault_keys=Key.generate("k1").reveal(),
                max_body_bytes=BODY_LIMIT,
                api_keys_file=keys if "keys" in condition else None,
            ),
            condition.get("analyzer", analyzer),
        )
        routes = [
            (method.upper(), path)
            for path, methods in app.openapi()["paths"].items()
            for method in methods
        ]
        pages = [("GET", route.path) for route in app.routes if isinstance(route, Route)]
        address = stack.enter_context(Running(app)).url
        if "kill" in condition:
            server.kill()
        routes.sort(key=lambda route: route[1].startswith(PASSED))
        yield World(address, [*pages, *routes], upstream, server, "kill" in condition)


def plain(path: str) -> str:
    """Return the path of a route with names in it that exist and tell nothing."""
    return path.replace("{job_id}", JOB).replace("{name}", "m")


def requests(world: World) -> Iterator[httpx.Request]:
    """Yield every request of this test: each body to each route, and canaries around them."""
    bodies: list[bytes] = [json.dumps(body).encode() for body in (*GOOD_BODIES, *WRONG_BODIES)]
    for method, path in world.routes:
        address = world.address + plain(path)
        if method != "POST":
            yield httpx.Request(method, address)
            yield httpx.Request(method, address, params={"note": TEXT}, headers=TELLING_HEADERS)
            told = world.address + path.replace("{job_id}", MAIL).replace("{name}", f"../{MAIL}")
            yield httpx.Request(method, told)
            continue
        for body in (*bodies, *BROKEN_BODIES):
            yield httpx.Request(method, address, content=body, headers=JSON)
        chat = json.dumps(CHAT).encode()
        yield httpx.Request(
            method, address, content=chat, headers=JSON | TELLING_HEADERS, params={"note": TEXT}
        )
        yield httpx.Request(method, address, content=chat, headers=JSON | {"x-job-id": MAIL})
        yield httpx.Request(method, address, content=chat, headers={"content-type": "text/plain"})
        yield httpx.Request("PUT", address, content=chat, headers=JSON)
    yield httpx.Request("POST", f"{world.address}/v1/{MAIL}", json=CHAT)
    yield httpx.Request("POST", f"{world.address}/v1/files", json={"note": TEXT})


def test_no_canary_turns_up_where_it_may_not(
    world: World, capfd: pytest.CaptureFixture[str]
) -> None:
    served = set()
    passed = None
    with watching(capfd) as watch, httpx.Client(timeout=90) as client:
        for request in requests(world):
            if passed is None and request.url.path.startswith(PASSED):
                passed = len(world.upstream.requests)
            answer = client.send(request)
            check_answer(request, answer)
            if answer.is_success:
                served.add((request.method, request.url.path))
        invalid_http(world.address)
        written = watch.written()

    assert found_in(written) == []
    assert found_in(world.stored()) == []
    masked = world.upstream.requests[:passed]
    assert found_in("\n".join(one.wire for one in masked), DETECTED) == []
    assert written.count('"event": "request"') > 100
    if world.upstream.script is WORLDS["sound"]["script"]:
        assert {(method, plain(path)) for method, path in world.routes} <= served
        assert MARK in world.upstream.wire
        assert len(world.stored()) > 500


def check_answer(request: httpx.Request, answer: httpx.Response) -> None:
    """Check what must hold for each answer: no error of ours quotes, and no header does."""
    sent = f"{request.method} {request.url} {request.content[:200]!r}"
    ours = answer.status_code not in (httpx.codes.OK, TEAPOT)
    assert not ours or found_in(answer.text) == [], sent
    headers = {name: value for name, value in answer.headers.items() if name != "x-ratelimit-note"}
    assert found_in(str(headers)) == [], sent
    for line in answer.text.splitlines():
        if line.startswith("data: {") and '"upstream_unavailable"' in line:
            assert found_in(line) == [], sent


def invalid_http(address: str) -> None:
    """Send something that is no HTTP at all."""
    port = int(address.rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(f"{TEXT}\r\n\r\n".encode())
        answer = connection.recv(65_536).decode()
    assert found_in(answer) == []


def raised() -> BaseException:
    """Return an exception with a traceback, whose message and cause hold text."""
    try:
        try:
            int(TEXT)
        except ValueError as error:
            raise KeyError(TEXT) from error
    except KeyError as error:
        return error


def test_messages_and_tracebacks_of_other_libraries_are_not_written(
    capfd: pytest.CaptureFixture[str],
) -> None:
    library = logging.getLogger("some.library")
    library.addHandler(logging.StreamHandler())
    with watching(capfd):
        library.warning("cannot parse %s", TEXT, extra={"text": TEXT}, stack_info=True)
        library.error("failed on %s", IBAN, exc_info=raised())
        logging.getLogger("py.warnings").warning(TEXT)
        out, err = capfd.readouterr()
    lines = [json.loads(line) for line in err.splitlines()]
    assert [(line["route"], line["error"]) for line in lines] == [
        ("some.library", ""),
        ("some.library", "KeyError"),
        ("py.warnings", ""),
    ]
    assert found_in(out + err) == []
    library.handlers = []


def test_a_line_that_cannot_be_written_is_not_shown_raw(
    capfd: pytest.CaptureFixture[str],
) -> None:
    with watching(capfd):
        logging.getLogger().handlers[0].setStream(closed := io.StringIO())  # type: ignore[attr-defined]
        closed.close()
        logging.getLogger("some.library").warning("cannot parse %s", TEXT)
        written = "".join(capfd.readouterr())
    assert found_in(written) == []


def test_warnings_are_not_shown_with_their_message() -> None:
    code = f"""
import warnings
from service.observability import logs
logs.set_up("debug")
warnings.warn({TEXT!r}, stacklevel=1)
"""
    done = subprocess.run(  # noqa: S603 - our own command line
        [sys.executable, "-c", code], capture_output=True, check=True, text=True, timeout=60
    )
    assert json.loads(done.stderr)["route"] == "py.warnings"
    assert found_in(done.stdout + done.stderr) == []


def test_a_line_of_ours_holds_no_traceback_even_when_one_is_passed() -> None:
    error = raised()
    caught = (type(error), error, error.__traceback__)
    record = logging.LogRecord("deckname", logging.ERROR, __file__, 1, '{"event": "x"}', (), caught)
    record.exc_text = TEXT
    assert found_in(LineFormatter().format(record)) == []


@pytest.mark.parametrize("name", ["text", "value", "message", "path", "body"])
def test_a_field_that_could_hold_text_cannot_be_logged(name: str) -> None:
    with pytest.raises(FieldNotAllowedError) as caught:
        logs.log("request", **{name: TEXT})
    assert found_in(str(caught.value)) == []
