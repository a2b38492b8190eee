"""A JSON Schema filled with placeholders, each where a member's name asks for one of its kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

DEEPEST = 8
# Parts of members' names beside the label itself; the first label that fits counts.
WORDS: Mapping[str, tuple[str, ...]] = {
    "email": ("mail",),
    "telephone_number": ("phone", "tel", "mobil", "fax"),
    "iban": ("account", "konto"),
    "Adress": ("address", "street", "stra", "anschrift"),
    "Location": ("city", "town", "ort", "stadt", "place", "location"),
    "date_of_birth": ("birth", "geburt"),
    "Organization": ("company", "firm", "organi"),
    "Person": ("name", "recipient", "customer", "kunde", "empf", "client", "patient", "to"),
}
PLAIN: Mapping[str, Any] = {"integer": 0, "number": 0, "boolean": False, "null": None}


def label(placeholder: str) -> str:
    """Return the label of a placeholder."""
    return placeholder[2:].rpartition("-")[0]


def as_object(names: list[str]) -> dict[str, str | list[str]]:
    """Return all placeholders as an object with their labels as names."""
    grouped: dict[str, list[str]] = {}
    for name in names:
        grouped.setdefault(label(name).lower(), []).append(name)
    return {label: found[0] if len(found) == 1 else found for label, found in grouped.items()}


def filled(schema: Any, names: list[str]) -> Any:
    """Return a value of a schema; a member to which no placeholder fits gets an empty one."""
    root = schema if isinstance(schema, dict) else {}
    return _value(root, "", names, root, 0)


def _value(schema: Any, key: str, names: list[str], root: dict[str, Any], depth: int) -> Any:
    """Return what stands at a member named `key`."""
    schema = _resolved(schema, root)
    if "const" in schema:
        return schema["const"]
    if schema.get("enum"):
        return schema["enum"][0]
    kind = _kind(schema)
    if depth > DEEPEST or kind in PLAIN:
        return PLAIN.get(kind)
    if kind == "object":
        members = schema.get("properties") or {}
        return {one: _value(of, one, names, root, depth + 1) for one, of in members.items()}
    if kind == "array":
        return _items(schema, key, names, root, depth)
    return next(iter(_fitting(key, names)), "")


def _items(
    schema: dict[str, Any], key: str, names: list[str], root: dict[str, Any], depth: int
) -> list[Any]:
    """Return a list: of each placeholder that fits, or one of what is more than text."""
    items = _resolved(schema.get("items") or {}, root)
    if _kind(items) == "string" and not items.get("enum"):
        return _fitting(key, names)
    return [_value(items, key, names, root, depth + 1)]


def _resolved(schema: Any, root: dict[str, Any]) -> dict[str, Any]:
    """Return a schema with its reference followed, and of several the first that is not null."""
    for _ in range(DEEPEST):
        if not isinstance(schema, dict):
            return {}
        choices = schema.get("anyOf") or schema.get("oneOf") or schema.get("allOf")
        if "$ref" in schema:
            found: Any = root
            for part in str(schema["$ref"]).removeprefix("#/").split("/"):
                found = found.get(part, {}) if isinstance(found, dict) and part != "#" else found
            schema = found
        elif choices:
            schema = next((one for one in choices if _kind(one) != "null"), {})
        else:
            return schema
    return {}


def _kind(schema: Any) -> str:
    kind = schema.get("type", "") if isinstance(schema, dict) else ""
    if isinstance(kind, list):
        kind = next((one for one in kind if one != "null"), "null")
    return kind or ("object" if isinstance(schema, dict) and "properties" in schema else "string")


def _fitting(key: str, names: list[str]) -> list[str]:
    """Return the placeholders whose label, or a word for it, stands in a member's name."""
    lowered = key.lower()
    exact = [one for one in names if label(one).lower() in lowered]
    if exact:
        return exact
    for kind, words in WORDS.items():
        if any(word in lowered for word in words):
            return [one for one in names if label(one) == kind]
    return []
