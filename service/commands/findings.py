"""Findings as `deckname analyze` prints them: where personal data stands, and why; never text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from service.policy.details import detail, explanations, placed
from service.policy.explanation import Explained
from service.text.spans import Span
from service.wire.slots import Slot


def found_lines(
    name: str, slots: Sequence[Slot], found: Iterable[Sequence[Span]], *, as_json: bool
) -> Iterator[str]:
    """Yield a line for each entity of a file.

    A mail has several texts, which are numbered; a file of plain text is one.
    """
    for place, slot, spans in _numbered(name, slots, found):
        for span in spans:
            entity = detail(placed(slot.place, span))
            yield json.dumps(place | entity) if as_json else f"{_where(place)}{_told(entity)}"


def explained_lines(
    name: str, slots: Sequence[Slot], explained: Iterable[Sequence[Explained]], *, as_json: bool
) -> Iterator[str]:
    """Yield for each claim what made it and what became of it, then the stages that touched it."""
    for place, slot, claims in _numbered(name, slots, explained):
        for one in explanations(slot.place, claims):
            if as_json:
                yield json.dumps(place | one)
                continue
            made = " ".join(one["made_by"].values()) or "unknown"
            yield f"{_where(place)}{_told(one)}  {one['outcome']}  made by {made}"
            yield from map(_step, one["steps"])


def _numbered(
    name: str, slots: Sequence[Slot], found: Iterable[Any]
) -> Iterator[tuple[dict[str, Any], Slot, Any]]:
    for number, (slot, there) in enumerate(zip(slots, found, strict=True), start=1):
        place = {"file": name} if len(slots) == 1 else {"file": name, "part": number}
        yield place, slot, there


def _where(place: dict[str, Any]) -> str:
    return f"{place['file']}:{place['part']}:" if "part" in place else f"{place['file']}:"


def _told(entity: dict[str, Any]) -> str:
    return f"{entity['start']}-{entity['end']}  {entity['entity_type']}  {entity['score']:.2f}"


def _step(step: dict[str, Any]) -> str:
    left = ", ".join(map(_told, step["left"]))
    over = f" by {_told(step['by'])}" if "by" in step else ""
    return f"    {step['stage']}: {step['did']}{over}" + (f", left {left}" if left else "")
