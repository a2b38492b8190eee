"""Bank accounts (IBAN), in whatever groups they are written.

Source: ISO 13616, https://www.swift.com/resource/iban-registry-pdf
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from stdnum import iban, numdb
from stdnum.iso7064 import mod_97_10

from recognizers.base.context import Context
from recognizers.base.recognizer import CERTAIN, Match, SearchRecognizer
from recognizers.base.writing import BLANKS, DASHES, compact

BETWEEN = rf"[{BLANKS}{DASHES}\r\n./]{{0,3}}"
# The word IBAN may be glued to the number; otherwise it starts where a word does.
BEGIN = re.compile(
    rf"(?:(?<![^\W_])|(?<=iban)|(?<=iban[: ]))[a-z]{{2}}{BETWEEN}[0-9]{BETWEEN}[0-9]",
    re.IGNORECASE | re.ASCII,
)
SIGN = re.compile(rf"{BETWEEN}[0-9A-Za-z]")
WRITTEN = re.compile(r"([1-9][0-9]*)!([nac])")
UNCHECKED = 0.6  # the layout of its country, but a check digit that is wrong: a slip or a sample

CONTEXT = Context(("iban*", "*konto*", "bank*", "account*", "sepa*", "überweis*", "kto"))
REGISTRY = numdb.get("iban")


def _search(text: str) -> Iterator[Match]:
    end = 0
    for begin in BEGIN.finditer(text):
        if begin.start() < end:
            continue
        found = _account(text, begin.start())
        if found:
            end = found.end
            yield found


def _account(text: str, start: int) -> Match | None:
    """Return the account number that begins at `start`, as long as its country has it."""
    structure = _structure(text[start : start + 2].upper())
    end = _end(text, start, 4 + sum(int(count) for count, _ in structure))
    if not structure or end is None or text[end : end + 1].isdecimal():
        return None
    number = compact(text[start:end])
    if not _has_layout(number[4:], structure):
        return None
    if mod_97_10.is_valid(number[4:] + number[:4]) and iban.is_valid(number, check_country=False):
        return Match(start, end, CERTAIN)
    likely = text[start : start + 2].isupper() or CONTEXT.near(text, start, end)
    return Match(start, end, UNCHECKED) if likely else None


@cache
def _structure(country: str) -> list[tuple[str, str]]:
    info = REGISTRY.info(country)[0][1]
    return WRITTEN.findall(info.get("bban", ""))


def _end(text: str, start: int, length: int) -> int | None:
    """Return where `length` letters and digits from `start` on end."""
    end = start
    for _ in range(length):
        sign = SIGN.match(text, end)
        if sign is None:
            return None
        end = sign.end()
    return end


def _has_layout(account: str, structure: list[tuple[str, str]]) -> bool:
    place = 0
    for count, kind in structure:
        part = account[place : place + int(count)]
        place += int(count)
        if (kind == "n" and not part.isdigit()) or (kind == "a" and not part.isalpha()):
            return False
    return True


recognizer = SearchRecognizer(
    entity="IBAN_CODE",
    label="iban",
    search=_search,
    examples=(
        "Konto «DE89 3704 0044 0532 0130 00» bei der Bank",
        "IBAN«DE89370400440532013000».",
        "IBAN: «DE 89 370 400 440 532 013 000»",
        "«DE89\u00a03704\u00a00044\u00a00532\u00a00130\u00a000»",
        "«DE89.3704.0044.0532.0130.00»",
        "«DE89 3704 0044\n0532 0130 00»",
        "iban «de89 3704  0044 0532 0130 00»",
        "Wien: «AT61 1904 3002 3457 3201»",
        "Zürich: «CH93-0076-2011-6238-5295-7»",
        "London «GB82 WEST 1234 5698 7654 32»",
        "falsch getippt: «DE12 3456 7890 1234 5678 90»",
    ),
    counterexamples=(
        "DE89 3704 0044 0532",
        "Bestellung DE12345",
        "am 12 3456 7890 1234 5678 90",
        "ZZ89 3704 0044 0532 0130 00",
    ),
)
