"""The sockets that the service listens on, and in one sentence why an address cannot be used."""

from __future__ import annotations

import errno
import socket
from contextlib import ExitStack
from typing import Any

HOW = "choose another with --port or DECKNAME_PORT"


class AddressError(ValueError):
    """The service cannot listen on this address."""


def bind(host: str, port: int) -> list[socket.socket]:
    """Return a socket for each address of `host`, bound and not yet listening.

    Raises AddressError.
    """
    with ExitStack() as opened:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
            sockets = [
                opened.enter_context(_bound(family, address))
                for family, _, _, _, address in dict.fromkeys(found)
            ]
        except OSError as error:
            raise AddressError(_why(host, port, error)) from None
        opened.pop_all()
    return sockets


def _bound(family: int, address: Any) -> socket.socket:
    one = socket.socket(family, socket.SOCK_STREAM)
    try:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            one.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        one.bind(address)
    except OSError:
        one.close()
        raise
    return one


def _why(host: str, port: int, error: OSError) -> str:
    """Return what is wrong with an address, and what to do."""
    if error.errno == errno.EADDRINUSE:
        return f"port {port} of {host} is in use: {HOW}."
    if error.errno == errno.EACCES:
        return f"port {port} may not be used without more rights: {HOW} (1024 or above)."
    return f"{host} is no address of this machine: choose another with --host or DECKNAME_HOST."
