"""The Austrian tax number (Abgabenkontonummer): tax office, account and a check digit.

Source: https://de.wikipedia.org/wiki/Abgabenkontonummer
"""

from __future__ import annotations

from stdnum.at import tin

from recognizers.base.digits import ALONE, free, grouped
from recognizers.base.recognizer import CERTAIN, Form, PatternRecognizer
from recognizers.base.writing import compact


def has_check_digit(value: str) -> bool:
    """Return whether the office exists and the last digit fits the eight before it (Luhn)."""
    return bool(tin.is_valid(compact(value)))


recognizer = PatternRecognizer(
    entity="AT_TAX_NUMBER",
    label="at_tax_number",
    forms=(
        Form(pattern=free(9), score=CERTAIN, is_valid=has_check_digit, needs_context=True),
        Form(pattern=grouped(2, 3, 4) + ALONE, score=0.6, needs_context=True),
    ),
    context=(
        "abgabenkonto*",
        "abgaben-konto*",
        "steuernummer*",
        "steuer-nr*",
        "steuer-nummer*",
        "steuernr*",
        "steuer_nr*",
        "st.-nr",
        "st.nr",
        "stnr",
        "st-nr",
        "finanzamt*",
        "tax number*",
        "tax no",
        "tax account*",
        "tax_number*",
    ),
    examples=(
        "Abgabenkontonummer «59-119/9013»",
        "Steuernummer: «591199013»",
        "St.Nr. «59 119/9013»",
        "Austrian tax number «59 119 9013»",
        "Finanzamt Wien, «03-123/4567»",
    ),
    counterexamples=(
        "591199013",
        "Bestellung 59-119/9013",
        "Steuernummer 591199014",
        "Steuernummer 5911990130",
    ),
)
