"""The Austrian social security number (SVNR): serial, check digit, then the date of birth.

Source: § 31 ASVG, https://de.wikipedia.org/wiki/Sozialversicherungsnummer#Österreich
"""

from __future__ import annotations

import re

from stdnum.at import vnr

from recognizers.base.digits import ALONE, BEGIN, BREAK, END, INNER, free
from recognizers.base.recognizer import CERTAIN, Form, PatternRecognizer
from recognizers.base.writing import compact

DATED = re.compile(r"[0-9]{4}(?:0[1-9]|[12][0-9]|3[01])(?:0[1-9]|1[0-2])[0-9]{2}")
OFFICIAL = rf"{BEGIN}[1-9][0-9]{{3}}(?:[{INNER}]{{1,2}}|{BREAK})[0-9]{{6}}{END}"


def has_check_digit(value: str) -> bool:
    """Return whether the fourth digit fits the others (weights 3 7 9 5 8 4 2 1 6, MOD 11)."""
    return bool(vnr.is_valid(compact(value)))


def is_dated(value: str) -> bool:
    """Return whether the last six digits are a date; on days with too many births they are not."""
    return DATED.match(compact(value)) is not None


recognizer = PatternRecognizer(
    entity="AT_SOCIAL_SECURITY",
    label="at_social_security",
    forms=(
        Form(
            pattern=OFFICIAL,
            score=CERTAIN,
            is_valid=lambda value: is_dated(value) and has_check_digit(value),
        ),
        Form(pattern=free(10), score=CERTAIN, is_valid=has_check_digit, needs_context=True),
        Form(pattern=free(10) + ALONE, score=0.6, is_valid=is_dated, needs_context=True),
    ),
    context=(
        "*versicherungsnummer*",
        "*versicherungs-nr*",
        "*versicherungsnr*",
        "sozialversicherung*",
        "sv-nr*",
        "sv nr*",
        "sv_nr*",
        "svnr*",
        "svn",
        "sv-nummer*",
        "sv nummer*",
        "vsnr",
        "vnr",
        "e-card*",
        "social security*",
        "social insurance*",
        "social_security*",
        "social_insurance*",
        "insurance number*",
    ),
    examples=(
        "Patient «1237 010180», Wien",
        "SVNR: «1237010180»",
        "Versicherungsnummer «1237/010180»",
        "SV-Nr. «1237 01 01 80»",
        "SV-Nummer «1237-01.01.80»",
        "sv_nr=«1237010180»",
        "«1237\u00a0010180»",
        "SVNR «1238 010180» mit falscher Prüfziffer",
    ),
    counterexamples=(
        "1237010180",
        "Rechnung 1237-010180",
        "1238 010180",
        "1237 019980",
        "SVNR 12370101805",
        "0123 010180",
    ),
)
