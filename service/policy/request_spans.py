"""The masked spans of a request: each text decided by itself, then with what all of them tell.

What one text shows is a known value in all the others, and tells where names end. The claims of
the analyzer are cached for each text, so all of this comes after that cache.
"""

from __future__ import annotations

import asyncio
import time
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from operator import attrgetter

from service.detection.search_timeout import too_slow
from service.policy.policy import Policy
from service.policy.stages import Subject, Watch, decide, unwatched
from service.text.names import boundaries, titles
from service.text.names import parts as name_parts
from service.text.names.boundaries import Evidence
from service.text.names.known_values import PERSON, Fact, KnownValues
from service.text.spans import Source, Span, overlapping

Claims = Sequence[Sequence[Span]]
NAMES, KNOWN_VALUES = "names", "known_values"  # the stages of a request, behind those of a text
KNOWN = Source("known_value")
SEARCHERS = 4  # threads for policies that bring patterns; what hangs there holds up nobody else
MOST_OF_A_TENANT = 2  # of these threads


class Decider:
    """Decides beside the event loop, and lets nobody wait for longer than a search may take."""

    def __init__(self, seconds: float = 30.0) -> None:
        """Bound the search of one request, with the analyzer's part, to `seconds` by the wall."""
        self._seconds = seconds
        self._searchers = ThreadPoolExecutor(SEARCHERS, thread_name_prefix="own-patterns")
        self._turns: dict[str, asyncio.Semaphore] = {}

    async def spans(
        self,
        policy: Policy,
        texts: Sequence[str],
        claims: Claims,
        recalled: Sequence[Fact] = (),
        watches: Sequence[Watch] = (),
        *,
        began: float,
        tenant: str = "",
    ) -> list[list[Span]]:
        """Return what `Decision.spans` does; `began` is when the search did, monotonic.

        With patterns of its own a `tenant` gets so many threads at a time.

        Raises DetectionFailedError in time, also while a pattern still keeps its thread busy.
        """
        now = time.monotonic()
        seconds = min(began + self._seconds - now, policy.seconds)
        decision = Decision(policy, now + seconds)
        work = partial(decision.spans, texts, claims, recalled, watches)
        try:
            async with asyncio.timeout(seconds):
                if policy.searches:
                    return await self._search(tenant, work)
                return await asyncio.get_running_loop().run_in_executor(None, work)
        except TimeoutError:
            raise too_slow() from None

    async def _search(self, tenant: str, work: Callable[[], list[list[Span]]]) -> list[list[Span]]:
        """Run a search beside the loop; its turn ends with the thread's work, not with the wait."""
        turn = self._turns.setdefault(tenant, asyncio.Semaphore(MOST_OF_A_TENANT))
        await turn.acquire()
        doing = asyncio.wrap_future(self._searchers.submit(work))

        def ended(done: asyncio.Future[list[list[Span]]]) -> None:
            turn.release()
            if not done.cancelled():
                done.exception()  # where nobody waits any more, it is no surprise

        doing.add_done_callback(ended)
        return await asyncio.shield(doing)


@dataclass(frozen=True, slots=True)
class SharedEvidence:
    """What all texts of a request show together: the words of names, and values to find again."""

    names: Evidence
    values: KnownValues


@dataclass(frozen=True, slots=True)
class Decision:
    """How the texts of one request are decided upon: the policy, and until when."""

    policy: Policy
    deadline: float

    def spans(
        self,
        texts: Sequence[str],
        claims: Claims,
        recalled: Sequence[Fact] = (),
        watches: Sequence[Watch] = (),
    ) -> list[list[Span]]:
        """Return what is masked in each text; `recalled` are values known from before.

        Of `watches` there is one for each text, or none at all.
        Raises DetectionFailedError once the monotonic clock has passed the deadline.
        """
        subjects = [Subject.of(self.policy, text, self.deadline) for text in texts]
        watched = list(watches) or [unwatched] * len(texts)
        found = list(map(decide, subjects, claims, watched))
        names = boundaries.evidence(_persons(texts, found, recalled))
        settled = [
            _with_names_fitted(subject, there, names, watch)
            for subject, there, watch in zip(subjects, found, watched, strict=True)
        ]
        shown = SharedEvidence(names, KnownValues([*_facts(texts, settled), *recalled]))
        if not shown.values:
            return settled
        return [
            _with_known_values(subject, there, spans, shown, watch)
            for subject, there, spans, watch in zip(subjects, claims, settled, watched, strict=True)
        ]


def _with_names_fitted(
    subject: Subject, spans: list[Span], shown: Evidence, watch: Watch
) -> list[Span]:
    """Return the spans with persons' names fitted: without titles, endings and nouns."""
    fitted: list[Span] = []
    for span in spans:
        if span.entity != PERSON:
            fitted.append(span)
            continue
        name = boundaries.settle(subject.text, span, shown)
        if name and (name == span or not subject.allows(name)):
            fitted.append(name)
    return watch(NAMES, spans, fitted)


def _with_known_values(
    subject: Subject, claims: Sequence[Span], spans: list[Span], shown: SharedEvidence, watch: Watch
) -> list[Span]:
    """Decide once more, with known values, where one stands that is not masked yet."""
    found = shown.values.find(subject.text)
    more = [replace(one, source=KNOWN) for one in found if not _is_covered(one, spans)]
    if not more:
        return spans
    # What is not masked hides no known value, unless the policy allows it by name.
    hiding = overlapping(claims, more)
    counted = [
        claim
        for claim in claims
        if subject.policy.masks(claim) or claim not in hiding or subject.allows(claim)
    ]
    started = watch(KNOWN_VALUES, claims, [*counted, *more])
    return _with_names_fitted(subject, decide(subject, started, watch), shown.names, watch)


def _persons(
    texts: Sequence[str], found: Sequence[Sequence[Span]], recalled: Iterable[Fact]
) -> Iterator[str]:
    for text, spans in zip(texts, found, strict=True):
        for span in spans:
            if span.entity == PERSON:
                yield text[titles.leading(text, span.start, span.end) : span.end]
    for fact in recalled:
        if fact.entity == PERSON:
            yield fact.value


def _facts(texts: Sequence[str], found: Sequence[Sequence[Span]]) -> Iterator[Fact]:
    """Yield each different value that was found, in order; a name is sure if any place says so."""
    facts: dict[tuple[str, str], Fact] = {}
    for text, spans in zip(texts, found, strict=True):
        for span in spans:
            value = text[span.start : span.end]
            held = facts.get((span.entity, value))
            if held is None:
                held = Fact(span.entity, span.score, _is_sure(text, span, value), value)
            elif not held.sure:
                held = replace(held, sure=_is_sure(text, span, value))
            facts[span.entity, value] = held
    yield from facts.values()


def _is_sure(text: str, span: Span, value: str) -> bool:
    if span.entity != PERSON or name_parts.is_full(value):
        return True
    return bool(titles.before(text, span.start))


def _is_covered(span: Span, spans: Sequence[Span]) -> bool:
    """Return whether one of `spans` (ordered, without overlaps) holds all of `span`."""
    number = bisect_right(spans, span.start, key=attrgetter("start")) - 1
    return number >= 0 and span.end <= spans[number].end
