"""Whoever prints a part of the service sees no key, no password, no value."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from service.cipher import Key, KeyRing, frame
from service.parts import Parts
from service.pipeline import Pipeline
from service.settings import Settings, read_settings
from service.tenants.tenants import hash_key, new_api_key
from service.upstream.account import Account
from service.vault import Pair
from service.vault.hash_index import HashIndex
from service.vault.instrumented import InstrumentedStore
from service.vault.memory import MemoryStore
from service.vault.redis_client import TlsFiles, connect
from service.vault.sealed_job import SealedJob
from tests.leaks.search import search

PASSWORD, PROVIDER_KEY = "zq-redis-password-61fb", "sk-zq-provider-key-902c"
ACCOUNT_KEY, VALUE = "sk-zq-account-key-5d1e", "Zwölfvogel"
KEY = Key.generate("k1")
API_KEY, API_HASH = new_api_key()
SECRETS: dict[str, str | bytes] = {
    "password": PASSWORD,
    "key of the provider": PROVIDER_KEY,
    "vault key": KEY.material,
    "vault key as written": KEY.reveal().partition(":")[2],
    "API key": API_KEY,
    "key of an account": ACCOUNT_KEY,
    "value": VALUE,
}
ACCOUNT = {"url": "https://one.example/v1", "api_key": ACCOUNT_KEY}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    keys = tmp_path / "keys.json"
    own = {"keys": [hash_key("one")], "upstream": ACCOUNT}
    keys.write_text(json.dumps({"kanzlei": [API_HASH], "praxis": own}))
    return read_settings(
        vault_url=f"redis://user:{PASSWORD}@127.0.0.1:9/0",
        vault_keys=KEY.reveal(),
        upstream_api_key=PROVIDER_KEY,
        upstream_url="http://127.0.0.1:9/v1",
        api_keys_file=keys,
    )


def parts(settings: Settings) -> Iterator[object]:
    """Yield all that is made of secrets."""
    joined = Parts(settings)
    keys, store, tenants, vault = joined.keys, joined.store, joined.tenants, joined.vault
    assert tenants.find(API_KEY) == "kanzlei"
    upstream, upstreams = joined.open_upstream(), joined.upstreams
    assert upstream is not None
    yield from (joined, settings, keys, tenants, store, vault, upstream, KEY, KeyRing([KEY]))
    yield from (upstreams, upstreams.of("praxis"), upstreams.of("kanzlei"), tenants.accounts)
    yield from (tenants.terms("praxis"), Account(**ACCOUNT), joined.operators)
    yield from (Pair("PERSON", "Person", VALUE), InstrumentedStore(store))
    yield from joined.watched_files()
    yield from (
        keys.box(frame("a", "b")),
        HashIndex(MemoryStore(1), keys, 60),
        SealedJob(keys, "a", "b"),
    )
    analyzer: Any = None
    yield from (Pipeline(analyzer, vault, analyzer, analyzer), tenants.terms("kanzlei"))


def printed(part: object) -> str:
    """Return all that a careless line of code could print of a part."""
    shown = [repr(part), str(part), f"{part}", ascii(part)]
    if hasattr(part, "__dict__"):
        shown += [repr(vars(part)), *map(repr, vars(part).values()), *map(str, vars(part).values())]
    if isinstance(part, Settings):
        shown += [repr(part.model_dump()), part.model_dump_json(), str(list(part))]
    return "\n".join(shown)


def test_no_part_prints_a_secret(settings: Settings) -> None:
    shown = {
        f"{number} {type(part).__name__}": printed(part).encode()
        for number, part in enumerate(parts(settings))
    }
    found = search(SECRETS, shown)
    # the hash of an API key is what the operator's file holds, and opens nothing
    assert [one for one in found if not one.startswith("API key (utf-8, sha256)")] == []
    assert len(shown) > 20


@pytest.mark.parametrize(
    "address",
    [
        f"redis://user:{PASSWORD}@127.0.0.1:9/0",
        f"rediss+cluster://user:{PASSWORD}@127.0.0.1:9",
        f"redis+sentinel://user:{PASSWORD}@127.0.0.1:9/main?sentinel_password={PASSWORD}",
    ],
)
def test_no_client_of_redis_prints_a_password(address: str) -> None:
    clients = connect(address, 1, TlsFiles())
    assert search(SECRETS, {"clients": f"{clients!r} {clients}".encode()}) == []


@pytest.mark.parametrize("name", ["upstream_url", "traces_url"])
def test_an_address_that_is_logged_or_shown_takes_no_password(name: str) -> None:
    with pytest.raises(ValueError, match="no password") as caught:
        read_settings(**{name: f"http://user:{PASSWORD}@127.0.0.1/v1"})
    assert search(SECRETS, {"error": str(caught.value).encode()}) == []


@pytest.mark.parametrize("key", ["", "a b", "a\nx: y", "ü"])
def test_a_providers_key_is_one_that_a_header_can_hold(key: str) -> None:
    with pytest.raises(ValueError, match="visible ASCII") as caught:
        Settings(upstream_url="https://provider.example/v1", upstream_api_key=key)
    assert "x: y" not in str(caught.value)


def test_a_ring_still_reveals_its_keys_to_the_command_that_asks() -> None:
    assert KeyRing([KEY]).reveal() == f"{KEY.reveal()}\n"
