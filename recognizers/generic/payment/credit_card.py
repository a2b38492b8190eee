"""Payment cards: the prefix and length of a known scheme, and the Luhn digit.

Source: ISO/IEC 7812, https://en.wikipedia.org/wiki/Payment_card_number
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum import luhn

from recognizers.base.context import Context
from recognizers.base.recognizer import CERTAIN, Match, SearchRecognizer
from recognizers.base.writing import BLANKS, DASHES, compact

GAP = rf"[{BLANKS}{DASHES}.\r\n]{{1,3}}"
CARD = re.compile(
    rf"""
    (?<![0-9A-Za-z_])(?<![0-9][.,{DASHES}])
    (?:
        (?P<plain>[0-9]{{12,19}})                                      # 4111111111111111
        | (?P<fours>                                                   # 4111 1111 1111 1111
            (?:[0-9]{{4}}{GAP}){{2}}[0-9]{{4}}(?:{GAP})?[0-9]{{1,4}}
        )
            # A fifth group may be a check value or an expiry date that only follows, so it is
            # tried, and given up when the digits do not add up.
            (?:{GAP}[0-9]{{1,3}})?
        | (?P<sixes>[0-9]{{4}}{GAP}[0-9]{{6}}{GAP}[0-9]{{4,5}})        # 3782 822463 10005: Amex
    )
    (?![0-9])
    """,
    re.VERBOSE,
)
SCHEMES = (
    (re.compile(r"4"), (13, 16, 19)),  # Visa
    (re.compile(r"5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720"), (16,)),  # Mastercard
    (re.compile(r"3[47]"), (15,)),  # American Express
    (re.compile(r"30[0-59]|3[689]"), (14, 16, 19)),  # Diners
    (re.compile(r"6011|64[4-9]|65|62|35(?:2[89]|[3-8])"), (16, 17, 18, 19)),  # Discover, JCB
    (re.compile(r"50(?:18|20|38)|5[6-8]|63|67"), (12, 13, 14, 15, 16, 17, 18, 19)),  # Maestro
)
SHORT = 14  # so few digits in one run are more often the number of an article
LINE = 120
FIRST_GROUP = 4
WORD = re.compile(r"\w")
UNCHECKED = 0.6

CONTEXT = Context(
    (
        "*karte*",
        "card*",
        "*creditcard*",
        "visa*",
        "mastercard*",
        "master card",
        "maestro*",
        "amex*",
        "american express",
        "diners*",
        "cc",
        "pan",
    )
)


def is_card(number: str) -> bool:
    """Return whether `number`, digits only, is one that a known scheme could issue."""
    known = any(scheme.match(number) and len(number) in sizes for scheme, sizes in SCHEMES)
    return known and luhn.is_valid(number)


def stands_alone(text: str, start: int, end: int) -> bool:
    """Return whether the line holds nothing else: then no word tells that it is another number."""
    before = text[max(0, start - LINE) : start].rpartition("\n")[2]
    after = text[end : end + LINE].partition("\n")[0]
    return not WORD.search(before) and not WORD.search(after)


def _search(text: str) -> Iterator[Match]:
    place = 0
    while found := CARD.search(text, place):
        start = found.start()
        # A number of four digits before a card is no part of it: go on behind it.
        place = found.end() if found["plain"] else start + FIRST_GROUP
        ends = {found.end(), found.end("fours")} - {-1}
        valid = [end for end in sorted(ends) if is_card(compact(text[start:end]))]
        grouped = found["plain"] is None
        near = CONTEXT.near(text, start, found.end())
        long = found.end() - start >= SHORT
        # One in fifty runs of sixteen digits passes both checks: in a sentence, a word must say so.
        if valid and (near or grouped or (long and stands_alone(text, start, found.end()))):
            yield Match(start, valid[-1], CERTAIN)
            place = found.end()
        elif near and (grouped or long):
            yield Match(start, min(ends), UNCHECKED)
            place = found.end()


recognizer = SearchRecognizer(
    entity="CREDIT_CARD",
    label="credit_card",
    search=_search,
    examples=(
        "Karte «4111 1111 1111 1111», gültig bis 12/27",
        "«5555555555554444»",
        "Kreditkarte: «5555555555554444»",
        "«2223-0031-2200-3222»",
        "Amex «3782 822463 10005»",
        "Diners «3056 930902 5904»",
        "Maestro «6759.6498.2643.8453»",
        "«4111\u00a01111\u00a01111\u00a01111»",
        "«4111 1111\n1111 1111»",
        "«4111 1111 1111 1111» 12/27",
        "card number «1234 5678 9012 3456»",
    ),
    counterexamples=(
        "Auftrag 1234 5678 9012 3456",
        "Sendung 5555555555554444 ist da",
        "EAN 4006381333931",
        "1700000000000",
        "4111 1111 1111",
        "4111 1111 1111 1112",
        "Saldo 4.111.111.111.111.111,00",
    ),
)
