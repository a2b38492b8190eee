from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from service.tenants.tenants import Tenants, TenantsError, hash_key, new_api_key

LEAK = "dn-geheim-4711"


def written(folder: Path, content: Any) -> Path:
    path = folder / "keys.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return path


def test_a_key_leads_to_its_tenant(tmp_path: Path) -> None:
    tenants = Tenants.from_file(
        written(tmp_path, {"a": [hash_key("one"), hash_key("two")], "b-2": [hash_key("three")]})
    )
    assert tenants.asks_for_keys
    assert [tenants.find(key) for key in ("one", "two", "three")] == ["a", "a", "b-2"]


@pytest.mark.parametrize("key", [None, "", "four", "one ", hash_key("one"), "ü\u2028", "x" * 9999])
def test_an_unknown_key_has_no_tenant(key: str | None) -> None:
    assert Tenants({"a": [hash_key("one")]}).find(key) is None


@pytest.mark.parametrize("content", [{}, {"a": []}])
def test_a_file_without_keys_lets_nobody_in(tmp_path: Path, content: Any) -> None:
    tenants = Tenants.from_file(written(tmp_path, content))
    assert tenants.asks_for_keys
    assert tenants.find("one") is None
    assert tenants.find(None) is None


def test_without_a_file_everybody_is_the_default_tenant() -> None:
    tenants = Tenants.from_file(None)
    assert not tenants.asks_for_keys
    assert tenants.find(None) == tenants.find("any") == "default"


@pytest.mark.parametrize(
    "content",
    [
        f'{{"{LEAK}": ',
        f'["{LEAK}"]',
        f'"{LEAK}"',
        {"a": LEAK},
        {"a": [LEAK]},
        {"a": [7]},
        {"a": None},
        {LEAK + " ": []},
        {"": []},
        {LEAK * 5: []},
        {f"{LEAK}/ü": []},
        {"a": [hash_key(LEAK)], LEAK: [hash_key(LEAK)]},
        {"a": [hash_key(LEAK), hash_key(LEAK)]},
        {LEAK: [hash_key("")]},
        f'{{"{LEAK}": [], "{LEAK}": []}}',
        f'{{"a": {{"keys": [], "keys": ["{LEAK}"]}}}}',
        "[" * 100_000,
    ],
)
def test_a_file_that_cannot_be_used_is_refused_without_showing_its_content(
    tmp_path: Path, content: Any
) -> None:
    with pytest.raises(TenantsError, match="DECKNAME_API_KEYS_FILE") as caught:
        Tenants.from_file(written(tmp_path, content))
    assert LEAK not in str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__ or caught.value.__context__ is None


def test_a_file_that_is_missing_or_no_text_is_refused(tmp_path: Path) -> None:
    binary = tmp_path / "binary"
    binary.write_bytes(b"\xff\xfe\x00")
    for path in (tmp_path / "none.json", tmp_path, binary):
        with pytest.raises(TenantsError):
            Tenants.from_file(path)


def test_nobody_without_a_key_gets_in_by_the_hash_of_nothing() -> None:
    with pytest.raises(TenantsError, match="empty key"):
        Tenants({"a": [hash_key("")]})


class Counting(list[Any]):
    """A list that counts what is taken from it."""

    taken = 0

    def __iter__(self) -> Iterator[Any]:
        for one in super().__iter__():
            self.taken += 1
            yield one


@pytest.mark.parametrize("key", ["key 0", "key 7", "key 19", "unknown", "", None])
def test_every_key_costs_the_same_comparisons(key: str | None) -> None:
    tenants = Tenants({f"t{number}": [hash_key(f"key {number}")] for number in range(20)})
    tenants._hashes = counted = Counting(tenants._hashes or [])
    tenants.find(key)
    assert counted.taken == 20


def test_a_new_key_is_long_random_and_fits_its_hash() -> None:
    key, hashed = new_api_key()
    other, _ = new_api_key()
    assert key != other
    assert key.startswith("dn-")
    assert len(key) >= 43
    assert hashed == hash_key(key) == f"sha256:{hashlib.sha256(key.encode()).hexdigest()}"
    assert Tenants({"a": [hashed]}).find(key) == "a"
