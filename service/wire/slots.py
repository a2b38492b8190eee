"""Which strings of a request are text: all of them, unless a closed list says otherwise.

A request is walked to its last leaf, unknown keys too: fields that a new client version brings
are masked before anybody lists them. Only what the protocol itself needs stays, at exactly the
place where it stands (a `type` inside a tool result is text like any other). Names of members
are text where callers make them up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from service.errors import InvalidRequestError
from service.text import json_source
from service.text.json_source import JsonView
from service.text.placeholders import substitute
from service.text.spans import Span, clip
from service.wire.media import is_payload, without_data
from service.wire.protocol_fields import ANY, CHAT, Path, Shape

MAX_DEPTH = 64

# JSON Schemas: the words of the language stay, and property names are not touched.
# https://json-schema.org/draft/2020-12/json-schema-core
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
# How parameters are written. Each kind of server has some of its own: they keep their names.
PARAMETER = re.compile(r"[a-z][a-z0-9_]*")
# Shorter numbers count something. The shortest that recognizers take for a person's has 7 digits.
SHORTEST_NUMBER = 10**6
# What the protocol needs is one word, as a name of a model; where there are several, it is text.
BLANK = re.compile(r"\s")
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
    identity: bool = False  # it says who somebody is: a pseudonym stands for all of it

    @property
    def view(self) -> str:
        """The text as the analyzer sees it."""
        return self.json.view if self.json else self.text

    def value(self, start: int, end: int) -> str:
        """Return the value that stands at view[start:end]."""
        return self.json.value(start, end) if self.json else self.text[start:end]

    def spell(self, start: int, end: int, text: str) -> str:
        """Return how `text`, which is never taken back, is written at view[start:end]."""
        if self.json is None:
            return text
        quote = '"' if self.json.exact and (start, end) in self.json.numbers else ""
        return f"{quote}{json_source.escape(text)}{quote}"

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

    def overwrite(self, text: str) -> None:
        """Write `text` for the whole of it, also where its member has got another name since."""
        keys = [self.key]
        if isinstance(self.holder, dict) and self.key not in self.holder:
            keys = [key for key, value in self.holder.items() if self.is_at(value)]
        for key in keys:
            self.holder[key] = text

    def is_at(self, value: Any) -> bool:
        """Say whether `value` is what this slot holds."""
        return bool(value == self.text)

    def put(self, replacements: list[tuple[int, int, str]]) -> None:
        """Replace view[start:end] for each (start, end, placeholder) in the request."""
        if self.json:
            self.holder[self.key] = self.json.write(replacements)
        else:
            self.holder[self.key] = substitute(self.text, replacements)


@dataclass(frozen=True, slots=True)
class KeySlot(Slot):
    """The name of a member, which is `key` and `text` alike."""

    def put(self, replacements: list[tuple[int, int, str]]) -> None:
        """Rename the member; all members stay in their order.

        Raises InvalidRequestError when another one has that name.
        """
        name = substitute(self.text, replacements)
        if name in self.holder:
            raise InvalidRequestError(None, "Two members would get the same name.")
        renamed = [(name if key == self.key else key, self.holder[key]) for key in self.holder]
        self.holder.clear()
        self.holder.update(renamed)


@dataclass(frozen=True, slots=True)
class NumberSlot(Slot):
    """A whole number that is no part of a string; `name`, of the member it belongs to, explains it.

    `text` are its digits. It is replaced as a whole, and a string stands there then.
    """

    name: str = ""

    @property
    def view(self) -> str:
        """The number with its name, as in the source of JSON."""
        return f"{self.name} : {self.text}"

    def value(self, start: int, end: int) -> str:
        """Return the digits."""
        del start, end
        return self.text

    def place(self, index: int) -> int:
        """Return where view[index] stands in the digits."""
        return max(0, index - len(self.view) + len(self.text))

    def settle(self, spans: Iterable[Span]) -> list[Span]:
        """Return one span for the whole number where any of `spans` reaches into it."""
        end = len(self.view)
        start = end - len(self.text)
        return [replace(span, start=start, end=end) for span in spans if span.end > start][:1]

    def is_at(self, value: Any) -> bool:
        """Say whether `value` is this number."""
        return _digits(value) == self.text

    def put(self, replacements: list[tuple[int, int, str]]) -> None:
        """Write the replacement in place of the number."""
        for _, _, text in replacements:
            self.holder[self.key] = text


def request_slots(body: dict[str, Any], shape: Shape = CHAT, *, media: bool = False) -> list[Slot]:
    """Return the slots of a request body of the kind `shape`; those of names come last.

    With `media` the payloads of media parts are left out, and so is data inside texts.
    Raises TooDeepError.
    """
    slots = list(_Walk(shape, media).slots(body, (), "data"))
    return sorted(slots, key=lambda slot: isinstance(slot, KeySlot))


def text_slots(texts: list[str]) -> list[Slot]:
    """Return one slot for each of `texts`; values are spelt as there, so that all comes back."""
    return [
        Slot(texts, number, text, json_source.read(text, exact=True))
        for number, text in enumerate(texts)
    ]


def count_values(document: Any) -> int:
    """Return how many members and list items a JSON document has, on all levels together."""
    count, waiting = 0, [document]
    while waiting:
        node = waiting.pop()
        count += len(node)
        members = node.values() if isinstance(node, dict) else node
        waiting += [one for one in members if isinstance(one, dict | list)]
    return count


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


@dataclass(frozen=True, slots=True)
class _Walk:
    """Walks a body of one shape."""

    shape: Shape
    media: bool

    def slots(self, node: Any, path: Path, kind: Kind) -> Iterator[Slot]:
        if len(path) > MAX_DEPTH:
            raise TooDeepError
        for key, value in _children(node):
            below = (*path, key if isinstance(key, str) else ANY)
            if isinstance(key, str) and key and self._is_made_up(key, path, kind):
                yield KeySlot(node, key, key, None)
            if kind == "schema" and key in SCHEMA_WORDS and _is_words(value):
                continue
            if isinstance(value, dict | list):
                yield from self.slots(value, below, self._kind(kind, key, below))
            elif isinstance(value, str) and value and not self._stays(node, below, value):
                yield self._slot(node, key, value, below)
            elif (digits := _digits(value)) and kind == "data" and not self._is_setting(below):
                name = next((one for one in reversed(below) if one != ANY), "")
                identity = self.shape.is_identity(below)
                yield NumberSlot(node, key, digits, None, identity, name)

    def _slot(self, node: Any, key: str | int, text: str, path: Path) -> Slot:
        view = json_source.read(text)
        if self.media:
            view = without_data(text, view)
        return Slot(node, key, text, view, self.shape.is_identity(path))

    def _is_setting(self, path: Path) -> bool:
        """Say whether a number at `path` is a parameter of the API, as `seed` is."""
        return len(path) == 1 and path[0] in self.shape.members

    def _is_made_up(self, key: str, above: Path, kind: Kind) -> bool:
        """Say whether callers choose the name `key` below the path `above`, as they choose text."""
        if kind == "data" and BLANK.search(key):
            return True
        if not above:
            return key not in self.shape.members and not PARAMETER.fullmatch(key)
        return above[0] not in self.shape.members or any(
            above[: len(path)] == path for path in self.shape.arguments
        )

    def _kind(self, above: Kind, key: str | int, path: Path) -> Kind:
        """Say what stands at `path`, which is `key` of a node of the kind `above`."""
        if path in self.shape.schemas or above == "schemas by name":
            return "schema"
        if above == "data" or key in SCHEMA_DATA:
            return "data"
        return "schemas by name" if key in SCHEMA_MAPS else "schema"

    def _stays(self, holder: Any, path: Path, value: str) -> bool:
        if self.media and is_payload(path, value):
            return True
        if BLANK.search(value):
            return False
        if path == ("messages", ANY, "name"):
            return isinstance(holder, dict) and holder.get("role") in TOOL_ROLES
        return path in self.shape.protocol


def _digits(value: Any) -> str:
    """Return a whole number in digits if it is long enough to say who somebody is, else ""."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if type(value) is not int or abs(value) < SHORTEST_NUMBER:
        return ""
    return str(value)


def _is_words(value: Any) -> bool:
    return isinstance(value, str) or (
        isinstance(value, list) and all(isinstance(one, str) for one in value)
    )
