"""The US National Provider Identifier (NPI) of doctors: ten digits, the last one a check digit.

Source: https://www.cms.gov/Regulations-and-Guidance/Administrative-Simplification/NationalProvIdentStand
"""

from __future__ import annotations

from stdnum import luhn

from recognizers.base.digits import free
from recognizers.base.recognizer import CERTAIN, Form, PatternRecognizer
from recognizers.base.writing import compact


def has_check_digit(value: str) -> bool:
    """Return whether the last digit fits the others, behind the prefix of health cards (Luhn)."""
    digits = compact(value)
    return digits[0] in "12" and bool(luhn.is_valid("80840" + digits))


recognizer = PatternRecognizer(
    entity="US_NPI",
    label="npi",
    forms=(Form(pattern=free(10), score=CERTAIN, is_valid=has_check_digit, needs_context=True),),
    context=(
        "npi*",
        "npi_*",
        "national provider*",
        "provider id*",
        "provider number*",
        "provider_id*",
    ),
    examples=(
        "NPI «1234567893»",
        "National Provider Identifier: «1234 567 893»",
        "npi=«1234567893»",
        "provider ID «1234-567-893»",
    ),
    counterexamples=(
        "1234567893",
        "NPI 1234567894",
        "NPI 3234567893",
        "NPI 12345678930",
    ),
)
