"""Spans: where an entity stands in a text, and which of overlapping ones count."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from operator import attrgetter, itemgetter
from typing import Literal

CERTAIN = 1.0
CUT = ",;"  # no value begins or ends so, but for a rest
GUESS = 0.85  # the most that the language model's findings score; specific patterns score more


@dataclass(frozen=True, slots=True)
class Source:
    """What made a claim: in which way, and which form of a recognizer (`german`, `2`) it was.

    `number` tells the claims of one explanation apart; elsewhere it is 0.
    """

    kind: Literal["pattern", "reader", "joined", "user_pattern", "user_word", "known_value"]
    form: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Span:
    """An entity at text[start:end], in code points, with a score from 0 to 1.

    Where it comes from makes no difference to what is masked: `source` explains, no more.
    """

    start: int
    end: int
    entity: str
    score: float
    source: Source | None = field(default=None, compare=False)


def resolve(text: str, spans: Iterable[Span]) -> list[Span]:
    """Return spans in order without overlaps, such that every found character stays covered.

    The better claim wins: a passed check digit first, then a specific pattern over what the
    language model guesses, then the longer, then the higher score. A loser that reaches beyond
    the winner keeps its rest: dropping it would leave half a value in the text.
    """
    trimmed = [piece for span in spans if (piece := trim(text, span)).start < piece.end]
    return [span for group in _groups(trimmed) for span in _resolve_group(text, group)]


def clip(spans: Iterable[Span], regions: Sequence[tuple[int, int]]) -> list[Span]:
    """Return the parts of `spans` that lie inside `regions` (ordered, without overlaps)."""
    clipped: list[Span] = []
    for span in spans:
        number = bisect_right(regions, span.start, key=itemgetter(1))
        while number < len(regions) and regions[number][0] < span.end:
            start, end = max(span.start, regions[number][0]), min(span.end, regions[number][1])
            if start < end:
                clipped.append(replace(span, start=start, end=end))
            number += 1
    return clipped


def outside(spans: Iterable[Span], regions: Sequence[tuple[int, int]]) -> list[Span]:
    """Return the parts of `spans` that lie outside `regions` (ordered, without overlaps)."""
    blocks = [Span(start, end, "", 0.0) for start, end in regions if start < end]
    return [piece for span in spans for piece in _uncovered(span, blocks)]


def overlapping(spans: Iterable[Span], others: Iterable[Span]) -> set[Span]:
    """Return those of `spans` that overlap one of `others`."""
    ordered = sorted(others, key=attrgetter("start"))
    ends = list(accumulate((other.end for other in ordered), max))

    def overlaps(span: Span) -> bool:
        before = bisect_left(ordered, span.end, key=attrgetter("start"))
        return before > 0 and ends[before - 1] > span.start

    return {span for span in spans if overlaps(span)}


def trim(text: str, span: Span) -> Span:
    """Return `span` without white space at its ends."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return replace(span, start=start, end=end)


def _rank(span: Span) -> tuple[bool, bool, int, float, int, str]:
    return (
        span.score < CERTAIN,
        span.score <= GUESS,
        span.start - span.end,
        -span.score,
        span.start,
        span.entity,
    )


def _groups(spans: Iterable[Span]) -> Iterator[list[Span]]:
    """Yield the groups of spans that overlap or touch, in order: each is resolved on its own."""
    group: list[Span] = []
    end = 0
    for span in sorted(spans, key=attrgetter("start")):
        if group and span.start > end:
            yield group
            group = []
        group.append(span)
        end = max(end, span.end)
    if group:
        yield group


def _resolve_group(text: str, group: list[Span]) -> list[Span]:
    kept: list[Span] = []
    lone: list[Span] = []
    for span in sorted(group, key=_rank):
        for rest in _uncovered(span, kept):
            piece = trim(text, rest)
            if rest == span or _letters(text, piece) > 1:
                insort(kept, piece, key=attrgetter("start"))
            elif piece.start < piece.end:
                lone.append(piece)
    for joined in _joined(lone):  # the lone letters of two losers may stand side by side
        for rest in _uncovered(joined, kept):
            if _letters(text, rest) > 1:
                insort(kept, trim(text, rest), key=attrgetter("start"))
    return list(_healed(text, kept))


def _healed(text: str, kept: Iterable[Span]) -> Iterator[Span]:
    """Join a value and the rest of it that another claim left: `Flat 2,` and `9 Sample Road`."""
    last: Span | None = None
    for span in kept:
        if last and last.entity == span.entity and _goes_on(text, last, span):
            last = replace(last, end=span.end, score=max(last.score, span.score))
            continue
        if last:
            yield last
        last = span
    if last:
        yield last


def _goes_on(text: str, span: Span, rest: Span) -> bool:
    cut = text[span.end - 1] in CUT or text[rest.start] in CUT
    return cut and text[span.end : rest.start] in ("", " ")


def _joined(pieces: Iterable[Span]) -> list[Span]:
    """Return one span for all that overlap or touch."""
    return [replace(group[0], end=max(one.end for one in group)) for group in _groups(pieces)]


def _uncovered(span: Span, kept: Sequence[Span]) -> list[Span]:
    """Return what of `span` no span of `kept` (ordered, without overlaps) covers."""
    pieces: list[Span] = []
    start = span.start
    number = bisect_right(kept, start, key=attrgetter("end"))
    while number < len(kept) and kept[number].start < span.end:
        if kept[number].start > start:
            pieces.append(replace(span, start=start, end=kept[number].start))
        start = kept[number].end
        number += 1
    if start < span.end:
        pieces.append(replace(span, start=start))
    return pieces


def _letters(text: str, span: Span) -> int:
    return sum(character.isalnum() for character in text[span.start : span.end])
