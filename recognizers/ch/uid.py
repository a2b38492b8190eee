"""The Swiss company number (UID), which sole traders have too: CHE and nine digits.

As a VAT number it ends in MWST, TVA or IVA, in the commercial register in HR, RC.
Source: UIDG, https://de.wikipedia.org/wiki/Unternehmens-Identifikationsnummer
"""

from __future__ import annotations

from stdnum.ch import uid

from recognizers.base.digits import BEGIN, GAP
from recognizers.base.recognizer import CERTAIN, Form, PatternRecognizer
from recognizers.base.writing import BLANK, compact

DIGITS = rf"[0-9](?:{GAP}?[0-9]){{8}}"
KIND = "MWST|TVA|IVA|TPV|HR|RC"
TAIL = rf"(?:{BLANK}{{0,2}}(?i:(?:{KIND})(?:/(?:{KIND}))?)(?!\w))?"
END = r"(?![^\W_]|[.,/-][0-9])"
NUMBER = rf"(?<![^\W_])(?i:CHE){GAP}?{DIGITS}{TAIL}{END}"
LENGTH = 12


def has_check_digit(value: str) -> bool:
    """Return whether the last digit fits the eight before it (weights 5 4 3 2 7 6 5 4, MOD 11)."""
    return bool(uid.is_valid(compact(value)[:LENGTH]))


recognizer = PatternRecognizer(
    entity="CH_UID",
    label="ch_uid",
    forms=(
        Form(pattern=NUMBER, score=CERTAIN, is_valid=has_check_digit),
        Form(pattern=NUMBER, score=0.6, needs_context=True),
        Form(
            pattern=rf"{BEGIN}[0-9]{{3}}\.[0-9]{{3}}\.[0-9]{{3}}{END}",
            score=0.6,
            is_valid=has_check_digit,
            needs_context=True,
        ),
    ),
    context=(
        "uid",
        "uid-nr*",
        "uid-nummer*",
        "unternehmens-id*",
        "unternehmensnummer*",
        "unternehmensident*",
        "mwst*",
        "mehrwertsteuer*",
        "vat*",
        "handelsregister*",
        "company number*",
        "business id*",
    ),
    examples=(
        "«CHE-116.281.710»",
        "«CHE-116.281.710 MWST»",
        "UID «CHE116281710»",
        "«CHE 116 281 710 TVA»",
        "«CHE-116.281.710 HR/MWST»",
        "«che-116.281.710»",
        "MWST-Nr. «CHE-123.456.789» zur Probe",
        "UID: «116.281.710»",
    ),
    counterexamples=(
        "CHE-116.281.711",
        "CHE-116.281.7100",
        "116.281.710",
        "XCHE116281710",
        "1.116.281.710 CHF mit MwSt.",
    ),
)
