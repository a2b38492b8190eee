"""What a system misses and what it masks for nothing, in context; for development text only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks.corpora import DEVELOPMENT, Benchmark, Document
from benchmarks.marked import Passage
from benchmarks.scores import Span, count

AROUND = 45  # characters on each side


def report_errors(
    name: str,
    system: str,
    test_set: Benchmark,
    documents: Sequence[Document],
    found: Sequence[Sequence[Span]],
) -> None:
    """Print the errors of one system in one development set, entity by entity.

    Raises ValueError for a set that is no development set: test text is not to be read.
    """
    if DEVELOPMENT.get(name) is not test_set:
        raise ValueError(f"{name} is no development set")
    for label in test_set.labels:
        lines = [
            line
            for one, spans in zip(documents, found, strict=True)
            for line in errors(one.passage, spans, label, test_set)
        ]
        print(f"\n{name} · {system} · {label}: {len(lines)}")
        print("\n".join(sorted(lines)))


def errors(
    passage: Passage, found: Sequence[Span], label: str, test_set: Benchmark
) -> Iterator[str]:
    """Yield a line for each entity that is not wholly covered and for each span on nothing."""
    labels, fold = test_set.labels, test_set.fold
    decoys = [span for span in passage.spans if span[2] == "DECOY"]
    for span in passage.spans:
        alone = Passage(passage.text, (span,))
        if span[2] == label and not count(alone, found, (label,), fold)[label].whole:
            yield "missed  " + in_context(passage.text, span)
    for span in found:
        hit = [one for one in decoys if _overlap(span, one)]
        if count(passage, [span], labels, fold)[label].alarms:
            yield ("decoy   " if hit else "false   ") + in_context(passage.text, span)


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def in_context(text: str, span: Span) -> str:
    """Return the span between ⟦ and ⟧ with the text around it, on one line."""
    start, end, _ = span
    before = text[max(0, start - AROUND) : start]
    line = f"{before}⟦{text[start:end]}⟧{text[end : end + AROUND]}"
    return line.replace("\n", "⏎").replace("\r", "")
