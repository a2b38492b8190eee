"""The explanation of a decision: what made each claim, which stages changed or dropped it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import Literal

from service.policy.policy import Policy
from service.policy.request_spans import KNOWN_VALUES, Claims, Decider
from service.text.spans import Source, Span

Settle = Callable[[Iterable[Span]], list[Span]]
UNKNOWN = Source("pattern")
OVERLAP = "overlap"  # the stage after which one claim at most is left on each character


@dataclass(frozen=True, slots=True)
class Step:
    """What a stage did to a claim: what it left of it, and the claim that was in its way."""

    stage: str
    did: Literal["changed", "dropped"]
    left: tuple[Span, ...]
    by: Span | None


@dataclass(frozen=True, slots=True)
class Explained:
    """A claim as it was made, what was done to it, and what is masked of it in the end."""

    claim: Span
    steps: tuple[Step, ...]
    masked: tuple[Span, ...]


@dataclass(slots=True)
class _Claim:
    made: Span
    left: list[Span]
    steps: list[Step] = field(default_factory=list)


class Journal:
    """What the stages did to the claims of one text, noted while they run.

    Each claim gets a number, which all that is left of it keeps. Where known values are found
    again, the text is decided upon once more: what was noted before is void then.
    """

    def __init__(self, claims: Iterable[Span]) -> None:
        self._claims: dict[int, _Claim] = {}
        self.claims = self._numbered(claims)
        self._first = dict(self._claims)

    def note(self, stage: str, before: Sequence[Span], after: list[Span]) -> list[Span]:
        """Note what a stage did; return what is left, with numbers for what it added.

        It is a `Watch` of `service.policy.stages`.
        """
        if stage == KNOWN_VALUES:
            self._claims = {
                number: _Claim(one.made, [one.made]) for number, one in self._first.items()
            }
        old = [span for span in after if _number(span)]
        left: defaultdict[int, list[Span]] = defaultdict(list)
        for span in old:
            left[_number(span)].append(span)
        for number in {_number(span) for span in before}:
            self._follow(stage, self._claims[number], left[number], after)
        numbered = iter(self._numbered(span for span in after if not _number(span)))
        return [span if _number(span) else next(numbered) for span in after]

    def explained(self, settle: Settle = list) -> list[Explained]:
        """Return all claims by their place, those that were dropped as well.

        What is left in the end is fitted by `settle` to what may be replaced.
        """
        left = [span for one in self._claims.values() for span in one.left]
        self.note("json", left, settle(sorted(left, key=attrgetter("start"))))
        claims = [
            Explained(one.made, tuple(one.steps), tuple(one.left)) for one in self._claims.values()
        ]
        return sorted(claims, key=lambda one: (one.claim.start, one.claim.end, one.claim.entity))

    def _numbered(self, spans: Iterable[Span]) -> list[Span]:
        numbered = []
        for span in spans:
            number = len(self._claims) + 1
            one = replace(span, source=replace(span.source or UNKNOWN, number=number))
            self._claims[number] = _Claim(one, [one])
            numbered.append(one)
        return numbered

    def _follow(self, stage: str, claim: _Claim, left: list[Span], after: Sequence[Span]) -> None:
        """Note what became of one claim, if it is not what it was."""
        if left == claim.left:
            return
        ahead = _over(after, claim.left[0]) if stage == OVERLAP else None
        did: Literal["changed", "dropped"] = "changed" if left else "dropped"
        claim.steps.append(Step(stage, did, tuple(left), ahead))
        claim.left = left


async def explain(
    decider: Decider, policy: Policy, texts: Sequence[str], claims: Claims, *, began: float
) -> list[Journal]:
    """Return for each text what became of its claims, as `Decider.spans` decides.

    Raises DetectionFailedError.
    """
    journals = list(map(Journal, claims))
    numbered = [journal.claims for journal in journals]
    watches = [journal.note for journal in journals]
    await decider.spans(policy, texts, numbered, watches=watches, began=began)
    return journals


def _over(spans: Sequence[Span], place: Span) -> Span | None:
    """Return the first of `spans` (in order, without overlaps) that lies over a part of `place`."""
    number = bisect_right(spans, place.start, key=attrgetter("end"))
    found = number < len(spans) and spans[number].start < place.end
    return spans[number] if found else None


def _number(span: Span) -> int:
    return span.source.number if span.source else 0
