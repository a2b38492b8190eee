"""German number plates: the code of a district, one or two letters, up to four digits, E or H.

Source: Anlage 2 FZV, https://de.wikipedia.org/wiki/Kfz-Kennzeichen_(Deutschland)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.base.context import Context
from recognizers.base.lexicon import words
from recognizers.base.recognizer import Form, Match, SearchRecognizer
from recognizers.base.writing import BLANK, DASH, DASHES

# With those brought back since 2012, and those of the Länder and of the Federation.
DISTRICTS = frozenset(words("districts"))
BEGIN = rf"(?<![^\W_])(?<![^\W_][{DASHES}./])"
END = rf"(?![^\W_]|[{DASHES}/][^\W_]|[.,][0-9])"
DIGITS = r"[1-9][0-9]{0,3}[EH]?"
DASHED = rf"{BEGIN}[A-ZÄÖÜ]{{1,3}}{DASH}[A-Z]{{1,2}}(?:{BLANK}|{DASH})?{DIGITS}{END}"
SPACED = rf"{BEGIN}[A-ZÄÖÜ]{{1,3}}{BLANK}[A-Z]{{1,2}}{BLANK}?{DIGITS}{END}"
JOINT = rf"(?:{BLANK}{{0,2}}[{DASHES}:·•*|]{BLANK}{{0,2}}|{BLANK}{{1,2}}|\r?\n)?"
ANYHOW = (
    rf"{BEGIN}(?i:[A-ZÄÖÜ]{{1,3}}{JOINT}[A-Z]{{1,2}}{JOINT}"
    rf"[1-9][0-9]{{0,3}}(?:{BLANK}?[EH])?){END}"
)
CALLED = re.compile(
    r"(?i:kennzeichen(?:s|-nr\.?)?|nummernschild|number plate|licen[cs]e[ _]plate"
    r"|registration number|kfz-kz\.?|kfz-nr\.?|\bkz\.)"
    r"[\"'*]{0,3}\s{0,2}(?::|=|ist|lautete?|is|war|was)?"
    rf"[\s\"'(*]{{0,4}}(?P<value>{ANYHOW})"
)
WORDS = Context(
    (*words("labels", "plate"), "kfz*", "pkw*", "lkw*", "fahrzeug*", "*auto", "wagen", "*halter",
     "falschparker*", "parkt*", "geparkt*", "parkplatz*", "motorrad*", "vehicle*", "car",
     "cars", "parked", "truck", "van", "zugelassen*", "kz")
)  # fmt: skip
PARTS = re.compile(r"(?P<code>[A-ZÄÖÜ]{1,3})[^A-ZÄÖÜ0-9]*(?P<letters>[A-Z]*)[^A-Z0-9]*(?P<rest>.*)")
# Standards, laws, devices and words in capitals that look like a plate.
NO_LETTERS = frozenset(words("no_plates", "letters"))
NO_CODES = frozenset(words("no_plates", "district"))
FRONT = re.compile(r"(?P<first>[A-ZÄÖÜ]+)(?:[^A-ZÄÖÜ0-9]+(?P<more>[A-Z]+))?")
NO_PLATES = frozenset(words("no_plates", "whole"))
NAME_LENGTH = 5
MOST_SIGNS = 8
FEWEST_SIGNS = 5
FEWEST_DIGITS = 3
YEAR = re.compile(r"(?:19|20)[0-9]{2}\Z")
CAPITALS = re.compile(r"(?<![^\W_])(?!(?:KFZ|PKW|LKW)\b)[A-ZÄÖÜ]{2,}\W{1,2}\Z")
CAPITALS_NEXT = re.compile(r"\s[A-ZÄÖÜ]{2,}(?!\w)")
UNIT = re.compile(rf"{BLANK}?(?:%|€|°|(?:EUR|Euro|Zoll|km|m|cm|mm|kg|g|GB|MB|Uhr|Stück|PS|kW)\b)")


def is_plate(value: str) -> bool:
    """Return whether some way to read `value` has the code of a district and the right length."""
    letters = FRONT.match(value.upper())
    if letters is None or sum(sign.isalnum() for sign in value) > MOST_SIGNS:
        return False
    if letters["more"]:
        return letters["first"] in DISTRICTS
    first = letters["first"]
    return any(first[:cut] in DISTRICTS for cut in range(len(first) - 2, len(first)))


def is_specific(value: str) -> bool:
    """Return whether a plate is more than an abbreviation and a small number."""
    front = value.replace("–", "-")[:NAME_LENGTH]
    return (
        is_plate(value)
        and front not in NO_PLATES
        and sum(sign.isalnum() for sign in value) >= FEWEST_SIGNS
    )


FORMS = (
    Form(pattern=DASHED, score=0.75, is_valid=is_specific),
    Form(pattern=DASHED, score=0.8, is_valid=is_plate, needs_context=True),
)
SPACED_FORM = Form(pattern=SPACED, score=0.5, is_valid=is_plate)


def _search(text: str) -> Iterator[Match]:
    for form in FORMS:
        yield from form.find(text, WORDS)
    for match in SPACED_FORM.find(text, WORDS):
        if _is_likely(text, match):
            yield match
    for called in CALLED.finditer(text):
        start, end = called.span("value")
        if is_plate(called["value"]) and not called["value"].upper().startswith("DIN "):
            yield Match(start, end, 0.85)


def _is_likely(text: str, match: Match) -> bool:
    """Return whether groups with a blank between them are a plate and not words or a standard."""
    parts = PARTS.match(text[match.start : match.end])
    if parts is None or parts["code"] == "DIN" or UNIT.match(text, match.end):
        return False
    if WORDS.near(text, match.start, match.end):
        return parts["letters"] not in NO_LETTERS or parts["code"] not in NO_CODES
    return (
        parts["code"] not in NO_CODES
        and parts["letters"] not in NO_LETTERS
        and sum(sign.isdigit() for sign in parts["rest"]) >= FEWEST_DIGITS
        and not YEAR.match(parts["rest"])
        and not CAPITALS.search(text, max(0, match.start - 20), match.start)
        and not CAPITALS_NEXT.match(text, match.end)
    )


recognizer = SearchRecognizer(
    entity="DE_VEHICLE_PLATE",
    label="vehicle_plate",
    search=_search,
    examples=(
        "Der Wagen «M-AB 1234» parkt falsch.",
        "«B AB 1234»",
        "«M-XY999»",
        "«KA-EF1H»",
        "Ein «LDK-E 77E» stand dort.",
        "«LÖ-AB 12»",
        "Kennzeichen «M XY 9»",
        "amtliches Kennzeichen: «kaef1h»",
        "licence plate «HH AB 123»",
        "Kfz «FÜ AB 5»",
        "«HH-AB-1234»",
    ),
    counterexamples=(
        "bis zu 30",
        "ist am 3",
        "kam um 15",
        "DIN EN 1090",
        "nach DIN EN 1090 Kennzeichen",
        "B 96",
        "A 7",
        "USB C 3",
        "Verordnung EU-VO 2016/679",
        "HD-TV 42",
        "QX-AB 1234",
        "RE NR 1234",
        "WIR SIND IM JAHR ER IN 2019",
        "M-AB 12345",
        "Stufe A-B 1",
    ),
)
