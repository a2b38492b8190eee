"""Names beside an office in signatures: `i. A. Muster`, or on the line above `Rechtsanwältin`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.base.recognizer import Match
from recognizers.person.words import DEGREE, DEPUTY, NAME, is_name, is_role

# As much as a guess of the model: of both, the longer name is the whole one.
SCORE = 0.85
TITLE = rf"(?:{DEGREE}[ ]){{0,3}}"
SIGNED = re.compile(
    rf"(?<![\w.])(?:{DEPUTY}|ppa|p\.p\.|sgd|[Ii]m Auftrag:?)[ \t]{{1,3}}"
    rf"{TITLE}(?P<name>{NAME})(?![\w])"
)
ABOVE = re.compile(
    rf"^[ \t>]{{0,4}}{TITLE}(?P<name>{NAME})[ \t]{{0,3}}\r?\n[ \t>]{{0,4}}"
    r"(?P<office>[^\W\d_]{3,40})(?=[ \t]{0,3}\r?$|[ ,/&][^\n.:;=]{1,40}\r?$)",
    re.MULTILINE,
)


def names(text: str) -> Iterator[Match]:
    """Yield the names that stand behind a mark for a deputy, or alone above an office."""
    for found in SIGNED.finditer(text):
        if is_name(found["name"]):
            yield Match(*found.span("name"), SCORE)
    for found in ABOVE.finditer(text) if "\n" in text else ():
        if is_role(found["office"]) and found["office"][0].isupper() and is_name(found["name"]):
            yield Match(*found.span("name"), SCORE)
