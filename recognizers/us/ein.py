"""The US Employer Identification Number (EIN), which sole proprietors have too: 12-3456789.

"EIN" counts in capitals or as a key only: "ein" is a German word.
Source: https://www.irs.gov/businesses/small-businesses-self-employed/employer-id-numbers
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum.us import ein

from recognizers.base.context import Context
from recognizers.base.digits import ALONE, BEGIN, END
from recognizers.base.recognizer import Match, SearchRecognizer
from recognizers.base.tables import header
from recognizers.base.writing import DASH, compact

NUMBER = re.compile(rf"{BEGIN}[0-9]{{2}}{DASH}?[0-9]{{7}}{END}{ALONE}")
EIN = re.compile(r"(?<![^\W_])(?:F?EINs?(?![^\W_])|f?ein(?=[\"']?[ \t]{0,2}[:=]))")
HEAD = re.compile(r"[\s\"']*f?ein[\s\"']*", re.IGNORECASE)
WORDS = Context(
    (
        "employer identification*",
        "employer id*",
        "employer_id*",
        "fein",
        "federal tax id*",
        "federal id*",
        "tax id*",
        "tax_id*",
        "taxpayer id*",
        "tax identification*",
    )
)
BEFORE = 25
AFTER = 6


def _search(text: str) -> Iterator[Match]:
    for found in NUMBER.finditer(text):
        start, end = found.span()
        if ein.is_valid(compact(found[0])) and _is_named(text, start, end):
            yield Match(start, end, 0.7)


def _is_named(text: str, start: int, end: int) -> bool:
    around = text[max(0, start - BEFORE) : start] + "\n" + text[end : end + AFTER]
    if EIN.search(around) or HEAD.fullmatch(header(text, start)):
        return True
    return WORDS.near(text, start, end)


recognizer = SearchRecognizer(
    entity="US_EIN",
    label="ein",
    search=_search,
    examples=(
        "EIN «91-1144442»",
        "EIN: «911144442»",
        '{"ein": "«91-1144442»"}',
        "Employer Identification Number «04-2103594»",
        "federal tax ID is «91-1144442»",
    ),
    counterexamples=(
        "91-1144442",
        "ein 91-1144442",
        "EIN 07-1144442",
        "EIN 91-11444420",
        "so ein Teil 911144442",
    ),
)
