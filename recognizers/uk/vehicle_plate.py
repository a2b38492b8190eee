"""British number plates: AB12 CDE since 2001, with the letters of the region, and older forms.

Older ones (A123 BCD, ABC 123D, Northern Ireland ABZ 1234) need a word that says so.
Source: https://en.wikipedia.org/wiki/Vehicle_registration_plates_of_the_United_Kingdom
"""

from __future__ import annotations

from recognizers.base.lexicon import words
from recognizers.base.recognizer import Form, PatternRecognizer
from recognizers.base.writing import BLANK

BEGIN = r"(?<![^\W_])(?<![^\W_]-)"
END = r"(?![^\W_]|-[^\W_])"
REGION = "[A-HK-PRSTV-Y][A-HJ-PR-Y]"
HALF_YEAR = "(?:0[2-9]|[12][0-9]|5[1-9]|[67][0-9])"
LETTERS = "[A-HJ-PR-Z]{3}"
NO_WORD = r"(?!AND|THE|FOR|NOT|BUT|ALL|USB|USD|EUR|GBP|CHF|PDF|UTC|CET|GMT|LED|RAM|SSD)"
GAP = f"(?:{BLANK}|-)?"

recognizer = PatternRecognizer(
    entity="UK_VEHICLE_PLATE",
    label="uk_vehicle_plate",
    forms=(
        Form(pattern=rf"{BEGIN}{REGION}{HALF_YEAR}{BLANK}{NO_WORD}{LETTERS}{END}", score=0.6),
        Form(
            pattern=rf"{BEGIN}(?i:{REGION}{HALF_YEAR}{GAP}{LETTERS}|[A-HJ-NPR-TV-Y][0-9]{{1,3}}{GAP}"
            rf"{LETTERS}|{LETTERS}{GAP}[0-9]{{1,3}}[A-HJ-NPR-TV-Y]|[A-Z]{{0,2}}[IZ][A-Z]?{GAP}"
            rf"[0-9]{{1,4}}){END}",
            score=0.6,
            needs_context=True,
        ),
    ),
    context=words("labels", "plate"),
    examples=(
        "a red car, «AB12 CDE», left",
        "registration number «AB12CDE»",
        "number plate: «ab12 cde»",
        "licence plate «A123 BCD»",
        "vehicle registration «ABC 123D»",
        "number plate «ABZ 1234»",
        "Kennzeichen «BD51 SMR»",
    ),
    counterexamples=(
        "AB12CDE",
        "chip SN74LVC",
        "AB50 CDE",
        "QB12 CDE",
        "AB12 CDQ",
        "type A123 BCD",
        "plate 12 of 20",
        "EN71 AND EN72",
    ),
)
