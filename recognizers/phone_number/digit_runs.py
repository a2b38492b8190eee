"""Runs of digits that may be telephone numbers: found in one pass, cut where two meet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from recognizers.base.writing import BLANKS, DASHES

MOST_DIGITS = 17
FEWEST_DIGITS = 5
SEPARATORS = rf"[{BLANKS}{DASHES}()./]"
RUN = re.compile(
    rf"(?<![0-9+])(?:\(?\+\(?|\()?[0-9](?:{SEPARATORS}{{0,4}}+[0-9])*+"
    rf"(?:\s?(?:ext\.?|x|DW|Durchwahl|App\.?)\s?[0-9]{{1,5}}(?![0-9]))?"
)
# Dates and addresses of machines inside a run are none of ours.
NOT_A_NUMBER = re.compile(
    r"""
    (?<![0-9./-])
    (?:
        [0-9]{1,2}([./-])[0-9]{1,2}\1(?:[0-9]{4}|[0-9]{2})(?![0-9./-]) # 12.03.1985
        | (?:19|20)[0-9]{2}([/.-])[0-9]{1,2}\2[0-9]{1,2}(?![0-9./-])   # 1985-03-12
        | (?!0[0-9])[0-9]{1,3}                                         # 192.0.2.17
            (?:\.(?!0[0-9])(?:25[0-5]|2[0-4][0-9]|[01]?[0-9]{1,2})){3}(?![0-9./-])
    )
    """,
    re.VERBOSE,
)
# Where one number ends and another begins: a new area code, or a mark with blanks around it.
NEXT_NUMBER = re.compile(
    rf"[{BLANKS}]{{1,3}}(?=\(?0[0-9])|[{BLANKS}]+/[{BLANKS}]+(?=\(?0[0-9])|[{BLANKS}]{{3,}}+"
)
DIGIT = re.compile(r"[0-9]")


@dataclass(frozen=True, slots=True)
class Run:
    """Digits with separators at text[start:end]; `glued` when a letter stands before them."""

    start: int
    end: int
    text: str
    digits: int
    glued: bool


def runs(text: str) -> Iterator[Run]:
    """Yield the runs of `text` that have as many digits as a telephone number may have."""
    for found in RUN.finditer(text):
        if found.end() - found.start() < FEWEST_DIGITS:
            continue
        before = text[found.start() - 1 : found.start()]
        after = text[found.end() : found.end() + 1]
        if before in ("#", "§") or after.isalnum() or after in ("%", "€", "$", "_"):
            continue
        if _is_decimal(text, found):
            continue
        yield from _pieces(text, found, glued=before.isalnum() or before == "_")


def _is_decimal(text: str, found: re.Match[str]) -> bool:
    """Return whether the run is a part of a decimal number or a list: 0,123456 or 12,345678."""
    before = text[max(0, found.start() - 2) : found.start()]
    after = text[found.end() : found.end() + 2]
    return _joined(before[::-1]) or _joined(after)


def _joined(signs: str) -> bool:
    return len(signs) > 1 and signs[0] in ",.:" and signs[1].isdecimal()


def _pieces(text: str, found: re.Match[str], *, glued: bool) -> Iterator[Run]:
    for start, end in _between(text, found.start(), found.end()):
        run = _run(text, start, end, glued=glued and start == found.start())
        if run and FEWEST_DIGITS <= run.digits <= MOST_DIGITS:
            yield run
        elif run and run.digits > MOST_DIGITS:
            yield from split(text, run)


def _between(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield what of text[start:end] lies around dates and addresses of machines."""
    for other in NOT_A_NUMBER.finditer(text, start, end):
        yield start, other.start()
        start = other.end()
    yield start, end


def split(text: str, run: Run) -> Iterator[Run]:
    """Yield the numbers of a run that is no single one."""
    start = run.start
    cuts = [(cut.start(), cut.end()) for cut in NEXT_NUMBER.finditer(text, start, run.end)]
    for stop, following in [*cuts, (run.end, run.end)]:
        piece = _run(text, start, stop, glued=run.glued and start == run.start)
        if piece and FEWEST_DIGITS <= piece.digits <= MOST_DIGITS:
            yield piece
        start = following


def _run(text: str, start: int, end: int, *, glued: bool) -> Run | None:
    """Return text[start:end] without what stands around its digits."""
    while start < end and not (text[start].isdecimal() or text[start] in "+("):
        start += 1
    while end > start and not text[end - 1].isdecimal():
        end -= 1
    if text[start:end].count("(") > text[start:end].count(")") and text[start] == "(":
        start += 1
    if start >= end:
        return None
    value = text[start:end]
    return Run(start, end, value, len(DIGIT.findall(value)), glued)
