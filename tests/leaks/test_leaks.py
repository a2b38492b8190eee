"""The leak hunt: canaries through every route of a real process, and a search of all it writes.

The same calls are made while all is well, while the provider misbehaves and while the vault is
down. Afterwards no canary and no secret may be, in any form, in the log, the metrics, the traces,
the errors, the headers, Redis, the process's environment, or a file; and nothing that is masked
may have reached the provider.
"""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest

from service.app import create_app
from service.settings import Settings
from tests.faults.cases import hung
from tests.faults.raw_upstream import Behave
from tests.leaks import provider
from tests.leaks.calls import GOOD, MASKING, PASSING, Call, bad, good
from tests.leaks.canaries import ALL, ENVELOPE, MAIL, MASKED, NAME, TEXT
from tests.leaks.scene import Scene, standing
from tests.leaks.search import search
from tests.support.route_table import served

BROKEN_PROVIDERS: tuple[Behave, ...] = (
    provider.quote_in_an_error,
    provider.quote_in_garbage,
    provider.quote_in_a_stream,
    provider.break_off,
    provider.cut,
    provider.speak_no_http,
)
HERE = "host: localhost\r\n"
NO_HTTP = (
    f"{TEXT}\r\n\r\n",
    f"{ENVELOPE['method']} /{ENVELOPE['path']} HTTP/1.1\r\nhost: localhost\r\n\r\n",
    f"GET /{TEXT} HTTP/1.1\r\nhost: localhost\r\n\r\n",
    f"GET /v1/models HTTP/1.1\r\nhost: {ENVELOPE['header']}\r\n{NAME}: {TEXT}\r\n\r\n",
    f"GET /v1/{MAIL} HTTP/1.1\r\n{HERE}connection: upgrade\r\nupgrade: websocket\r\n\r\n",
    f"POST /v1/anonymize HTTP/1.1\r\n{HERE}transfer-encoding: chunked\r\n\r\n{TEXT}\r\n",
)
# What a recognizer could be tempted to look up.
LINKS = (
    "Bilder auf https://fotos.zwickelbart.co.uk/a?von=leonore, www.canary-post.example/karte,"
    " ftp.zwickelbart.photography und bei info@post.zwickelbart.gov.au oder"
    " b@xn--zwickelbrt-w5a.xn--p1ai, Server 192.0.2.7 und 2001:db8::7."
)
# The first member of an error of ours, and no other's.
OURS = '"type":"upstream_error"'


@dataclass
class Evidence:
    """What the hunt has gathered."""

    served: set[str] = field(default_factory=set)
    refusals: int = 0
    places: dict[str, bytes] = field(default_factory=dict)
    upstream: bytes = b""
    secrets: dict[str, str | bytes] = field(default_factory=dict)
    codes: set[str] = field(default_factory=set)
    left: list[str] = field(default_factory=list)
    reached: list[str] = field(default_factory=list)
    links: str = ""

    def take(self, answer: httpx.Response, *, from_upstream: bool = False) -> None:
        """Keep of an answer what may hold no canary: errors of ours, and all headers."""
        headers = "\n".join(f"{name}: {value}" for name, value in answer.headers.items())
        self._add("headers of answers", headers)
        if answer.is_error and not from_upstream:
            self.refusals += 1
            self._add("errors", answer.text)
            self.codes.add(f"{answer.status_code} {answer.json()['error']['code']}")
        for line in answer.text.splitlines():
            if line.startswith("data: ") and OURS in line:
                self.codes.add("in a stream")
                self._add("errors", line)

    def _add(self, place: str, content: str) -> None:
        self.places[place] = self.places.get(place, b"") + content.encode() + b"\n"


@pytest.fixture(scope="module")
def evidence(tmp_path_factory: pytest.TempPathFactory) -> Evidence:
    found = Evidence()
    with (
        standing(tmp_path_factory.mktemp("leaks")) as scene,
        httpx.Client(timeout=90) as client,
    ):
        found.secrets = scene.secrets
        masking, passing = split(GOOD)
        with_links(scene, client, found)
        call_all(scene, client, found, masking)
        with_a_broken_provider(scene, client, found)
        without_a_provider(scene, client, found)
        without_a_vault(scene, client, found)
        no_http(scene, found)
        found.upstream = bytes(scene.upstream.received)
        call_all(scene, client, found, passing)
        gather(scene, client, found)
    return found


def split(routes: Iterable[str]) -> tuple[list[str], list[str]]:
    passing = [one for one in routes if one.split(" ")[1].startswith(PASSING)]
    return [one for one in routes if one not in passing], passing


def call_all(scene: Scene, client: httpx.Client, found: Evidence, routes: list[str]) -> None:
    for route in routes:
        for call in good(route):
            answer = scene.send(client, call)
            found.take(answer)
            if answer.is_success:
                found.served.add(route)
    for route in routes:
        for call in bad(route):
            found.take(scene.send(client, call))


def proxied() -> list[Call]:
    """Return the good calls that go to the provider with a body."""
    routes = [one for one in split(GOOD)[0] if one.startswith(f"POST {MASKING[1]}/")]
    return [call for one in routes for call in good(one)]


def with_a_broken_provider(scene: Scene, client: httpx.Client, found: Evidence) -> None:
    for behave in BROKEN_PROVIDERS:
        scene.upstream.behave = behave
        for call in proxied():
            quoting = behave is provider.quote_in_an_error
            found.take(scene.send(client, call), from_upstream=quoting)
    scene.upstream.behave = hung
    found.take(scene.send(client, proxied()[0]))
    scene.upstream.behave = provider.answer_any


def without_a_provider(scene: Scene, client: httpx.Client, found: Evidence) -> None:
    scene.upstream.shut()
    for call in proxied():
        found.take(scene.send(client, call))
    scene.upstream.open_again()


def with_links(scene: Scene, client: httpx.Client, found: Evidence) -> None:
    found.links = scene.send(client, Call("POST", "/v1/anonymize", {"text": LINKS})).json()["text"]


def without_a_vault(scene: Scene, client: httpx.Client, found: Evidence) -> None:
    pattern = [{"entity": "X", "label": "x", "regex": "(a|aa)+b"}]
    body = {"text": f"{TEXT} {'a' * 5000}", "policy": {"patterns": pattern}}
    found.take(scene.send(client, Call("POST", "/v1/anonymize", body)))
    scene.proxy.mode = "refuse"
    for route in split(GOOD)[0]:
        for call in good(route):
            found.take(scene.send(client, call))
    scene.proxy.mode = "pass"


def no_http(scene: Scene, found: Evidence) -> None:
    for content in NO_HTTP:
        with socket.create_connection(("127.0.0.1", scene.service.port), timeout=10) as connection:
            connection.sendall(content.encode())
            found.places["errors"] += connection.recv(65_536)


def gather(scene: Scene, client: httpx.Client, found: Evidence) -> None:
    deadline = time.monotonic() + 10
    while scene.send(client, Call("GET", "/readyz")).is_error and time.monotonic() < deadline:
        time.sleep(0.05)
    found.places["metrics"] = scene.send(client, Call("GET", "/metrics")).content
    found.places |= scene.stored() | scene.process()
    found.places["wire to Redis"] = bytes(scene.proxy.received)
    scene.service.stop()
    found.places["log"] = scene.service.log.read_bytes()
    found.places["traces"] = scene.traces.raw
    found.reached = scene.reached()
    files = scene.files()
    found.left = list(files)
    found.places |= files


def test_each_route_of_the_service_has_a_call_with_canaries() -> None:
    settings = Settings(upstream_url="http://127.0.0.1:9/v1", allow_paths="/files")  # type: ignore[arg-type]
    analyzer: Any = object()
    assert served(create_app(settings, analyzer)) == set(GOOD)


def test_each_route_was_served_and_each_part_failed(evidence: Evidence) -> None:
    assert set(GOOD) - evidence.served == set()
    assert evidence.refusals > 300
    assert {
        "400 invalid_request",
        "400 unsupported_media",
        "401 invalid_api_key",
        "404 job_not_found",
        "404 route_not_allowed",
        "405 method_not_allowed",
        "413 request_too_large",
        "415 unsupported_content_type",
        "502 upstream_unavailable",
        "503 detection_failed",
        "503 vault_unavailable",
        "504 upstream_timeout",
        "in a stream",
    } <= evidence.codes


def test_no_canary_and_no_secret_is_where_it_may_not_be(evidence: Evidence) -> None:
    places = dict(evidence.places)
    wire = {"wire to Redis": places.pop("wire to Redis")}  # which holds the password of Redis
    assert search(ALL | evidence.secrets, places) == []
    assert search(ALL, wire) == []


def test_the_places_that_were_searched_hold_something(evidence: Evidence) -> None:
    places = evidence.places
    assert places["log"].count(b'"event": "request"') > 400
    assert places["metrics"].count(b"deckname_requests_total{") > 100
    assert places["traces"].count(b"http.route") > 400
    assert all(len(places[f"{part} of Redis"]) > 1000 for part in ("values", "dumps", "file"))
    assert places["wire to Redis"].count(b"HSETNX") + places["wire to Redis"].count(b"EVAL") > 50
    assert b"DECKNAME_VAULT" not in places["environ"]
    assert b"serve" in places["cmdline"]


def test_nothing_that_is_masked_reaches_the_provider(evidence: Evidence) -> None:
    secrets = {**evidence.secrets}
    assert search({"k": str(secrets.pop("key of the provider"))}, {"upstream": evidence.upstream})
    assert search(MASKED | ENVELOPE | secrets, {"upstream": evidence.upstream}) == []
    assert search({"mark": ALL["mark"]}, {"upstream": evidence.upstream})


def test_no_file_is_left(evidence: Evidence) -> None:
    assert evidence.left == []


def test_no_address_outside_the_machine_is_reached_or_looked_up(evidence: Evidence) -> None:
    assert {line.partition(" ")[2] for line in evidence.reached} <= {"127.0.0.1", "::1"}
    assert any(line.startswith("socket.connect") for line in evidence.reached)
    assert "[[url-" in evidence.links
    assert "@" not in evidence.links


def test_the_log_is_lines_of_json_and_begins_with_the_start(evidence: Evidence) -> None:
    lines = [json.loads(line) for line in evidence.places["log"].splitlines()]
    assert lines[0]["event"] == "start"
