"""The German driving licence: authority (4), serial (5), check digit, number of the issue.

Source: Anlage 8 FeV, https://de.wikipedia.org/wiki/F%C3%BChrerscheinnummer
"""

from __future__ import annotations

from recognizers.base.recognizer import CERTAIN, Form, PatternRecognizer
from recognizers.base.writing import compact
from recognizers.shared.labelled_number import BETWEEN, END_OF_GROUPS

COMPACT = r"(?<![^\W_])[A-P][0-9]{2}(?=[A-Z0-9]{0,5}[A-Z])[A-Z0-9]{6}[0-9X][A-Z0-9](?![^\W_])"
SIGN = rf"{BETWEEN}[A-Za-z0-9]"
GROUPED = (
    rf"(?<![^\W_])[A-Pa-p](?:{BETWEEN}[0-9]){{2}}(?:{SIGN}){{6}}{BETWEEN}[0-9Xx]{SIGN}"
    rf"{END_OF_GROUPS}"
)


def has_check_digit(value: str) -> bool:
    """Return whether the tenth sign fits: weights 9 to 1 modulo 11, X for ten."""
    signs = compact(value)
    total = sum(
        int(sign, 36) * weight for sign, weight in zip(signs[:9], range(9, 0, -1), strict=True)
    )
    return "0123456789X"[total % 11] == signs[9]


recognizer = PatternRecognizer(
    entity="DE_DRIVING_LICENCE",
    label="driving_licence",
    forms=(
        Form(pattern=GROUPED, score=CERTAIN, is_valid=has_check_digit, needs_context=True),
        Form(pattern=COMPACT, score=0.7, is_valid=has_check_digit),
        Form(pattern=COMPACT, score=0.6, needs_context=True),
    ),
    context=(
        "*führerschein*", "*fuehrerschein*", "*fahrerlaubnis*", "fs-nr", "fsnr", "fs-nummer*",
        "fe-nr", "driving licence*", "driving license*", "driver's licen*", "driver’s licen*",
        "drivers licen*", "driver licen*", "licence number*", "license number*", "licence no*",
        "driving_licen*", "driver_licen*", "lenkberechtigung*",
    ),
    examples=(
        "Führerschein «B072RRE2I55»",
        "«B072RRE2I55»",
        "Führerscheinnummer: «B072 RRE2I 5 5»",
        "driving licence no. «b072rre2i55»",
        "Fahrerlaubnis Nr. «B072RRE2I65», vertippt",
        "Führerschein «B0720000062»",
    ),
    counterexamples=("B072RRE2I65", "B0720000062", "Führerschein Klasse B1", "XB072RRE2I55"),
)  # fmt: skip
