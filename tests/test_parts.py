"""The parts: each built from the settings when it is asked for, once, and shared."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from service.detection.analyzer import Analyzer
from service.parts import Parts
from service.settings import Settings
from service.tenants.tenants import TenantsError
from service.vault.memory import MemoryStore


def test_a_part_is_built_once() -> None:
    parts = Parts(Settings())
    assert parts.keys is parts.keys
    assert parts.vault is parts.vault


def test_what_is_given_is_used(analyzer: Analyzer) -> None:
    store = MemoryStore()
    parts = Parts(Settings(), analyzer, store)
    assert parts.analyzer is analyzer
    assert parts.store is store


def test_a_file_that_is_wrong_hinders_only_what_needs_it(tmp_path: Path) -> None:
    broken = tmp_path / "keys.json"
    broken.write_text("{", encoding="utf-8")
    parts = Parts(Settings(api_keys_file=broken))
    assert "standard" in parts.policies.names
    with pytest.raises(TenantsError):
        parts.check_files()


def test_they_cannot_be_exchanged() -> None:
    with pytest.raises(FrozenInstanceError):
        Parts(Settings()).settings = Settings()  # type: ignore[misc]


@pytest.mark.parametrize(("url", "purges"), [("memory://", 1), ("redis://127.0.0.1:9/0", 0)])
def test_only_the_memory_store_is_purged(url: str, purges: int) -> None:
    keys = None if url == "memory://" else f"k1:{'AbCdEfGhIjKlMnOpQrStUvWxYz012345678901234+/'}="
    chores = Parts(Settings(vault_url=url, vault_keys=keys)).chores()
    for one in chores:
        one.close()
    assert len(chores) == purges
