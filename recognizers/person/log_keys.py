"""Names of people in log lines, code and trailers: `owner="…"`, `Signed-off-by: …`, `TODO(erika)`.

A name here has two words or more: a lone one may be the name of an account or of anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.base.recognizer import Match
from recognizers.base.writing import lowered
from recognizers.person.words import FULL_NAME, is_name

SCORE = 0.9
HANDLE_SCORE = 0.86
QUOTE = r"(?:\\?[\"'`]|[„“«])"
ROLE = (
    r"user|owner|assignee|author|customer|client|reviewer|reporter|approver|committer|maintainer"
    r"|requester|recipient|sender|contact|employee|manager|operator|patient|driver|caller|agent"
    r"|creator|editor|holder|tenant|member|person|kunde|nutzer|benutzer|bearbeiter|besitzer"
    r"|eigent(?:ü|ue)mer|verantwortlich|zuständig|autor|ersteller|empfänger|absender|mitarbeiter"
)
# All of them are looked for in the lower-case text.
KEY = re.compile(
    rf"(?:(?:{ROLE})(?:in)?(?:[ _.-]?name)?|(?<![^\W_])name|by"
    rf"|(?:full|display|real|cardholder)[_-]?name){QUOTE}?[ ]?(?:=>|:=|[=:])[ \t]{{0,3}}"
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
_NO_HANDLE = """
    later now soon never urgent important maybe perf performance security docs doc test tests
    testing refactor refactoring cleanup clean api ui ux db sql css html i18n l10n a11y core release
    next backend frontend mobile web team all none tbd todo fixme bug issue ticket high low medium
    critical major minor blocker prod production dev staging legacy deprecated upstream external
    spaeter später dringend wichtig sicherheit aufräumen typing types lint style config build ci
    infra ops auth cache async sync error errors logging log name username user author owner me you
    string int bool void args self this null true false nobody anyone someone compat optimize
    version feature hack workaround temp tmp remove rename delete migration migrate
"""
NO_HANDLE = frozenset(_NO_HANDLE.split())


def names(text: str) -> Iterator[Match]:
    """Give the names behind keys and trailers, and the handles in marks of code."""
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
    """Say whether it is `ABC`, an abbreviation, or `lower-case-words`, the name of a thing."""
    return (value.isupper() and len(value) <= len("ABC")) or "-" in value
