"""Which `Host` and `Origin` a service without API keys answers."""

from __future__ import annotations

import json
from pathlib import Path

import httpx
import pytest

from service.server.allowed_hosts import AllowedHosts
from service.tenants.tenants import new_api_key
from tests.conftest import Serve

NEAR = AllowedHosts(("deckname.example.com", "*.corp.example"))
NETWORK = AllowedHosts(only_loopback=False)


def admitted(hosts: AllowedHosts, host: str, *origins: str) -> bool:
    headers = [(b"host", host.encode()), *((b"origin", one.encode()) for one in origins)]
    return hosts.admits({"type": "http", "headers": headers})


@pytest.mark.parametrize(
    ("host", "near", "network"),
    [
        ("localhost:8080", True, True),
        ("LOCALHOST.", True, True),
        ("app.localhost", True, True),
        ("127.0.0.1:8080", True, True),
        ("[::1]:8080", True, True),
        ("deckname.example.com", True, False),
        ("a.corp.example:80", True, False),
        ("corp.example", False, False),
        ("evil.example", False, False),
        ("localhost.evil.example", False, False),
        ("127.0.0.1.evil.example", False, False),
        ("localhost@evil.example", False, False),
        ("", False, False),
        ("10.0.0.7:8080", False, True),
        ("deckname:8080", False, True),
        ("deckname.default.svc.cluster.local", False, True),
    ],
)
def test_a_host_has_to_be_a_name_that_no_stranger_owns(
    host: str, near: bool, network: bool
) -> None:
    assert admitted(NEAR, host) is near
    assert admitted(NETWORK, host) is network


@pytest.mark.parametrize(
    ("origin", "told"),
    [
        ("http://localhost:8080", True),
        ("http://localhost:3000", False),
        ("https://evil.example", False),
        ("null", False),
        ("https://a.corp.example", True),
        ("http://[::1", False),
    ],
)
def test_a_page_has_to_be_of_the_same_host_or_of_one_that_was_set(origin: str, told: bool) -> None:
    assert admitted(NEAR, "localhost:8080", origin) is told


def ask(address: str, **headers: str) -> tuple[int, str]:
    answer = httpx.post(f"{address}/v1/anonymize", json={"text": "a"}, headers=headers)
    return answer.status_code, answer.json().get("error", {}).get("code", "")


def test_without_keys_a_rebound_name_is_refused_and_probes_are_answered(serve: Serve) -> None:
    address = serve()
    refused = (403, "host_not_allowed")
    assert ask(address) == (200, "")
    assert ask(address, host="evil.example") == refused
    assert ask(address, origin="https://evil.example") == refused
    assert httpx.get(f"{address}/livez", headers={"host": "10.0.0.7"}).is_success
    open_to_more = serve(allowed_hosts="evil.example")
    assert ask(open_to_more, host="evil.example") == (200, "")


def test_with_keys_the_key_decides(serve: Serve, tmp_path: Path) -> None:
    key, known = new_api_key()
    file = tmp_path / "keys.json"
    file.write_text(json.dumps({"acme": [known]}))
    address = serve(api_keys_file=file)
    assert ask(address, host="evil.example", **{"x-deckname-key": key}) == (200, "")
