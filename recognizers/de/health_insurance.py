"""The German health insurance number (Krankenversichertennummer): a letter and nine digits.

With the number of the insurer (nine digits) and a second check digit it has twenty signs.
Source: § 290 SGB V, https://de.wikipedia.org/wiki/Krankenversichertennummer
"""

from __future__ import annotations

from itertools import cycle

from recognizers.base.recognizer import CERTAIN, Form, PatternRecognizer
from recognizers.base.writing import compact
from recognizers.shared.labelled_number import BETWEEN, END, END_OF_GROUPS

LETTER = r"(?<![^\W_])[A-Za-z]"
SHORT = rf"{LETTER}(?:[0-9]{{9}}{END}|(?:{BETWEEN}[0-9]){{9}}{END_OF_GROUPS})"
INSURER = rf"{BETWEEN}1{BETWEEN}0(?:{BETWEEN}[0-9]){{8}}"  # all numbers of insurers start so
WHOLE = rf"{LETTER}(?:{BETWEEN}[0-9]){{9}}{INSURER}{END}"
SHORT_LENGTH = 10


def has_check_digit(value: str) -> bool:
    """Return whether the last digit fits: weights 1 and 2, the letter as two digits."""
    signs = compact(value)
    number = f"{ord(signs[0]) - ord('A') + 1:02}{signs[1:-1]}"
    products = (int(digit) * weight for digit, weight in zip(number, cycle((1, 2))))
    return sum(product // 10 + product % 10 for product in products) % 10 == int(signs[-1])


def has_both_check_digits(value: str) -> bool:
    """Return whether the tenth and the twentieth sign are check digits."""
    return has_check_digit(compact(value)[:SHORT_LENGTH]) and has_check_digit(value)


recognizer = PatternRecognizer(
    entity="DE_HEALTH_INSURANCE",
    label="health_insurance_number",
    forms=(
        Form(pattern=WHOLE, score=CERTAIN, is_valid=has_both_check_digits),
        Form(pattern=WHOLE, score=0.7, needs_context=True),
        # One in ten of these passes the check: a word must say what it is.
        Form(pattern=SHORT, score=CERTAIN, is_valid=has_check_digit, needs_context=True),
        Form(pattern=SHORT, score=0.6, needs_context=True),
    ),
    context=(
        "*krankenversicher*", "*versichertennummer*", "*versicherten-nr*", "*versichertennr*",
        "*versicherten-nummer*", "versicherten-id*", "versichertenid*", "versicherte*", "kvnr*",
        "kv-nr", "kv-nummer*", "kv nummer*", "kv nr", "*krankenkasse*", "*gesundheitskarte*", "egk",
        "versichertenkarte*", "aok", "barmer", "dak", "ikk", "bkk", "techniker", "tk", "kkh",
        "health insurance*", "insurance number*", "insurance no*", "insurance id*", "insured*",
        "health_insurance*", "health-insurance*", "patient*",
    ),
    examples=(
        "KVNR «A123456780»",
        "Versichertennummer: «A 123 456 780»",
        "health insurance number «a123456780»",
        "Krankenkasse AOK, «A123456789»",
        "«A123456780» (KVNR)",
        "«A1234567801000000053»",
    ),
    counterexamples=(
        "Artikel A123456780",
        "KVNR A1234567801",
        "Krankenkasse 123456780",
        "Ersatzteil A 123 456 78 01",
    ),
)  # fmt: skip
