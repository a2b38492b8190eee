"""Identity cards and passports: nine characters, then perhaps a check digit.

The check digit is a separate tenth character, made with the weights 7, 3, 1 over letters (A = 10)
and digits. Source: ICAO Doc 9303 part 3, § 15 PAuswV,
https://de.wikipedia.org/wiki/Ausweisnummer
"""

from __future__ import annotations

from itertools import cycle

from recognizers.base.recognizer import CERTAIN, Form, PatternRecognizer
from recognizers.base.writing import BLANKS, compact

SIGNS = "CFGHJKLMNPRTVWXYZ"
BEGIN = r"(?<![^\W_])"
END = r"(?:(?=D?<)|(?![^\W_]|-[0-9]))"
SERIAL_LENGTH = 9


def fits(value: str) -> bool:
    """Return whether the tenth character fits the nine before it."""
    signs = compact(value)[: SERIAL_LENGTH + 1]
    serial, last = signs[:SERIAL_LENGTH], signs[SERIAL_LENGTH:]
    total = sum(int(sign, 36) * weight for sign, weight in zip(serial, cycle((7, 3, 1))))
    return last == str(total % 10)


def has_check_digit(value: str) -> bool:
    """Return whether the check digit fits and the serial is no word: it holds a digit."""
    return any(sign.isdigit() for sign in compact(value)[:SERIAL_LENGTH]) and fits(value)


recognizer = PatternRecognizer(
    entity="DE_ID_CARD",
    label="id_card",
    forms=(
        Form(
            pattern=rf"{BEGIN}[{SIGNS}][{SIGNS}0-9]{{8}}[{BLANKS}-]?[0-9](?:D(?!\w))?{END}",
            score=CERTAIN,
            is_valid=has_check_digit,
        ),
        # A serial may be all letters, as words are.
        Form(
            pattern=rf"{BEGIN}[{SIGNS}]{{9}}[{BLANKS}-]?[0-9](?:D(?!\w))?{END}",
            score=CERTAIN,
            is_valid=fits,
            needs_context=True,
        ),
        # Cards from before 2010: digits alone.
        Form(
            pattern=rf"{BEGIN}[0-9]{{9}}[{BLANKS}-]?[0-9](?:D(?!\w))?{END}",
            score=CERTAIN,
            is_valid=has_check_digit,
            needs_context=True,
        ),
        # The serial alone, a check digit that is wrong, residence permits and foreign passports.
        Form(
            pattern=rf"{BEGIN}(?i:[{SIGNS}](?=[A-Z0-9]{{0,7}}[0-9])[{SIGNS}0-9]{{8}}"
            rf"(?:[{BLANKS}-]?[0-9]D?)?){END}",
            score=0.7,
            needs_context=True,
        ),
        Form(pattern=rf"{BEGIN}(?<!<)[A-Z]{{0,2}}[0-9]{{7,9}}{END}", score=0.6, needs_context=True),
    ),
    context=(
        "*ausweis",
        "*ausweises",
        "*ausweisnummer*",
        "*ausweis-nr*",
        "*ausweisnr*",
        "*ausweisdokument*",
        "ausweis*",
        "perso",
        "*reisepass*",
        "passnummer*",
        "pass-nr",
        "passport*",
        "id card*",
        "id-card*",
        "identity card*",
        "identitätskarte*",
        "*aufenthaltstitel*",
        "residence permit*",
        "id_card*",
    ),
    examples=(
        "«L01X00T471»",
        "Personalausweis «L01X00T47»",
        "Ausweisnummer: «C01X00T47 8»",
        "IDD<<«L01X00T471»<<<<",
        "passport no. «C01X00T47»",
        "Ausweis «T22000129»",
        "Personalausweis «1220001297D»<<6408125",
        "Aufenthaltstitel «AY1234567»",
    ),
    counterexamples=(
        "Artikel L01X00T47",
        "L01X00T472",
        "Bestellung T22000129",
        "Ausweis im Format HOCHKANTX",
        "Rechnung C01X00T4783",
    ),
)
