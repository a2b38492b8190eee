"""US passports: nine digits, or a letter and eight digits, in context.

Source: https://en.wikipedia.org/wiki/United_States_passport
"""

from __future__ import annotations

from recognizers.base.digits import ALONE, BEGIN, END, INNER
from recognizers.base.recognizer import Form, PatternRecognizer

GAP = f"[{INNER}]?"

recognizer = PatternRecognizer(
    entity="US_PASSPORT",
    label="us_passport",
    forms=(
        Form(pattern=rf"{BEGIN}[A-Za-z]{GAP}[0-9]{{8}}{END}", score=0.7, needs_context=True),
        Form(
            pattern=rf"{BEGIN}[0-9]{{3}}{GAP}[0-9]{{3}}{GAP}[0-9]{{3}}{END}{ALONE}",
            score=0.65,
            needs_context=True,
        ),
    ),
    context=(
        "passport*",
        "us_passport*",
        "us-pass",
        "us-reisepass*",
        "amerikanischer pass*",
        "travel document*",
    ),
    examples=(
        "US passport «123456789»",
        "passport number: «A12345678»",
        "U.S. passport no. «a12345678»",
        "US-Reisepass «A 12345678»",
        "us_passport=«123456789»",
    ),
    counterexamples=(
        "A12345678",
        "order 123456789",
        "passport A1234567",
        "passport 1234567890",
        "Port A12345678",
    ),
)
