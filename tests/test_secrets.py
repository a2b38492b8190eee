"""Whatever holds a key or a password: printing it, or dumping the settings, shows none."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from service.cipher import Key, KeyRing
from service.parts import Parts
from service.settings import Settings
from service.tenants.tenants import hash_key
from service.upstream.account import Account
from service.vault import Pair
from service.vault.hash_index import HashIndex
from service.vault.instrumented import InstrumentedStore
from service.vault.redis_client import connect
from service.vault.redis_tls import TlsFiles
from service.vault.sealed_job import SealedJob

KEY = Key("k1", bytes(range(60, 92)))
PASSWORD, OF_ALL, OF_ONE = "pass-4711", "sk-all-4711", "sk-one-4711"
SECRETS = [
    PASSWORD,
    OF_ALL,
    OF_ONE,
    "Krämer",
    base64.b64encode(KEY.material).decode(),
    KEY.material.hex(),
    repr(KEY.material)[2:-1],
    KEY.material.decode("ascii"),
]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    path = tmp_path / "keys.json"
    account = {"url": "https://one.example/v1", "api_key": OF_ONE}
    path.write_text(json.dumps({"a": {"keys": [hash_key("one")], "upstream": account}}))
    return Settings(
        vault_url=f"redis://user:{PASSWORD}@127.0.0.1:9/0",
        vault_keys=KEY.reveal(),
        upstream_url="https://all.example/v1",
        upstream_api_key=OF_ALL,
        api_keys_file=path,
    )


def everything(settings: Settings) -> Iterator[Any]:
    """Yield each thing that was handed a secret."""
    parts = Parts(settings)
    keys, tenants, store, upstreams = parts.keys, parts.tenants, parts.store, parts.upstreams
    job = SealedJob(keys, "acme", "job_1")
    pair = Pair("PERSON", "Person", "Krämer")
    yield from (parts, settings, settings.model_dump(), settings.model_dump_json())
    yield from (KEY, keys, keys.box(b"scope"), KeyRing([KEY]), job, pair)
    yield from (
        store,
        InstrumentedStore(store),
        parts.vault,
        HashIndex(store, keys, 60),
        parts.operators,
    )
    yield from (tenants, tenants.terms("a"), tenants.accounts, upstreams, upstreams.of("a"))
    yield from (upstreams.of("b"), parts.open_upstream())
    yield from parts.watched_files()
    for form, path in (("", "/0"), ("+sentinel", "/name/0"), ("+cluster", "")):
        yield connect(f"redis{form}://user:{PASSWORD}@127.0.0.1:9{path}", 1, TlsFiles())
    yield Account(url="https://one.example/v1", api_key=OF_ONE)


def test_nothing_that_holds_a_secret_shows_it(settings: Settings) -> None:
    count = 0
    for count, one in enumerate(everything(settings), start=1):  # noqa: B007  used below
        shown = f"{one!r} {one} {[one]} {one:}"
        assert not [secret for secret in SECRETS if secret in shown], type(one)
    assert count > 20


def test_an_address_of_the_upstream_holds_no_password() -> None:
    with pytest.raises(ValueError, match="must hold no user name and no password") as caught:
        Settings(upstream_url=f"https://user:{PASSWORD}@provider.example/v1")
    assert PASSWORD not in str(caught.value)


@pytest.mark.parametrize("key", ["", "a b", "a\nx: y", "ü"])
def test_a_providers_key_is_one_that_a_header_can_hold(key: str) -> None:
    with pytest.raises(ValueError, match="visible ASCII") as caught:
        Settings(upstream_url="https://provider.example/v1", upstream_api_key=key)
    assert "x: y" not in str(caught.value)
