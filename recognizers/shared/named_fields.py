"""Values that the name of their field tells: cells under a header, members of data, lines of forms.

`Nachname;Vorname` over a table, `"last_name": "…"`, `<firstName>…</firstName>`, `Vorname: …`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from recognizers.base.tables import cells
from recognizers.base.writing import lowered

Form = Literal["cell", "member", "line"]

# `last_name`, `last-name`, `lastName` and `Last name` are one name: `last name`.
MARKS = re.compile(r"[\s_.*\"'`/-]+")
HUMP = re.compile(r"(?<=[a-zäöüß])(?=[A-ZÄÖÜ])")
LONGEST_NAME = 40
LABEL = r"(?P<label>[^\W\d_][\w., /-]{0,39})"
QUOTE = r"\\?[\"']"
MEMBER = re.compile(
    rf"(?<![\w.]){QUOTE}?{LABEL}{QUOTE}?\s{{0,3}}[:=]\s{{0,3}}"
    rf"(?P<quote>{QUOTE})(?P<value>[^\"\\\n]{{0,80}}?)(?P=quote)(?!\w)"
)
ELEMENT = re.compile(r"<(?P<label>[A-Za-z][\w.-]{0,39})>(?P<value>[^<>\n]{0,80})</(?P=label)>")
LINE = re.compile(
    rf"^[ \t>*#|-]{{0,6}}{LABEL}[*_]{{0,2}}[ \t]?:[*_]{{0,2}}[ \t]{{1,8}}"
    r"(?P<value>[^\s\"'\[{(<][^\n|;]{0,79})",
    re.MULTILINE,
)
AROUND = " \t\r\u00a0\"'*`,"


class Field(NamedTuple):
    """The value at text[start:end], and the name of its field in lower case, marks as blanks.

    `group` is the same for the columns of a table; -1 for what stands in none.
    """

    name: str
    start: int
    end: int
    form: Form
    group: int


def fields(text: str, stems: tuple[str, ...]) -> list[Field]:
    """Return the fields of `text`, in which one of the lower-case `stems` must stand at all."""
    lower = lowered(text)
    return list(_read(text)) if any(stem in lower for stem in stems) else []


def _read(text: str) -> Iterator[Field]:
    patterns: tuple[tuple[re.Pattern[str], Form], ...] = (
        (MEMBER, "member"),
        (ELEMENT, "member"),
        (LINE, "line"),
    )
    for pattern, form in patterns:
        for found in pattern.finditer(text):
            start, end = _bare(text, *found.span("value"))
            yield Field(_name(found["label"]), start, end, form, -1)
    for cell in cells(text):
        start, end = _bare(text, cell.start, cell.end)
        name = _name(text[cell.head_start : cell.head_end])
        if start < end and name:
            group = text.rfind("\n", 0, cell.head_start) + 1
            yield Field(name, start, end, "cell", group)


def _name(label: str) -> str:
    if len(label) > LONGEST_NAME:
        return ""
    return MARKS.sub(" ", HUMP.sub(" ", label)).strip().lower()


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out blanks and quotes around a value."""
    while start < end and text[start] in AROUND:
        start += 1
    while end > start and text[end - 1] in AROUND:
        end -= 1
    return start, end
