"""The log line of each REST call: whose it was, which job, how much text, how loud."""

from __future__ import annotations

import json
import logging
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from service.observability import logs
from service.tenants.tenants import new_api_key
from tests.conftest import Serve

MAIL = "sabine.kraemer@example.org"
TEXT = f"An {MAIL}"


class Lines(logging.Handler):
    """Keeps the lines of requests, each with its level."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: list[dict[str, Any]] = []

    def emit(self, record: logging.LogRecord) -> None:
        line = json.loads(record.getMessage())
        self.kept.append(line | {"level": record.levelname.lower()})

    def of(self, route: str) -> dict[str, Any]:
        """Return the last line of a route; it is written when the answer is out already."""
        for _ in range(200):
            found = [one for one in self.kept if one.get("route") == route]
            if found:
                return found[-1]
            time.sleep(0.01)
        raise AssertionError(route)


@pytest.fixture
def lines() -> Iterator[Lines]:
    handler, level = Lines(), logs.LOGGER.level
    logs.LOGGER.addHandler(handler)
    logs.LOGGER.setLevel(logging.DEBUG)
    yield handler
    logs.LOGGER.removeHandler(handler)
    logs.LOGGER.setLevel(level)


@pytest.fixture
def client(serve: Serve) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=serve(), timeout=30) as opened:
        yield opened


def test_each_call_tells_tenant_job_texts_characters_and_entities(
    client: httpx.Client, lines: Lines
) -> None:
    masked = client.post("/v1/anonymize", json={"texts": [TEXT, "Hallo"]}).json()
    job, back = masked["job_id"], {"text": masked["texts"][0], "job_id": masked["job_id"]}
    known = {"tenant": "default", "job_id": job, "level": "info"}
    size = {"texts": 1, "characters": len(back["text"])}
    client.post("/v1/deanonymize", json=back)
    client.post("/v1/verify", json=back)
    client.post("/v1/analyze", json={"text": TEXT})
    client.post("/api/anonymize", params={"wait": "true"}, json={"text": TEXT, "job_id": job})
    client.post("/api/deanonymize", json=back)
    client.get(f"/v1/jobs/{job}")

    expected: dict[str, dict[str, Any]] = {
        "/v1/anonymize": known | {"texts": 2, "characters": len(TEXT) + 5, "entities": 1},
        "/v1/deanonymize": known | size | {"entities": 1},
        "/v1/verify": known | size | {"entities": 1},
        "/v1/analyze": {"tenant": "default", "texts": 1, "characters": len(TEXT), "entities": 1},
        "/api/anonymize": known | {"texts": 1, "characters": len(TEXT), "entities": 1},
        "/api/deanonymize": known | size | {"entities": 1},
        "/v1/jobs/{job_id}": known,
    }
    for route, facts in expected.items():
        assert lines.of(route).items() >= facts.items(), route
    assert MAIL not in json.dumps(lines.kept)


def test_an_id_of_no_job_is_not_logged(client: httpx.Client, lines: Lines) -> None:
    client.get("/v1/jobs/sabine.kraemer")
    assert "job_id" not in lines.of("/v1/jobs/{job_id}")


def test_what_an_operator_should_know_is_louder(serve: Serve, lines: Lines, tmp_path: Path) -> None:
    key, known = new_api_key()
    file = tmp_path / "keys.json"
    file.write_text(json.dumps({"acme": {"keys": [known], "requests_per_minute": 2}}))
    address = serve(api_keys_file=file, max_body_bytes=2000)
    mine = {"X-Deckname-Key": key}
    httpx.post(f"{address}/v1/anonymize", json={"text": "a"})
    httpx.post(f"{address}/v1/analyze", json={"text": "a" * 3000}, headers=mine)
    httpx.post(f"{address}/v1/verify", json={}, headers=mine)
    httpx.get(f"{address}/v1/usage", headers=mine)
    httpx.post(f"{address}/v1/chat/completions", json={}, headers=mine)

    levels = {
        one["status"]: one["level"]
        for one in map(lines.of, ("/v1/anonymize", "/v1/analyze", "/v1/verify", "/v1/usage"))
    }
    assert levels == {401: "warning", 413: "warning", 400: "info", 429: "warning"}


def test_a_failure_is_an_error_and_tells_its_cause(serve: Serve, lines: Lines) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    address = serve(upstream_url=f"http://127.0.0.1:{port}/v1")
    told = httpx.get(f"{address}/v1/models").json()["error"]
    line = lines.of("/v1/models")
    assert (line["level"], line["code"], line["cause"]) == (
        "error",
        "upstream_unavailable",
        "refused",
    )
    assert "nothing listens there" in told["message"]


def test_who_leaves_in_the_upload_is_no_failure_of_ours(serve: Serve, lines: Lines) -> None:
    host, _, port = serve().removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port))) as line:
        line.sendall(
            b"POST /v1/verify HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n"
            b"content-length: 99\r\n\r\n{"
        )
        time.sleep(0.2)
    line_of = lines.of("/v1/verify")
    assert (line_of["status"], line_of["code"], line_of["level"]) == (
        499,
        "client_closed_request",
        "info",
    )
