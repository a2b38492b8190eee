"""Checks of addresses in the settings: which are this machine's own, and what none may hold."""

from __future__ import annotations

import ipaddress

from pydantic import HttpUrl


def is_loopback(host: str) -> bool:
    """Return whether `host` is reachable from this machine only."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def check_address(url: HttpUrl) -> None:
    """Raise ValueError, in fixed words, for an address with a user name or password in it."""
    if url.username is not None or url.password is not None:
        raise ValueError("must hold no user name and no password")
