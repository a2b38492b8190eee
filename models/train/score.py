"""Strict span scores: a span counts when its start, its end and its label are right."""

from __future__ import annotations

from collections import Counter

from corpora import LABELS
from passages import IGNORED, Row

Span = tuple[int, int, str]


def spans_of_rows(rows: list[list[int]], like: list[Row] | None = None) -> list[set[Span]]:
    """Turn label ids into spans of token positions; tokens that `like` ignores are left out."""
    found = []
    for number, row in enumerate(rows):
        truth = like[number].labels if like else row
        names = [LABELS[i] for i, t in zip(row, truth, strict=True) if t != IGNORED]
        found.append(spans_of_labels(names))
    return found


def spans_of_labels(labels: list[str]) -> set[Span]:
    """Turn BIO labels into (start, end, label)."""
    spans: set[Span] = set()
    start = 0
    current = ""
    for place, label in enumerate((*labels, "O")):
        if current and label != f"I-{current}":
            spans.add((start, place, current))
            current = ""
        if label != "O" and not current:
            start, current = place, label[2:]
    return spans


def score_spans(gold: list[set[Span]], found: list[set[Span]]) -> dict[str, float]:
    """Return F1 in percent for each label and over all (`micro`)."""
    right: Counter[str] = Counter()
    marked: Counter[str] = Counter()
    for truth, guess in zip(gold, found, strict=True):
        right.update(label for _, _, label in truth & guess)
        marked.update(label for _, _, label in truth)
        marked.update(label for _, _, label in guess)
    scores = {label: round(200 * right[label] / marked[label], 2) for label in sorted(marked)}
    scores["micro"] = round(200 * right.total() / max(1, marked.total()), 2)
    return scores
