"""The Irish Personal Public Service Number: seven digits, a check letter, perhaps one more.

Source: https://en.wikipedia.org/wiki/Personal_Public_Service_Number
"""

from __future__ import annotations

from stdnum.ie import pps

from recognizers.base.digits import BEGIN, GAP
from recognizers.base.recognizer import CERTAIN, Form, PatternRecognizer
from recognizers.base.writing import BLANK, compact

NUMBER = rf"{BEGIN}[0-9](?:{GAP}?[0-9]){{6}}(?:{GAP})?(?i:[A-W](?:{BLANK}?[ABHWTX])?)(?![^\W_])"


def has_check_letter(value: str) -> bool:
    """Return whether the first letter fits the digits and the second letter (MOD 23)."""
    return bool(pps.is_valid(compact(value)))


recognizer = PatternRecognizer(
    entity="IE_PPSN",
    label="ppsn",
    forms=(
        Form(pattern=NUMBER, score=CERTAIN, is_valid=has_check_letter, needs_context=True),
        Form(pattern=NUMBER, score=0.6, needs_context=True),
    ),
    context=(
        "pps",
        "ppsn*",
        "pps-*",
        "pps_*",
        "personal public service*",
        "rsi number*",
        "revenue*",
    ),
    examples=(
        "PPS number «6433435F»",
        "PPSN: «6433435OA»",
        "pps_number=«6433435fw»",
        "PPSN «6433435 F»",
        "PPS No. «6433 435 OA»",
        "PPSN «1234567A» mistyped",
    ),
    counterexamples=(
        "6433435F",
        "order 6433435OA",
        "PPSN 643343F",
        "PPSN 6433435",
        "PPSN 16433435F",
    ),
)
