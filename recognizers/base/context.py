"""Context words: whether one stands before a number, just after it, or over its column."""

from __future__ import annotations

import re
from collections.abc import Iterable

from recognizers.base.tables import header

BEFORE = 60
AFTER = 30
LETTER = r"[^\W\d_]"
# `4711, "ssn": 1`: the word after a number may be the key of the next one.
NEXT_KEY = re.compile(r"[,;{&|\n]\s*+[\"']?[\w.-][\w .-]{0,28}[\"']?\s?[:=]")


class Context:
    """A set of words that make a number what it is, such as "Steuer-ID" before eleven digits.

    A word counts as a whole, whatever its case; a blank in it stands for any white space, and an
    underscore or a digit beside it does not hide it (`user_ssn`). A star at its end lets it be the
    front of a compound ("telefon*": Telefonnummer), a star at its front the end of one.
    """

    def __init__(self, words: Iterable[str]) -> None:
        given = [word.lower() for word in words]
        # Plain alternatives on lower-case text: an order of magnitude faster than IGNORECASE.
        at_start = "|".join(_ending(word) for word in given if not word.startswith("*"))
        anywhere = "|".join(_ending(word[1:]) for word in given if word.startswith("*"))
        parts = [rf"(?<!{LETTER})(?:{at_start})"] if at_start else []
        parts += [f"(?:{anywhere})"] if anywhere else []
        self._pattern = re.compile("|".join(parts) or r"(?!)")

    def near(self, text: str, start: int, end: int) -> bool:
        """Return whether a word stands up to 60 code points before text[start:end] or 30 after.

        A word in the header of the table column in which text[start:end] stands counts as well.
        """
        after = text[end : end + AFTER]
        if ":" in after or "=" in after:
            key = NEXT_KEY.search(after)
            after = after[: key.start()] if key else after
        around = text[max(0, start - BEFORE) : start] + "\n" + after
        if self._pattern.search(around.lower()):
            return True
        head = header(text, start)
        return bool(head) and self._pattern.search(head.lower()) is not None

    def last(self, text: str) -> int:
        """Return about where the last word in a short `text` ends, or -1."""
        ends = [found.end() for found in self._pattern.finditer(text.lower())]
        return ends[-1] if ends else -1


def _ending(word: str) -> str:
    back = f"{LETTER}*+" if word.endswith("*") else f"(?!{LETTER})"
    return re.escape(word.rstrip("*")).replace(r"\ ", r"\s+") + back
