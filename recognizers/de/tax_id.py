"""The German tax identification number (Steuer-Identifikationsnummer): eleven digits.

Source: § 139b AO, https://de.wikipedia.org/wiki/Steuerliche_Identifikationsnummer
"""

from __future__ import annotations

from stdnum.de import idnr

from recognizers.base.recognizer import CERTAIN, Form, PatternRecognizer
from recognizers.base.writing import BLANKS, DASHES, compact

GAP = f"[{BLANKS}{DASHES}./]"
FREE = rf"(?<![\w])(?<![0-9][.,/{DASHES}])[0-9](?:{GAP}?[0-9]){{10}}(?![0-9A-Za-z]|{GAP}[0-9])"
GROUPED = (
    rf"(?<![\w])(?<![0-9]{GAP})[1-9][0-9]{GAP}{{1,2}}[0-9]{{3}}{GAP}{{1,2}}[0-9]{{3}}"
    rf"{GAP}{{1,2}}[0-9]{{3}}(?![0-9A-Za-z]|{GAP}[0-9])"
)


def has_check_digit(value: str) -> bool:
    """Return whether the last digit fits the ten before it (ISO 7064 MOD 11,10)."""
    return bool(idnr.is_valid(compact(value)))


recognizer = PatternRecognizer(
    entity="DE_TAX_ID",
    label="tax_id",
    forms=(
        Form(pattern=GROUPED, score=CERTAIN, is_valid=has_check_digit),
        # One in twelve numbers of eleven digits passes the check: a word must say what it is.
        Form(pattern=FREE, score=CERTAIN, is_valid=has_check_digit, needs_context=True),
        Form(pattern=FREE, score=0.6, needs_context=True),
    ),
    context=(
        "steuer-id*",
        "steuer id*",
        "steuerid*",
        "steueridentifikation*",
        "steuerliche identifikation*",
        "steuer-identifikation*",
        "identifikationsnummer*",
        "idnr",
        "id-nr",
        "tin",
        "tax id*",
        "tax-id*",
        "taxid*",
        "tax identification*",
        "tax number",
        "tax_id*",
        "steuer_id*",
    ),
    examples=(
        "Steuer-ID: «86095742719»",
        "«86 095 742 719» laut Bescheid",
        "IdNr. «86/095/742/719»",
        "Identifikationsnummer «8609 5742 719»",
        "tax_id=«86095742719»",
        "Steuer-Identifikationsnummer «12 345 678 901»",
    ),
    counterexamples=(
        "Auftrag 86095742719",
        "86095742718",
        "12 345 678 901 Euro",
        "Steuern: 86 095 742 719 000",
    ),
)
