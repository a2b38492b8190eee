"""Titles and salutations before a name: they stay outside it, and some tell the gender."""

from __future__ import annotations

import re
from typing import Literal

from recognizers.base.lexicon import alternation, words

Gender = Literal["female", "male"]
LONGEST = 60  # code points that are looked at before a name
FEMALE = alternation(words("titles", "female"))
MALE = alternation(words("titles", "male"))
# In `h. c.` the blank may be missing.
OTHERS = alternation(words("titles", "outside")).replace(r"\ ", r"\s?")
DOTLESS = alternation(word.rstrip(".") for word in words("titles", "dotless"))
WORD = rf"(?:{FEMALE}|{MALE}|{OTHERS}|Dipl\.-[A-Z]\w+\.?)(?![\w.])"
TITLE = re.compile(rf"\W*(?:{WORD}|c\.)")
ALONE = re.compile(rf"(?:{WORD}\s*|(?:{DOTLESS})(?!\w)\s*)+")
LEADING = re.compile(rf"(?:{WORD}\s+)+(?=\S)")
BEFORE = re.compile(rf"(?<!\w)(?:{WORD}\s+)*{WORD}\s+\Z")
IS_FEMALE = re.compile(rf"(?<!\w)(?:{FEMALE})(?![\w.])")
IS_MALE = re.compile(rf"(?<!\w)(?:{MALE})(?![\w.])")


def leading(text: str, start: int, end: int) -> int:
    """Return where the name at text[start:end] begins behind its titles."""
    found = LEADING.match(text, start, end)
    return found.end() if found else start


def before(text: str, start: int) -> str:
    """Return the titles that stand directly before text[start], or nothing."""
    around = text[max(0, start - LONGEST) : start]
    words = around.rsplit(None, 1)
    if not around[-1:].isspace() or not words or not TITLE.fullmatch(words[-1]):
        return ""  # that is the rule, and needs no search
    found = BEFORE.search(around)
    return found[0] if found else ""


def is_title(value: str) -> bool:
    """Return whether `value` holds titles and nothing else."""
    return ALONE.fullmatch(value) is not None


def gender(titles: str) -> Gender | None:
    """Return the gender that titles tell, if they tell one."""
    female, male = (bool(one.search(titles)) for one in (IS_FEMALE, IS_MALE))
    if female == male:
        return None
    return "female" if female else "male"
