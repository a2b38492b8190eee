from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest

from service.cipher import Key, KeyRing
from service.config.file_watcher import WatchedFile
from service.errors import SealBrokenError
from service.tenants.tenants import Tenants, hash_key


def test_a_changed_file_is_taken_once_and_a_bad_one_changes_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "keys.json"
    path.write_text(json.dumps({"acme": [hash_key("one"), hash_key("two")]}))
    tenants = Tenants.from_file(path)
    watch = WatchedFile("api_keys", path, tenants.take)
    said: list[list[str]] = []
    with caplog.at_level(logging.INFO, logger="deckname"):
        for content in (
            None,
            json.dumps({"acme": [hash_key("two")]}),
            '{"geheim-4711',
            json.dumps({"acme": [hash_key("three")]}),
        ):
            if content is not None:
                path.write_text(content)
            watch.check()
            watch.check()
            said.append([key for key in ("one", "two", "three") if tenants.find(key)])
        path.unlink()
        watch.check()

    assert said == [["one", "two"], ["two"], ["two"], ["three"]]
    assert tenants.find("three") == "acme"
    events = [json.loads(record.getMessage())["event"] for record in caplog.records]
    assert events == ["api_keys_taken", "api_keys_refused", "api_keys_taken", "api_keys_refused"]
    assert "geheim" not in caplog.text


def test_a_ring_that_changes_seals_with_the_new_key_and_opens_what_the_old_one_sealed() -> None:
    old, new = Key.generate("k1"), Key.generate("k2")
    ring = KeyRing([old])
    sealed = ring.box(b"job").seal(b"text", b"field")
    in_use = ring.box(b"job")
    ring.take(ring.with_new(new))
    assert ring.first_id == "k1"
    ring.take(ring.with_last_first())

    assert ring.ids == ("k2", "k1")
    assert ring.box(b"job").seal(b"text", b"field")[2:4] == b"k2"
    assert ring.box(b"job").open(sealed, b"field") == b"text"
    assert in_use.open(sealed, b"field") == b"text"
    ring.take(KeyRing([new]))
    with pytest.raises(SealBrokenError):
        ring.box(b"job").open(sealed, b"field")
