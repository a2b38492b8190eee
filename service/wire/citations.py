"""Citations of an answer: the places that they name move when values are put back or masked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from service.text import json_source
from service.text.placeholders.stream import StreamRestorer
from service.wire.answer_scan import STEP
from service.wire.answer_steps import NOTHING, Chain, Step, Treatment

START, END = "start_index", "end_index"
ANNOTATIONS = "annotations"
# Where annotations stand beside their text: in parts of the Responses API, in chat messages.
TEXTS = ("text", "content")
NESTED = "url_citation"
Place = dict[str, Any]
Moved = Callable[[int, bool], int]


def shift_citations(
    document: Any, values: Mapping[str, str], treatment: Treatment = NOTHING, step: int = STEP
) -> None:
    """Move the places of all citations to where they will be once the texts are restored.

    Texts are followed through the `treatment` too; its scan goes in blocks of `step`.
    """
    waiting = [document] if values or treatment.scan else []
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict) and isinstance(node.get(ANNOTATIONS), list):
            text = next((node[name] for name in TEXTS if isinstance(node.get(name), str)), None)
            found = places(node[ANNOTATIONS]) if text else []
            if text and found:
                shift(found, _follow(text, values, treatment, step))
        below = node.values() if isinstance(node, dict) else node
        waiting += [one for one in below if isinstance(one, dict | list)]


def places(annotations: list[Any]) -> list[Place]:
    """Return what names places in these annotations."""
    found = []
    for one in annotations:
        place = one.get(NESTED, one) if isinstance(one, dict) else None
        if isinstance(place, dict) and isinstance(place.get(START), int):
            found.append(place)
    return found


def shift(found: list[Place], moved: Moved) -> None:
    """Move places; `moved` takes an index and whether it is where a citation ends."""
    for place in found:
        for name in (START, END):
            if isinstance(place.get(name), int):
                place[name] = moved(place[name], name == END)


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


class CitedText:
    """A channel of text that annotations cite while it is still on its way.

    It goes through a `treatment` and then through `restorer`; `json` says that it is the source of
    a JSON document.
    """

    def __init__(self, treatment: Treatment, restorer: StreamRestorer, *, json: bool) -> None:
        self._steps: list[Step] = [*treatment.steps(json=json), restorer]
        self._chain = Chain(self._steps)
        self._moved = _through(self._steps)
        self._waiting: list[tuple[Any, list[Place]]] = []
        self._ended = False

    def feed(self, piece: str) -> str:
        """Take the next piece; return what can be let go now."""
        return self._chain.feed(piece)

    def finish(self) -> str:
        """Return what was held back: the text has ended."""
        self._ended = True
        return self._chain.finish()

    def cite(self, carrier: Any, annotations: list[Any]) -> None:
        """Keep `carrier` until all that its annotations cite is out."""
        self._waiting.append((carrier, places(annotations)))

    def due(self) -> list[Any]:
        """Return the carriers that can go now, in the order they came, their places moved."""
        due = []
        while self._waiting and (self._ended or self._is_out(self._waiting[0][1])):
            carrier, found = self._waiting.pop(0)
            shift(found, self._moved)
            due.append(carrier)
        return due

    def _is_out(self, found: list[Place]) -> bool:
        ends = [
            one[name] for one in found for name in (START, END) if isinstance(one.get(name), int)
        ]
        last = max(ends, default=0)
        for step in self._steps:
            if last > step.moves.passed:
                return False
            last = step.moves.place(last, to_end=True)
        return True
