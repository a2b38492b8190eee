"""Vehicle identification numbers: 17 characters, in North America with a check digit.

Source: ISO 3779, 49 CFR 565, https://en.wikipedia.org/wiki/Vehicle_identification_number
"""

from __future__ import annotations

from recognizers.base.recognizer import CERTAIN, Form, PatternRecognizer
from recognizers.base.writing import BLANKS, compact

SIGN = "[A-HJ-NPR-Z0-9]"
END = r"(?![\w]|-[0-9A-Za-z])"
WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
VALUES = dict(zip("ABCDEFGHJKLMNPRSTUVWXYZ", "12345678123457923456789", strict=True))


def is_mixed(value: str) -> bool:
    """Return whether `value` holds letters and digits, as every such number does."""
    signs = compact(value)
    return any(sign.isdigit() for sign in signs) and any(sign.isalpha() for sign in signs)


def has_check_digit(value: str) -> bool:
    """Return whether the ninth character is the sum of the others modulo 11 (10 is X)."""
    total = sum(
        int(VALUES.get(sign, sign)) * weight for sign, weight in zip(value, WEIGHTS, strict=True)
    )
    return value[8] == "0123456789X"[total % 11] and is_mixed(value)


recognizer = PatternRecognizer(
    entity="VIN",
    label="vin",
    forms=(
        # Makers that must have the check digit end in five digits: that leaves chance no room.
        Form(
            pattern=rf"(?<![\w-])(?=[0-9]{{0,9}}[A-Z]){SIGN}{{8}}[0-9X]{SIGN}{{3}}[0-9]{{5}}{END}",
            score=CERTAIN,
            is_valid=has_check_digit,
        ),
        Form(
            pattern=rf"(?<![\w-])(?i:{SIGN}(?:[{BLANKS}-]?{SIGN}){{12}}"
            rf"(?:[{BLANKS}-]?[0-9]){{4}}){END}",
            score=0.8,
            is_valid=is_mixed,
            needs_context=True,
        ),
    ),
    context=(
        "vin", "fin", "vin-nr", "fin-nr", "*fahrgestell*", "fahrzeug-ident*", "fahrzeugident*",
        "fahrzeug-id*", "identifizierungsnummer*", "vehicle identification*", "vehicle id*",
        "chassis*", "fahrzeugschein*", "zulassungsbescheinigung*", "fgst-nr", "fzg-ident*",
    ),
    examples=(
        "«1M8GDM9AXKP042788»",
        "FIN: «WVWZZZ1JZ3W386752»",
        "Fahrgestellnummer «WDB 123 056 1A 123456»",
        "vin=«wvwzzz1jz3w386752»",
        "chassis no. «WVWZZZ1JZ3W386752»",
        "Kennzeichen,FIN,Halter\n-,«WVWZZZ1JZ3W386752»,Fuhrpark",
    ),
    counterexamples=(
        "1M8GDM9AYKP042788",
        "Artikel WVWZZZ1JZ3W386752",
        "11111111111111111",
        "FIN 4711",
        "VIN ABCDEFGHJKLMNPRST",
    ),
)  # fmt: skip
