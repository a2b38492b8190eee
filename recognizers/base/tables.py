"""Tables inside a text: which cell stands under which header (CSV, TSV, Markdown, drawn tables).

The tables of the last text are remembered by its hash, as positions only: the recognizers ask one
after the other about the same text, and no text outlives its request here.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from typing import NamedTuple

MARKS = "\t|;,"  # between cells; the first one that a header holds is that of its table
# A cell may be quoted and then holds marks of its own. Each character is read once.
CELL = {mark: re.compile(rf'(?:"[^"\n]*+"|[^{mark}])*+') for mark in MARKS}
RULE = re.compile(r"[ \t+|:=─┼-]+\r?")
NUMBER = re.compile(r"[0-9]{4}")
LONGEST_LINE = 2000
LONGEST_HEADER = 60


class Cell(NamedTuple):
    """Where a cell stands, and where the header of its column does."""

    start: int
    end: int
    head_start: int
    head_end: int


def cells(text: str) -> list[Cell]:
    """Return the cells of all tables in `text`, by position, headers left out."""
    key = hash(text)
    known = _last.get(key)
    if known is None:
        known = list(_read(text)) if "\n" in text else []
        _last.clear()
        _last[key] = known
    return known


def header(text: str, place: int) -> str:
    """Return the header of the column in which `place` stands, or nothing."""
    known = cells(text)
    index = bisect(known, place, key=_start) - 1 if known else -1
    if index < 0 or place >= known[index].end:
        return ""
    return text[known[index].head_start : known[index].head_end]


_last: dict[int, list[Cell]] = {}


def _start(cell: Cell) -> int:
    return cell.start


def _read(text: str) -> Iterator[Cell]:
    heads: list[tuple[int, int]] = []
    mark, has_rows, place = "", False, 0
    for line in text.split("\n"):
        start, place = place, place + len(line) + 1
        if mark and mark in line:
            row = list(_split(line, start, mark))
            fits = len(row) == len(heads)
            # Commas stand in prose as well: such a row must have as many cells as its header.
            if fits or mark != ",":
                if not RULE.fullmatch(line):
                    yield from (Cell(*cell, *head) for cell, head in zip(row, heads, strict=False))
                    has_rows = True
                continue
            if has_rows:
                continue
        elif mark and RULE.fullmatch(line):
            continue
        mark, has_rows = _mark(line), False
        heads = list(_split(line, start, mark)) if mark else []
        if not _are_headers(text, heads):
            mark, heads = "", []


def _mark(line: str) -> str:
    if len(line) > LONGEST_LINE or line.rstrip().endswith(":"):
        return ""
    return next((mark for mark in MARKS if mark in line), "")


def _split(line: str, offset: int, mark: str) -> Iterator[tuple[int, int]]:
    place = 0
    while place <= len(line):
        found = CELL[mark].match(line, place)
        end = found.end() if found else len(line)
        yield offset + place, offset + end
        place = end + 1


def _are_headers(text: str, heads: list[tuple[int, int]]) -> bool:
    words = [text[start:end].strip() for start, end in heads]
    short = all(len(word) <= LONGEST_HEADER and not NUMBER.search(word) for word in words)
    return short and sum(map(bool, words)) > 1
