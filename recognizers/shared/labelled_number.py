"""Labelled numbers, which look like any other: the nearest label, such as "LANR:", tells them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from recognizers.base.context import AFTER, BEFORE, Context
from recognizers.base.digits import INNER
from recognizers.base.lexicon import words
from recognizers.base.recognizer import Match
from recognizers.base.tables import header
from recognizers.base.writing import BLANK, DASHES

JOINTS = f"{DASHES}./"
# What may stand between two signs of a number: a gap, a line break, or nothing.
BETWEEN = rf"[{INNER}{JOINTS}]{{0,3}}(?:\r?\n{BLANK}{{0,4}})?"
BEGIN = rf"(?<![^\W_])(?<![0-9][{JOINTS},])"
END = rf"(?![^\W_]|[{JOINTS},][0-9])"
END_OF_GROUPS = rf"(?![^\W_]|[{INNER}{JOINTS},][0-9])"

# Words may stand between label and number, or other numbers of a list, but not both.
_REACHES = re.compile(r"(?:[^0-9]*+|(?:[\W_0-9]|und|and|oder|or)*+)\Z", re.IGNORECASE)
_SAME_LINE = re.compile(r"[^0-9\r\n]*")
OTHER_LABELS = words("labels", "other")


def digits(count: int) -> str:
    """Return a pattern for `count` digits that stand alone, together or in groups."""
    grouped = rf"[0-9](?:{BETWEEN}[0-9]){{{count - 1}}}{END_OF_GROUPS}"
    return rf"{BEGIN}(?:[0-9]{{{count}}}{END}|{grouped})"


def labelled(
    pattern: str, own: Iterable[str], others: Iterable[str], score: Callable[[str], float]
) -> Callable[[str], Iterator[Match]]:
    """Return a search for what fits `pattern` where one of `own` is the nearest label.

    `score` is asked for each such value; 0 refuses it.
    """
    compiled, labels = re.compile(pattern), Context(own)
    rivals = Context((*others, *OTHER_LABELS))

    def search(text: str) -> Iterator[Match]:
        for found in compiled.finditer(text):
            start, end = found.span()
            if _is_named(text, start, end, labels, rivals):
                sure = score(found[0])
                if sure > 0:
                    yield Match(start, end, sure)

    return search


def _is_named(text: str, start: int, end: int, labels: Context, rivals: Context) -> bool:
    if head := header(text, start):
        return labels.last(head) > rivals.last(head)
    before = text[max(0, start - BEFORE) : start]
    own, rival = labels.last(before), rivals.last(before)
    if own > rival:
        return _REACHES.match(before, own) is not None
    after = _SAME_LINE.match(text, end, end + AFTER)
    return rival < 0 and after is not None and labels.last(after[0]) >= 0
