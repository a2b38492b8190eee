"""The British National Insurance number: two letters, six digits, a letter from A to D.

QQ is never issued; official samples are made of it, so it is found all the same.
Source: https://www.gov.uk/hmrc-internal-manuals/national-insurance-manual/nim39110
"""

from __future__ import annotations

from recognizers.base.recognizer import Form, PatternRecognizer
from recognizers.base.writing import BLANKS, DASHES

GAP = f"[{BLANKS}{DASHES}]?"
LETTERS = r"(?!BG|GB|NK|KN|NT|TN|ZZ)(?:QQ|[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z])"
DIGITS = rf"[0-9]{{2}}{GAP}[0-9]{{2}}{GAP}[0-9]{{2}}"
BEGIN = rf"(?<![^\W_])(?<![{DASHES}])"
END = rf"(?![^\W_]|[{DASHES}][0-9])"

recognizer = PatternRecognizer(
    entity="UK_NINO",
    label="nino",
    forms=(
        Form(pattern=rf"{BEGIN}{LETTERS}{GAP}{DIGITS}{GAP}[A-D]{END}", score=0.6),
        Form(
            pattern=rf"{BEGIN}(?i:{LETTERS}{GAP}{DIGITS}(?:{GAP}[A-D])?){END}",
            score=0.7,
            needs_context=True,
        ),
    ),
    context=(
        "national insurance*",
        "ni number",
        "ni no",
        "nino*",
        "insurance number",
    ),
    examples=(
        "NI number «QQ 12 34 56 C»",
        "«QQ123456C»",
        "National Insurance: «qq 12 34 56 c»",
        "NINO «QQ123456»",
        "«QQ-12-34-56-C»",
    ),
    counterexamples=(
        "GB 12 34 56 C",
        "QQ 12 34 56 E",
        "order QQ123456",
        "part XQQ123456C",
        "DA 12 34 56 A",
    ),
)
