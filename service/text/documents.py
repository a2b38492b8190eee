"""Restoring whole JSON answers, and taking our rule out of what they echo."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from service.text import json_text, placeholders
from service.text.note import without_rule
from service.text.slots import string_leaves
from service.text.stream import restore_json


def restore_document(
    document: Any, values: Mapping[str, str], seen: set[str] | None = None
) -> None:
    """Restore every string of an answer in place.

    Tool arguments, and strings that are JSON documents, get values escaped as JSON. Restoring is
    safe everywhere: only what was issued is touched. Every placeholder met is added to `seen`.
    Raises TooDeepError.
    """
    for holder, key, _ in list(string_leaves(document)):
        text = holder[key]
        if "[[" in text or "\\u005" in text:
            as_json = key == "arguments" or json_text.is_document(text)
            put_back = restore_json if as_json else placeholders.restore
            holder[key] = put_back(text, values, seen)


def strip_rule(response: Any) -> None:
    """Take our rule out of the instructions that a response object echoes."""
    if isinstance(response, dict) and isinstance(response.get("instructions"), str):
        response["instructions"] = without_rule(response["instructions"])
