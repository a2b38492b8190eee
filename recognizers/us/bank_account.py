"""US bank accounts: the routing number of the bank (ABA) and the number of the account.

Source: https://en.wikipedia.org/wiki/ABA_routing_transit_number
"""

from __future__ import annotations

from collections.abc import Iterator

from stdnum.us import rtn

from recognizers.base.context import Context
from recognizers.base.digits import ALONE, BEGIN, END, INNER, free
from recognizers.base.lexicon import words
from recognizers.base.recognizer import CERTAIN, Form, Match, SearchRecognizer
from recognizers.base.writing import DASH, compact

ACCOUNT_WORDS = Context(words("labels", "account"))
ROUTING_WORDS = Context(
    ("routing*", "aba", "rtn", "aba-nummer*", "aba_*", "transit number*", "transit no", "bank code")
)
PREFIXES = ("0", "10", "11", "12", "2", "30", "31", "32", "6", "70", "71", "72", "80")


def has_check_digit(value: str) -> bool:
    """Return whether the last digit fits the eight before it (weights 3 7 1, MOD 10)."""
    digits = compact(value)
    return digits.startswith(PREFIXES) and bool(rtn.is_valid(digits))


ROUTING = (
    Form(pattern=free(9), score=CERTAIN, is_valid=has_check_digit, needs_context=True),
    Form(pattern=rf"{BEGIN}[0-9]{{9}}{END}{ALONE}", score=0.6, needs_context=True),
)
ACCOUNT = Form(
    pattern=rf"{BEGIN}(?:[0-9]{{6,17}}|[0-9]{{4}}(?:[{INNER}][0-9]{{4}}){{1,3}}(?:[{INNER}][0-9]{{1,3}})?"
    rf"|[0-9]{{3,6}}(?:{DASH}[0-9]{{3,8}}){{1,3}}){END}{ALONE}",
    score=0.6,
    needs_context=True,
)


def _search(text: str) -> Iterator[Match]:
    for form in ROUTING:
        yield from form.find(text, ROUTING_WORDS)
    yield from ACCOUNT.find(text, ACCOUNT_WORDS)


recognizer = SearchRecognizer(
    entity="US_BANK_ACCOUNT",
    label="us_bank_account",
    search=_search,
    examples=(
        "routing number «111000025»",
        "ABA: «1110-0002-5»",
        "account number «000123456789»",
        "checking account «1234567890»",
        "acct no. «1234-567890»",
        "Kontonummer «1234567890»",
        "routing «111000026» mistyped",
    ),
    counterexamples=(
        "111000025",
        "order 1234567890",
        "my account since 2019",
        "routing table 10.0.0.1",
        "account manager 555-01",
    ),
)
