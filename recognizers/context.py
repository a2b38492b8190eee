"""Whether a word that explains a number stands near it: before it on the line, or just after."""

from __future__ import annotations

import re
from functools import lru_cache

BEFORE = 60
AFTER = 30


def has_context(text: str, start: int, end: int, words: tuple[str, ...]) -> bool:
    """Say whether one of `words` (lower case, may hold blanks) stands around text[start:end].

    Looked at are 60 code points before and 30 after. A word counts as a whole, or as the front
    part of a compound ("steuer-id" in "Steuer-ID:", "telefon" in "Telefonnummer").
    """
    window = text[max(0, start - BEFORE) : start] + "\n" + text[end : end + AFTER]
    return _pattern(words).search(window.lower()) is not None


@lru_cache(maxsize=512)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    alternatives = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)
    return re.compile(rf"(?<!\w)(?:{alternatives})")
