"""Codes of banks (BIC, SWIFT): four letters, a country, two signs, and three more for a branch.

Source: ISO 9362, https://www.iso.org/standard/84108.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum import bic

from recognizers.base.context import Context
from recognizers.base.lexicon import words
from recognizers.base.recognizer import Form, Match, SearchRecognizer
from recognizers.base.tables import cells
from recognizers.base.writing import BLANK, compact

BEGIN = r"(?<![^\W_])"
END = r"(?![^\W_])"
CODE = r"[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?"
GROUPED = rf"[A-Z]{{4}}{BLANK}?[A-Z]{{2}}{BLANK}?[A-Z0-9]{{2}}(?:{BLANK}?[A-Z0-9]{{3}})?"
NAMED = r"(?i:(?:\b|_)(?:bic|swift)(?:[-_/ ]?(?:swift|bic|code|nr\.?|nummer)){0,2})"
# Of the banks in Germany, Austria and Switzerland that have the most customers.
KNOWN = frozenset(words("bank_codes"))
HOME = frozenset({"DE", "AT", "CH"})


def is_known(value: str) -> bool:
    """Return whether the bank is a known one, or the code ends as only the code of a bank does."""
    if not bic.is_valid(value):
        return False
    home = value[4:6] in HOME
    marked = any(sign.isdigit() for sign in value[6:])
    return home and (value[:4] in KNOWN or value.endswith("XXX") or marked)


def is_written(value: str) -> bool:
    """Return whether `value` is no word: it has a digit, ends in XXX or belongs to a known bank."""
    return bool(bic.is_valid(value)) and (
        value[:4] in KNOWN or value.endswith("XXX") or any(sign.isdigit() for sign in value)
    )


def is_code(value: str) -> bool:
    """Return whether `value` is built like a code, of a country that there is."""
    code = compact(value)
    return bool(bic.is_valid(code)) and not code.startswith("IBAN")


AFTER_NAME = rf"{NAMED}[\"'*]{{0,3}}{BLANK}{{0,2}}(?::|=|ist|is)?[\s\"'*(]{{0,4}}"
FORMS = (
    Form(pattern=rf"{BEGIN}{CODE}{END}", score=0.7, is_valid=is_known),
    Form(pattern=rf"{BEGIN}{CODE}{END}", score=0.8, is_valid=is_written, needs_context=True),
    Form(
        pattern=rf"{AFTER_NAME}(?P<value>{CODE}{END}|{GROUPED}{END})", score=0.85, is_valid=is_code
    ),
    Form(
        pattern=rf"{NAMED}[\"']{{0,3}}{BLANK}{{0,2}}[:=][\s\"'*(]{{0,4}}(?P<value>(?i:{CODE}){END})",
        score=0.85,
        is_valid=is_code,
    ),
    Form(
        pattern=rf"{AFTER_NAME}(?P<value>(?i:{CODE}){END})",
        score=0.8,
        is_valid=lambda value: is_written(value.upper()),
    ),
    Form(
        pattern=rf"{BEGIN}(?P<value>{GROUPED}|(?i:{CODE}))[ ]\((?i:BIC|SWIFT)",
        score=0.85,
        is_valid=is_code,
    ),
)
CONTEXT = Context(
    ("bic*", "swift*", "iban*", "bankverbindung*", "*konto*", "*bank", "bank*", "account*")
)
HEADER = re.compile(NAMED)
IN_COLUMN = re.compile(rf"{BEGIN}(?:(?i:{CODE}){END}|{GROUPED}{END})")


def _search(text: str) -> Iterator[Match]:
    for form in FORMS:
        yield from form.find(text, CONTEXT)
    for cell in cells(text) if HEADER.search(text) else ():
        found = IN_COLUMN.search(text, cell.start, cell.end)
        if found and is_code(found[0]) and HEADER.search(text, cell.head_start, cell.head_end):
            yield Match(found.start(), found.end(), 0.85)


recognizer = SearchRecognizer(
    entity="BIC",
    label="bic",
    search=_search,
    examples=(
        "BIC: «COBADEFFXXX»",
        "«COBADEFF»",
        "SWIFT-Code «cobadeffxxx»",
        "BIC «COBA DE FF XXX»",
        "IBAN folgt, «ABNANL2A»",
        "bic=«BNPAFRPP»",
        "«DEUTDEDB110» für Berlin",
        "Swift/BIC: «BARCGB22»",
        "Name;BIC\nMuster;«cobadeffxxx»\n",
    ),
    counterexamples=(
        "LIEFERUNG",
        "RECHNUNG",
        "BIC und RECHNUNG",
        "IBAN VERSENDET",
        "BARCGB22",
        "ABCDZZ22",
        "@a_Swift randomly",
        "COBADEFFXXXX",
    ),
)
