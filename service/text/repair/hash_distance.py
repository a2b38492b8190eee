"""The distance of hashes: which issued ones a damaged one can mean, one slip of the pen away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable


class HashNeighbours:
    """Finds the hashes one slip away: one character wrong, lost or too many, or two exchanged."""

    def __init__(self, hashes: Iterable[str]) -> None:
        self._by_rest: dict[str, set[str]] = defaultdict(set)
        for one in hashes:
            for rest in (one, *_shortened(one)):
                self._by_rest[rest].add(one)

    def find(self, damaged: str) -> set[str]:
        """Return the hashes one slip away from `damaged`; its cost is that of their number."""
        rests = (damaged, *_shortened(damaged))
        met = {one for rest in rests for one in self._by_rest.get(rest, ())}
        return {one for one in met if is_one_slip(one, damaged)}


def is_one_slip(right: str, wrong: str) -> bool:
    """Return whether one slip leads from one text to the other."""
    if len(right) < len(wrong):
        right, wrong = wrong, right
    if len(right) - len(wrong) == 1:
        return wrong in _shortened(right)
    differ = [
        place for place, pair in enumerate(zip(right, wrong, strict=False)) if len({*pair}) > 1
    ]
    if len(right) != len(wrong) or not differ:
        return False
    first, last = differ[0], differ[-1]
    return first == last or (
        last == first + 1
        and len(differ) == last - first + 1
        and right[first : last + 1] == wrong[first : last + 1][::-1]
    )


def _shortened(text: str) -> list[str]:
    """Return the text without one character, for each of them."""
    return [text[:place] + text[place + 1 :] for place in range(len(text))]
