"""Patterns that users bring: searched against the clock, so that none of them hangs the service.

The `regex` module looks at the clock while it matches, which `re` does not, and lets other threads
run meanwhile when it is told to (`concurrent`). Its clock counts the CPU time of the process, so on
a busy machine a search goes on for longer than it was given: whoever waits for it has to look at a
clock on the wall. A search that runs out of time, memory or matches is an error, never a text with
less in it: it fails closed.
"""

from __future__ import annotations

import math
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import regex

from recognizers.base.context import Context
from recognizers.base.recognizer import Match
from service.detection.search_timeout import too_slow
from service.detection.windows import OVERLAP, cut
from service.errors import DetectionFailedError

LONGEST_PATTERN = 1_000  # code points
MOST_MATCHES = 100_000  # of one pattern in one text
# What Presidio adds for a context word, and the least that a match then counts.
CONTEXT_BONUS = 0.35
LEAST_WITH_CONTEXT = 0.4
MOST_REPEATS = 1_000  # counts within counts multiplied: the compiler makes as many copies
# A sign with its escape, a set, a comment, a count, a group that calls a part again.
TOKEN = re.compile(
    r"\\."
    r"|\[\^?\]?(?:\\.|[^\]\\])*\]"
    r"|\(\?\#[^)]*\)"
    r"|\{(?P<least>\d*)(?:,(?P<most>\d*))?\}"
    r"|(?P<again>\(\?(?:R|[+-]?\d|&|P>))"
    r"|.",
    re.DOTALL,
)
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

    Raises ValueError, in fixed words, for one that is no regular expression or too long, that
    calls itself, or whose counts would take much memory to compile.
    """
    if len(source) > LONGEST_PATTERN:
        raise ValueError("is too long for a pattern")
    if _repeats(source) > MOST_REPEATS:
        raise ValueError(f"repeats itself, or a part of itself more than {MOST_REPEATS:,} times")
    try:
        return regex.compile(source, flags, cache_pattern=False)
    except (regex.error, RecursionError, MemoryError, OverflowError, ValueError, KeyError):
        raise ValueError("is not a regular expression") from None


def _repeats(source: str) -> float:
    """Return how many copies of a part its counts ask for at most; infinity where it calls itself.

    Counts within counts multiply, those side by side do not.
    """
    groups, last = [1.0], 1.0
    for token in TOKEN.finditer(source):
        if token["again"]:
            return math.inf
        if token["least"] is not None:
            counts = (one[:9] for one in (token["least"], token["most"]) if one)
            last *= max(map(int, counts), default=1)
            groups[-1] = max(groups[-1], last)
        elif token[0] == "(":
            groups.append(1.0)
        elif token[0] == ")" and len(groups) > 1:
            last = groups.pop()
            groups[-1] = max(groups[-1], last)
        elif token[0] not in "*+?":
            last = 1.0
    return max(groups)


def matches_whole(compiled: Any, text: str, deadline: float) -> bool:
    """Return whether a pattern matches the whole of `text`.

    Raises DetectionFailedError once the monotonic clock has passed `deadline`.
    """
    try:
        seconds = _seconds_left(deadline)
        return compiled.fullmatch(text, concurrent=True, timeout=seconds) is not None
    except TimeoutError:
        raise too_slow() from None
    except (MemoryError, RecursionError):
        raise DetectionFailedError from None


def _search(compiled: Any, text: str, first: int, last: int, deadline: float) -> Iterator[Any]:
    seconds = _seconds_left(deadline)
    try:
        for found in compiled.finditer(text, first, last, concurrent=True, timeout=seconds):
            yield found
            _seconds_left(deadline)  # the module's own clock stands still between two matches
    except TimeoutError:
        raise too_slow() from None
    except (MemoryError, RecursionError):
        raise DetectionFailedError from None


def _seconds_left(deadline: float) -> float:
    seconds = deadline - time.monotonic()
    if seconds <= 0:
        raise too_slow()
    return min(max(SHORTEST_WAIT, seconds), LONGEST_WAIT)
