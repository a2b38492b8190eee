"""The German pension insurance number (Rentenversicherungsnummer).

Area, birth date, first letter of the name, serial, check digit.

Source: § 4 VKVV, https://de.wikipedia.org/wiki/Versicherungsnummer
"""

from __future__ import annotations

from recognizers.base.recognizer import CERTAIN, Form, PatternRecognizer
from recognizers.base.writing import compact
from recognizers.shared.labelled_number import BETWEEN, END

WEIGHTS = (2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1)
DAY = rf"(?:[0-2567]{BETWEEN}[0-9]|[38]{BETWEEN}[01])"
MONTH = rf"(?:0{BETWEEN}[0-9]|1{BETWEEN}[0-2])"
BORN = rf"{DAY}{BETWEEN}{MONTH}{BETWEEN}[0-9]{BETWEEN}[0-9]"
SHAPE = (
    rf"(?<![^\W_])(?<![0-9][./,-])[0-9]{BETWEEN}[0-9]{BETWEEN}{BORN}"
    rf"{BETWEEN}[A-Za-z](?:{BETWEEN}[0-9]){{3}}{END}"
)


def has_check_digit(value: str) -> bool:
    """Return whether the last digit fits: weighted sums of digits, the letter as two of them."""
    signs = compact(value)
    number = f"{signs[:8]}{ord(signs[8]) - ord('A') + 1:02}{signs[9:11]}"
    products = (int(digit) * weight for digit, weight in zip(number, WEIGHTS, strict=True))
    return sum(product // 10 + product % 10 for product in products) % 10 == int(signs[11])


recognizer = PatternRecognizer(
    entity="DE_PENSION_NUMBER",
    label="pension_number",
    forms=(
        Form(pattern=SHAPE, score=CERTAIN, is_valid=has_check_digit),
        Form(pattern=SHAPE, score=0.7, needs_context=True),
    ),
    context=(
        "*rentenversicherung*", "*sozialversicherung*", "rv-nummer*", "rv-nr", "rvnr", "rv nummer*",
        "sv-nummer*", "sv-nr", "svnr", "sv nummer*", "versicherungsnummer*", "versicherungs-nr",
        "vsnr", "social security*", "pension insurance*", "pension number*", "social insurance*",
        "pension_number*", "social_security*", "rentennummer*",
    ),
    examples=(
        "RV-Nr. «65 170839 J 003»",
        "«65170839J003»",
        "«65-170839-J-003»",
        "«65 17 08 39 J 00 3»",
        "Sozialversicherungsnummer: «65170839j003»",
        "Versicherungsnummer «65 170839 J 007», vertippt",
        "«65 170839\nJ 003»",
    ),
    counterexamples=("65 170839 J 007", "65179939J003", "Artikel 165170839J003", "65170839J0031"),
)  # fmt: skip
