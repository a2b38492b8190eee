"""The stages that decide what of one text is masked, in their order.

Each takes the claims on a text and returns those that are left: it adds, drops, cuts or joins. Two
more follow for all texts of a request together (`request_spans`): names are fitted, and known
values are found again. Two come before, and what they return is cached with the claims: what the
model found is trimmed (`detection/span_edges`), and addresses take in the places beside them
(`detection/address_joining`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from service.detection.user_patterns import MOST_MATCHES
from service.errors import DetectionFailedError
from service.policy.policy import Policy
from service.text.spans import GUESS, Source, Span, overlapping, resolve

ADDRESS = "ADDRESS"
USER_WORD = Source("user_word")
USER_PATTERN = Source("user_pattern")

# Takes the name of a stage, the claims before it, and those after it; returns the latter, which it
# may have numbered.
Watch = Callable[[str, Sequence[Span], list[Span]], list[Span]]


def unwatched(stage: str, before: Sequence[Span], after: list[Span]) -> list[Span]:
    """Return what is left after a stage, and note nothing."""
    del stage, before
    return after


@dataclass(frozen=True, slots=True)
class Subject:
    """A text that is decided upon: under which policy, and until when, on the monotonic clock.

    `denied` are the words of the policy's own that stand in it.
    """

    policy: Policy
    text: str = field(repr=False)
    deadline: float
    denied: tuple[Span, ...]

    @classmethod
    def of(cls, policy: Policy, text: str, deadline: float) -> Subject:
        """Search a text for the policy's own words.

        Raises DetectionFailedError once the clock has passed `deadline`.
        """
        denied = (
            Span(match.start, match.end, entity, match.score, USER_WORD)
            for entity, words in policy.words
            if entity in policy.labels
            for match in words.find(text, deadline)
        )
        return cls(policy, text, deadline, tuple(denied))

    def allows(self, span: Span) -> bool:
        """Return whether the policy allows what stands at `span`, whatever it is."""
        return self.policy.allows(self.text, span, self.deadline)


Stage = Callable[[Subject, list[Span]], list[Span]]


def add_user_patterns(subject: Subject, claims: list[Span]) -> list[Span]:
    """Add what the policy's own patterns find.

    Raises DetectionFailedError for more matches than anybody can need.
    """
    found: list[Span] = []
    for entity, pattern in subject.policy.patterns:
        if entity in subject.policy.labels:
            matches = pattern.find(subject.text, subject.deadline)
            found += (Span(one.start, one.end, entity, one.score, USER_PATTERN) for one in matches)
            if len(found) > MOST_MATCHES:
                raise DetectionFailedError
    return [*claims, *found]


def drop_unsure(subject: Subject, claims: list[Span]) -> list[Span]:
    """Drop what is below its threshold, before it can hide anything surer."""
    return [claim for claim in claims if subject.policy.counts(claim)]


def drop_hiding_guesses(subject: Subject, claims: list[Span]) -> list[Span]:
    """Drop what the model guesses to be unmasked where a form tells what is to be masked.

    "PFK Dilnoza" may be an organisation to the model; the name in it is masked all the same. So
    is "Lindenweg 4", which may be a place to it.
    """
    masked = subject.policy.labels
    told = [
        claim
        for claim in claims
        if claim.entity in masked and (claim.score >= GUESS or claim.entity == ADDRESS)
    ]
    guessed = [claim for claim in claims if claim.entity not in masked and claim.score <= GUESS]
    hiding = overlapping(guessed, told) if told else set()
    return [claim for claim in claims if claim not in hiding or subject.allows(claim)]


def add_user_words(subject: Subject, claims: list[Span]) -> list[Span]:
    """Add the policy's own words, which count whatever else is there."""
    return [*claims, *subject.denied]


def resolve_overlaps(subject: Subject, claims: list[Span]) -> list[Span]:
    """Leave one claim on each character: the surest, then the longest; losers keep their rest."""
    return resolve(subject.text, claims)


def keep_masked(subject: Subject, claims: list[Span]) -> list[Span]:
    """Drop the entities that the policy does not mask."""
    return [claim for claim in claims if claim.entity in subject.policy.labels]


def drop_allowed(subject: Subject, claims: list[Span]) -> list[Span]:
    """Drop what the policy allows by name, last, so that no part of it is masked as another."""
    places = {(span.start, span.end) for span in subject.denied}
    return [
        claim for claim in claims if (claim.start, claim.end) in places or not subject.allows(claim)
    ]


STAGES: dict[str, Stage] = {
    "user_patterns": add_user_patterns,
    "threshold": drop_unsure,
    "guess": drop_hiding_guesses,
    "user_words": add_user_words,
    "overlap": resolve_overlaps,
    "entity": keep_masked,
    "allow": drop_allowed,
}


def decide(subject: Subject, claims: Iterable[Span], watch: Watch = unwatched) -> list[Span]:
    """Return what of a text is masked, given what is claimed of it: in order, without overlaps.

    Raises DetectionFailedError once the clock has passed the deadline.
    """
    left = list(claims)
    for name, stage in STAGES.items():
        left = watch(name, left, stage(subject, left))
    return left
