"""Coreference of placeholders: partial names are linked to the full name of the same person.

"Frau Krämer" and "Sabine Krämer" get placeholders of their own, because restoring is exact. Where
nobody else could be meant, the model is told that they are one person, in placeholders alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from service.text import placeholders
from service.text.names import parts as name_parts
from service.text.names import titles, variants
from service.text.names.titles import Gender

MOST_LINKS = 50
Parts = frozenset[str]


@dataclass(frozen=True, slots=True)
class Link:
    """Placeholders of one person, as the texts show them, and the gender if a title tells it."""

    placeholders: tuple[str, ...]
    gender: Gender | None


@dataclass(slots=True)
class _Met:
    """A name that stands in the texts; two genders are two persons of that name."""

    placeholder: str
    parts: Parts
    value: str = field(repr=False)
    genders: set[Gender] = field(default_factory=set)


def links(texts: Iterable[str], values: Mapping[str, str], label: str) -> list[Link]:
    """Return the links between those placeholders of `label` that stand in `texts`.

    `values` holds the value of each placeholder. The order is that of the texts.
    """
    met = list(_met(texts, values, label).values())
    full = _full(met)
    groups: dict[Parts, list[_Met]] = defaultdict(list)
    for one in met:
        owner = _owner(one, full)
        if owner:
            groups[owner].append(one)
    found = (_link(group) for group in groups.values() if len(group) > 1)
    return [link for link in found if link][:MOST_LINKS]


def _met(texts: Iterable[str], values: Mapping[str, str], label: str) -> dict[str, _Met]:
    met: dict[str, _Met] = {}
    for text in texts:
        for found in placeholders.find(text):
            if found["label"] != label or found[0] not in values:
                continue
            if found[0] not in met:
                value = values[found[0]]
                met[found[0]] = _Met(found[0], _parts(value), value)
            gender = titles.gender(titles.before(text, found.start()))
            if gender:
                met[found[0]].genders.add(gender)
    return met


def _parts(value: str) -> Parts:
    name = name_parts.read(value)
    return name.parts() if name else frozenset()


def _full(met: Sequence[_Met]) -> Mapping[str, set[Parts]]:
    """Return, by part and by user name, the full names that it may stand for."""
    full: dict[str, set[Parts]] = defaultdict(set)
    for one in met:
        name = name_parts.read(one.value)
        if name and name.first:
            for key in (*one.parts, *variants.whole(name)):
                full[key].add(one.parts)
    return full


def _owner(one: _Met, full: Mapping[str, set[Parts]]) -> Parts | None:
    """Return the only full name that `one` can mean, be it itself; None where there are more."""
    if len(one.parts) > 1:
        return one.parts
    keys = (*one.parts, one.value.lower())
    owners = {owner for key in keys for owner in full.get(key, ())}
    return owners.pop() if len(owners) == 1 else None


def _link(group: Sequence[_Met]) -> Link | None:
    genders = {gender for one in group for gender in one.genders}
    if len(genders) > 1:
        return None
    return Link(tuple(one.placeholder for one in group), next(iter(genders), None))


def lines(found: Iterable[Link]) -> Iterator[str]:
    """Yield what the model is told about each link."""
    for link in found:
        who = {"female": " (a woman)", "male": " (a man)", None: ""}[link.gender]
        yield f"These are one person{who}: {', '.join(link.placeholders)}."
