"""Towns that are known by their form alone, as they stand behind a street without a post code."""

from __future__ import annotations

from recognizers.base.lexicon import alternation, words
from recognizers.base.writing import BLANKS

BLANK = f"[{BLANKS}]"
_CITIES = alternation(words("cities", "german"))
_ENDING = (
    r"(?:(?<=stadt)|(?<=furt)|(?<=heim)|(?<=hausen)|(?<=dorf)|(?<=ingen)|(?<=kirchen)|(?<=hafen)"
    r"|(?<=brück)|(?<=walde)|(?<=rode)|(?<=leben))"
)
_WORD = r"[A-ZÄÖÜ][a-zäöüßéè]{2,30}+"
_BESIDE = (
    rf"{BLANK}(?:am|an{BLANK}der|im|in{BLANK}der|ob{BLANK}der|vor{BLANK}der|bei|a\.{BLANK}?[dM]\.)"
    rf"(?:(?<=M\.)|{BLANK}{_WORD})"
)
# `Frankfurt am Main`, `Bad Muster`, `Musterstadt`: a large town, or one that is built like one.
GERMAN_TOWN = (
    rf"(?:(?:Bad|Sankt|St\.){BLANK}{_WORD}|(?:{_CITIES})(?:{_BESIDE})?|{_WORD}(?:{_BESIDE}|{_ENDING}))"
    r"(?![\w-])"
)
STATE_NAME = alternation(words("states"))

# Large ones of Britain, Ireland and the United States, known without a code behind them.
ENGLISH_TOWN = rf"(?:{alternation(words('cities', 'english'))})(?!\w)"
