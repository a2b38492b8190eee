"""Restoring whole JSON answers, and taking our rule out of what they echo."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from service.text import json_source, placeholders
from service.text.placeholders.stream import restore_json
from service.text.repair.repairer import Repaired, Tally
from service.wire.answer_scan import STEP
from service.wire.answer_steps import NO_FINDINGS, NOTHING, Findings, Treatment
from service.wire.citations import shifted_citations
from service.wire.json_walk import Path, changed, nodes, strings
from service.wire.system_prompt import without_rule


@dataclass(frozen=True, slots=True)
class RestoredDocument:
    """An answer with its values, and what was met in it."""

    document: Any = field(repr=False)
    findings: Findings = NO_FINDINGS


def restore_document(
    document: Any,
    values: Mapping[str, str],
    treatment: Treatment = NOTHING,
    step: int = STEP,
) -> RestoredDocument:
    """Return an answer with every string of it restored, names of members too.

    Tool arguments, and strings that are JSON documents, get values escaped as JSON. Restoring is
    safe everywhere: only what was issued is touched.
    The `treatment` comes first; its scan goes in blocks of `step`. Raises TooDeepError.
    """
    texts, in_texts = _texts(document, values, treatment, step)
    holders = list(nodes(document)) if values or treatment.scan else []
    places = shifted_citations(holders, values, treatment, step)
    names, in_names = _names(holders, values, treatment) if values else ({}, NO_FINDINGS)
    restored = changed(document, {**texts, **places}, names)
    return RestoredDocument(restored, Findings.of([in_texts, in_names]))


def _texts(
    document: Any, values: Mapping[str, str], treatment: Treatment, step: int
) -> tuple[dict[Path, str], Findings]:
    """Return the strings that change, by path, and what was met in all."""
    texts: dict[Path, str] = {}
    seen: set[str] = set()
    damage: list[Tally] = []
    for path, text in strings(document):
        key = path[-1] if path else ""
        as_json = key == "arguments" or json_source.is_document(text)
        treated = treatment.whole(key, text, json=as_json, step=step)
        restored = treated.text
        if treated.tally.forms:
            damage.append(treated.tally)
        if "[[" in restored or "\\u005" in restored:
            put_back = (restore_json if as_json else placeholders.restore)(restored, values)
            restored = put_back.text
            seen |= put_back.seen
        if restored != text:
            texts[path] = restored
    return texts, Findings(frozenset(seen), Tally.of(damage))


def _names(
    holders: Iterable[tuple[Path, Any]], values: Mapping[str, str], treatment: Treatment
) -> tuple[dict[Path, str], Findings]:
    """Return the restored names of members by path, and what was met in them."""
    names: dict[Path, str] = {}
    findings: list[Findings] = []
    for path, node in holders:
        taken = set(node) if isinstance(node, dict) else set()
        for name in node if isinstance(node, dict) else ():
            repaired = treatment.repair.whole(name) if treatment.repair else Repaired(name)
            restored = placeholders.restore(repaired.text, values)
            if restored.seen or repaired.tally.forms:
                findings.append(Findings(restored.seen, repaired.tally))
            if restored.text not in taken:  # else another member has it
                names[*path, name] = restored.text
                taken.add(restored.text)
    return names, Findings.of(findings)


def without_echoed_rule(response: Any) -> Any:
    """Return a response object without our rule in the instructions that it echoes."""
    if isinstance(response, dict) and isinstance(response.get("instructions"), str):
        return response | {"instructions": without_rule(response["instructions"])}
    return response
