"""What a recognizer is: patterns with a check, or a label of the language model."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from recognizers.context import has_context

CERTAIN = 1.0
CONTEXT_BONUS = 0.4


@dataclass(frozen=True, slots=True)
class Match:
    """A stretch of text, in code points, and how sure the recognizer is (0 to 1)."""

    start: int
    end: int
    score: float


class Recognizer(Protocol):
    """Finds one entity in text. `standard` says whether the policy `standard` masks it."""

    @property
    def entity(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def standard(self) -> bool: ...
    @property
    def examples(self) -> tuple[str, ...]: ...
    @property
    def counterexamples(self) -> tuple[str, ...]: ...
    def find(self, text: str) -> Iterator[Match]:
        """Give the matches in `text`, in order, in time linear in its length."""


@dataclass(frozen=True, kw_only=True)
class PatternRecognizer:
    """Finds what a pattern describes, a check confirms, and the words around it suggest.

    A match that passes `is_valid` is certain. Without a check it has `score`, and
    `CONTEXT_BONUS` more when a word of `context` stands near. With `needs_context` it counts
    only then. The group named `value`, if the pattern has one, is what is found.
    """

    entity: str
    label: str
    pattern: str
    score: float = 0.5
    is_valid: Callable[[str], bool] | None = None
    context: tuple[str, ...] = ()
    needs_context: bool = False
    standard: bool = True
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()
    _compiled: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_compiled", re.compile(self.pattern))

    def find(self, text: str) -> Iterator[Match]:
        """Give the confirmed matches in `text`."""
        group = "value" if "value" in self._compiled.groupindex else 0
        for found in self._compiled.finditer(text):
            start, end = found.span(group)
            if start >= end or (self.is_valid and not self.is_valid(text[start:end])):
                continue
            score = self._score(text, start, end)
            if score > 0:
                yield Match(start, end, score)

    def _score(self, text: str, start: int, end: int) -> float:
        near = bool(self.context) and has_context(text, start, end, self.context)
        if self.needs_context and not near:
            return 0.0
        if self.is_valid:
            return CERTAIN
        return min(CERTAIN, self.score + (CONTEXT_BONUS if near else 0.0))


@dataclass(frozen=True, kw_only=True)
class NerRecognizer:
    """Takes over what the language model calls one of `model_labels`."""

    entity: str
    label: str
    model_labels: frozenset[str]
    standard: bool = True
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()
