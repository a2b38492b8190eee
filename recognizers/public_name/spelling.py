"""How names are compared: words in small letters without marks, and what stands between them.

An apostrophe within a word may be missing, and letters with marks may be spelt without them
(`Haendel`, `Dvorak`). A blank is any run of blanks, or one line break.
"""

from __future__ import annotations

import re
import unicodedata

WORD = re.compile(r"[^\W_]+(?:['’ʼ´`‘][^\W_]+)*+")
APOSTROPHES = "'’ʼ´`‘"
LONGEST_GAP = 40
SPELT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l"}
    | dict.fromkeys(APOSTROPHES)
)

Word = tuple[str, int, int]  # as `plain` spells it, and where it stands


def plain(word: str) -> str:
    """Return `word` in small letters without marks and apostrophes."""
    lowered = word.lower()
    if lowered.isalnum() and lowered.isascii():
        return lowered
    spelt = lowered.translate(SPELT)
    if spelt.isascii():
        return spelt
    return "".join(one for one in unicodedata.normalize("NFKD", spelt) if one.isalnum())


def words_of(text: str) -> list[Word]:
    """Return the words of `text`."""
    return [(plain(one[0]), one.start(), one.end()) for one in WORD.finditer(text)]


def gap(between: str) -> str:
    """Return what stands between two words, however it is spaced; nothing where they are apart."""
    if between == " ":
        return between
    if len(between) > LONGEST_GAP or between.count("\n") > 1:
        return ""
    return "".join(between.split()).replace("’", "'").replace("–", "-") or " "
