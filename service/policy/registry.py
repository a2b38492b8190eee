"""The registry of policies: those by name, and those that a request brings with it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from recognizers.base.context import Context
from recognizers.base.recognizer import NerRecognizer, Recognizer
from service.detection.user_patterns import UserPattern, compile_pattern
from service.detection.user_words import UserWords
from service.errors import InvalidRequestError
from service.policy.document import STRICT_THRESHOLDS, AdHocPattern, DenyList, PolicyDocument
from service.policy.operators import KEEP
from service.policy.policy import Policy

BUILT_IN = ("standard", "strict")


class PolicyError(ValueError):
    """A policy cannot be used: the member that is wrong, and why, in fixed words."""

    def __init__(self, place: tuple[str | int, ...], reason: str) -> None:
        super().__init__(f"{'.'.join(map(str, place))}: {reason}")
        self.place = place
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one policy may bring, and how long its own searches may take in one request."""

    words: int
    patterns: int
    seconds: float


OF_A_REQUEST = Limits(words=1_000, patterns=20, seconds=2.0)


class Policies:
    """The policies by name; built once from the recognizers and the documents of the file."""

    def __init__(
        self,
        recognizers: Iterable[Recognizer | NerRecognizer],
        default: str,
        documents: Mapping[str, PolicyDocument] | None = None,
        seconds: float = 30.0,
    ) -> None:
        """Compile all documents. Raises PolicyError, whose place begins with the policy's name."""
        # An entity that several recognizers find is as the first of them says.
        first = {one.entity: one for one in reversed(list(recognizers))}
        self.labels = {one.entity: one.label for one in first.values()}
        standard = {one.entity: one.label for one in first.values() if one.standard}
        shields = frozenset(one.entity for one in first.values() if one.shield)
        strict = {name: label for name, label in self.labels.items() if name not in shields}
        self._policies = {
            "standard": Policy("standard", standard),
            "strict": Policy("strict", strict, thresholds=STRICT_THRESHOLDS, ignored=shields),
        }
        limits = Limits(1_000_000, 1_000, seconds)
        for name, document in (documents or {}).items():
            try:
                self._policies[name] = self.compile(name, document, limits)
            except PolicyError as error:
                raise PolicyError((name, *error.place), error.reason) from None
        self._default = default

    @property
    def names(self) -> list[str]:
        """The names that a request may give."""
        return list(self._policies)

    def entities(self) -> frozenset[str]:
        """Return every entity that is known from the start, whatever requests bring with them."""
        own = [self._find(name).own_labels for name in self.names]
        return frozenset(self.labels).union(*own)

    def choose(
        self,
        wanted: str | PolicyDocument | None = None,
        entities: Collection[str] | None = None,
    ) -> Policy:
        """Return the policy of that name, or that policy, or it for exactly those entities.

        Raises InvalidRequestError, which names a member and nothing of its content.
        """
        policy = self._find(wanted)
        if entities is None:
            return policy
        if not set(entities) <= self.labels.keys() | policy.own_labels.keys():
            raise InvalidRequestError("entities", "An entity is not known; see GET /v1/entities.")
        return policy.only(entities, self.labels)

    def _find(self, wanted: str | PolicyDocument | None) -> Policy:
        if isinstance(wanted, PolicyDocument):
            try:
                return self.compile("of the request", wanted, OF_A_REQUEST)
            except PolicyError as error:
                reason = f"A part of the policy {error.reason}."
                raise InvalidRequestError(f"policy.{error.place[0]}", reason) from None
        policy = self._policies.get(self._default if wanted is None else wanted)
        if policy is None:
            raise InvalidRequestError("policy", "There is no policy of this name.")
        return policy

    def compile(self, name: str, document: PolicyDocument, limits: Limits) -> Policy:
        """Return the policy that `document` describes.

        Raises PolicyError.
        """
        _check_size(document, limits)
        own = self._own_labels(document)
        known = self.labels | own
        base = self._policies[document.extends]
        # A score of its own counts for all that its own thresholds do not name.
        inherited = {} if "min_score" in document.model_fields_set else base.thresholds
        for member in ("operators", "thresholds"):
            for entity in getattr(document, member):
                if entity not in known:
                    raise PolicyError((member, entity), "names an entity that is not known")
        # An operator masks its entity, also one that the base leaves alone; `keep` leaves it.
        masked = {*base.labels, *own, *document.operators}
        kept = {entity for entity, one in document.operators.items() if one == KEEP}
        return replace(
            base,
            name=name,
            labels={entity: known[entity] for entity in known if entity in masked - kept},
            min_score=document.min_score,
            thresholds={**inherited, **document.thresholds},
            operators=dict(document.operators),
            ignored=base.ignored - masked,
            own_labels=own,
            words=tuple(_words(document.deny)),
            patterns=tuple(_patterns(document.patterns)),
            allow=frozenset(document.allow),
            allow_patterns=tuple(
                _pattern(("allow_patterns", number), source)
                for number, source in enumerate(document.allow_patterns)
            ),
            seconds=limits.seconds,
        )

    def _own_labels(self, document: PolicyDocument) -> dict[str, str]:
        """Return the label of each entity that the document brings; a known one keeps its own."""
        labels: dict[str, str] = {}
        for member in ("deny", "patterns"):
            for number, one in enumerate(getattr(document, member)):
                usual = self.labels.get(one.entity) or labels.get(one.entity)
                label = one.label or usual or one.entity.lower()[:40]
                if usual is not None and label != usual:
                    raise PolicyError((member, number, "label"), "is not the label of its entity")
                labels[one.entity] = label
        return labels


def _check_size(document: PolicyDocument, limits: Limits) -> None:
    words = sum(len(one.words) for one in document.deny)
    words += sum(len(one.context) for one in document.patterns)
    if words + len(document.allow) > limits.words:
        raise PolicyError(("deny" if document.deny else "allow",), "holds too many words")
    if len(document.patterns) + len(document.allow_patterns) > limits.patterns:
        member = "patterns" if document.patterns else "allow_patterns"
        raise PolicyError((member,), "holds too many patterns")


def _words(lists: Iterable[DenyList]) -> Iterable[tuple[str, UserWords]]:
    for number, one in enumerate(lists):
        try:
            yield one.entity, UserWords(one.words)
        except ValueError as error:
            raise PolicyError(("deny", number, "words"), str(error)) from None


def _patterns(patterns: Iterable[AdHocPattern]) -> Iterable[tuple[str, UserPattern]]:
    for number, one in enumerate(patterns):
        compiled = _pattern(("patterns", number, "regex"), one.regex)
        yield one.entity, UserPattern(one.score, compiled, Context(one.context))


def _pattern(place: tuple[str | int, ...], source: str) -> Any:
    try:
        return compile_pattern(source)
    except ValueError as error:
        raise PolicyError(place, str(error)) from None
