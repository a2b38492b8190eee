"""Failures of Redis: what each cause means, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping

from redis.exceptions import (
    AuthenticationError,
    AuthenticationWrongNumberOfArgsError,
    NoPermissionError,
    OutOfMemoryError,
    ReadOnlyError,
    ResponseError,
)
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import TimeoutError as RedisTimeoutError

from service.errors import VaultError
from service.observability.causes import cause_of

SENTENCES: Mapping[str, str] = {
    "refused": "Redis refused the connection: nothing listens there. Check that it runs, and host"
    " and port in DECKNAME_VAULT_URL.",
    "unreachable": "There is no way to Redis from this network. Check routes and network policies.",
    "dns": "The host name of Redis could not be resolved. Check DECKNAME_VAULT_URL.",
    "tls": "No TLS connection to Redis: its certificate is not trusted or is for another name, ours"
    " was refused, or one side speaks no TLS. Check redis or rediss in DECKNAME_VAULT_URL, and"
    " DECKNAME_VAULT_TLS_….",
    "answer_timeout": "Redis did not answer in time.",
    "closed": "Redis closed the connection. One that wants TLS does so where DECKNAME_VAULT_URL"
    " says redis and not rediss.",
    "authentication": "Redis wants a user or password, or refuses the one in DECKNAME_VAULT_URL.",
    "not_allowed": "The user of Redis may not do this; the rights it needs stand in"
    " docs/configuration.md.",
    "read_only": "The Redis that answers is a replica, which takes no values.",
    "full": "Redis is full: give it more memory.",
}
# Redis tells these in the words of a plain error, depending on its version.
ASKS_FOR_PASSWORD = ("NOAUTH", "WRONGPASS", "invalid username-password", "Authentication required")
KINDS: Mapping[type[Exception], str] = {
    AuthenticationError: "authentication",
    AuthenticationWrongNumberOfArgsError: "authentication",
    NoPermissionError: "not_allowed",
    OutOfMemoryError: "full",
    ReadOnlyError: "read_only",
}


def failure(cause: str | None) -> VaultError:
    """Return the error for a cause, in fixed words."""
    told = SENTENCES.get(cause or "", "")
    return VaultError(cause=cause, reason=f"{VaultError.sentence} {told}".rstrip())


def redis_cause(error: Exception) -> str | None:
    """Return the word for what went wrong on the way to Redis; None for what is not known."""
    for kind, cause in KINDS.items():
        if isinstance(error, kind):
            return cause
    if isinstance(error, ResponseError):
        return "authentication" if str(error).startswith(ASKS_FOR_PASSWORD) else None
    if isinstance(error, TimeoutError | RedisTimeoutError):
        return "answer_timeout"
    return cause_of(error) or ("closed" if isinstance(error, RedisConnectionError) else None)
