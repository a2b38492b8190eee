"""Causes of a failed connection, as words of a closed list: what an operator looks for first."""

from __future__ import annotations

import errno
import socket
import ssl
from collections.abc import Iterator
from typing import Literal

Cause = Literal[
    "refused",
    "unreachable",
    "dns",
    "tls",
    "connect_timeout",
    "answer_timeout",
    "closed",
    "too_large",
    "authentication",
    "not_allowed",
    "read_only",
    "full",
]
UNREACHABLE = frozenset({errno.ENETUNREACH, errno.EHOSTUNREACH})


def cause_of(error: BaseException) -> Cause | None:
    """Return the cause that an error, or one that it was raised from, shows; None for others."""
    for one in _chain(error):
        if isinstance(one, socket.gaierror):
            return "dns"
        if isinstance(one, ssl.SSLError):
            return "tls"
        if isinstance(one, OSError) and _refuses(one):
            return "refused"
        if isinstance(one, OSError) and one.errno in UNREACHABLE:
            return "unreachable"
        if isinstance(one, ConnectionError | EOFError):
            return "closed"
    return None


def _refuses(error: OSError) -> bool:
    """Return whether an address refused; of several, asyncio tells the numbers in words alone."""
    number = errno.ECONNREFUSED
    return error.errno == number or (error.errno is None and f"[Errno {number}]" in str(error))


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    found: BaseException | None = error
    while found is not None and id(found) not in seen:
        seen.add(id(found))
        yield found
        found = found.__cause__ or found.__context__
