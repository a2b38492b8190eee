"""The edges of values that the language model found: without marks and what is beside them.

A model takes a bullet, a dash or the next cell of a row for a part of a value now and then, and a
lone title for a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from service.text.names import titles

PERSON = "PERSON"
ADDRESS = "ADDRESS"
# Other titles may be a part of a place: "Dr. Muster Straße", "Lord Street".
SALUTATION = re.compile(r"(?:(?:Frau|Herrn?|Hr\.|Fr\.|Familie|Family|Eheleute)[ \t]+)+(?=\S)")
# Cells of a row, values of a list in quotes, elements.
BETWEEN = re.compile(r"[;|\t]\s*|['\"], ?['\"]|</?[A-Za-z][\w.:-]{0,40}>?")
MARKS_BEFORE = " \t\r\n\u00a0.,;:!?#*•·‣▪–—-_/\\|=~>)]}"
MARKS_BEHIND = " \t\r\n\u00a0,;:#*•·–—-_/\\|=~<([{"
QUOTES = "\"'`´„“”‚‘«»‹›"
PAIRS = {")": "(", "]": "[", "}": "{"}
WORTH = re.compile(r"[^\W_]")
NO_CELL = re.compile(r"[^\WA-ZÄÖÜ\d_][^\WA-ZÄÖÜ\d]*")  # `aktiv`, the next cell
PARTY = (
    r"(?:(?:Wider)?[Kk]läger|Beklagte|Antragsteller|Antragsgegner|Schuldner|Gläubiger|[Mm]ieter"
    r"|(?:Unter|[Vv]er)mieter|(?:Ver)?[Kk]äufer|Zeuge|Zeugin|Obfrau|Obmann|Patient|Kunde|Kundin)"
)
DAY = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Mo|Di|Mi|Do|Fr|Sa|So)"
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
# The cell of a row behind "MA,01852" or "DD1 4QA", where both end an address but for a country.
CELL = r"(?:(?<=[A-Z]{2},[0-9]{5})|(?<=[0-9][A-Z]{2})),(?! |US|UK|GB|IE|United|Ireland)"
# What no address goes on with: who lives there, the next person, the day.
NEXT = re.compile(
    rf"\s*[–—-]\s*(?:die |der |den )?{PARTY}\w{{0,3}}\b"
    rf"|[\s,]+{DAY}[a-z]{{0,6}}\.?, (?:{MONTH}|[0-9])"
    rf"|\s*\n\s*(?:{titles.WORD}|Familie|Family)(?!\w)"
    rf"|{CELL}"
)


def fitted(text: str, start: int, end: int, entity: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of text[start:end] that are values of `entity`; none for a lone title."""
    place = start
    for mark in (*BETWEEN.finditer(text, start, end), None):
        cell = (place, mark.start() if mark else end)
        place = mark.end() if mark else end
        if entity == ADDRESS:
            cell = _address(text, *cell)
        first, last = _bare(text, *cell)
        first = _behind_title(text, first, last, entity)
        whole = cell == (start, end)
        if first < last and _is_value(text[first:last], whole=whole):
            yield first, last


def _address(text: str, start: int, end: int) -> tuple[int, int]:
    found = NEXT.search(text, start, end)
    return (start, found.start()) if found and found.start() > start else (start, end)


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out the marks around a value, and a bracket or a quote without its other half."""
    while start < end and (text[start] in MARKS_BEFORE or _is_lone(text, start, end, start)):
        start += 1
    while end > start and (text[end - 1] in MARKS_BEHIND or _is_lone(text, start, end, end - 1)):
        end -= 1
    return start, end


def _behind_title(text: str, start: int, end: int, entity: str) -> int:
    if entity == PERSON:
        return titles.leading(text, start, end)
    found = SALUTATION.match(text, start, end)
    return found.end() if found else start


def _is_lone(text: str, start: int, end: int, place: int) -> bool:
    sign = text[place]
    inside = text[start:end]
    if sign in "([{":
        return not any(PAIRS[one] == sign for one in inside if one in PAIRS)
    if sign in PAIRS:
        return PAIRS[sign] not in inside
    return sign in QUOTES


def _is_value(value: str, *, whole: bool) -> bool:
    if not WORTH.search(value) or titles.is_title(value):
        return False
    return whole or NO_CELL.fullmatch(value) is None
