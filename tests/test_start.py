"""What the service refuses to start with, and how it says so: fixed words, and no key."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from service.app import create_app
from service.cipher import Key
from service.cli import forbid_core_dumps
from service.settings import Settings
from service.tenants.tenants import hash_key

ROOT = Path(__file__).parent.parent
GOOD = Key("k1", bytes(range(32))).reveal()
OTHER = Key("k2", bytes(range(100, 132))).reveal()
WEAK = f"k2:{'Q' * 43}="
REDIS = "redis://127.0.0.1:9/0"
REFUSED_KEYS = [
    ("", "There is no vault key"),
    ("# only a comment", "There is no vault key"),
    (WEAK, "Vault key 1 cannot be used: it is not random"),
    (f"{GOOD},{WEAK}", "Vault key 2 cannot be used: it is not random"),
    (GOOD[:-8], "Vault key 1 cannot be used"),
    (f"{GOOD},{GOOD}", "Vault key 2 has the id of an earlier one"),
    (f"{GOOD},k9{GOOD[2:]}", "Vault key 2 is a copy of an earlier one"),
    (GOOD[3:], "Vault key 1 cannot be used: it must be written id:base64"),
    (
        f"{OTHER}\n{GOOD[:3]}*{GOOD[4:]}",
        "Vault key 2 cannot be used: its second part is not base64",
    ),
]


def material(text: str) -> list[str]:
    """Return pieces of the keys in a text that no message may hold."""
    return [text[start : start + 10] for start in range(3, len(text) - 10, 10)]


def why_not(**settings: Any) -> str:
    """Return why the service does not start. It gets so far as to look for an analyzer never."""
    with pytest.raises(ValueError, match=r"\.|READ|read") as caught:
        create_app(Settings(**settings), analyzer=None)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__ or caught.value.__context__ is None
    return str(caught.value)


@pytest.mark.parametrize(("text", "reason"), REFUSED_KEYS)
@pytest.mark.parametrize("place", ["environment", "file"])
def test_keys_that_are_missing_weak_doubled_or_malformed_stop_the_start(
    tmp_path: Path, place: str, text: str, reason: str
) -> None:
    if place == "environment":
        said = why_not(vault_url=REDIS, vault_keys=text)
    else:
        path = tmp_path / "keys"
        path.write_text(text)
        said = why_not(vault_url=REDIS, vault_keys_file=path)
    assert reason in said
    assert not any(piece in said for piece in material(text))


def test_a_file_of_keys_that_cannot_be_read_stops_the_start_and_shows_no_byte(
    tmp_path: Path,
) -> None:
    binary = tmp_path / "keys"
    binary.write_bytes(b"k1:\xff\xfe")
    for path in (binary, tmp_path / "none", tmp_path):
        said = why_not(vault_url=REDIS, vault_keys_file=path)
        assert said == "DECKNAME_VAULT_KEYS_FILE cannot be read"


def test_tenants_that_cannot_be_used_stop_the_start(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    for content in (
        {"a": [hash_key("geheim")], "geheim": [hash_key("geheim")]},
        {"a": {"keys": [], "policy": "geheim"}},
        {"a": {"keys": [], "upstream": {"url": "ftp://geheim.example"}}},
        {"a": {"keys": [], "jobs": "geheim"}},
    ):
        path.write_text(json.dumps(content))
        with pytest.raises(ValueError, match="DECKNAME_API_KEYS_FILE") as caught:
            create_app(Settings(api_keys_file=path), analyzer=None)
        assert "geheim" not in str(caught.value)


def test_the_command_ends_with_2_and_one_sentence_before_it_starts_a_worker(
    tmp_path: Path,
) -> None:
    environment = {
        "PATH": "/usr/bin:/bin",
        "PYTHONPATH": str(ROOT),
        "DECKNAME_VAULT_URL": REDIS,
        "DECKNAME_VAULT_KEYS": f"{GOOD},{WEAK}",
        "DECKNAME_WORKERS": "2",
        "DECKNAME_PORT": "0",
    }
    done = subprocess.run(
        [sys.executable, "-m", "service", "serve"],
        check=False,
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "deckname: Vault key 2 cannot be used: it is not random (openssl rand -base64 32)."
    ]
    assert done.stdout == ""


def test_a_crash_leaves_no_file_with_the_memory_of_the_process() -> None:
    before = resource.getrlimit(resource.RLIMIT_CORE)
    try:
        resource.setrlimit(resource.RLIMIT_CORE, (before[1], before[1]))
        forbid_core_dumps()
        assert resource.getrlimit(resource.RLIMIT_CORE) == (0, before[1])
    finally:
        resource.setrlimit(resource.RLIMIT_CORE, before)
