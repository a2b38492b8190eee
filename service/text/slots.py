"""Which strings of a request are text: all of them, unless the closed list below says otherwise.

A request is walked to its last leaf, unknown keys too: fields that a new client version brings
are masked before anybody lists them. Only what the protocol itself needs stays, at exactly the
place where it stands (a `type` inside a tool result is text like any other).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from service.text import json_text
from service.text.json_text import JsonView
from service.text.placeholders import substitute
from service.text.spans import Span, clip

Path = tuple[str, ...]
ANY = "*"
MAX_DEPTH = 64

# Chat completions, https://platform.openai.com/docs/api-reference/chat/create
PROTOCOL: frozenset[Path] = frozenset(
    tuple(path.split("."))
    for path in [
        "model",
        "service_tier",
        "reasoning_effort",
        "reasoning.effort",
        "reasoning.summary",
        "verbosity",
        "modalities.*",
        "tool_choice",
        "tool_choice.type",
        "tool_choice.mode",
        "tool_choice.function.name",
        "tool_choice.custom.name",
        "function_call",
        "function_call.name",
        "stream_options.include_usage",
        "response_format.type",
        "response_format.json_schema.name",
        "messages.*.role",
        "messages.*.tool_call_id",
        "messages.*.function_call.name",
        "messages.*.content.*.type",
        "messages.*.tool_calls.*.id",
        "messages.*.tool_calls.*.type",
        "messages.*.tool_calls.*.function.name",
        "messages.*.tool_calls.*.custom.name",
        "tools.*.type",
        "tools.*.function.name",
        "tools.*.custom.name",
        "tools.*.custom.format.type",
        "tools.*.custom.format.grammar.syntax",
        "functions.*.name",
    ]
)
# JSON Schemas: the words of the language stay, and property names are keys, which are not touched.
# https://json-schema.org/draft/2020-12/json-schema-core
SCHEMAS: frozenset[Path] = frozenset(
    {
        ("tools", ANY, "function", "parameters"),
        ("functions", ANY, "parameters"),
        ("response_format", "json_schema", "schema"),
    }
)
SCHEMA_WORDS = frozenset(
    {"type", "required", "$ref", "$id", "$schema", "$anchor", "pattern", "format"}
    | {"contentEncoding", "contentMediaType", "propertyOrdering"}
)
# Below the first stand schemas under names of the caller's choice, `type` too; below the others
# stands data.
SCHEMA_MAPS = frozenset(
    {"properties", "patternProperties", "$defs", "definitions", "dependentSchemas"}
)
SCHEMA_DATA = frozenset({"default", "enum", "const", "examples", "example"})
Kind = Literal["data", "schema", "schemas by name"]
# In these messages a `name` is a tool's, elsewhere it is a person's.
TOOL_ROLES = frozenset({"tool", "function"})


class TooDeepError(ValueError):
    """The document nests deeper than MAX_DEPTH."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One text of a request: where it stands and how the analyzer shall see it."""

    holder: Any
    key: str | int
    text: str
    json: JsonView | None

    @property
    def view(self) -> str:
        """The text as the analyzer sees it."""
        return self.json.view if self.json else self.text

    def value(self, start: int, end: int) -> str:
        """Return the value that stands at view[start:end]."""
        return self.json.value(start, end) if self.json else self.text[start:end]

    def place(self, index: int) -> int:
        """Return where view[index] stands in the text."""
        return self.json.places[index] if self.json else index

    def settle(self, spans: Iterable[Span]) -> list[Span]:
        """Fit spans of the view to what may be replaced: string insides, whole numbers."""
        if self.json is None:
            return list(spans)
        fitted: list[Span] = []
        for span in clip(spans, self.json.regions):
            start, end = self.json.widen(span.start, span.end)
            if start < end and (not fitted or fitted[-1].end <= start):
                fitted.append(replace(span, start=start, end=end))
        return fitted

    def put(self, replacements: list[tuple[int, int, str]]) -> None:
        """Replace view[start:end] for each (start, end, placeholder) in the request."""
        if self.json:
            self.holder[self.key] = self.json.write(replacements)
        else:
            self.holder[self.key] = substitute(self.text, replacements)


def request_slots(body: dict[str, Any]) -> list[Slot]:
    """Return the text slots of a request body.

    Raises TooDeepError.
    """
    return list(_walk(body, (), "data"))


def text_slots(texts: list[str]) -> list[Slot]:
    """Return one slot for each of `texts`; values are spelt as there, so that all comes back."""
    return [
        Slot(texts, number, text, json_text.read(text, exact=True))
        for number, text in enumerate(texts)
    ]


def string_leaves(document: Any) -> Iterator[tuple[Any, str | int, Path]]:
    """Give (holder, key, path) for every string in a JSON document.

    Raises TooDeepError.
    """
    waiting: list[tuple[Any, Path]] = [(document, ())]
    while waiting:
        node, path = waiting.pop()
        if len(path) > MAX_DEPTH:
            raise TooDeepError
        for key, value in _children(node):
            below = (*path, key if isinstance(key, str) else ANY)
            if isinstance(value, str):
                yield node, key, below
            elif isinstance(value, dict | list):
                waiting.append((value, below))


def _children(node: Any) -> list[tuple[str | int, Any]]:
    if isinstance(node, dict):
        return list(node.items())
    return list(enumerate(node))


def _walk(node: Any, path: Path, kind: Kind) -> Iterator[Slot]:
    if len(path) > MAX_DEPTH:
        raise TooDeepError
    for key, value in _children(node):
        below = (*path, key if isinstance(key, str) else ANY)
        if kind == "schema" and key in SCHEMA_WORDS and _is_words(value):
            continue
        if isinstance(value, dict | list):
            yield from _walk(value, below, _kind(kind, key, below))
        elif isinstance(value, str) and value and not _stays(node, below):
            yield Slot(node, key, value, json_text.read(value))


def _kind(above: Kind, key: str | int, path: Path) -> Kind:
    """Say what stands at `path`, which is `key` of a node of the kind `above`."""
    if path in SCHEMAS or above == "schemas by name":
        return "schema"
    if above == "data" or key in SCHEMA_DATA:
        return "data"
    return "schemas by name" if key in SCHEMA_MAPS else "schema"


def _is_words(value: Any) -> bool:
    return isinstance(value, str) or (
        isinstance(value, list) and all(isinstance(one, str) for one in value)
    )


def _stays(holder: Any, path: Path) -> bool:
    if path == ("messages", ANY, "name"):
        return isinstance(holder, dict) and holder.get("role") in TOOL_ROLES
    return path in PROTOCOL
