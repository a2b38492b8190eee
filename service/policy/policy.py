"""A policy ready for use: it searches what it brings itself, and decides what is masked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from service.detection.user_patterns import MOST_MATCHES, OwnPattern, matches_whole
from service.detection.user_words import OwnWords
from service.errors import DetectionFailedError
from service.policy.document import MIN_SCORE
from service.policy.operators import KEEP, PLACEHOLDER, Operator
from service.text.spans import GUESS, Span, overlapping, resolve

ADDRESS = "ADDRESS"


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
    words: tuple[tuple[str, OwnWords], ...] = field(default=(), repr=False)
    patterns: tuple[tuple[str, OwnPattern], ...] = field(default=(), repr=False)
    allow: frozenset[str] = field(default=frozenset(), repr=False)
    allow_patterns: tuple[Any, ...] = field(default=(), repr=False)
    ignored: frozenset[str] = frozenset()
    seconds: float = 30.0

    def masks(self, span: Span) -> bool:
        """Say whether this policy masks `span`."""
        return span.entity in self.labels and self.counts(span)

    @property
    def searches(self) -> bool:
        """Say whether this policy brings patterns, which may take any time."""
        return bool(self.patterns or self.allow_patterns)

    def counts(self, span: Span) -> bool:
        """Say whether `span` is sure enough to be weighed against others at all."""
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
            operators={name: one for name, one in self.operators.items() if one != KEEP},
            ignored=self.ignored - set(entities),
        )

    def decide(self, text: str, claims: Iterable[Span], deadline: float) -> list[Span]:
        """Return what of `text` is masked, given what the analyzer claims of it.

        What is not sure enough is dropped first, so that it hides nothing surer; what is allowed
        is dropped last, so that no part of it is masked for another reason.
        Raises DetectionFailedError once the monotonic clock has passed `deadline`.
        """
        denied = self._denied(text, deadline)
        counted = [span for span in (*claims, *self._found(text, deadline)) if self.counts(span)]
        counted = self._without_hiding_guesses(text, counted, deadline)
        places = {(span.start, span.end) for span in denied}
        return [
            span
            for span in resolve(text, [*counted, *denied])
            if span.entity in self.labels
            and ((span.start, span.end) in places or not self.allows(text, span, deadline))
        ]

    def allows(self, text: str, span: Span, deadline: float) -> bool:
        """Say whether what stands at `span` is never masked."""
        value = text[span.start : span.end]
        return value in self.allow or any(
            matches_whole(pattern, value, deadline) for pattern in self.allow_patterns
        )

    def _without_hiding_guesses(self, text: str, spans: list[Span], deadline: float) -> list[Span]:
        """Leave out what the model guesses to be unmasked where a form says what to mask.

        "PFK Dilnoza" may be an organisation to the model; the name in it is masked all the same. So
        is "Lindenweg 4", which may be a place to it.
        """
        told = [
            span
            for span in spans
            if span.entity in self.labels and (span.score >= GUESS or span.entity == ADDRESS)
        ]
        guessed = [span for span in spans if span.entity not in self.labels and span.score <= GUESS]
        hiding = overlapping(guessed, told) if told else set()
        return [span for span in spans if span not in hiding or self.allows(text, span, deadline)]

    def _denied(self, text: str, deadline: float) -> list[Span]:
        return [
            Span(match.start, match.end, entity, match.score)
            for entity, words in self.words
            if entity in self.labels
            for match in words.find(text, deadline)
        ]

    def _found(self, text: str, deadline: float) -> list[Span]:
        found: list[Span] = []
        for entity, pattern in self.patterns:
            if entity in self.labels:
                matches = pattern.find(text, deadline)
                found += (Span(one.start, one.end, entity, one.score) for one in matches)
                if len(found) > MOST_MATCHES:
                    raise DetectionFailedError
        return found
