"""Which strings of a request are text: all of them, unless a closed list says otherwise.

A request is walked to its last leaf, unknown keys too: fields that a new client version brings
are masked before anybody lists them. Only what the protocol itself needs stays, at exactly the
place where it stands (a `type` inside a tool result is text like any other). Names of members
are text where callers make them up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Literal, TypeVar

from service.errors import InvalidRequestError
from service.text import json_source
from service.text.json_source import JsonView
from service.text.placeholders import substitute
from service.text.spans import Span, clip
from service.wire import file_names
from service.wire.json_walk import Key, Path, SameNameError, changed, walk
from service.wire.media.gaps import without_data
from service.wire.media.payloads import is_payload
from service.wire.protocol_fields import ANY, CHAT, IDENTITIES, Pattern, Shape
from service.wire.software_words import is_software

Document = TypeVar("Document")
Cut = tuple[int, int, str]  # start and end in the view of a slot, and what is written there

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
Kind = Literal["data", "schema", "schemas by name", "words"]
# How parameters are written. Each kind of server has some of its own: they keep their names.
PARAMETER = re.compile(r"[a-z][a-z0-9_]*")
# Shorter numbers count something. The shortest that recognizers take for a person's has 7 digits.
SHORTEST_NUMBER = 10**6
# What the protocol needs is one word; where there are several, it is text. A model's name is what
# it is called, and an e-mail address is text anywhere.
BLANK = re.compile(r"\s")
MODEL: Pattern = ("model",)
MAIL = re.compile(r"[^\s@]@(?:[A-Za-z0-9-]++\.)+[A-Za-z]{2}")
# In these messages a `name` is a tool's, elsewhere it is a person's.
TOOL_ROLES = frozenset({"tool", "function"})


@dataclass(frozen=True, slots=True)
class Slot:
    """One text of a request: where it stands in the source and how the analyzer shall see it."""

    path: Path = field(repr=False)
    text: str = field(repr=False)
    json: JsonView | None = field(repr=False)
    identity: bool = False  # it says who somebody is: a pseudonym stands for all of it
    sure: bool = False  # that is so whatever is found in it
    quiet: bool = False  # not searched by itself: only what others show is found there

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
        """Return spans of the view, fitted to what may change: string insides, whole numbers."""
        if self.json is None:
            return list(spans)
        fitted: list[Span] = []
        for span in clip(spans, self.json.regions):
            start, end = self.json.widen(span.start, span.end)
            if start < end and (not fitted or fitted[-1].end <= start):
                fitted.append(replace(span, start=start, end=end))
        return fitted

    def written(self, cuts: Iterable[Cut]) -> str:
        """Return the text with each of `cuts` replaced; they come in order, without overlaps."""
        return self.json.write(cuts) if self.json else substitute(self.text, cuts)


@dataclass(frozen=True, slots=True)
class KeySlot(Slot):
    """The name of the member at `path`."""


@dataclass(frozen=True, slots=True)
class NumberSlot(Slot):
    """A whole number that is no part of a string; `name`, of the member it belongs to, explains it.

    `text` are its digits. It is replaced as a whole, and a string stands there then.
    """

    name: str = field(default="", repr=False)

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

    def written(self, cuts: Iterable[Cut]) -> str:
        """Return what stands for the number."""
        return next((text for _, _, text in cuts), self.text)


@dataclass(frozen=True, slots=True)
class Replacement:
    """What shall be written for the whole of a slot."""

    slot: Slot
    text: str = field(repr=False)


def render(document: Document, replacements: Iterable[Replacement]) -> Document:
    """Return the source of slots with what replaces them; the source itself stays as it is.

    Raises InvalidRequestError when two members would get the same name.
    """
    values: dict[Path, str] = {}
    names: dict[Path, str] = {}
    for one in replacements:
        target = names if isinstance(one.slot, KeySlot) else values
        target[one.slot.path] = one.text
    try:
        return changed(document, values, names)
    except SameNameError:
        raise InvalidRequestError(None, "Two members would get the same name.") from None


def request_slots(
    body: dict[str, Any], shape: Shape = CHAT, *, media: bool = False, quiet: bool = False
) -> list[Slot]:
    """Return the slots of a request body of the kind `shape`; those of names come last.

    With `media` the payloads of media parts are left out, and so is data inside texts. With
    `quiet` what the protocol needs is among them. Raises TooDeepError.
    """
    slots = [slot for slot in _Reader(shape, media).slots(body) if quiet or not slot.quiet]
    return sorted(slots, key=lambda slot: isinstance(slot, KeySlot))


def text_slots(texts: list[str]) -> list[Slot]:
    """Return one slot for each of `texts`; values are spelt as there, so that all comes back."""
    return [
        Slot((number,), text, json_source.read(text, exact=True) or file_names.read(text))
        for number, text in enumerate(texts)
    ]


@dataclass(frozen=True, slots=True)
class _Holder:
    """An object or list of a body: where it stands, and what kind of members it has."""

    path: Path
    pattern: Pattern
    kind: Kind


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the slots of a body of one shape."""

    shape: Shape
    media: bool

    def slots(self, body: dict[str, Any]) -> Iterator[Slot]:
        for above, holder, key, value in walk(body, _Holder((), (), "data"), self._below):
            if isinstance(key, str) and key:
                if self._is_made_up(key, above):
                    yield KeySlot((*above.path, key), key, None)
                elif above.kind == "schemas by name":
                    yield KeySlot((*above.path, key), key, None, quiet=True)
            if isinstance(value, str):
                yield from self._text(above, holder, key, value)
            elif above.kind == "data" and (digits := _digits(value)):
                yield from self._number((*above.path, key), digits, _pattern(above, key))

    def _text(self, above: _Holder, holder: Any, key: Key, text: str) -> Iterator[Slot]:
        pattern = _pattern(above, key)
        if not text or (self.media and is_payload(pattern, text)):
            return
        path = (*above.path, key)
        if self._stays(above, holder, key, text):
            if pattern == MODEL or not MAIL.search(text):
                yield Slot(path, text, json_source.read(text), quiet=True)
                return
        elif self.shape.is_identity(pattern):
            sure = pattern in self.shape.identities
            if pattern in IDENTITIES or not is_software(text):
                yield Slot(path, text, json_source.read(text), identity=True, sure=sure)
            return
        view = json_source.read(text) or file_names.read(text)
        yield Slot(path, text, without_data(text, view) if self.media else view)

    def _number(self, path: Path, digits: str, pattern: Pattern) -> Iterator[Slot]:
        if not self._is_setting(pattern):
            name = next((one for one in reversed(pattern) if one != ANY), "")
            identity, sure = self.shape.is_identity(pattern), pattern in self.shape.identities
            yield NumberSlot(path, digits, None, identity, sure, name=name)

    def _is_setting(self, pattern: Pattern) -> bool:
        """Return whether a number there is a parameter of the API, as `seed` is."""
        return len(pattern) == 1 and pattern[0] in self.shape.members

    def _is_made_up(self, key: str, above: _Holder) -> bool:
        """Return whether callers choose the name `key` in a holder, as they choose text."""
        if above.kind == "data" and BLANK.search(key):
            return True
        front = above.pattern
        if not front:
            return key not in self.shape.members and not PARAMETER.fullmatch(key)
        return front[0] not in self.shape.members or any(
            front[: len(pattern)] == pattern for pattern in self.shape.arguments
        )

    def _below(self, above: _Holder, key: Key, value: Any) -> _Holder:
        pattern = _pattern(above, key)
        return _Holder((*above.path, key), pattern, self._kind(above.kind, key, pattern, value))

    def _kind(self, above: Kind, key: Key, pattern: Pattern, value: Any) -> Kind:
        """Return what stands under `key` in a holder of the kind `above`."""
        if above == "schema" and key in SCHEMA_WORDS and _is_words(value):
            return "words"
        if pattern in self.shape.schemas or above == "schemas by name":
            return "schema"
        if above == "data" or key in SCHEMA_DATA:
            return "data"
        return "schemas by name" if key in SCHEMA_MAPS else "schema"

    def _stays(self, above: _Holder, holder: Any, key: Key, value: str) -> bool:
        if above.kind == "words" or (above.kind == "schema" and key in SCHEMA_WORDS):
            return True
        pattern = _pattern(above, key)
        if pattern == MODEL:
            return True
        if BLANK.search(value):
            return False
        if pattern == ("messages", ANY, "name"):
            role = holder.get("role") if isinstance(holder, dict) else None
            return isinstance(role, str) and role in TOOL_ROLES
        return pattern in self.shape.protocol


def _pattern(above: _Holder, key: Key) -> Pattern:
    return (*above.pattern, key if isinstance(key, str) else ANY)


def _digits(value: Any) -> str:
    """Return a whole number in digits if it is long enough to say who somebody is, else ""."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if type(value) is not int or abs(value) < SHORTEST_NUMBER:
        return ""
    return str(value)


def _is_words(value: list[Any] | dict[str, Any]) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)
