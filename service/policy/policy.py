"""The compiled policy: what it masks and how, what it brings to search for, what it allows."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from service.detection.user_patterns import UserPattern, matches_whole
from service.detection.user_words import UserWords
from service.policy.document import MIN_SCORE
from service.policy.operators import KEEP, PLACEHOLDER, Operator
from service.text.spans import Span


@dataclass(frozen=True, slots=True)
class Policy:
    """What is masked, the label of each placeholder, and what is written instead of one.

    `labels` holds the masked entities, `own_labels` those that this policy brings itself. What is
    `ignored` is as if it had not been found.
    """

    name: str
    labels: Mapping[str, str]
    min_score: float = MIN_SCORE
    thresholds: Mapping[str, float] = field(default_factory=dict)
    operators: Mapping[str, Operator] = field(default_factory=dict)
    own_labels: Mapping[str, str] = field(default_factory=dict)
    words: tuple[tuple[str, UserWords], ...] = field(default=(), repr=False)
    patterns: tuple[tuple[str, UserPattern], ...] = field(default=(), repr=False)
    allow: frozenset[str] = field(default=frozenset(), repr=False)
    allow_patterns: tuple[Any, ...] = field(default=(), repr=False)
    ignored: frozenset[str] = frozenset()
    seconds: float = 30.0

    def masks(self, span: Span) -> bool:
        """Return whether this policy masks `span`."""
        return span.entity in self.labels and self.counts(span)

    @property
    def searches(self) -> bool:
        """Return whether this policy brings patterns, which may take any time."""
        return bool(self.patterns or self.allow_patterns)

    def counts(self, span: Span) -> bool:
        """Return whether `span` is sure enough to be weighed against others at all."""
        least = self.thresholds.get(span.entity, self.min_score)
        return span.score >= least and span.entity not in self.ignored

    def operator(self, entity: str) -> Operator:
        """Return what happens to a masked entity."""
        return self.operators.get(entity, PLACEHOLDER)

    def only(self, entities: Collection[str], labels: Mapping[str, str]) -> Policy:
        """Return this policy for some entities only, also such as it does not mask by itself."""
        return replace(
            self,
            labels={name: labels.get(name) or self.own_labels[name] for name in entities},
            # What is asked for by name is masked, also where this policy keeps it.
            operators={name: one for name, one in self.operators.items() if one != KEEP},
            ignored=self.ignored - set(entities),
        )

    def allows(self, text: str, span: Span, deadline: float) -> bool:
        """Return whether what stands at `span` is never masked."""
        value = text[span.start : span.end]
        return value in self.allow or any(
            matches_whole(pattern, value, deadline) for pattern in self.allow_patterns
        )
