"""The kinds of recognizers: patterns with a check, a search of its own, or a label of the model.

Examples hold the value that must be found between « and »; counterexamples hold none.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from recognizers.base.context import Context

CERTAIN = 1.0
CONTEXT_BONUS = 0.3
SUREST_PATTERN = 0.9


@dataclass(frozen=True, slots=True)
class Match:
    """A stretch of text, in code points, and how sure the recognizer is (0 to 1).

    `form` names what of the recognizer found it; it explains, and makes no difference.
    """

    start: int
    end: int
    score: float
    form: str = field(default="", compare=False)


class Recognizer(Protocol):
    """Finds one entity in text."""

    @property
    def entity(self) -> str:
        """The type, as in DE_TAX_ID."""

    @property
    def label(self) -> str:
        """The first part of its placeholders."""

    @property
    def standard(self) -> bool:
        """Whether the policy `standard` masks it."""

    @property
    def shield(self) -> bool:
        """Whether it is no personal data, and keeps others from seeing any in it."""

    @property
    def examples(self) -> tuple[str, ...]:
        """Texts, the value between « and »."""

    @property
    def counterexamples(self) -> tuple[str, ...]:
        """Texts in which nothing is to be found."""

    def find(self, text: str) -> Iterator[Match]:
        """Yield the matches in `text`, in order, in time linear in its length."""


@dataclass(frozen=True, kw_only=True)
class Form:
    """One way to write a value: a pattern, what confirms it, and how sure a match then is.

    The group named `value`, if the pattern has one, is what is found. `score` is `CERTAIN` where
    `is_valid` computes a check digit. With `needs_context` a match counts only when one of the
    recognizer's context words stands near; without, such a word makes it surer.
    """

    pattern: str
    score: float = 0.5
    is_valid: Callable[[str], bool] | None = None
    needs_context: bool = False
    _compiled: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_compiled", re.compile(self.pattern))

    def find(self, text: str, context: Context, name: str = "") -> Iterator[Match]:
        """Yield the confirmed matches in `text`, as found by the form `name`."""
        group = "value" if "value" in self._compiled.groupindex else 0
        for found in self._compiled.finditer(text):
            start, end = found.span(group)
            if start >= end or (self.is_valid and not self.is_valid(text[start:end])):
                continue
            score = self._score(text, start, end, context)
            if score > 0:
                yield Match(start, end, score, name)

    def _score(self, text: str, start: int, end: int, context: Context) -> float:
        if self.needs_context:
            return self.score if context.near(text, start, end) else 0.0
        if self.score >= SUREST_PATTERN or not context.near(text, start, end):
            return self.score
        return min(SUREST_PATTERN, self.score + CONTEXT_BONUS)


@dataclass(frozen=True, kw_only=True)
class Description:
    """What every recognizer says about itself.

    A `shield` finds what is no personal data, so that nothing else is seen in it: `standard` does
    not mask it, and for `strict`, which would rather mask too much, it does not count.
    """

    entity: str
    label: str
    standard: bool = True
    shield: bool = False
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PatternRecognizer(Description):
    """Finds what one of `forms` describes, helped by the words around it.

    `model_labels` names labels of the language model that count as this entity as well.
    """

    forms: tuple[Form, ...]
    context: tuple[str, ...] = ()
    model_labels: frozenset[str] = frozenset()
    _context: Context = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_context", Context(self.context))

    def find(self, text: str) -> Iterator[Match]:
        """Yield the matches of all forms, without overlaps; a form is named by its number."""
        return in_order(
            match
            for number, form in enumerate(self.forms, 1)
            for match in form.find(text, self._context, str(number))
        )


@dataclass(frozen=True, kw_only=True)
class SearchRecognizer(Description):
    """Finds what the function `search` gives: for values that one pattern cannot describe.

    What the model calls by one of `model_labels` counts where `model_must_hold` is found in it.
    """

    search: Callable[[str], Iterable[Match]]
    model_labels: frozenset[str] = frozenset()
    model_must_hold: re.Pattern[str] | None = None

    def find(self, text: str) -> Iterator[Match]:
        """Yield the matches of `search`, without overlaps."""
        return in_order(self.search(text))


@dataclass(frozen=True, kw_only=True)
class NerRecognizer(Description):
    """Finds what the language model calls one of `model_labels`."""

    model_labels: frozenset[str]
    model_must_hold: re.Pattern[str] | None = None


def named(name: str, matches: Iterable[Match]) -> Iterator[Match]:
    """Yield `matches` as found by the form `name`."""
    return (Match(one.start, one.end, one.score, name) for one in matches)


def in_order(matches: Iterable[Match]) -> Iterator[Match]:
    """Yield `matches` by position; of overlapping ones the certain, then the longest, stays."""
    kept: list[Match] = []
    for match in sorted(matches, key=_rank, reverse=True):
        place = bisect(kept, match.start, key=lambda one: one.start)
        after_last = place == 0 or kept[place - 1].end <= match.start
        if after_last and (place == len(kept) or match.end <= kept[place].start):
            kept.insert(place, match)
    return iter(kept)


def _rank(match: Match) -> tuple[bool, int, float, int]:
    """Rank certainty first, then length: a longer pattern leaves less of a value behind."""
    return match.score >= CERTAIN, match.end - match.start, match.score, -match.start
