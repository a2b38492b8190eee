"""The Swiss social security number (AHV-Nummer): 756, nine digits, an EAN-13 check digit.

Source: Art. 50c AHVG, https://de.wikipedia.org/wiki/Sozialversicherungsnummer#Schweiz
"""

from __future__ import annotations

from stdnum.ch import ssn

from recognizers.base.digits import BEGIN, END, GAP
from recognizers.base.recognizer import CERTAIN, Form, PatternRecognizer
from recognizers.base.writing import compact

NUMBER = rf"{BEGIN}756(?:{GAP}?[0-9]){{10}}{END}"


def has_check_digit(value: str) -> bool:
    """Return whether the last digit fits the twelve before it (EAN-13)."""
    return bool(ssn.is_valid(compact(value)))


recognizer = PatternRecognizer(
    entity="CH_AHV",
    label="ahv",
    forms=(
        Form(pattern=NUMBER, score=CERTAIN, is_valid=has_check_digit),
        Form(pattern=rf"{BEGIN}756\.[0-9]{{4}}\.[0-9]{{4}}\.[0-9]{{2}}{END}", score=0.6),
        Form(pattern=NUMBER, score=0.6, needs_context=True),
        # Until 2008: name, year, day, serial.
        Form(
            pattern=rf"{BEGIN}[1-9][0-9]{{2}}\.[0-9]{{2}}\.[0-9]{{3}}\.[0-9]{{3}}{END}",
            score=0.6,
            needs_context=True,
        ),
    ),
    context=(
        "ahv*",
        "avs*",
        "oasi*",
        "nnss*",
        "*versichertennummer*",
        "*versicherten-nr*",
        "sozialversicherung*",
        "social security*",
        "social insurance*",
        "navs*",
    ),
    examples=(
        "«756.9217.0769.85»",
        "AHV «7569217076985»",
        "«756 9217 0769 85»",
        "«756-9217-0769-85»",
        "«756.9217.\n0769.85»",
        "AHV-Nr. «756.9217.0769.84» ist ein Tippfehler",
        "alte AHV-Nummer «123.45.678.113»",
        "ahv_nummer: «756 1234 5678 98»",
    ),
    counterexamples=(
        "7569217076984",
        "EAN 7612345678900",
        "17569217076985",
        "123.45.678.113",
        "756.9217.0769.851",
    ),
)
