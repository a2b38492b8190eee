"""Addresses as they are written in Britain and in the United States."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from recognizers.address.towns import ENGLISH_TOWN, STATE_NAME
from recognizers.address.words import ADDRESS_WORDS
from recognizers.base.lexicon import alternation, words
from recognizers.base.recognizer import Match
from recognizers.base.writing import BLANKS

BLANK = f"[{BLANKS}]"
LINE = (
    rf"(?:{BLANK}{{0,2}},{BLANK}{{0,2}}(?:\r?\n{BLANK}{{0,2}})?"
    rf"|{BLANK}?\r?\n{BLANK}{{0,2}}|{BLANK})"
)
STRONG = alternation(words("street_words", "street"))
# Also names of other things, so they need a town behind them or a word before.
WEAK = alternation(words("street_words", "place"))
DWELLING = alternation(words("street_words", "dwelling"))
HOUSE = alternation(words("street_words", "dwelling", "named"))
NOT_A_MONTH = "(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*(?!\\w))"
WORD = r"(?:[A-Z][\w'’.-]{0,30}|[0-9]{1,3}(?:st|nd|rd|th))"
UNIT = (
    rf"(?:{LINE}(?:(?:Apt|Apartment|Suite|Ste|Unit|Floor|Fl|Flat|Room)\.?{BLANK}?#?|#{BLANK}?)"
    rf"[0-9A-Z]{{1,6}}\b|,{BLANK}(?:[0-9]{{1,2}}(?:st|nd|rd|th)|First|Second|Third|Ground|Top)"
    rf"{BLANK}(?i:floor)\b){{0,2}}"
)
STATE = (
    "(?:A[AEKLPRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]"
    "|T[NX]|UT|V[AT]|W[AIVY])"
)
TOWN = rf"[A-Z][A-Za-z'’.-]{{1,30}}(?:{BLANK}[A-Z][A-Za-z'’.-]{{1,30}}){{0,2}}"
ZIP = r"[0-9]{5}(?:-[0-9]{4})?(?![\w-])"
# British and Irish ones.
POSTCODE = (
    rf"(?:[A-Z]{{1,2}}[0-9][0-9A-Z]?{BLANK}?[0-9][A-Z]{{2}}"
    rf"|[AC-FHKNPRTV-Y][0-9][0-9W]{BLANK}?[0-9AC-FHKNPRTV-Y]{{4}})(?!\w)"
)
COUNTRY = (
    rf"(?:{LINE}(?:USA|U\.S\.A\.|United[ ]States|United[ ]Kingdom|UK|England|Scotland|Wales"
    r"|Ireland)\b)?"
)
AMERICAN = rf"{TOWN},?{BLANK}{STATE}{BLANK}{ZIP}{COUNTRY}"
BRITISH = (
    rf"(?:{LINE}[A-Z][A-Za-z'’.-]{{1,30}}+(?!\w)(?:(?<=Dublin){BLANK}[0-9]{{1,2}}W?)?){{0,6}}+"
    rf"{LINE}{POSTCODE}{COUNTRY}"
)
# Behind a street the state tells the town, also without its code.
NO_ZIP = rf",{BLANK}(?:{TOWN},{BLANK}(?:{STATE}|{STATE_NAME})\b|{ENGLISH_TOWN})"
TAIL = rf"(?P<town>{LINE}{AMERICAN}|{BRITISH}|{NO_ZIP})?"
BEGIN = r"(?<![\w.,/:€$£#-])"
FLAT = (
    rf"(?:(?:Flat|Unit|Apartment|Apt\.?|Suite|Room|Block){BLANK}[0-9A-Z]{{1,4}}{LINE}"
    rf"(?:(?:[A-Z][\w'’-]{{1,30}}{BLANK}){{1,3}}(?:{HOUSE}|Court){LINE})?)?"
)
NUMBER = r"(?P<number>[1-9][0-9]{0,4}[A-Za-z]?(?:[-–][0-9]{1,4}[A-Za-z]?)?)"
STREET = re.compile(
    rf"{BEGIN}{FLAT}{NUMBER}{BLANK}(?:{WORD}{BLANK}){{1,4}}?"
    rf"(?:(?P<strong>{STRONG}|{STRONG.upper()})|(?P<weak>{WEAK}|{WEAK.upper()}))\b\.?"
    rf"(?:{BLANK}(?:NE|NW|SE|SW|N|S|E|W)\b\.?)?{UNIT}{TAIL}"
)
# Any name with a number before it, or a house with a name, when a town with its code follows.
ANY_STREET = re.compile(
    rf"{BEGIN}{FLAT}{NUMBER}{BLANK}{NOT_A_MONTH}{WORD}(?:{BLANK}{WORD}){{0,4}}"
    rf"(?:{UNIT}{BLANK}?(?:,{BLANK}?|,?\r?\n){AMERICAN}|{BRITISH})"
)
NAMED_HOUSE = re.compile(
    rf"{BEGIN}(?:Unit{BLANK}[0-9A-Z]{{1,4}}{LINE})?(?:[A-Z][\w'’-]{{1,30}}{BLANK}){{1,3}}?(?:{HOUSE})"
    rf"(?!\w){BRITISH}"
)
IN_SMALL_LETTERS = re.compile(
    rf"""
    {BEGIN}
    (?:
        [1-9][0-9]{{0,4}}[a-z]?{BLANK}(?:[a-z][a-z'’-]{{0,20}}{BLANK}){{1,4}}?
            (?:{STRONG.lower()}|{WEAK.lower()})\b\.?                   # 12 sample road
        | p\.?{BLANK}?o\.?{BLANK}?box{BLANK}[0-9]{{1,6}}               # po box 12
    )
    (?:{LINE}[a-z][a-z'’-]{{1,30}}(?!\w)){{1,4}},?                     # , springfield
    (?:
        {BLANK}(?i:{STATE}){BLANK}{ZIP}                                # il 62704
        | {LINE}(?i:{POSTCODE})                                        # ls1 4ap
    )
    """,
    re.VERBOSE,
)
BOX = re.compile(
    rf"""
    (?<!\w)
    (?i:
        (?:P\.?{BLANK}?O\.?{BLANK}?Box|Post{BLANK}Office{BLANK}Box|POB|PMB)
            \.?{BLANK}?(?:(?:\#|No\.?|Nr\.?){BLANK}?)?                 # P.O. Box 123, POB #12
        | (?:RR|HC|PSC|CMR|Rural{BLANK}Route){BLANK}[0-9]{{1,5}}
            ,?{BLANK}Box{BLANK}                                        # RR 2 Box 15, PSC 3, Box 12
    )
    [0-9]{{1,6}}(?![\w])
    {TAIL}
    """,
    re.VERBOSE,
)
HOUSE_BEFORE = re.compile(
    rf"(?<![\w'’-])(?:(?:[A-Z][\w'’-]{{1,30}}{BLANK}){{1,3}}"
    rf"(?:{DWELLING}|Court)"
    rf"|(?:An|Tigh|Taigh|T[yŷ])(?:{BLANK}(?:na|an|y|yr|Mawr))?{BLANK}[A-Z][\w'’-]{{1,30}})"
    rf"(?:{BLANK}?,{BLANK}|,?\r?\n)\Z"
)
# The name of a house makes sure that what follows the street is a town.
BESIDE_HOUSE = re.compile(
    rf",{BLANK}[A-Z][a-z]{{2,30}}(?:-[A-Z]?[a-z]{{2,20}}){{0,3}}(?=[,.;)\n]|\Z)"
)
TOWN_ALONE = re.compile(
    rf"(?<![\w-]){TOWN}(?:(?P<comma>,)|{BLANK}){BLANK}?{STATE}{BLANK}(?P<zip>{ZIP}){COUNTRY}"
)
SHORTENED = ("St", "Dr", "Ct", "Pl", "Cir")
GOES_ON = re.compile(r"\.?\s*[A-Z]")
YEAR = re.compile(r"(?:19|20)[0-9]{2}\Z")
CLOSING = " .\u00a0"
LOOK_BACK = 60
FULL = 0.9
LIKELY = 0.6
PERHAPS = 0.5


def addresses(text: str) -> Iterator[Match]:
    """Yield the addresses in `text`; some may overlap."""
    for found in STREET.finditer(text):
        score = _score(text, found)
        if score:
            street = whole(found, score)
            house = HOUSE_BEFORE.search(text, max(0, street.start - LOOK_BACK), street.start)
            town = BESIDE_HOUSE.match(text, street.end) if house else None
            start = house.start() if house else street.start
            yield replace(street, start=start, end=town.end() if town else street.end)
    for form in (ANY_STREET, NAMED_HOUSE, IN_SMALL_LETTERS, BOX):
        for found in form.finditer(text):
            yield whole(found, FULL)
    for found in TOWN_ALONE.finditer(text):
        # Without a comma it may be a model or an error: "Version IN 12345".
        if found["comma"] or "-" in found["zip"] or ADDRESS_WORDS.near(text, *found.span()):
            yield whole(found, FULL)


def whole(found: re.Match[str], score: float) -> Match:
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
