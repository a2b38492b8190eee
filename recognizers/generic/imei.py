"""Numbers of mobile devices (IMEI): 15 digits with a Luhn digit, or 16 (IMEISV) beside a word.

Source: 3GPP TS 23.003, https://en.wikipedia.org/wiki/International_Mobile_Equipment_Identity
"""

from __future__ import annotations

from stdnum import imei

from recognizers.base.recognizer import CERTAIN, Form, PatternRecognizer
from recognizers.base.writing import BLANKS, DASHES, compact

GAP = rf"[{BLANKS}{DASHES}/.]"
BEGIN = rf"(?<![\w])(?<![0-9]{GAP})"
END = rf"(?![\w]|{GAP}[0-9]|,[0-9])"


def has_check_digit(value: str) -> bool:
    """Return whether the last of fifteen digits fits the others (Luhn)."""
    return any(sign in "123456789" for sign in value) and imei.imei_type(compact(value)) == "IMEI"


recognizer = PatternRecognizer(
    entity="IMEI",
    label="imei",
    forms=(
        Form(
            pattern=rf"{BEGIN}[0-9]{{2}}({GAP})[0-9]{{6}}\1[0-9]{{6}}\1[0-9]{END}",
            score=CERTAIN,
            is_valid=has_check_digit,
        ),
        # One in ten numbers of fifteen digits passes the check.
        Form(
            pattern=rf"{BEGIN}[0-9](?:{GAP}?[0-9]){{14}}{END}",
            score=CERTAIN,
            is_valid=has_check_digit,
            needs_context=True,
        ),
        Form(pattern=rf"{BEGIN}[0-9](?:{GAP}?[0-9]){{13,15}}{END}", score=0.7, needs_context=True),
    ),
    context=("imei*", "imeisv", "gerätenummer*", "gerätekennung*", "device id*", "device_id*"),
    examples=(
        "IMEI: «490154203237518»",
        "Gerät «49-015420-323751-8» verloren",
        "«49 015420 323751 8»",
        "imei1=«490154203237518»",
        "IMEI «4901 5420 3237 518»",
        "IMEISV «4901542032375101»",
        "IMEI «490154203237519»",
        "Gerät;IMEI;Datum\nTelefon der Zentrale;«490154203237518»;01.01.2024",
    ),
    counterexamples=(
        "Auftrag 490154203237518",
        "49 015420 323751 9",
        "IMEI fehlt 4711",
        "12 345678 901234 5 678",
    ),
)
