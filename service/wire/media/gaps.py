"""Views of texts without the data in them, which is neither read nor changed."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

from service.text.json_source import JsonView
from service.wire.media.inline import stretches

# Stands for data that is not looked at.
GAP = "\ufffc"


def without_data(text: str, json: JsonView | None) -> JsonView | None:
    """Return a view of `text` with a GAP for each data URL and for media in base64.

    `json` is the view that the text has anyhow.
    """
    view = json.view if json else text
    found = stretches(view)
    if not found:
        return json
    gaps = _Gaps(found)
    places: Any = json.places if json else range(len(text) + 1)
    parts: list[str] = []
    shown = array("Q")
    for start, end in gaps.around(0, len(view)):
        parts += (view[start:end], GAP)
        shown.extend(places[start : end + 1])  # the last is where the gap begins, or the end
    regions = json.regions if json else ((0, len(view)),)
    return JsonView(
        text,
        "".join(parts[:-1]),
        shown,
        tuple(gaps.moved(*piece) for region in regions for piece in gaps.around(*region)),
        frozenset(gaps.moved(*number) for number in json.numbers) if json else frozenset(),
        exact=json.exact if json else False,
    )


class _Gaps:
    """Stretches, in order, that shrink to one character each."""

    def __init__(self, gaps: list[tuple[int, int]]) -> None:
        self._gaps = gaps
        self._ends = [end for _, end in gaps]
        shrunk = (end - start - len(GAP) for start, end in gaps)
        self._shrunk = [0, *accumulate(shrunk)]

    def around(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield what of start:end lies before, between and after the gaps; also empty stretches."""
        for number in range(bisect_right(self._ends, start), len(self._gaps)):
            first, last = self._gaps[number]
            if first >= end:
                break
            yield start, max(start, first)
            start = min(last, end)
        yield start, end

    def moved(self, start: int, end: int) -> tuple[int, int]:
        """Return where start:end, which touches no gap, stands once the gaps have shrunk."""
        return self._moved(start), self._moved(end)

    def _moved(self, index: int) -> int:
        return index - self._shrunk[bisect_right(self._ends, index)]
