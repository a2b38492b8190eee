"""Restoring whole JSON answers, and taking our rule out of what they echo."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from service.text import json_source, placeholders
from service.text.placeholders.stream import restore_json
from service.wire.answer_scan import STEP
from service.wire.answer_steps import NOTHING, Treatment
from service.wire.citations import shift_citations
from service.wire.slots import string_leaves
from service.wire.system_prompt import without_rule


def restore_document(
    document: Any,
    values: Mapping[str, str],
    seen: set[str] | None = None,
    treatment: Treatment = NOTHING,
    step: int = STEP,
) -> None:
    """Restore every string of an answer in place, names of members too.

    Tool arguments, and strings that are JSON documents, get values escaped as JSON. Restoring is
    safe everywhere: only what was issued is touched. Every placeholder met is added to `seen`.
    The `treatment` comes first; its scan goes in blocks of `step`. Raises TooDeepError.
    """
    leaves = list(string_leaves(document))
    shift_citations(document, values, treatment, step)
    for holder, key, _ in leaves:
        as_json = key == "arguments" or json_source.is_document(holder[key])
        holder[key] = text = treatment.whole(key, holder[key], json=as_json, step=step)
        if "[[" in text or "\\u005" in text:
            put_back = restore_json if as_json else placeholders.restore
            holder[key] = put_back(text, values, seen)
    if values and isinstance(document, dict | list):
        _restore_names(document, values, seen, treatment)


def _restore_names(
    document: Any, values: Mapping[str, str], seen: set[str] | None, treatment: Treatment
) -> None:
    def restored(name: str) -> str:
        repaired = treatment.repair.whole(name) if treatment.repair else name
        return placeholders.restore(repaired, values, seen)

    waiting = [document]
    while waiting:
        node = waiting.pop()
        names = {name: restored(name) for name in node} if isinstance(node, dict) else {}
        if any(name != new for name, new in names.items()):
            renamed = {name if new in node else new: node[name] for name, new in names.items()}
            node.clear()
            node.update(renamed)
        below = node.values() if isinstance(node, dict) else node
        waiting += [one for one in below if isinstance(one, dict | list)]


def strip_rule(response: Any) -> None:
    """Take our rule out of the instructions that a response object echoes."""
    if isinstance(response, dict) and isinstance(response.get("instructions"), str):
        response["instructions"] = without_rule(response["instructions"])
