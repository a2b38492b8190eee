"""Names of people in log lines, code and trailers: `owner="…"`, `Signed-off-by: …`, `TODO(erika)`.

A name here has two words or more: a lone one may be the name of an account or of anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.base.lexicon import alternation, words
from recognizers.base.recognizer import Match
from recognizers.base.writing import lowered
from recognizers.person.words import FULL_NAME, is_name

SCORE = 0.9
HANDLE_SCORE = 0.86
QUOTE = r"(?:\\?[\"'`]|[„“«])"
ROLE = alternation(words("roles", "key"))
# All of them are looked for in the lower-case text.
KEY = re.compile(
    rf"""
    (?:
        (?:{ROLE})(?:in)?(?:[ _.-]?name)?                              # owner, userName
        | (?<![^\W_])name
        | by                                                           # createdBy
        | (?:full|display|real|cardholder)[_-]?name
    )
    {QUOTE}?[ ]?(?:=>|:=|[=:])[ \t]{{0,3}}
    """,
    re.VERBOSE,
)
TRAILER = re.compile(r"(?:^|(?<=\n))[ \t>#*/|-]{0,6}[a-z]+(?:-[a-z]+){0,3}-by:[ \t]{1,3}")
TAG = re.compile(r"[@\\]author:?[ \t]{1,3}")
QUOTED = re.compile(rf"{QUOTE}(?P<name>{FULL_NAME})(?=\\?[\"'`”“»])")
BARE = re.compile(
    rf"(?P<name>{FULL_NAME})"
    r"(?=[ \t]{0,3}(?:[\r\n<(,;|&\]})]|\.?\Z|\*/|--)|[ \t]{1,3}[\w.-]{1,30}=)"
)
HANDLE = re.compile(
    r"\b(?:TODO|FIXME|XXX|HACK|BUG|OPTIMIZE|REVIEW)\(@?"
    r"(?P<name>[A-Za-z][A-Za-z._-]{1,28}[A-Za-z])\)"
)
NO_HANDLE = frozenset((*words("function_words", "handle"), *words("no_names", "handle")))


def names(text: str) -> Iterator[Match]:
    """Yield the names behind keys and trailers, and the handles in marks of code."""
    lower = lowered(text)
    if "=" in text or ":" in text:
        for found in KEY.finditer(lower):
            yield from _named(text, found, QUOTED)
            if not lower.startswith(("name", "by"), found.start()):
                yield from _named(text, found, BARE)
    if "-by:" in lower:
        for found in TRAILER.finditer(lower):
            yield from _named(text, found, BARE)
    if "author" in lower:
        for found in TAG.finditer(lower):
            yield from _named(text, found, BARE)
    for found in HANDLE.finditer(text):
        if found["name"].lower() not in NO_HANDLE and not _is_ticket(found["name"]):
            yield Match(*found.span("name"), HANDLE_SCORE)


def _named(text: str, label: re.Match[str], value: re.Pattern[str]) -> Iterator[Match]:
    found = value.match(text, label.end())
    if found and is_name(found["name"]):
        yield Match(*found.span("name"), SCORE)


def _is_ticket(value: str) -> bool:
    """Return whether it is `ABC`, an abbreviation, or `lower-case-words`, the name of a thing."""
    return (value.isupper() and len(value) <= len("ABC")) or "-" in value
