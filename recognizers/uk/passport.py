"""British passports: nine digits, since 2015 also two letters and seven digits, in context.

Source: https://en.wikipedia.org/wiki/British_passport
"""

from __future__ import annotations

from recognizers.base.digits import ALONE, BEGIN, END, INNER
from recognizers.base.recognizer import Form, PatternRecognizer

GAP = f"[{INNER}]?"

recognizer = PatternRecognizer(
    entity="UK_PASSPORT",
    label="uk_passport",
    forms=(
        Form(
            pattern=rf"{BEGIN}(?:(?i:[A-Z]{{2}}){GAP}[0-9]{{7}}|[0-9]{{9}}"
            rf"|[0-9]{{3}}{GAP}[0-9]{{3}}{GAP}[0-9]{{3}}){END}{ALONE}",
            score=0.65,
            needs_context=True,
        ),
    ),
    context=(
        "passport*",
        "uk_passport*",
        "travel document*",
        "britischer pass*",
        "britischer reisepass*",
        "britischen reisepass*",
        "hmpo",
    ),
    examples=(
        "British passport «123456789»",
        "passport no: «123 456 789»",
        "UK passport number «PA1234567»",
        "Britischer Reisepass «123456789»",
        "passport «pa 1234567»",
    ),
    counterexamples=(
        "123456789",
        "order PA1234567",
        "passport 12345678",
        "passport 1234567890",
        "passport office 020 7946 0018",
    ),
)
