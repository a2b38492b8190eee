"""Citations of an answer: the places that they name move when values are put back or masked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from service.text import json_source
from service.text.placeholders.stream import StreamRestorer
from service.wire.answer_steps import NOTHING, Chain, Step, TextChannel, Treatment
from service.wire.json_walk import Path, changed

START, END = "start_index", "end_index"
ANNOTATIONS = "annotations"
# Where annotations stand beside their text: in parts of the Responses API, in chat messages.
TEXTS = ("text", "content")
NESTED = "url_citation"
Moved = Callable[[int, bool], int]


def shifted_citations(
    holders: Iterable[tuple[Path, Any]],
    values: Mapping[str, str],
    treatment: Treatment,
    step: int,
) -> dict[Path, int]:
    """Return the places of all citations, by path, as they will be once the texts are restored.

    `holders` are the objects and lists of a document. Texts are followed through the `treatment`
    too; its scan goes in blocks of `step`.
    """
    shifted: dict[Path, int] = {}
    for path, node in holders:
        if isinstance(node, dict) and isinstance(node.get(ANNOTATIONS), list):
            text = next((node[name] for name in TEXTS if isinstance(node.get(name), str)), None)
            found = places_in(node[ANNOTATIONS], (*path, ANNOTATIONS)) if text else {}
            if text and found:
                shifted |= _shifted(found, _follow(text, values, treatment, step))
    return shifted


def places_in(annotations: list[Any], path: Path = ()) -> dict[Path, int]:
    """Return the places that the annotations at `path` name."""
    found: dict[Path, int] = {}
    for number, one in enumerate(annotations):
        found |= places_of(one, (*path, number))
    return found


def places_of(annotation: Any, path: Path) -> dict[Path, int]:
    """Return the places that the annotation at `path` names."""
    if isinstance(annotation, dict) and NESTED in annotation:
        annotation, path = annotation[NESTED], (*path, NESTED)
    if not isinstance(annotation, dict) or not isinstance(annotation.get(START), int):
        return {}
    named = ((name, annotation.get(name)) for name in (START, END))
    return {(*path, name): place for name, place in named if isinstance(place, int)}


def _shifted(found: Mapping[Path, int], moved: Moved) -> dict[Path, int]:
    return {path: moved(place, path[-1] == END) for path, place in found.items()}


def _follow(text: str, values: Mapping[str, str], treatment: Treatment, step: int) -> Moved:
    as_json = json_source.is_document(text)
    steps = treatment.steps(json=as_json, scan_json=False, step=step)
    steps.append(StreamRestorer(values, json=as_json))
    chain = Chain(steps)
    chain.feed(text)
    chain.finish()
    return _through(steps)


def _through(steps: Sequence[Step]) -> Moved:
    """Return what moves a place through all steps."""

    def moved(index: int, to_end: bool) -> int:
        for step in steps:
            index = step.moves.place(index, to_end=to_end)
        return index

    return moved


@dataclass(frozen=True, slots=True)
class Cited:
    """A document whose annotations cite a text, and the `name` of the event that brought it."""

    document: Any = field(repr=False)
    places: Mapping[Path, int] = field(repr=False)
    name: str = ""


class CitedText(TextChannel):
    """A channel of text that annotations cite while it is still on its way."""

    def __init__(
        self, values: Mapping[str, str], treatment: Treatment = NOTHING, *, json: bool = False
    ) -> None:
        super().__init__(values, treatment, json=json)
        self._moved = _through(self._steps)
        self._waiting: list[Cited] = []
        self._ended = False

    def finish(self) -> str:
        """Return what was held back: the text has ended."""
        self._ended = True
        return super().finish()

    def cite(self, cited: Cited) -> None:
        """Keep a document until all that its annotations cite is out."""
        self._waiting.append(cited)

    def due(self) -> list[Cited]:
        """Return the documents that can go now, in the order they came, their places moved."""
        due = []
        while self._waiting and (self._ended or self._is_out(self._waiting[0])):
            one = self._waiting.pop(0)
            shifted = changed(one.document, _shifted(one.places, self._moved))
            due.append(replace(one, document=shifted))
        return due

    def _is_out(self, cited: Cited) -> bool:
        last = max(cited.places.values(), default=0)
        for step in self._steps:
            if last > step.moves.passed:
                return False
            last = step.moves.place(last, to_end=True)
        return True
