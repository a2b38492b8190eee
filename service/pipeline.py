"""The product on one screen: analyze, anonymize, restore."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from service.detection.analyzer import Analyzer
from service.policy import Policy
from service.policy.explanation import Explained, explain
from service.policy.operators import PLACEHOLDER, Operators
from service.policy.request_spans import Decider
from service.tenants.usage import Usage
from service.text import placeholders
from service.text.names import known_values, variants
from service.text.repair.finder import Forms, may_be_damaged
from service.text.repair.repairer import Repair, Tally
from service.text.repair.verified import Verified
from service.text.spans import Span, outside
from service.vault import Issued, Pair, Vault
from service.wire.slots import Replacement, Slot

MOST_RECALLED = 1_000  # values of a job that are opened to be found again


@dataclass(frozen=True, slots=True)
class Job:
    """One namespace of pairs, of one tenant."""

    tenant: str
    id: str
    ttl_seconds: int


@dataclass(frozen=True, slots=True)
class Found:
    """An entity that was replaced: where it stood in the input, by what, and how that was made.

    Only the operator `placeholder` can be undone.
    """

    span: Span
    operator: str
    replacement: str
    value: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Anonymized:
    """What `anonymize` found in each slot, what replaces slots, and the values of placeholders."""

    found: list[list[Found]]
    replacements: list[Replacement]
    values: dict[str, str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Restored:
    """Texts with their values; how many places changed, and which placeholders were (not) ours.

    `tally` tells the damaged forms, repaired or not.
    """

    texts: list[str] = field(repr=False)
    replacements: int
    restored: frozenset[str]
    unknown: frozenset[str]
    tally: Tally


class Pipeline:
    """Joins analyzer, operators and vault; holds nothing of a request."""

    def __init__(
        self,
        analyzer: Analyzer,
        vault: Vault,
        operators: Operators,
        usage: Usage | None = None,
        decider: Decider | None = None,
    ) -> None:
        self._analyzer = analyzer
        self._decider = decider or Decider()
        self._vault = vault
        self._operators = operators
        self._usage = usage or Usage()

    async def analyze(
        self, tenant: str, slots: Sequence[Slot], policy: Policy, held: Iterable[Issued] = ()
    ) -> list[list[Span]]:
        """Return for each slot the spans that `policy` masks; nothing is stored or changed.

        Values that one slot shows, and those `held` by its job, are found in all slots; in quiet
        ones nothing else is. Raises DetectionFailedError.
        """
        views = [slot.view for slot in slots]
        began = time.monotonic()
        texts = [slot.view for slot in slots if not slot.quiet]
        found_in = iter(await self._analyzer.analyze(texts, tenant))
        claims = [() if slot.quiet else next(found_in) for slot in slots]
        facts = [known_values.recalled(one.entity, one.value) for one in held]
        found = await self._decider.spans(policy, views, claims, facts, began=began, tenant=tenant)
        return [slot.settle(spans) for slot, spans in zip(slots, found, strict=True)]

    async def explain(
        self, tenant: str, slots: Sequence[Slot], policy: Policy
    ) -> list[list[Explained]]:
        """Return for each slot all that is claimed of it, and what became of each claim.

        Raises DetectionFailedError.
        """
        views = [slot.view for slot in slots]
        began = time.monotonic()
        claims = await self._analyzer.analyze(views, tenant)
        explained = await explain(self._decider, policy, views, claims, began=began)
        return [one.explained(slot.settle) for slot, one in zip(slots, explained, strict=True)]

    async def anonymize(
        self,
        job: Job,
        slots: Sequence[Slot],
        policy: Policy,
        *,
        keep_empty: bool = True,
        recall: bool = False,
        typed: bool = True,
    ) -> Anonymized:
        """Return what stands for what `policy` masks in `slots`, mostly placeholders of `job`.

        With `recall` the values that the job holds already are found again: one round trip more.
        The job is made in the vault, with `keep_empty` even when nothing was found.
        Placeholders that the text already holds stay; those of the job count as sent, where they
        were `typed` by somebody who may: all others are foreign.
        Raises DetectionFailedError and VaultError.
        """
        views = [slot.view for slot in slots]
        written = placeholders.hashes_in(views)
        own = await self._open(job, written) if typed else {}
        values = _met(own, views)
        held = await self._recall(job, policy) if recall else []
        claimed = await self.analyze(job.tenant, slots, policy, held)
        spans = [outside(c, _written(slot)) for slot, c in zip(slots, claimed, strict=True)]
        pairs = _pairs(slots, spans, policy)
        issued: dict[Pair, Issued] = {}
        if pairs or keep_empty:
            issued = await self._vault.issue(
                job.tenant, job.id, [*pairs.values()], job.ttl_seconds, written - own.keys()
            )
        entities = (span.entity for there in spans for span in there)
        self._usage.text(job.tenant, sum(len(s.text) for s in slots if not s.quiet), entities)
        names = {value: issued[pair].placeholder for value, pair in pairs.items()}
        done = [
            [self._found(job, slot, span, policy, names) for span in there]
            for slot, there in zip(slots, spans, strict=True)
        ]
        values |= {name: value for value, name in names.items()}
        return Anonymized(done, _replacements(slots, spans, done), values)

    async def pseudonymise(
        self, tenant: str, slots: Sequence[Slot], policy: Policy, values: Iterable[str]
    ) -> list[Replacement]:
        """Return a pseudonym for each slot that is sure, or holds personal data or one of `values`.

        It stands for the whole of the slot. Raises DetectionFailedError.
        """
        if not slots:
            return []
        views = [slot.view for slot in slots]
        texts = [*views, *map(variants.spoken, views)]
        began = time.monotonic()
        claims = await self._analyzer.analyze(texts, tenant)
        spans = await self._decider.spans(policy, texts, claims, began=began, tenant=tenant)
        folded = [value.casefold() for value in values]
        tells = [
            found or any(value in text.casefold() for value in folded)
            for text, found in zip(texts, spans, strict=True)
        ]
        return [
            Replacement(slot, self._vault.pseudonym(tenant, slot.text))
            for number, slot in enumerate(slots)
            if slot.sure or tells[number] or tells[number + len(slots)]
        ]

    def _found(
        self, job: Job, slot: Slot, span: Span, policy: Policy, names: Mapping[str, str]
    ) -> Found:
        """Return what is written at `span` of the slot's view: its placeholder, if it gets one."""
        value = slot.value(span.start, span.end)
        place = Span(slot.place(span.start), slot.place(span.end), span.entity, span.score)
        operator = policy.operator(span.entity)
        if operator == PLACEHOLDER:
            return Found(place, PLACEHOLDER, names[value], value)
        seen, label = slot.view[span.start : span.end], policy.labels[span.entity]
        text = self._operators.write(operator, job.tenant, span.entity, label, seen)
        kind = operator if isinstance(operator, str) else operator.type
        return Found(place, kind, slot.spell(span.start, span.end, text), value)

    async def values(self, job: Job, texts: Sequence[str]) -> dict[str, str]:
        """Return the values of the job's placeholders in `texts`. Raises VaultError."""
        return _met(await self._open(job, placeholders.hashes_in(texts)), texts)

    async def all_values(self, job: Job, hashes: frozenset[str] | None = None) -> dict[str, str]:
        """Return the value of every placeholder that was issued to `job`, or of those `hashes`.

        Raises VaultError.
        """
        if hashes is not None:
            issued = await self._open(job, hashes)
        else:
            issued = await self._vault.everything(job.tenant, job.id)
        return {one.placeholder: one.value for one in issued.values()}

    async def _recall(self, job: Job, policy: Policy) -> list[Issued]:
        """Return what the job holds of masked entities, in an order that is always the same."""
        issued = await self._vault.everything(job.tenant, job.id, MOST_RECALLED)
        return [one for _, one in sorted(issued.items()) if one.entity in policy.labels]

    async def _open(self, job: Job, hashes: frozenset[str]) -> dict[str, Issued]:
        return await self._vault.open(job.tenant, job.id, hashes) if hashes else {}

    async def restore(self, job: Job, texts: Sequence[str], *, repair: bool = False) -> Restored:
        """Put the values of `job` back into texts; damaged placeholders are repaired, or only told.

        Raises VaultError.
        """
        values = await self.values(job, texts)
        if any(
            may_be_damaged(placeholders.restore(text, dict.fromkeys(values, "")).text)
            for text in texts
        ):
            values = await self.all_values(job)
        mended, tally = await asyncio.to_thread(
            Repair(Forms(values, slips=False), report=not repair).wholes, texts
        )
        met = [found[0] for text in mended for found in placeholders.find(text)]
        return Restored(
            [placeholders.restore(text, values).text for text in mended],
            sum(name in values for name in met),
            frozenset(met) & values.keys(),
            frozenset(met) - values.keys(),
            tally,
        )

    async def verify(self, job: Job, texts: Sequence[str]) -> Verified:
        """Compare texts with all placeholders of `job`.

        Raises VaultError.
        """
        values = await self.all_values(job)
        mended, tally = await asyncio.to_thread(Repair(Forms(values, slips=False)).wholes, texts)
        met = {one[0] for text in mended for one in placeholders.find(text)}
        return Verified.of(values.keys(), met, tally)


def _met(issued: Mapping[str, Issued], texts: Iterable[str]) -> dict[str, str]:
    """Return the values of those issued placeholders that stand in `texts`, label and all."""
    met = {found[0] for text in texts for found in placeholders.find(text)}
    return {name: one.value for one in issued.values() if (name := one.placeholder) in met}


def _written(slot: Slot) -> list[tuple[int, int]]:
    """Return where placeholders already stand in the slot, this job's or not."""
    return [match.span() for match in placeholders.find(slot.view)]


def _pairs(
    slots: Sequence[Slot], spans: Sequence[Sequence[Span]], policy: Policy
) -> dict[str, Pair]:
    """Return one pair for each value that gets a placeholder.

    A value has the entity of its first place in the request.
    """
    pairs: dict[str, Pair] = {}
    for slot, found in zip(slots, spans, strict=True):
        for span in found:
            value = slot.value(span.start, span.end)
            if value not in pairs and policy.operator(span.entity) == PLACEHOLDER:
                pairs[value] = Pair(span.entity, policy.labels[span.entity], value)
    return pairs


def _replacements(
    slots: Sequence[Slot], spans: list[list[Span]], found: list[list[Found]]
) -> list[Replacement]:
    put = (
        [(span.start, span.end, one.replacement) for span, one in zip(*pair, strict=True)]
        for pair in zip(spans, found, strict=True)
    )
    return [Replacement(slot, slot.written(c)) for slot, c in zip(slots, put, strict=True) if c]
