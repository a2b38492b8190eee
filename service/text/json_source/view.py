"""A view of the text in JSON inside a string: tool arguments, tool results, structured output.

The document is shown to the analyzer as a `view`: its source with every escape resolved and the
quotes around strings blanked, so that keys and neighbours give context, no value hides behind an
escape and no word sticks to compact JSON. What is found is written back into the source, where
only the found stretches change.
"""

from __future__ import annotations

import json
import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

LITERAL = re.compile(
    r'"(?P<inside>(?:[^"\\]++|\\.)*+)"|(?P<number>-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)'
)
ESCAPE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\."
)
SHORT_ESCAPES = {f"\\{letter}": json.loads(f'"\\{letter}"') for letter in '"\\/bfnrt'}
SURROGATE = re.compile("[\ud800-\udfff]")
UNKNOWN_CHARACTER = "\ufffd"


def dump(document: Any) -> str:
    """Return `document` as JSON; half an emoji, which some upstreams send, stays an escape."""
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    return SURROGATE.sub(lambda half: f"\\u{ord(half[0]):04x}", text)


def escape(value: str) -> str:
    """Return `value` as it stands between the quotes of a JSON string."""
    return json.dumps(value, ensure_ascii=False)[1:-1]


@dataclass(frozen=True, slots=True)
class JsonView:
    """A JSON source and its readable view.

    `regions` are the parts of `view` that may change: the insides of strings and whole numbers.
    `numbers` are those of them that are numbers. `places[i]` is where view[i] begins in `source`.
    An `exact` view gives values as the source spells them, so that putting them back gives the
    source again byte for byte; otherwise values are read out, and the result stays valid JSON.
    """

    source: str
    view: str
    places: Sequence[int]
    regions: tuple[tuple[int, int], ...]
    numbers: frozenset[tuple[int, int]]
    exact: bool

    def value(self, start: int, end: int) -> str:
        """Return the value at view[start:end]."""
        if self.exact:
            return self.source[self.places[start] : self.places[end]]
        return self.view[start:end]

    def widen(self, start: int, end: int) -> tuple[int, int]:
        """Return the whole number around a stretch of one, or the stretch itself."""
        around = bisect_right(self.regions, start, key=itemgetter(1))
        if around < len(self.regions) and self.regions[around] in self.numbers:
            first, last = self.regions[around]
            if first <= start and end <= last:
                return first, last
        return start, end

    def write(self, replacements: Iterable[tuple[int, int, str]]) -> str:
        """Return the source with view[start:end] replaced.

        A number becomes a string, unless the view is exact.
        """
        parts: list[str] = []
        done = 0
        for start, end, placeholder in replacements:
            quote = '"' if (start, end) in self.numbers and not self.exact else ""
            parts += (self.source[done : self.places[start]], quote, placeholder, quote)
            done = self.places[end]
        parts.append(self.source[done:])
        return "".join(parts)


def read(text: str, *, exact: bool = False) -> JsonView | None:
    """Return the view of a JSON object or array; None when `text` is not one."""
    if not is_document(text):
        return None
    view: list[str] = []
    places = array("Q")
    regions: list[tuple[int, int]] = []
    numbers: set[tuple[int, int]] = set()
    done = 0
    for literal in LITERAL.finditer(text):
        group = "inside" if literal["number"] is None else "number"
        begin, end = literal.span(group)
        _copy_structure(text, done, begin, view, places)
        first = len(places)
        _copy_resolved(text, begin, end, view, places)
        regions.append((first, len(places)))
        if group == "number":
            numbers.add(regions[-1])
        done = end
    _copy_structure(text, done, len(text), view, places)
    places.append(len(text))
    return JsonView(text, "".join(view), places, tuple(regions), frozenset(numbers), exact)


def is_document(text: str) -> bool:
    """Return whether `text` is a JSON object or array."""
    if text.lstrip()[:1] not in ("{", "["):
        return False
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _copy(text: str, start: int, end: int, view: list[str], places: array[int]) -> None:
    view.append(text[start:end])
    places.extend(range(start, end))


def _copy_structure(text: str, start: int, end: int, view: list[str], places: array[int]) -> None:
    """Copy what stands around values; blanks for quotes, else words stick to compact JSON."""
    view.append(text[start:end].replace('"', " "))
    places.extend(range(start, end))


def _copy_resolved(text: str, start: int, end: int, view: list[str], places: array[int]) -> None:
    done = start
    for found in ESCAPE.finditer(text, start, end):
        _copy(text, done, found.start(), view, places)
        character = SHORT_ESCAPES.get(found[0]) or json.loads(f'"{found[0]}"')
        view.append(UNKNOWN_CHARACTER if "\ud800" <= character <= "\udfff" else character)
        places.append(found.start())
        done = found.end()
    _copy(text, done, end, view, places)
