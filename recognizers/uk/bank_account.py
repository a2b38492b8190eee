"""British bank accounts: a sort code of six digits and an account number of eight.

Source: https://en.wikipedia.org/wiki/Sort_code
"""

from __future__ import annotations

from collections.abc import Iterator

from recognizers.base.context import Context
from recognizers.base.digits import ALONE, BEGIN, BREAK, END, INNER
from recognizers.base.lexicon import words
from recognizers.base.recognizer import Form, Match, SearchRecognizer
from recognizers.base.writing import BLANK, DASH

ACCOUNT_WORDS = Context(words("labels", "account"))
SORT_WORDS = Context(
    ("sort code*", "sort-code*", "sortcode*", "sort_code*", "sc", "s/c", "bankleitzahl*")
)
SORT = (
    rf"(?:[0-9]{{2}}{DASH}[0-9]{{2}}{DASH}[0-9]{{2}}|[0-9]{{2}}{BLANK}[0-9]{{2}}{BLANK}[0-9]{{2}}"
    r"|[0-9]{6})"
)
ACCOUNT = rf"[0-9]{{4}}[{INNER}]?[0-9]{{4}}"
BETWEEN = rf"(?:{BLANK}{{0,2}}[,;/|]?{BLANK}{{0,2}}|{BREAK})"
PAIR = Form(
    pattern=rf"{BEGIN}(?:{SORT}{BETWEEN}{ACCOUNT}|{ACCOUNT}{BETWEEN}{SORT}){END}",
    score=0.7,
    needs_context=True,
)
SORT_CODE = Form(pattern=rf"{BEGIN}{SORT}{END}", score=0.6, needs_context=True)
NUMBER = Form(pattern=rf"{BEGIN}{ACCOUNT}{END}{ALONE}", score=0.6, needs_context=True)


def _search(text: str) -> Iterator[Match]:
    yield from PAIR.find(text, ACCOUNT_WORDS)
    yield from SORT_CODE.find(text, SORT_WORDS)
    yield from NUMBER.find(text, ACCOUNT_WORDS)


recognizer = SearchRecognizer(
    entity="UK_BANK_ACCOUNT",
    label="uk_bank_account",
    search=_search,
    examples=(
        "Sort code «12-34-56»",
        "account number: «12345678»",
        "sort code and account «12-34-56 12345678»",
        "bank account «12345678 / 12-34-56»",
        "sortcode=«123456»",
        "Sort Code: «12 34 56»",
        "Konto «12345678» bei einer Bank in London",
    ),
    counterexamples=(
        "12-34-56 12345678",
        "account opened 12-03-24",
        "order 12345678",
        "account number 123456789",
        "sort by date 12-03-24",
    ),
)
