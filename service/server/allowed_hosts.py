"""Allowed hosts: whom a service without API keys answers, so that no web page calls it.

A page whose name is made to lead to this machine (DNS rebinding) shows that name in `Host`; a page
that calls another address shows its own in `Origin`.
https://fetch.spec.whatwg.org/#origin-header
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.types import Scope

from service.config.url_checks import is_loopback

# A name and perhaps a port; an address of IPv6 stands in brackets.
HOST = re.compile(r"(?:\[(?P<six>[0-9a-fA-F:.]+)\]|(?P<name>[^\[\]:/@\s]+))(?::\d{1,5})?")
# Names that no stranger can register.
PRIVATE = (".localhost", ".local", ".internal", ".svc", ".cluster.local")


@dataclass(frozen=True, slots=True)
class AllowedHosts:
    """The names that `Host` may hold: those of this machine, and those that were set.

    `more` holds names, or `*.name` for all below one. A service that is reached over a network
    (`only_loopback` is false) also answers to bare addresses and to names of private networks:
    what matters is that no stranger owns them.
    """

    more: tuple[str, ...] = ()
    only_loopback: bool = True

    def admits(self, scope: Scope) -> bool:
        """Return whether a request names a host of ours, and comes from no foreign page."""
        hosts, origins = (_headers(scope, name) for name in (b"host", b"origin"))
        return all(map(self._is_ours, hosts)) and all(self._is_near(one, hosts) for one in origins)

    def _is_near(self, origin: str, hosts: Iterable[str]) -> bool:
        """Return whether a page may call: it is of the same host, or of one that was set."""
        try:
            place = urlsplit(origin).netloc
        except ValueError:
            return False
        return bool(place) and (place in hosts or self._is_set(_name(place)))

    def _is_ours(self, host: str) -> bool:
        name = _name(host)
        if is_loopback(name) or name.endswith(PRIVATE[0]) or self._is_set(name):
            return True
        return not self.only_loopback and _is_private(name)

    def _is_set(self, name: str) -> bool:
        return bool(name) and any(
            name.endswith(one[1:]) if one.startswith("*.") else name == one for one in self.more
        )


def _name(host: str) -> str:
    """Return the name in a host, without its port; nothing for what is no host."""
    found = HOST.fullmatch(host)
    return (found["six"] or found["name"]).lower().rstrip(".") if found else ""


def _is_private(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return bool(name) and ("." not in name or name.endswith(PRIVATE))
    return True


def _headers(scope: Scope, wanted: bytes) -> list[str]:
    return [value.decode("latin-1") for name, value in scope["headers"] if name == wanted]
