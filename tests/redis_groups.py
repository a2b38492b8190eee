"""Several Redis servers as one: a master with replica and sentinels, and a cluster."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import redis

from tests.redis_server import RedisServer, free_port, start_redis

WAIT_SECONDS = 30
NAME = "deckmaster"
SLOTS = 16384


@dataclass
class Watched:
    """A master with one replica, and three sentinels that watch it."""

    master: RedisServer
    replica: RedisServer
    sentinels: list[RedisServer]

    @property
    def url(self) -> str:
        hosts = ",".join(f"127.0.0.1:{one.port}" for one in self.sentinels)
        return f"redis+sentinel://{hosts}/{NAME}/0"


@contextmanager
def watched(folder: Path) -> Iterator[Watched]:
    """Start them all, and wait until the replica follows and the sentinels know of each other."""
    with ExitStack() as stack:
        master = stack.enter_context(start_redis("--repl-diskless-sync-delay", "0"))
        replica = stack.enter_context(start_redis("--replicaof", "127.0.0.1", str(master.port)))
        sentinels = [
            stack.enter_context(start_redis("--sentinel", config=_sentinel_file(folder, n, master)))
            for n in range(3)
        ]
        with redis.Redis(port=replica.port, protocol=2) as client:
            until(lambda: client.info("replication")["master_link_status"] == "up")
        for one in sentinels:
            with redis.Redis(port=one.port, protocol=2) as client:
                until(partial(_knows, client))
        yield Watched(master, replica, sentinels)


@contextmanager
def clustered(size: int = 3) -> Iterator[list[RedisServer]]:
    """Start `size` masters that share the slots."""
    with ExitStack() as stack:
        servers = [stack.enter_context(_node()) for _ in range(size)]
        clients = [stack.enter_context(redis.Redis(port=one.port, protocol=2)) for one in servers]
        for number, client in enumerate(clients):
            first, last = SLOTS * number // size, SLOTS * (number + 1) // size - 1
            client.execute_command("CLUSTER", "ADDSLOTSRANGE", first, last)
            met = servers[0]
            client.execute_command("CLUSTER", "MEET", "127.0.0.1", met.port, _bus(met))
        for client in clients:
            until(partial(_is_whole, client, size))
        yield servers


def until(condition: Callable[[], bool]) -> None:
    """Wait for something that servers do by themselves. Raises TimeoutError."""
    deadline = time.monotonic() + WAIT_SECONDS
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError
        time.sleep(0.05)


def _sentinel_file(folder: Path, number: int, master: RedisServer) -> Path:
    path = folder / f"sentinel-{number}.conf"
    path.write_text(
        f"sentinel monitor {NAME} 127.0.0.1 {master.port} 2\n"
        f"sentinel down-after-milliseconds {NAME} 1000\n"
        f"sentinel failover-timeout {NAME} 5000\n"
    )
    return path


def _node() -> RedisServer:
    """Start a node; it talks to the others on a second port."""
    bus = str(free_port())
    return start_redis(
        "--cluster-enabled", "yes", "--cluster-port", bus, "--cluster-node-timeout", "1500"
    )


def _bus(node: RedisServer) -> int:
    with redis.Redis(port=node.port, protocol=2) as client:
        return int(client.config_get("cluster-port")["cluster-port"])


def _knows(sentinel: redis.Redis) -> bool:
    facts = sentinel.sentinel_master(NAME)
    return facts["num-other-sentinels"] == 2 and facts["num-slaves"] == 1


def _is_whole(node: redis.Redis, size: int) -> bool:
    facts = node.cluster("info")
    return facts["cluster_state"] == "ok" and int(facts["cluster_known_nodes"]) == size
