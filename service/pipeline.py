"""The product on one screen: analyze, anonymize, restore."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from service.analyzer import Analyzer
from service.policy import Policy
from service.text import placeholders
from service.text.slots import Slot
from service.text.spans import Span, outside
from service.usage import Usage
from service.vault import Issued, Pair, Vault

# Names where no blank is allowed.
NAME = re.compile(r"[^\W\d_]+(?:[._-][^\W\d_]+)*")
SEPARATOR = re.compile(r"[._-]")


@dataclass(frozen=True, slots=True)
class Job:
    """One namespace of pairs, of one tenant."""

    tenant: str
    id: str
    ttl_seconds: int


@dataclass(frozen=True, slots=True)
class Found:
    """An entity that was replaced: where it stood in the input, and its placeholder."""

    span: Span
    placeholder: str
    value: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Anonymized:
    """What `anonymize` did: per slot what was found, and the value of each placeholder."""

    found: list[list[Found]]
    values: dict[str, str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Restored:
    """Texts with their values; how many places changed, and which placeholders were (not) ours."""

    texts: list[str] = field(repr=False)
    replacements: int
    restored: frozenset[str]
    unknown: frozenset[str]


class Pipeline:
    """Joins analyzer and vault; holds nothing of a request."""

    def __init__(self, analyzer: Analyzer, vault: Vault, usage: Usage | None = None) -> None:
        self._analyzer = analyzer
        self._vault = vault
        self._usage = usage or Usage()

    async def analyze(self, slots: Sequence[Slot], policy: Policy) -> list[list[Span]]:
        """Return for each slot the spans that `policy` masks; nothing is stored or changed.

        Raises DetectionFailedError.
        """
        found = await self._analyzer.analyze([slot.view for slot in slots])
        return [
            slot.settle(span for span in spans if policy.masks(span))
            for slot, spans in zip(slots, found, strict=True)
        ]

    async def anonymize(
        self, job: Job, slots: Sequence[Slot], policy: Policy, *, keep_empty: bool = True
    ) -> Anonymized:
        """Replace what `policy` masks in `slots` by placeholders of `job`.

        The job is made in the vault, with `keep_empty` even when nothing was found.
        Placeholders of the job that the text already holds stay, and count as sent.
        Raises DetectionFailedError and VaultError; then no slot was changed.
        """
        views = [slot.view for slot in slots]
        written = _hashes(views)
        own = await self._open(job, written)
        values = _met(own, views)
        spans = [
            outside(found, _own(slot, values))
            for slot, found in zip(slots, await self.analyze(slots, policy), strict=True)
        ]
        pairs = _pairs(slots, spans, policy)
        issued: dict[Pair, Issued] = {}
        if pairs or keep_empty:
            issued = await self._vault.issue(
                job.tenant,
                job.id,
                list(pairs.values()),
                job.ttl_seconds,
                written - own.keys(),
            )
        entities = (span.entity for there in spans for span in there)
        self._usage.text(job.tenant, sum(len(slot.text) for slot in slots), entities)
        names = {value: _name(issued[pair]) for value, pair in pairs.items()}
        found = [_replace(slot, there, names) for slot, there in zip(slots, spans, strict=True)]
        return Anonymized(found, values | {name: value for value, name in names.items()})

    async def pseudonymise(
        self, tenant: str, slots: Sequence[Slot], policy: Policy, known: Iterable[str]
    ) -> None:
        """Put a pseudonym for the whole of each slot that holds personal data or a `known` value.

        Raises DetectionFailedError; then no slot was changed.
        """
        views = [slot.view for slot in slots]
        spans = await self._analyzer.analyze([*views, *map(_spoken, views)])
        values = [value.casefold() for value in known]
        for number, slot in enumerate(slots):
            found = any(map(policy.masks, [*spans[number], *spans[number + len(slots)]]))
            texts = (views[number].casefold(), _spoken(views[number]).casefold())
            if found or any(value in text for text in texts for value in values):
                slot.holder[slot.key] = self._vault.pseudonym(tenant, slot.text)

    async def values(self, job: Job, texts: Iterable[str]) -> dict[str, str]:
        """Return the value of each placeholder in `texts` that was issued to `job`.

        Raises VaultError.
        """
        read = list(texts)
        return _met(await self._open(job, _hashes(read)), read)

    async def all_values(self, job: Job) -> dict[str, str]:
        """Return the value of every placeholder that was ever issued to `job`.

        Raises VaultError.
        """
        issued = await self._vault.everything(job.tenant, job.id)
        return {_name(one): one.value for one in issued.values()}

    async def _open(self, job: Job, hashes: frozenset[str]) -> dict[str, Issued]:
        return await self._vault.open(job.tenant, job.id, hashes) if hashes else {}

    async def restore(self, job: Job, texts: Sequence[str]) -> Restored:
        """Put the values of `job` back into texts.

        Raises VaultError.
        """
        values = await self.values(job, texts)
        met = [found[0] for text in texts for found in placeholders.find(text)]
        return Restored(
            [placeholders.restore(text, values) for text in texts],
            sum(name in values for name in met),
            frozenset(values),
            frozenset(met) - values.keys(),
        )


def _spoken(name: str) -> str:
    """Return a name such as `sabine_kraemer` as people write it; anything else as it is."""
    return SEPARATOR.sub(" ", name).title() if NAME.fullmatch(name) else name


def _hashes(texts: Iterable[str]) -> frozenset[str]:
    """Return the hashes of everything in `texts` that has the form of a placeholder."""
    return frozenset(found["hash"] for text in texts for found in placeholders.find(text))


def _met(issued: Mapping[str, Issued], texts: Iterable[str]) -> dict[str, str]:
    """Return the values of those issued placeholders that stand in `texts`, label and all."""
    met = {found[0] for text in texts for found in placeholders.find(text)}
    return {name: one.value for one in issued.values() if (name := _name(one)) in met}


def _own(slot: Slot, values: Mapping[str, str]) -> list[tuple[int, int]]:
    """Return where placeholders of the job already stand in the slot."""
    return [match.span() for match in placeholders.find(slot.view) if match[0] in values]


def _pairs(
    slots: Sequence[Slot], spans: Sequence[Sequence[Span]], policy: Policy
) -> dict[str, Pair]:
    """Return one pair for each value; a value has the entity of its first place in the request."""
    pairs: dict[str, Pair] = {}
    for slot, found in zip(slots, spans, strict=True):
        for span in found:
            value = slot.value(span.start, span.end)
            if value not in pairs:
                pairs[value] = Pair(span.entity, policy.labels[span.entity], value)
    return pairs


def _name(issued: Issued) -> str:
    return placeholders.write(issued.label, issued.hash)


def _replace(slot: Slot, spans: Sequence[Span], names: Mapping[str, str]) -> list[Found]:
    found = []
    for span in spans:
        value = slot.value(span.start, span.end)
        place = Span(slot.place(span.start), slot.place(span.end), span.entity, span.score)
        found.append(Found(place, names[value], value))
    if spans:
        slot.put(
            [
                (span.start, span.end, one.placeholder)
                for span, one in zip(spans, found, strict=True)
            ]
        )
    return found
