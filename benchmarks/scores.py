"""How spans are scored against marks: counts for each document, and rates with intervals.

All counts add up over documents, so a rate over any sample of documents is one division, and the
bootstrap draws documents, not spans.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np

import recognizers
from benchmarks.corpora import NEUTRAL
from benchmarks.marked import Passage

Span = tuple[int, int, str]
Numbers = np.ndarray[Any, np.dtype[np.float64]]
WORD = re.compile(r"\w+")
# What the policy `standard` leaves in the text: such a span hides a name or an address from nobody.
NOT_MASKED = frozenset(one.entity for one in recognizers.load() if not one.standard)
DRAWS = 1_000
SEED = 17


@dataclass(slots=True)
class Counts:
    """What is counted in one document for one entity."""

    marked: int = 0  # entities in the document
    found: int = 0  # spans of the system, without those on neutral words alone
    strict: int = 0  # the same start, end and label
    touched: int = 0  # marked entities that a span of their label touches
    touching: int = 0  # spans that touch a marked entity of their label
    whole: int = 0  # marked entities that spans of their label cover wholly
    leaked: int = 0  # marked entities of which a letter or digit is left by all spans
    alarms: int = 0  # spans that touch nothing that is marked
    words_found: int = 0
    words_right: int = 0
    words: int = 0  # of the text

    def row(self) -> list[int]:
        """Return the counts in order."""
        return [getattr(self, one.name) for one in fields(self)]


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate in percent (or per 1,000 words), and the bounds of its 95 % interval."""

    value: float
    low: float
    high: float


PLACES = {one.name: place for place, one in enumerate(fields(Counts))}


def count(
    passage: Passage, found: Iterable[Span], labels: Sequence[str], fold: Mapping[str, str]
) -> dict[str, Counts]:
    """Count one document for each of `labels`, and for decoys under `DECOY`."""
    renamed = sorted((start, end, fold.get(name, name)) for start, end, name in found)
    counts = {label: _count_label(passage, renamed, label, labels) for label in labels}
    decoys = [span for span in passage.spans if span[2] == "DECOY"]
    bad = [span for span in renamed if span[2] in ("PERSON", "ADDRESS")]
    if decoys:
        hit = sum(any(_touch(one, span) for span in bad) for one in decoys)
        counts["DECOY"] = Counts(marked=len(decoys), touched=hit)
    return counts


def _count_label(passage: Passage, found: list[Span], label: str, labels: Sequence[str]) -> Counts:
    gold = [span for span in passage.spans if span[2] == label]
    scored = [span for span in passage.spans if span[2] in labels]
    neutral = [span for span in passage.spans if span[2] == NEUTRAL]
    mine = [
        span
        for span in found
        if span[2] == label and (_touches(span, scored) or not _touches(span, neutral))
    ]
    hides = [span for span in found if span[2] == label or span[2] not in NOT_MASKED]
    words = [(one.start(), one.end(), "") for one in WORD.finditer(passage.text)]
    inside = [one for one in words if _touches(one, mine) and not _touches(one, neutral)]
    return Counts(
        marked=len(gold),
        found=len(mine),
        strict=len(set(gold) & set(mine)),
        touched=sum(_touches(span, mine) for span in gold),
        touching=sum(_touches(span, gold) for span in mine),
        whole=sum(_covered(passage.text, span, mine) for span in gold),
        leaked=sum(not _covered(passage.text, span, hides) for span in gold),
        alarms=sum(not _touches(span, scored) for span in mine),
        words_found=len(inside),
        words_right=sum(_touches(one, gold) for one in inside),
        words=len(passage.text.split()),
    )


def _touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _touches(one: Span, others: list[Span]) -> bool:
    """Return whether `one` overlaps any of `others`, which are in order and do not nest much."""
    place = bisect_left(others, (one[1], -1, ""))
    return any(_touch(one, other) for other in others[max(0, place - 8) : place])


def _covered(text: str, one: Span, others: list[Span]) -> bool:
    near = [other for other in others if _touch(one, other)]
    return all(
        any(start <= place < end for start, end, _ in near)
        for place in range(one[0], one[1])
        if text[place].isalnum()
    )


def table_of(documents: Sequence[Counts]) -> Numbers:
    """Return the counts of documents as a matrix (documents, counts)."""
    return np.array([one.row() for one in documents], np.float64).reshape(-1, len(PLACES))


def rates(counts: Numbers) -> dict[str, Rate]:
    """Return all rates over the documents, with intervals from drawing documents again."""
    number = len(counts)
    weights = np.random.default_rng(SEED).multinomial(
        number, np.full(number, 1 / number), size=DRAWS
    )
    drawn = _rates(weights @ counts)
    exact = _rates(counts.sum(0, keepdims=True))
    return {name: Rate(float(exact[name][0]), *_bounds(values)) for name, values in drawn.items()}


def _bounds(values: Numbers) -> tuple[float, float]:
    if np.isnan(values).all():
        return float("nan"), float("nan")
    low, high = np.nanpercentile(values, [2.5, 97.5])
    return float(low), float(high)


def _rates(sums: Numbers) -> dict[str, Numbers]:
    """Return the rates of each row of summed counts; NaN where there is nothing to divide by."""

    def of(name: str) -> Numbers:
        return sums[:, PLACES[name]]

    return {
        "strict_f1": _share(2 * of("strict"), of("marked") + of("found")),
        "partial_f1": _harmonic(
            _share(of("touching"), of("found")), _share(of("touched"), of("marked"))
        ),
        "whole": _share(of("whole"), of("marked")),
        "leaked": _share(of("leaked"), of("marked")),
        "touched": _share(of("touched"), of("marked")),
        "word_precision": _share(of("words_right"), of("words_found")),
        "alarms": 10 * _share(of("alarms"), of("words")),
    }


def _share(part: Numbers, whole: Numbers) -> Numbers:
    """Return percent."""
    empty = np.full_like(part, np.nan)
    return 100 * np.divide(part, whole, out=empty, where=whole > 0)


def _harmonic(one: Numbers, other: Numbers) -> Numbers:
    """Return F1 of precision and recall; without any find it is 0, as the recall is."""
    one = np.where(np.isnan(one) & ~np.isnan(other), 0, one)
    total = one + other
    empty = np.where(np.isnan(total), np.nan, 0.0)
    return np.divide(2 * one * other, total, out=empty, where=total > 0)
