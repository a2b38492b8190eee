"""Addresses of machines on the Internet, versions 4 and 6, also whole networks.

Source: RFC 791, RFC 4291, https://www.rfc-editor.org/rfc/rfc4291
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator

from recognizers.base.recognizer import Match, SearchRecognizer

V4 = re.compile(r"(?<![\w.])(?<![0-9][,-])(?:[0-9]{1,3}\.){3}[0-9]{1,3}(?![\w]|[.,][0-9])")
V6 = re.compile(
    r"(?<![\w:.])[0-9A-Fa-f]{0,4}:[0-9A-Fa-f:]{1,40}+(?:(?:\.[0-9]{1,3}){3})?(?![\w.:]\w)"
)
PREFIX = re.compile(r"(?:%[0-9A-Za-z]{1,15})?(?:/[0-9]{1,3}(?![0-9/.]))?")
# Four numbers with dots between them are a version or a heading after such a word.
NUMBERED = re.compile(
    r"(?<![^\W_])(?:versions?|ver|v|release|rev|revision|build|firmware|kapitel|abschnitt|section"
    r"|chapter|ziffer|punkt|absatz|nr|§+|oid)[.:]{0,2}\s{0,2}\Z",
    re.IGNORECASE,
)
LOOK_BACK = 16
SCORE = 0.9
FEW_GROUPS = 2
FULL_GROUP = 4


def _search(text: str) -> Iterator[Match]:
    for found in V4.finditer(text):
        before = text[max(0, found.start() - LOOK_BACK) : found.start()]
        if _names_machine(found[0]) and not NUMBERED.search(before):
            yield _with_prefix(text, found.start(), found.end())
    for found in V6.finditer(text):
        value = found[0] if found[0].endswith("::") else found[0].rstrip(":")
        if _looks_like_v6(value) and _names_machine(value):
            yield _with_prefix(text, found.start(), found.start() + len(value))


def _with_prefix(text: str, start: int, end: int) -> Match:
    found = PREFIX.match(text, end)
    return Match(start, found.end() if found else end, SCORE)


def _names_machine(value: str) -> bool:
    """Return whether `value` tells machines apart, unlike 127.0.0.1 or a mask."""
    try:
        address = ipaddress.ip_address(_without_zeros(value))
    except ValueError:
        return False
    return not (address.is_loopback or address.is_unspecified or value.startswith("255."))


def _without_zeros(value: str) -> str:
    """Return 192.0.2.1 for 192.000.002.001, which the standard library refuses."""
    if ":" in value:
        return value
    return ".".join(str(int(part)) for part in value.split("."))


def _looks_like_v6(value: str) -> bool:
    """Return whether `value` is more than a slice (`[1::2]`) or a name in code (`a::b`)."""
    groups = [group for group in value.split(":") if group]
    long_enough = len(groups) > FEW_GROUPS or (bool(groups) and len(groups[0]) == FULL_GROUP)
    return long_enough and any(sign.isdigit() for sign in value)


recognizer = SearchRecognizer(
    entity="IP_ADDRESS",
    label="ip_address",
    search=_search,
    examples=(
        "Anmeldung von «192.0.2.17».",
        "http «198.51.100.23»:8080",
        "Netz «203.0.113.0/24»",
        "client=«2001:db8::8a2e:370:7334»",
        "[«2001:db8::1»]:443",
        "«fe80::1%eth0»",
        "«::ffff:192.0.2.128»",
        "«2001:db8::/32»",
    ),
    counterexamples=(
        "Version 1.2.3.4",
        "Kapitel 3.1.2.4",
        "127.0.0.1",
        "::1",
        "0.0.0.0:80",
        "255.255.255.0",
        "um 12:30:45 Uhr",
        "std::vector",
        "x[1::2]",
        "00:1a:2b:3c:4d:5e",
        "1.2.3.4.5",
        "300.1.1.1",
    ),
)
