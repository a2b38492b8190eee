"""Several Redis servers as one: a master with replica and sentinels, and a cluster."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import redis

from tests.support.redis_server import RedisServer, free_port, start_redis
from tests.support.redis_tls import Papers

WAIT_SECONDS = 30
NAME = "deckmaster"
SLOTS = 16384
# A replica that is a moment behind may take over, and is up to date a moment after it starts.
# fmt: off
QUICK = (
    "--repl-diskless-sync-delay", "0", "--cluster-replica-validity-factor", "0",
    "--repl-ping-replica-period", "1",
)
# fmt: on


@dataclass
class Watched:
    """A master with one replica, and three sentinels that watch it."""

    master: RedisServer
    replica: RedisServer
    sentinels: list[RedisServer]
    papers: Papers | None

    def url(self, login: str = "", options: str = "") -> str:
        """Return the address, for a user of the data servers (`name:password@`)."""
        hosts = ",".join(f"127.0.0.1:{one.client_port}" for one in self.sentinels)
        return f"{_scheme(self.papers)}+sentinel://{login}{hosts}/{NAME}/0{options}"

    @property
    def running(self) -> list[RedisServer]:
        """The data servers that have not been killed."""
        return [one for one in (self.master, self.replica) if one.process.poll() is None]


@dataclass
class Clustered:
    """Masters that share the slots, and replicas of the first ones of them."""

    masters: list[RedisServer]
    replicas: list[RedisServer]
    papers: Papers | None

    def url(self, login: str = "", options: str = "") -> str:
        """Return the address, for a user (`name:password@`)."""
        hosts = ",".join(f"127.0.0.1:{one.client_port}" for one in self.masters)
        return f"{_scheme(self.papers)}+cluster://{login}{hosts}{options}"

    @property
    def running(self) -> list[RedisServer]:
        """The servers that have not been killed."""
        return [one for one in self.masters + self.replicas if one.process.poll() is None]


@contextmanager
def watched(folder: Path, papers: Papers | None = None) -> Iterator[Watched]:
    """Start them all, and wait until the replica follows and the sentinels know of each other.

    With `papers` they talk to each other by TLS alone. Raises RuntimeError where that cannot be.
    """
    secure = () if papers is None else (*papers.options, "--tls-replication", "yes")
    with ExitStack() as stack:
        master = stack.enter_context(start_redis(*QUICK, *secure, tls=papers is not None))
        follow = ("--replicaof", "127.0.0.1", str(master.client_port))
        replica = stack.enter_context(start_redis(*QUICK, *follow, *secure, tls=papers is not None))
        sentinels = [
            stack.enter_context(
                start_redis(
                    "--sentinel",
                    *secure,
                    config=_sentinel_file(folder, n, master),
                    tls=papers is not None,
                )
            )
            for n in range(3)
        ]
        until(partial(_follows, replica))
        for one in sentinels:
            with redis.Redis(port=one.port, protocol=2) as client:
                until(partial(_knows, client))
        yield Watched(master, replica, sentinels, papers)


@contextmanager
def clustered(
    size: int = 3, replicas: int = 0, papers: Papers | None = None
) -> Iterator[Clustered]:
    """Start `size` masters that share the slots; the first `replicas` of them have one each.

    With `papers` they talk to each other by TLS alone. Raises RuntimeError where that cannot be.
    """
    with ExitStack() as stack:
        servers = [stack.enter_context(_node(papers)) for _ in range(size + replicas)]
        clients = [stack.enter_context(redis.Redis(port=one.port, protocol=2)) for one in servers]
        met = servers[0]
        for number, client in enumerate(clients):
            client.execute_command("CLUSTER", "MEET", "127.0.0.1", met.client_port, _bus(met))
            if number < size:
                first, last = SLOTS * number // size, SLOTS * (number + 1) // size - 1
                client.execute_command("CLUSTER", "ADDSLOTSRANGE", first, last)
        for client in clients:
            until(partial(_is_whole, client, size + replicas))
        for number, client in enumerate(clients[size:]):
            client.execute_command("CLUSTER", "REPLICATE", clients[number].cluster("myid"))
        for one in servers[size:]:
            until(partial(_follows, one))
        for client in clients:
            until(partial(_sees_replicas, client, replicas))
        yield Clustered(servers[:size], servers[size:], papers)


def until(condition: Callable[[], bool]) -> None:
    """Wait for something that servers do by themselves. Raises TimeoutError."""
    deadline = time.monotonic() + WAIT_SECONDS
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError
        time.sleep(0.05)


def _scheme(papers: Papers | None) -> str:
    return "redis" if papers is None else "rediss"


def _sentinel_file(folder: Path, number: int, master: RedisServer) -> Path:
    path = folder / f"sentinel-{number}.conf"
    path.write_text(
        f"sentinel monitor {NAME} 127.0.0.1 {master.client_port} 2\n"
        f"sentinel down-after-milliseconds {NAME} 1000\n"
        f"sentinel failover-timeout {NAME} 5000\n"
    )
    return path


def _node(papers: Papers | None) -> RedisServer:
    """Start a node; it talks to the others on a second port."""
    bus = str(free_port())
    secure = () if papers is None else (*papers.options, "--tls-cluster", "yes")
    if papers is not None:
        secure = (*secure, "--tls-replication", "yes")
    return start_redis(
        *("--cluster-enabled", "yes", "--cluster-port", bus, "--cluster-node-timeout", "1500"),
        *QUICK,
        *secure,
        tls=papers is not None,
    )


def _bus(node: RedisServer) -> int:
    with redis.Redis(port=node.port, protocol=2) as client:
        return int(client.config_get("cluster-port")["cluster-port"])


def _follows(replica: RedisServer) -> bool:
    with redis.Redis(port=replica.port, protocol=2) as client:
        return bool(client.info("replication").get("master_link_status") == "up")


def _knows(sentinel: redis.Redis) -> bool:
    facts = sentinel.sentinel_master(NAME)
    return facts["num-other-sentinels"] == 2 and facts["num-slaves"] == 1


def _is_whole(node: redis.Redis, size: int) -> bool:
    facts = node.cluster("info")
    return facts["cluster_state"] == "ok" and int(facts["cluster_known_nodes"]) == size


def _sees_replicas(node: redis.Redis, replicas: int) -> bool:
    flags = [facts["flags"] for facts in node.cluster("nodes").values()]
    return sum("slave" in one for one in flags) == replicas
