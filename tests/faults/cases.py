"""Each fault: how it is made, what is asked meanwhile, what may be answered."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import redis

from tests.faults.fault_proxy import Mode
from tests.faults.scene import Reply, Scene
from tests.faults.upstream_faults import (
    SILENCE,
    Fault,
    endless,
    endless_and_fast,
    garbage,
    half_a_character,
    hundred_megabytes,
    hung,
    reset_at_once,
    reset_in_the_middle,
    silent_in_the_middle,
    upstream_is,
    upstream_shows,
    upstream_shut,
)
from tests.support.canaries import NAME, TEXT
from tests.support.redis_server import start_redis

Ask = Callable[[Scene], list[Reply]]
VAULT = frozenset({"503 vault_unavailable"})
GONE = frozenset({"502 upstream_unavailable"})
LATE = frozenset({"504 upstream_timeout"})
CUT = frozenset({"stream, then error upstream_unavailable"})
ENDLESS = 8_000_000  # bytes that are read of a stream without end
SOON = 1000.0
SEARCHED = 2500.0  # DECKNAME_ANALYZE_TIMEOUT_SECONDS is 2 in the scene


@dataclass(frozen=True)
class Case:
    """One line of the table; `soon` are the milliseconds after which the table calls it late."""

    name: str
    fault: Fault
    answers: frozenset[str]
    ask: Ask
    soon: float | None = None


def plain(scene: Scene) -> list[Reply]:
    """Ask twice: on connections that were open, and on new ones."""
    return [scene.ask() for _ in range(2)]


def streamed(scene: Scene) -> list[Reply]:
    return [scene.ask(stream=True)]


def both(scene: Scene) -> list[Reply]:
    return [scene.ask(), scene.ask(stream=True)]


def with_a_hanging_search(scene: Scene) -> list[Reply]:
    """Hang the analyzer's own thread, by a recognizer of the operator's."""
    return [scene.ask(text=f"{TEXT} zqhang {'a' * 5000}")]


def with_a_text_that_is_none(scene: Scene) -> list[Reply]:
    """Send half a character, which no encoding can write."""
    return [scene.post("/v1/anonymize", {"text": f"{TEXT} \ud800"})]


def with_a_hanging_pattern(scene: Scene) -> list[Reply]:
    patterns = [{"entity": "X", "label": "x", "regex": "(a|aa)+b"}]
    body = {"text": f"{TEXT} {'a' * 5000}", "policy": {"patterns": patterns}}
    return [scene.post("/v1/anonymize", body)]


def redis_is(mode: Mode) -> Fault:
    @contextmanager
    def fault(scene: Scene) -> Iterator[None]:
        scene.proxy.mode = mode
        yield
        scene.proxy.mode = "pass"

    return fault


@contextmanager
def redis_killed(scene: Scene) -> Iterator[None]:
    port = scene.redis.port
    scene.redis.kill()
    yield
    scene.redis.process = start_redis(port=port).process


def configured(name: str, value: str, usual: str) -> Fault:
    @contextmanager
    def fault(scene: Scene) -> Iterator[None]:
        with redis.Redis(port=scene.redis.port) as client:
            client.config_set("maxmemory-policy", "noeviction")
            client.config_set(name, value)
            yield
            client.config_set(name, usual)

    return fault


@contextmanager
def demoted(scene: Scene) -> Iterator[None]:
    with redis.Redis(port=scene.redis.port) as client:
        client.replicaof("127.0.0.1", "1")
        yield
        client.replicaof("NO", "ONE")


@contextmanager
def evicting(scene: Scene) -> Iterator[None]:
    """Lose every job at once, as an evicting Redis loses some."""
    with redis.Redis(port=scene.redis.port) as client:
        scene.ask(job="evicted")
        client.flushall()
        yield


def after_eviction(scene: Scene) -> list[Reply]:
    return [scene.ask(job="evicted")]


def leaves_an_endless_stream(scene: Scene) -> list[Reply]:
    """Read a little, hang up, and see whether the upstream is let go."""
    started = time.perf_counter()
    with _sent(scene, stream=True) as connection:
        got = b""
        while NAME.encode() not in got.replace(b'"}', b"") and len(got) < 200_000:
            got += connection.recv(65_536)
    while scene.upstream.open and time.perf_counter() - started < SILENCE * 3:
        time.sleep(0.02)
    said = "upstream still held" if scene.upstream.open else "upstream let go"
    return [Reply(said, (time.perf_counter() - started) * 1000, "")]


def stays_with_an_endless_stream(scene: Scene) -> list[Reply]:
    """Read much of a stream without end, and more of it, then stop reading: memory stays."""
    started = time.perf_counter()
    with _sent(scene, stream=True) as connection:
        first = _read(connection, ENDLESS)
        before = scene.megabytes()
        read = first + _read(connection, ENDLESS)
        time.sleep(1)
        grown = scene.megabytes() - before
    said = "stream goes on" if read >= 2 * ENDLESS else "stream ended"
    said += "" if grown < ENDLESS / 1e6 else f", +{grown:.0f} MB"
    return [Reply(said, (time.perf_counter() - started) * 1000, "")]


def _read(connection: socket.socket, size: int) -> int:
    read = 0
    while read < size and (piece := connection.recv(1 << 20)):
        read += len(piece)
    return read


def leaves_in_the_middle_of_the_upload(scene: Scene) -> list[Reply]:
    started, before = time.perf_counter(), len(scene.upstream.received)
    with _sent(scene, cut=40):
        time.sleep(0.2)
    time.sleep(0.2)
    said = "nothing sent" if len(scene.upstream.received) == before else "sent"
    return [Reply(said, (time.perf_counter() - started) * 1000 - 400, "")]


@contextmanager
def nothing(_: Scene) -> Iterator[None]:
    yield


def _sent(scene: Scene, *, stream: bool = False, cut: int = 0) -> socket.socket:
    message = {"role": "user", "content": TEXT}
    body = json.dumps({"model": "m", "messages": [message], "stream": stream}).encode()
    head = (
        "POST /v1/chat/completions HTTP/1.1\r\nhost: localhost\r\n"
        f"content-type: application/json\r\ncontent-length: {len(body)}\r\n\r\n"
    )
    connection = socket.create_connection(("127.0.0.1", scene.service.port), timeout=20)
    connection.sendall(head.encode() + body[: len(body) - cut])
    return connection


CASES = [
    Case("Redis refuses connections", redis_is("refuse"), VAULT, plain, SOON),
    Case("Redis killed, later started", redis_killed, VAULT, plain, SOON),
    Case("Redis hangs", redis_is("hang"), VAULT, plain, SOON),
    Case("Redis answers after 3 s", redis_is("slow"), VAULT, plain, SOON),
    Case("Redis answers each call after 0.3 s", redis_is("late"), VAULT, plain, SOON),
    Case("Redis resets in a reply", redis_is("reset"), VAULT, plain, SOON),
    Case("Redis is full (noeviction)", configured("maxmemory", "1", "0"), VAULT, plain, SOON),
    Case("Redis became a replica", demoted, VAULT, plain, SOON),
    Case("Redis evicted the job", evicting, frozenset({"200"}), after_eviction),
    Case("upstream refuses connections", upstream_shut, GONE, both, SOON),
    Case("upstream resets at once", upstream_is(reset_at_once), GONE, both),
    Case("upstream hangs", upstream_is(hung), LATE, both),
    Case("upstream resets in the answer", upstream_is(reset_in_the_middle), GONE | CUT, both),
    Case(
        "upstream falls silent in the answer",
        upstream_is(silent_in_the_middle),
        LATE | {"stream, then error upstream_timeout"},
        both,
    ),
    Case("upstream ends in half a character", upstream_is(half_a_character), GONE | CUT, both),
    Case("upstream sends garbage", upstream_is(garbage), GONE | CUT, both),
    Case("upstream sends 100 MB", upstream_is(hundred_megabytes), GONE | CUT, both),
    Case(
        "search hangs (a caller's own pattern)",
        nothing,
        frozenset({"503 detection_failed"}),
        with_a_hanging_pattern,
        SEARCHED,
    ),
    Case(
        "search hangs (a recognizer of one's own)",
        nothing,
        frozenset({"503 detection_failed"}),
        with_a_hanging_search,
        SEARCHED,
    ),
    Case(
        "text with half a character",
        nothing,
        frozenset({"400 invalid_request"}),
        with_a_text_that_is_none,
        SOON,
    ),
    Case(
        "upstream sends an endless stream",
        upstream_is(endless_and_fast),
        frozenset({"stream goes on"}),
        stays_with_an_endless_stream,
    ),
    Case(
        "client leaves an endless stream",
        upstream_is(endless),
        frozenset({"upstream let go"}),
        leaves_an_endless_stream,
    ),
    Case(
        "client leaves in its upload",
        nothing,
        frozenset({"nothing sent"}),
        leaves_in_the_middle_of_the_upload,
    ),
]
TLS_CASES = [
    Case("upstream's certificate is by a stranger", upstream_shows("stranger"), GONE, both),
    Case("upstream's certificate is for another name", upstream_shows("misnamed"), GONE, both),
    Case("upstream speaks no TLS", upstream_shows("nothing"), GONE, both),
]
