"""The regions of JSON source that may change so that it stays JSON: strings, whole numbers.

The piece may begin and end anywhere but inside an escape. What is no JSON after all can change
everywhere but at the marks of the format.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

from service.text.spans import Span, clip

STRING = re.compile(r'(?:[^"\\]|\\.)*+', re.DOTALL)
BARE = re.compile(r'[^\s{}\[\],:"]+')
NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Regions:
    """The `parts` of a source that may change; `numbers` change as a whole, `strings` are text."""

    parts: Sequence[tuple[int, int]]
    strings: Sequence[tuple[int, int]]
    numbers: frozenset[tuple[int, int]]

    @classmethod
    def read(cls, source: str, *, inside: bool) -> Regions:
        """Read a source; `inside` says that it begins inside a string."""
        parts: list[tuple[int, int]] = []
        strings: list[tuple[int, int]] = []
        numbers: set[tuple[int, int]] = set()
        place = 0
        while place < len(source):
            if inside:
                found = STRING.match(source, place)
                end = found.end() if found else place
                strings.append((place, end))
                parts.append((place, end))
            else:
                quote = source.find('"', place)
                end = quote if quote >= 0 else len(source)
                bare = [one.span() for one in BARE.finditer(source, place, end)]
                parts += bare
                numbers.update(one for one in bare if NUMBER.fullmatch(source, *one))
            inside, place = not inside, end + 1
        return cls(parts, strings, frozenset(numbers))

    def in_string(self, place: int) -> bool:
        """Return whether what follows at `place` is the inside of a string."""
        number = bisect_right(self.strings, place, key=itemgetter(0)) - 1
        return number >= 0 and place <= self.strings[number][1]

    def fit(self, span: Span) -> list[tuple[int, int, str]]:
        """Return (start, end, quote) for each part of `span` that may change."""
        return [self._widened(one.start, one.end) for one in clip([span], self.parts)]

    def _widened(self, start: int, end: int) -> tuple[int, int, str]:
        around = self.parts[bisect_right(self.parts, start, key=itemgetter(1))]
        return (*around, '"') if around in self.numbers else (start, end, "")
