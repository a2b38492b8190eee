"""Clients of redis-py by address: one server, Sentinel or Cluster, with or without TLS."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from redis.asyncio import BlockingConnectionPool, Redis, RedisCluster, Sentinel
from redis.asyncio.cluster import ClusterNode
from redis.asyncio.connection import SSLConnection, parse_url
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff

from service.vault.redis_tls import TlsFiles, Trust, trusting

# Where another node may answer in its place. One server alone has all the time of a call.
CONNECT_SECONDS = 0.3
REPLY_SECONDS = 0.5
# Few, so that in a burst each call is short and the others wait for their turn, not for its reply.
MAX_CONNECTIONS = 16
# A cluster's client asks another node when one is gone, within the time of the call.
CLUSTER_RETRIES = 2
SENTINEL_PORT = 26379
REDIS_PORT = 6379
SCHEMES = tuple(
    f"redis{tls}{form}://" for form in ("", "+sentinel", "+cluster") for tls in ("", "s")
)
SENTINEL_OPTIONS = {"sentinel_username": "username", "sentinel_password": "password"}


@dataclass(frozen=True, slots=True)
class Clients:
    """What calls go to, and everything to close at the end."""

    main: Redis | RedisCluster = field(repr=False)
    all: tuple[Redis | RedisCluster, ...] = field(repr=False)


def connect(url: str, call_seconds: float, tls: TlsFiles) -> Clients:
    """Prepare clients, without connecting. Options in the address count before those set here.

    Raises ValueError in fixed words: the address may hold a password.
    """
    if not url.startswith(SCHEMES):
        raise ValueError(f"The vault's address must begin with {', '.join(SCHEMES)}.")
    form = url.partition("://")[0].partition("+")[2]
    prepare = {"": _single, "sentinel": _sentinel, "cluster": _cluster}[form]
    try:
        clients = prepare(url.replace(f"+{form}://", "://"), call_seconds, tls.options())
    except (ValueError, TypeError, KeyError):
        raise ValueError("The vault's redis:// address cannot be read.") from None
    try:
        for client in clients.all:
            _secure(client)
    except OSError:
        raise ValueError("The vault's TLS files cannot be used.") from None
    return clients


def _secure(client: Redis | RedisCluster) -> None:
    """Make all TLS connections of a client use one context."""
    if isinstance(client, RedisCluster):
        options = client.connection_kwargs
        if issubclass(options["connection_class"], SSLConnection):
            options["connection_class"] = trusting(SSLConnection, Trust(options))
            for node in client.nodes_manager.startup_nodes.values():
                node.connection_class = options["connection_class"]
        return
    pool = client.connection_pool
    if issubclass(pool.connection_class, SSLConnection):
        pool.connection_class = trusting(pool.connection_class, Trust(pool.connection_kwargs))


def _single(url: str, call_seconds: float, tls: dict[str, str]) -> Clients:
    # No timeouts of its own: the store bounds the whole call.
    untimed = _common() | {"socket_connect_timeout": None, "socket_timeout": None}
    pool = BlockingConnectionPool.from_url(
        url, max_connections=MAX_CONNECTIONS, timeout=call_seconds, **untimed, **tls
    )
    # a connection that is never opened: unknown options show now, not at the first request
    pool.connection_class(**pool.connection_kwargs)
    client = Redis.from_pool(pool)
    return Clients(client, (client,))


def _sentinel(url: str, _seconds: float, tls: dict[str, str]) -> Clients:
    """`//user:password@sentinel:26379,…/NAME/DB`; user and password are those of the master."""
    nodes, path, options = _parsed(url, SENTINEL_PORT)
    name, _, number = path.partition("/")
    if not name:
        raise ValueError
    own = {to: options.pop(key) for key, to in SENTINEL_OPTIONS.items() if key in options}
    secure: dict[str, Any] = {"ssl": True, **tls} if options.pop("ssl", False) else {}
    timing = _common() | {key: options[key] for key in _common() if key in options}
    asking = {**timing, **secure, **own}
    manager = Sentinel(nodes, sentinel_kwargs=asking)  # type: ignore[no-untyped-call]
    master = manager.master_for(
        name,
        db=int(number or 0),
        max_connections=MAX_CONNECTIONS,
        **{**_common(), **secure, **options},
    )
    return Clients(master, (master, *manager.sentinels))


def _cluster(url: str, _seconds: float, tls: dict[str, str]) -> Clients:
    nodes, path, options = _parsed(url, REDIS_PORT)
    if path not in ("", "0"):
        raise ValueError
    given = {
        **_common(),
        "retry": Retry(NoBackoff(), CLUSTER_RETRIES),
        "max_connections": MAX_CONNECTIONS,
        **tls,
        **options,
    }
    client = RedisCluster(startup_nodes=[ClusterNode(host, port) for host, port in nodes], **given)
    return Clients(client, (client,))


def _common() -> dict[str, Any]:
    return {
        "socket_connect_timeout": CONNECT_SECONDS,
        "socket_timeout": REPLY_SECONDS,
        "retry": Retry(NoBackoff(), 0),
        "protocol": 2,
    }


def _parsed(url: str, port: int) -> tuple[list[tuple[str, int]], str, dict[str, Any]]:
    """Return the parts of an address with several hosts: hosts, path, redis-py's options."""
    parts = urlsplit(url)
    user, at, hosts = parts.netloc.rpartition("@")
    nodes = []
    for host in hosts.split(","):
        one = urlsplit(f"//{host}")
        if not one.hostname:
            raise ValueError
        nodes.append((one.hostname, one.port or port))
    asked = dict(parse_qsl(parts.query, strict_parsing=bool(parts.query)))
    extra = {name: asked.pop(name) for name in SENTINEL_OPTIONS if name in asked}
    options: dict[str, Any] = dict(parse_url(f"{parts.scheme}://{user}{at}one?{urlencode(asked)}"))
    options.pop("host")
    if options.pop("connection_class", None) is SSLConnection:
        options["ssl"] = True
    return nodes, unquote(parts.path.strip("/")), options | extra
