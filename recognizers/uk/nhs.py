"""The NHS number of a patient in England, Wales and Northern Ireland, the CHI number in Scotland.

One in eleven numbers passes the check: a word must say what it is, unless it is grouped 3-3-4.
Source: https://www.datadictionary.nhs.uk/attributes/nhs_number.html
"""

from __future__ import annotations

from stdnum.gb import nhs

from recognizers.base.digits import ALONE, SPACE, free, grouped
from recognizers.base.recognizer import CERTAIN, Form, PatternRecognizer
from recognizers.base.writing import compact


def has_check_digit(value: str) -> bool:
    """Return whether the last digit fits the nine before it (weights 10 to 2, MOD 11)."""
    return bool(nhs.is_valid(compact(value)))


recognizer = PatternRecognizer(
    entity="UK_NHS",
    label="nhs_number",
    forms=(
        Form(pattern=free(10), score=CERTAIN, is_valid=has_check_digit, needs_context=True),
        Form(pattern=grouped(3, 3, 4, gap=SPACE) + ALONE, score=0.6, is_valid=has_check_digit),
        Form(pattern=free(10) + ALONE, score=0.6, needs_context=True),
    ),
    context=(
        "nhs*",
        "national health*",
        "health service number*",
        "health and care number*",
        "h&c number*",
        "chi number*",
        "chi no",
        "chi_number*",
    ),
    examples=(
        "NHS number «943 476 5919»",
        "NHS No: «9434765919»",
        "nhs_number=«943-476-5919»",
        "Patient «943 476 5919» was seen",
        "CHI number «9434765919»",
        "NHS: «943.476.5919»",
        "NHS number «943 476\n5919»",
        "NHS-Nummer «999 123 4567» mit falscher Prüfziffer",
    ),
    counterexamples=(
        "9434765919",
        "943-476-5919",
        "943 476 5918",
        "NHS number 94347659190",
        "NHS 12 March 2024",
    ),
)
