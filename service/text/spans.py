"""Spans: where an entity stands in a text, and which of overlapping ones count."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

CERTAIN = 1.0


@dataclass(frozen=True, slots=True)
class Span:
    """An entity at text[start:end], in code points, with a score from 0 to 1."""

    start: int
    end: int
    entity: str
    score: float


def resolve(text: str, spans: Iterable[Span]) -> list[Span]:
    """Return spans in order without overlaps, such that every found character stays covered.

    The surer claim wins (a passed check digit first, then the longer, then the higher score). A
    loser that reaches beyond the winner keeps its rest: dropping it would leave half a value in
    the text.
    """
    waiting = sorted((trim(text, span) for span in spans), key=_rank)
    kept: list[Span] = []
    for span in waiting:
        for rest in _uncovered(span, kept):
            piece = trim(text, rest)
            if _worth_keeping(text, piece, whole=rest == span):
                kept.append(piece)
        kept.sort(key=lambda one: one.start)
    return kept


def clip(spans: Iterable[Span], regions: Sequence[tuple[int, int]]) -> list[Span]:
    """Return the parts of `spans` that lie inside `regions` (ordered, without overlaps)."""
    return [
        replace(span, start=max(span.start, start), end=min(span.end, end))
        for span in spans
        for start, end in regions
        if span.start < end and start < span.end
    ]


def outside(spans: Iterable[Span], regions: Sequence[tuple[int, int]]) -> list[Span]:
    """Return `spans` without the parts that lie inside `regions`."""
    blocks = [Span(start, end, "", 0.0) for start, end in regions]
    return [piece for span in spans for piece in _uncovered(span, blocks)]


def trim(text: str, span: Span) -> Span:
    """Return `span` without white space at its ends."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return replace(span, start=start, end=end)


def _rank(span: Span) -> tuple[bool, int, float, int, str]:
    return (
        span.score < CERTAIN,
        span.start - span.end,
        -span.score,
        span.start,
        span.entity,
    )


def _uncovered(span: Span, kept: Sequence[Span]) -> list[Span]:
    """Return what of `span` no span of `kept` (ordered by start) covers."""
    pieces: list[Span] = []
    start = span.start
    for other in kept:
        if other.end <= start:
            continue
        if other.start >= span.end:
            break
        if other.start > start:
            pieces.append(replace(span, start=start, end=other.start))
        start = other.end
    if start < span.end:
        pieces.append(replace(span, start=start))
    return pieces


def _worth_keeping(text: str, piece: Span, *, whole: bool) -> bool:
    letters = sum(character.isalnum() for character in text[piece.start : piece.end])
    return piece.start < piece.end and (whole or letters > 1)
