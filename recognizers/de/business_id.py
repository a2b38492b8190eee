"""The German business identification number (Wirtschafts-Identifikationsnummer).

DE, nine digits whose last one is a check digit, and five digits for each business.
Source: § 139c AO, https://www.bzst.de/DE/Unternehmen/Identifikationsnummern/
"""

from __future__ import annotations

from stdnum.de import vat

from recognizers.base.recognizer import CERTAIN, Form, PatternRecognizer
from recognizers.base.writing import BLANKS, DASHES, compact
from recognizers.shared.labelled_number import BETWEEN, END

NUMBER = rf"(?<![^\W_])(?i:DE)(?:{BETWEEN}[0-9]){{9}}"
SUFFIX = rf"(?:[{BLANKS}]?[{DASHES}/][{BLANKS}]?[0-9]{{5}}{END})"


def has_check_digit(value: str) -> bool:
    """Return whether the ninth digit fits the eight before it (ISO 7064 MOD 11,10)."""
    return bool(vat.is_valid(compact(value)[2:11]))


recognizer = PatternRecognizer(
    entity="DE_BUSINESS_ID",
    label="business_id",
    forms=(
        Form(pattern=NUMBER + SUFFIX, score=CERTAIN, is_valid=has_check_digit),
        Form(pattern=NUMBER + SUFFIX, score=0.8),
        Form(
            pattern=rf"{NUMBER}{END}", score=CERTAIN, is_valid=has_check_digit, needs_context=True
        ),
    ),
    context=(
        "w-id*", "w-idnr*", "widnr*", "wirtschafts-id*", "wirtschaftsid*", "business id*",
        "wirtschafts-identifikation*", "wirtschaftsidentifikation*", "business identification*",
    ),
    examples=(
        "«DE136695976-00001»",
        "W-IdNr.: «DE 136 695 976-00002»",
        "Wirtschafts-Identifikationsnummer «DE136695976»",
        "falsch getippt: «DE123456780-00001»",
        "«de136695976 - 00001»",
    ),
    counterexamples=(
        "DE136695976", "DE136695976-1", "Artikel 136695976-00001", "IDE136695976-00001",
    ),
)  # fmt: skip
