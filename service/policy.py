"""Policies: which entities are masked, and from which score on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from recognizers.base import NerRecognizer, Recognizer
from service.errors import InvalidRequestError
from service.text.spans import Span


@dataclass(frozen=True, slots=True)
class Policy:
    """The entities that are masked and the label of each placeholder."""

    name: str
    labels: Mapping[str, str]
    min_score: float = 0.4

    def masks(self, span: Span) -> bool:
        """Say whether this policy masks `span`."""
        return span.entity in self.labels and span.score >= self.min_score

    def only(self, entities: Collection[str]) -> Policy:
        """Return this policy for some entities only, also such as it does not mask by itself."""
        return replace(self, labels={name: self.labels[name] for name in entities})


class Policies:
    """The policies by name; built once from the recognizers."""

    def __init__(self, recognizers: Iterable[Recognizer | NerRecognizer], default: str) -> None:
        known = list(recognizers)
        self.labels = {one.entity: one.label for one in known}
        standard = {one.entity: one.label for one in known if one.standard}
        self._policies = {
            "standard": Policy("standard", standard),
            "strict": Policy("strict", self.labels),
        }
        self._default = default

    def choose(self, name: str | None = None, entities: Collection[str] | None = None) -> Policy:
        """Return the policy of that name, or for exactly those entities.

        Raises InvalidRequestError for a name that is not known.
        """
        policy = self._policies.get(name or self._default)
        if policy is None:
            raise InvalidRequestError("policy", "There is no policy of this name.")
        if entities is None:
            return policy
        if not set(entities) <= self.labels.keys():
            raise InvalidRequestError("entities", "An entity is not known; see GET /v1/entities.")
        return replace(policy, labels=self.labels).only(entities)
