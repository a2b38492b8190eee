"""Addresses as they are written in Britain and in the United States."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers._address_words import ADDRESS_WORDS
from recognizers._writing import BLANKS
from recognizers.base import Match

BLANK = f"[{BLANKS}]"
LINE = (
    rf"(?:{BLANK}{{0,2}},{BLANK}{{0,2}}(?:\r?\n{BLANK}{{0,2}})?"
    rf"|{BLANK}?\r?\n{BLANK}{{0,2}}|{BLANK})"
)
STRONG = (
    r"Street|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Boulevard|Blvd|Crescent|Terrace|Mews|Parkway|Pkwy"
    r"|Highway|Hwy"
)
# Also names of other things, so they need a town behind them or a word before.
WEAK = r"St|Dr|Court|Ct|Way|Place|Pl|Square|Sq|Close|Gardens|Grove|Hill|Circle|Cir|Trail|Row|Walk"
WORD = r"(?:[A-Z][\w'’.-]{0,30}|[0-9]{1,3}(?:st|nd|rd|th))"
UNIT = (
    rf"(?:{LINE}(?:(?:Apt|Apartment|Suite|Ste|Unit|Floor|Fl|Flat|Room)\.?{BLANK}?#?|#{BLANK}?)"
    rf"[0-9A-Z]{{1,6}}\b)?"
)
STATE = (
    "(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]"
    "|T[NX]|UT|V[AT]|W[AIVY])"
)
TOWN = rf"[A-Z][A-Za-z'’.-]{{1,30}}(?:{BLANK}[A-Z][A-Za-z'’.-]{{1,30}}){{0,2}}"
ZIP = r"[0-9]{5}(?:-[0-9]{4})?(?![\w-])"
POSTCODE = rf"[A-Z]{{1,2}}[0-9][0-9A-Z]?{BLANK}?[0-9][A-Z]{{2}}(?!\w)"
COUNTRY = rf"(?:{LINE}(?:USA|U\.S\.A\.|United States|United Kingdom|UK|England|Scotland|Wales)\b)?"
TAIL = (
    rf"(?P<town>{LINE}{TOWN},?{BLANK}{STATE}{BLANK}{ZIP}{COUNTRY}"
    rf"|(?:{LINE}[A-Z][A-Za-z'’.-]{{1,30}}+(?!\w)){{0,6}}+{LINE}{POSTCODE}{COUNTRY})?"
)
STREET = re.compile(
    rf"(?<![\w.,/:€$£#-])(?:(?:Flat|Unit|Apartment){BLANK}[0-9A-Z]{{1,4}}{LINE})?"
    rf"(?P<number>[1-9][0-9]{{0,4}}[A-Za-z]?){BLANK}(?:{WORD}{BLANK}){{1,4}}?"
    rf"(?:(?P<strong>{STRONG})|(?P<weak>{WEAK}))\b\.?(?:{BLANK}(?:NE|NW|SE|SW|N|S|E|W)\b\.?)?"
    rf"{UNIT}{TAIL}"
)
BOX = re.compile(rf"(?<!\w)P\.?{BLANK}?O\.?{BLANK}Box{BLANK}[0-9]{{1,6}}{TAIL}")
TOWN_ALONE = re.compile(rf"(?<![\w-]){TOWN},{BLANK}{STATE}{BLANK}{ZIP}{COUNTRY}")
POSTCODE_ALONE = re.compile(rf"(?<!\w){POSTCODE}")
SHORTENED = ("St", "Dr", "Ct", "Pl", "Cir")
GOES_ON = re.compile(r"\.?\s*[A-Z]")
YEAR = re.compile(r"(?:19|20)[0-9]{2}\Z")
CLOSING = " .\u00a0"
FULL = 0.9
LIKELY = 0.6
PERHAPS = 0.5


def addresses(text: str) -> Iterator[Match]:
    """Give the addresses in `text`; some may overlap."""
    for found in STREET.finditer(text):
        score = _score(text, found)
        if score:
            yield _match(found, score)
    for found in BOX.finditer(text):
        yield _match(found, FULL)
    for found in TOWN_ALONE.finditer(text):
        yield _match(found, FULL)
    for found in POSTCODE_ALONE.finditer(text):
        if ADDRESS_WORDS.near(text, *found.span()):
            yield _match(found, LIKELY)


def _match(found: re.Match[str], score: float) -> Match:
    """Return the match without the full stop that ends the sentence."""
    return Match(found.start(), found.start() + len(found[0].rstrip(CLOSING)), score)


def _score(text: str, found: re.Match[str]) -> float:
    if found["town"]:
        return FULL
    if YEAR.match(found["number"]):
        return 0.0
    if found["strong"] or ADDRESS_WORDS.near(text, found.start(), found.end()):
        return LIKELY
    # "5 Main St" ends here; "5 St. John" and "4 May Dr. Sample" go on.
    short = found["weak"] in SHORTENED and not GOES_ON.match(text, found.end("weak"))
    return PERHAPS if short else 0.0
