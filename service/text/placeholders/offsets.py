"""Offsets in a text while parts of it are replaced: where each place comes to stand."""

from __future__ import annotations

from collections.abc import Iterable

MOST = 20_000  # replacements that are remembered; a stream may have no end, memory has


class Moves:
    """What was replaced in a text, as far as it was let go: `passed` code points of it.

    Of more than MOST replacements the last ones count; places before them are no longer exact.
    """

    def __init__(self) -> None:
        self._moves: list[tuple[int, int, int]] = []
        self._grown = 0  # by those that are forgotten
        self.passed = 0

    def let_go(
        self, replacements: Iterable[tuple[int, int, str]], size: int, start: int = 0
    ) -> None:
        """Note that the next `size` code points went, with these (start, end, text) replaced.

        They count from `start`, come in order and do not overlap.
        """
        offset = self.passed - start
        for first, last, text in replacements:
            if (growth := len(text) - (last - first)) or last > first:
                self._moves.append((first + offset, last + offset, growth))
        self.passed += size
        if len(self._moves) > MOST:
            self._grown += sum(growth for _, _, growth in self._moves[: -MOST // 2])
            del self._moves[: -MOST // 2]

    def place(self, index: int, *, to_end: bool) -> int:
        """Return where `index` stands now; one inside what was replaced goes to its edge."""
        grown = self._grown
        for start, end, growth in self._moves:
            if index >= end:
                grown += growth
            elif index > start:
                return (end + growth if to_end else start) + grown
            else:
                break
        return index + grown
