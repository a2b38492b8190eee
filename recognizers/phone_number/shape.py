"""Whether digits look like a telephone number, from the way they are written alone."""

from __future__ import annotations

import re
from enum import Enum, auto

import phonenumbers

from recognizers.base.writing import BLANKS, DASHES, compact

INTERNATIONAL = re.compile(r"\(?\s?(?:\+|00[1-9])")
US = re.compile(
    rf"(?:1[{BLANKS}.{DASHES}])?(?:\([2-9][0-9]{{2}}\)[{BLANKS}{DASHES}]{{0,2}}"
    rf"|[2-9][0-9]{{2}}[.{DASHES}])[2-9][0-9]{{2}}[{BLANKS}.{DASHES}][0-9]{{4}}(?:\D.*)?"
)
# An area code of at least three digits (Vienna: 01), with something after it that sets it apart.
NATIONAL = re.compile(
    rf"\(?0(?:[1-9][0-9]{{1,4}}|1(?=\D{{1,3}}[0-9]{{3}}))\)?[{BLANKS}{DASHES}()./]"
)
GERMAN_MOBILE = re.compile(r"01(?:5[0-9]|6[0239]|7[0-9])[0-9]{7,8}")
BRITISH_MOBILE = re.compile(r"07[0-9]{9}")
EXTENSION = re.compile(r"\s*[A-Za-z]")
COUNTRIES = (49, 43, 41, 44)  # DE, AT, CH, GB: all write a 0 before the area code at home
FEWEST_NATIONAL = 8
FEWEST_INTERNATIONAL = 8


class Shape(Enum):
    """How a number is written: with a country code, with an area code, or as bare digits."""

    INTERNATIONAL = auto()
    NATIONAL = auto()
    BARE = auto()
    NONE = auto()


def shape(value: str) -> Shape:
    """Return how `value` is written, `NONE` when it is no telephone number by itself."""
    digits = compact(EXTENSION.split(value, maxsplit=1)[0])
    if INTERNATIONAL.match(value):
        return Shape.INTERNATIONAL if _possible(value, digits) else Shape.NONE
    if US.fullmatch(value):
        return Shape.NATIONAL
    if len(digits) < FEWEST_NATIONAL or not digits.startswith("0"):
        return Shape.NONE
    if NATIONAL.match(value):
        british = BRITISH_MOBILE.fullmatch(digits)
        return Shape.NATIONAL if british or _known(digits) else Shape.NONE
    return Shape.BARE if value == digits and GERMAN_MOBILE.fullmatch(digits) else Shape.NONE


def _possible(value: str, digits: str) -> bool:
    """Return whether the country has numbers of this length; a made-up one is enough."""
    if len(digits) < FEWEST_INTERNATIONAL:
        return False
    country = digits.removeprefix("00") if "+" not in value else digits
    try:
        # Country code and (0) both written: +49 (0) 170 …
        return phonenumbers.is_possible_number(phonenumbers.parse(f"+{country}"))
    except phonenumbers.NumberParseException:
        return False


def _known(digits: str) -> bool:
    return any(_valid(country, digits[1:]) for country in COUNTRIES)


def _valid(country: int, national: str) -> bool:
    """Return whether the numbering plan has `national`; without a parse, which is slow."""
    number = phonenumbers.PhoneNumber(country_code=country, national_number=int(national))
    return phonenumbers.is_valid_number(number)
