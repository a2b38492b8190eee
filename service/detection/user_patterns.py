"""Patterns that users bring: searched against the clock, so that none of them hangs the service.

The `regex` module looks at the clock while it matches, which `re` does not, and lets other threads
run meanwhile when it is told to (`concurrent`). Its clock counts the CPU time of the process, so on
a busy machine a search goes on for longer than it was given: whoever waits for it has to look at a
clock on the wall. A search that runs out of time, memory or matches is an error, never a text with
less in it: it fails closed.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import regex

from recognizers.base.context import Context
from recognizers.base.recognizer import Match
from service.detection.windows import OVERLAP, cut
from service.errors import DetectionFailedError

LONGEST_PATTERN = 1_000  # code points
MOST_MATCHES = 100_000  # of one pattern in one text
# What Presidio adds for a context word, and the least that a match then counts.
CONTEXT_BONUS = 0.35
LEAST_WITH_CONTEXT = 0.4
SHORTEST_WAIT, LONGEST_WAIT = 0.001, 3600.0  # what the module takes


@dataclass(frozen=True, slots=True)
class UserPattern:
    """A user's pattern, how sure a match is, and the words beside it that make it surer.

    The group named `value`, if the pattern has one, is what is found.
    """

    score: float
    compiled: Any = field(repr=False)
    context: Context | None = field(default=None, repr=False)

    def find(self, text: str, deadline: float) -> Iterator[Match]:
        """Yield the matches in `text`; those up to 400 code points long wherever they stand.

        Raises DetectionFailedError once the monotonic clock has passed `deadline`.
        """
        group = "value" if "value" in self.compiled.groupindex else 0
        count = 0
        for first, last in cut(text):
            for found in _search(self.compiled, text, first, last, deadline):
                start, end = found.span(group)
                is_cut = end == last < len(text) and start >= last - OVERLAP // 2
                if start < end and not is_cut:  # the next window shows the whole of it
                    yield Match(start, end, self._score(text, start, end))
                count += 1
                if count > MOST_MATCHES:
                    raise DetectionFailedError

    def _score(self, text: str, start: int, end: int) -> float:
        if self.context is None or not self.context.near(text, start, end):
            return self.score
        return min(1.0, max(LEAST_WITH_CONTEXT, self.score + CONTEXT_BONUS))


def compile_pattern(source: str, flags: int = 0) -> Any:
    """Return a compiled pattern, of which no cache keeps a copy.

    Raises ValueError, in fixed words, for one that is no regular expression or too long.
    """
    if len(source) > LONGEST_PATTERN:
        raise ValueError("is too long for a pattern")
    try:
        return regex.compile(source, flags, cache_pattern=False)
    except (regex.error, RecursionError, MemoryError, OverflowError, ValueError, KeyError):
        raise ValueError("is not a regular expression") from None


def matches_whole(compiled: Any, text: str, deadline: float) -> bool:
    """Return whether a pattern matches the whole of `text`.

    Raises DetectionFailedError once the monotonic clock has passed `deadline`.
    """
    try:
        seconds = _seconds_left(deadline)
        return compiled.fullmatch(text, concurrent=True, timeout=seconds) is not None
    except (TimeoutError, MemoryError, RecursionError):
        raise DetectionFailedError from None


def _search(compiled: Any, text: str, first: int, last: int, deadline: float) -> Iterator[Any]:
    seconds = _seconds_left(deadline)
    try:
        for found in compiled.finditer(text, first, last, concurrent=True, timeout=seconds):
            yield found
            _seconds_left(deadline)  # the module's own clock stands still between two matches
    except (TimeoutError, MemoryError, RecursionError):
        raise DetectionFailedError from None


def _seconds_left(deadline: float) -> float:
    seconds = deadline - time.monotonic()
    if seconds <= 0:
        raise DetectionFailedError
    return min(max(SHORTEST_WAIT, seconds), LONGEST_WAIT)
