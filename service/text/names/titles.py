"""Titles and salutations before a name: they stay outside it, and some tell the gender."""

from __future__ import annotations

import re
from typing import Literal

Gender = Literal["female", "male"]
LONGEST = 60  # code points that are looked at before a name
FEMALE = r"Frau|Fr\.|Fräulein|Mrs\.?|Ms\.?|Miss|Madam|Dame|Lady"
MALE = r"Herrn?|Hr\.|Hrn\.|Mr\.?|Sir|Lord"
DEGREE = (
    r"Dr\.|DDr\.|Dres\.|Doktor|Prof\.|Professor(?:in)?|M?Mag\.|Ing\.|Dipl\.-[A-Z]\w+\.?|PD|"
    r"med\.|jur\.|phil\.|rer\.|nat\.|pol\.|oec\.|dent\.|vet\.|theol\.|h\.\s?c\.|habil\.|"
    r"Rev\.|Mx\.?|Familie|Eheleute|Ehepaar|Family"
)
OFFICE = (
    r"E?PHK(?:in)?|PHM(?:in)?|POM(?:in)?|POK(?:in)?|PK(?:in)?|KHK(?:in)?|KOK(?:in)?|Hptm\.|Major|"
    r"RAin|RA|StA|StAin|OStA|PFK|Pfr\.|Pater|Pfarrer(?:in)?|Pastor(?:in)?|Nurse|Sgt\.?|Constable|"
    r"Cllr\.?|Detective|Inspector"
)
WORD = rf"(?:{FEMALE}|{MALE}|{DEGREE}|{OFFICE})(?![\w.])"
TITLE = re.compile(rf"\W*(?:{WORD}|c\.)")
ALONE = re.compile(rf"(?:{WORD}\s*|(?:Fr|Hr|Hrn|Dr|Prof|M?Mag|Ing|Pfr|Hptm)(?!\w)\s*)+")
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
    """Say whether `value` holds titles and nothing else."""
    return ALONE.fullmatch(value) is not None


def gender(titles: str) -> Gender | None:
    """Return the gender that titles tell, if they tell one."""
    female, male = (bool(one.search(titles)) for one in (IS_FEMALE, IS_MALE))
    if female == male:
        return None
    return "female" if female else "male"
