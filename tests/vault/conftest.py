from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

import pytest

from service.cipher import KeyRing
from service.vault.file import FileStore
from service.vault.memory import MemoryStore
from service.vault.redis import RedisStore
from service.vault.vault import Vault
from tests.support.redis_server import RedisServer, start_redis
from tests.support.redis_tls import Papers, make_papers

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator
    from pathlib import Path

    from service.vault.store import Store


class Clock:
    """A clock that moves when told; it stands still otherwise."""

    def __init__(self, now: float = 1_800_000_000.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


def patient(server: RedisServer) -> RedisStore:
    """Return a store whose deadlines no busy test machine misses."""
    url = f"{server.url}?socket_timeout=10&socket_connect_timeout=10"
    return RedisStore.from_url(url, call_seconds=20)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def redis_server() -> Iterator[RedisServer]:
    with start_redis() as server:
        yield server


@pytest.fixture(scope="session")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Papers:
    return make_papers(tmp_path_factory.mktemp("papers"))


@pytest.fixture(scope="session")
def served_papers(papers: Papers) -> Papers:
    """The same, where this machine's Redis can show them; Valkey's wheels have no TLS."""
    try:
        start_redis(*papers.options, tls=True).stop()
    except RuntimeError:
        pytest.skip("this machine's Redis has no TLS")
    return papers


@pytest.fixture
async def redis_store(redis_server: RedisServer) -> AsyncIterator[Store]:
    store = patient(redis_server)
    yield store
    await store.close()


@pytest.fixture(params=["memory", "redis", "file"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    """Run the test once with each store."""
    made: dict[str, Callable[[], Store]] = {
        "memory": MemoryStore,
        "redis": lambda: patient(request.getfixturevalue("redis_server")),
        "file": lambda: FileStore(tmp_path / "pairs.vault"),
    }
    store = made[request.param]()
    yield store
    await store.close()


@pytest.fixture
async def replicas(redis_server: RedisServer) -> AsyncIterator[list[RedisStore]]:
    """Two stores as two processes would have them."""
    stores = [patient(redis_server), patient(redis_server)]
    yield stores
    for store in stores:
        await store.close()


@pytest.fixture
def keys() -> KeyRing:
    return KeyRing.generate()


@pytest.fixture
def vault(store: Store, keys: KeyRing) -> Vault:
    return Vault(store, keys, max_ttl_seconds=3600)


@pytest.fixture
def tenant() -> str:
    """Another one for each test: the Redis is shared by all of them."""
    return f"tenant-{secrets.token_hex(8)}"


@pytest.fixture
def key() -> str:
    return f"deckname:{{{secrets.token_hex(20)}}}"
