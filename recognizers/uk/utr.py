"""The British Unique Taxpayer Reference (UTR): ten digits, the first one a check digit.

Source: https://www.gov.uk/find-utr-number
"""

from __future__ import annotations

from stdnum.gb import utr

from recognizers.base.digits import ALONE, END, free
from recognizers.base.recognizer import CERTAIN, Form, PatternRecognizer
from recognizers.base.writing import BLANK, compact

NUMBER = rf"{free(10).removesuffix(END)}(?:{BLANK}?[Kk])?{END}"


def has_check_digit(value: str) -> bool:
    """Return whether the first digit fits the other nine (weights 6 7 8 9 10 5 4 3 2, MOD 11)."""
    return bool(utr.is_valid(compact(value).rstrip("K")))


recognizer = PatternRecognizer(
    entity="UK_UTR",
    label="utr",
    forms=(
        Form(pattern=NUMBER, score=CERTAIN, is_valid=has_check_digit, needs_context=True),
        Form(pattern=NUMBER + ALONE, score=0.6, needs_context=True),
    ),
    context=(
        "utr",
        "utrs",
        "utr-nummer*",
        "unique taxpayer*",
        "unique tax reference*",
        "taxpayer reference*",
        "tax reference*",
        "tax_reference*",
        "self assessment*",
        "self-assessment*",
        "hmrc",
    ),
    examples=(
        "UTR «1955839661»",
        "Unique Taxpayer Reference: «19558 39661»",
        "Self Assessment «1955839661K»",
        "utr=«1955839661»",
        "UTR number «195 583 9661»",
        "HMRC «1955-839661»",
        "UTR «2955839661» mistyped",
    ),
    counterexamples=(
        "1955839661",
        "order 19558 39661",
        "UTR 195583966",
        "UTR 19558396610",
        "Utrecht 1955839661",
    ),
)
