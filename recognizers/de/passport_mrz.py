"""The lines of a passport, identity card or visa that machines read (MRZ), as one value.

Three lines of 30 signs (TD1), two of 36 (TD2) or of 44 (TD3); of any country.
Source: ICAO Doc 9303 parts 3 to 7, https://www.icao.int/publications/doc-series/doc-9303
"""

from __future__ import annotations

import re
from itertools import cycle

from recognizers.base.recognizer import CERTAIN, Form, PatternRecognizer
from recognizers.base.writing import BLANK

S = "[A-Z0-9<]"
BREAK = rf"(?:{BLANK}{{0,4}}(?:\r?\n|\\n){BLANK}{{0,4}}(?:>{BLANK}{{0,2}})?|{BLANK}{{1,4}})"
FRONT = r"(?<![A-Z0-9<])[ACIPV][A-Z<][A-Z<]{3}"
OVER = r"(?![A-Z0-9<])"
DATES = r"[0-9<]{6}[0-9<]"
AS_BIRTH_AND_EXPIRY = rf"{DATES}[MFX<]{DATES}"
TD1 = rf"{FRONT}{S}{{25}}{BREAK}{AS_BIRTH_AND_EXPIRY}{S}{{15}}{BREAK}[A-Z<]{{30}}{OVER}"
TD2 = rf"{FRONT}[A-Z<]{{31}}{BREAK}{S}{{10}}[A-Z<]{{3}}{AS_BIRTH_AND_EXPIRY}{S}{{8}}{OVER}"
TD3 = rf"{FRONT}[A-Z<]{{39}}{BREAK}{S}{{10}}[A-Z<]{{3}}{AS_BIRTH_AND_EXPIRY}{S}{{16}}{OVER}"
# A line on its own: the name, or what stands below it.
NAME = rf"(?<![A-Z0-9<])(?=[A-Z<]{{1,42}}<<)(?:{FRONT}(?:[A-Z<]{{31}}|[A-Z<]{{39}})){OVER}"
CARD_NUMBER = rf"{FRONT}[A-Z0-9<]{{9}}[0-9<](?=[0-9A-Z]{{0,14}}<){S}{{14}}<{OVER}"
CARD_NAME = (
    rf"(?<![A-Z0-9<])(?=[A-Z<]{{1,27}}<<[A-Z])(?=[A-Z<]{{3,28}}<<)[A-Z][A-Z<]{{28}}[A-Z<]{OVER}"
)
LOWER_LINE = (
    rf"(?<![A-Z0-9<])(?:(?:{S}{{10}}[A-Z<]{{3}})?{AS_BIRTH_AND_EXPIRY}"
    rf"(?:{S}{{15}}|{S}{{8}}|{S}{{16}})){OVER}"
)
_DATED = re.compile(rf"(?P<birth>{DATES})[MFX<](?P<expiry>{DATES})")


def has_check_digits(value: str) -> bool:
    """Return whether birth and expiry carry the right check digit (weights 7, 3, 1)."""
    for dated in _DATED.finditer(value):
        if all(_fits(dated[part]) for part in ("birth", "expiry")):
            return True
    return False


def has_document_digit(value: str) -> bool:
    """Return whether the number in the first line of a card carries the right check digit."""
    return _fits(value[5:15]) or value[14] == "<"


def _fits(signs: str) -> bool:
    total = sum(
        int(sign, 36) * weight
        for sign, weight in zip(signs[:-1].replace("<", "0"), cycle((7, 3, 1)))
    )
    return signs[-1] == str(total % 10)


CARD = (
    "IDD<<L01X00T471<<<<<<<<<<<<<<<\n6408125<2010315D<<<<<<<<<<<<<4\nMUSTERMANN<<ERIKA<<<<<<<<<<<<<"
)
PASSPORT = (
    "P<D<<MUSTERMANN<<ERIKA<<<<<<<<<<<<<<<<<<<<<<\nC01X00T478D<<6408125F1010318<<<<<<<<<<<<<<<4"
)

recognizer = PatternRecognizer(
    entity="DE_PASSPORT_MRZ",
    label="passport_mrz",
    forms=(
        *(
            Form(pattern=lines, score=CERTAIN, is_valid=has_check_digits)
            for lines in (TD1, TD2, TD3)
        ),
        *(Form(pattern=lines, score=0.9) for lines in (TD1, TD2, TD3)),
        Form(pattern=CARD_NUMBER, score=0.8, is_valid=has_document_digit),
        Form(pattern=LOWER_LINE, score=0.9, is_valid=has_check_digits),
        *(Form(pattern=line, score=0.8) for line in (NAME, CARD_NAME)),
    ),
    examples=(
        f"«{CARD}»",
        f"«{PASSPORT}»",
        "«IDD<<MUSTERMANN<<ERIKA<<<<<<<<<<<<<<\n1220001297D<<6408125<1110078<<<<<<<0»",
        "MRZ: «P<D<<MUSTERMANN<<ERIKA<<<<<<<<<<<<<<<<<<<<<<»",
        "zweite Zeile «C01X00T478D<<6408125F1010318<<<<<<<<<<<<<<<4».",
        "> «" + CARD.replace("\n", "\n> ") + "»",
        "«" + CARD.replace("\n", " ") + "»",
    ),
    counterexamples=(
        "cout << IDD << endl;",
        "PASSPORT<<<<<<<",
        "<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<",
        "<<<<<<< HEAD",
        "C01X00T478D<<6408124F1010318<<<<<<<<<<<<<<<4",
    ),
)
