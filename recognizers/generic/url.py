"""Links that lead to a person: with credentials, a query, or the name of an account.

A plain public link (https://example.org/docs) says nothing about anybody and is not found.
Source: RFC 3986, https://www.rfc-editor.org/rfc/rfc3986
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.base.recognizer import Match, SearchRecognizer

# A scheme is read from where a run of its characters begins; the rest ends at what no link holds.
LINK = re.compile(
    r"(?<![A-Za-z0-9+.@-])(?:[A-Za-z][A-Za-z0-9+.-]{1,19}+://|[Ww]{3}\.)[^\s<>\"`\\|{}«»„“”]++"
)
CLOSING = ".,;:!?'’*_"
PAIRS = {")": "(", "]": "["}
ACCOUNT = re.compile(
    r"/(?:users?|u|profiles?|profil|people|members?|accounts?|customers?|kunden?|nutzer|benutzer"
    r"|mitarbeiter|in)/[^/]|/[~@][^/]|@|%40",
    re.IGNORECASE,
)
SCORE = 0.7


def _search(text: str) -> Iterator[Match]:
    for found in LINK.finditer(text):
        link = _without_closing(found[0])
        if _leads_to_person(link):
            yield Match(found.start(), found.start() + len(link), SCORE)


def _without_closing(link: str) -> str:
    """Return `link` without the punctuation of the sentence around it."""
    end = len(link)
    surplus = {close: link.count(close) - link.count(open_) for close, open_ in PAIRS.items()}
    while end:
        sign = link[end - 1]
        if surplus.get(sign, 0) > 0:
            surplus[sign] -= 1
        elif sign not in CLOSING:
            break
        end -= 1
    return link[:end]


def _leads_to_person(link: str) -> bool:
    _, _, rest = link.rpartition("://") if link.count("://") == 1 else link.partition("://")
    address, _, fragment = (rest or link).partition("#")
    address, _, query = address.partition("?")
    host, _, path = address.partition("/")
    told = bool(query) or "=" in fragment or "@" in fragment
    return bool(host) and (told or "@" in host or ACCOUNT.search(f"/{path}") is not None)


recognizer = SearchRecognizer(
    entity="URL",
    label="url",
    search=_search,
    examples=(
        "Siehe «https://example.org/kunde?id=4711».",
        "(«https://example.org/users/erika.musterfrau»)",
        "«http://max:geheim@example.org/»",
        "«postgres://deckname:geheim@db.example.org:5432/kunden»",
        "«https://müller.example/~max»",
        "www: «www.example.org/profile/max-muster»!",
        "[Profil](«https://example.org/in/max-muster»)",
        "«https://example.org/abmelden#token=abc»",
        "«https://example.org/karte_(alt)?q=Musterweg»",
    ),
    counterexamples=(
        "https://example.org",
        "https://example.org/docs/index.html",
        "www.example.org",
        "main.py",
        "z.B.am gut.So Ende.De",
        "https://example.org/docs#abschnitt-2",
    ),
)
