"""The German VAT number (Umsatzsteuer-Identifikationsnummer): DE and nine digits.

Source: § 27a UStG, https://de.wikipedia.org/wiki/Umsatzsteuer-Identifikationsnummer
"""

from __future__ import annotations

from stdnum.de import vat

from recognizers.base.recognizer import CERTAIN, Form, PatternRecognizer
from recognizers.base.writing import BLANKS, DASHES, compact

GAP = rf"[{BLANKS}{DASHES}./]"
NUMBER = rf"(?<![^\W_])(?i:DE){GAP}{{0,2}}[0-9](?:{GAP}?[0-9]){{8}}(?![0-9A-Za-z]|{GAP}[0-9])"


def has_check_digit(value: str) -> bool:
    """Return whether the last digit fits the eight before it (ISO 7064 MOD 11,10)."""
    return bool(vat.is_valid(compact(value)))


recognizer = PatternRecognizer(
    entity="DE_VAT_ID",
    label="vat_id",
    forms=(
        Form(pattern=NUMBER, score=CERTAIN, is_valid=has_check_digit),
        Form(pattern=NUMBER, score=0.6, needs_context=True),
    ),
    context=(
        "ust-id*",
        "ust id*",
        "ustid*",
        "ust-idnr*",
        "umsatzsteuer*",
        "mwst*",
        "vat*",
        "steuernummer*",
        "uid",
        "ust_id*",
    ),
    examples=(
        "USt-IdNr. «DE136695976»",
        "«DE 136 695 976»",
        "VAT: «DE-136.695.976»",
        "«de136695976»",
        "USt-ID «DE123456789»",
    ),
    counterexamples=(
        "Artikel DE123456789",
        "DE1366959761",
        "DE89 3704 0044 0532 0130 00",
        "ADE136695976",
    ),
)
