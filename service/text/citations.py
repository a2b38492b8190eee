"""Citations of an answer: the places that they name move when values are put back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from service.text import json_text, placeholders
from service.text.stream import JSON_PLACEHOLDER, restore_json

START, END = "start_index", "end_index"
# Where annotations stand beside their text: in parts of the Responses API, in chat messages.
TEXTS = ("text", "content")
NESTED = "url_citation"


def shift_citations(document: Any, values: Mapping[str, str]) -> None:
    """Move the places of all citations to where they will be once the texts are restored."""
    waiting = [document] if values else []
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict) and isinstance(node.get("annotations"), list):
            text = next((node[name] for name in TEXTS if isinstance(node.get(name), str)), None)
            places = _places(node["annotations"]) if text else []
            if text and places:
                _shift(places, list(_moves(text, values)))
        below = node.values() if isinstance(node, dict) else node
        waiting += [one for one in below if isinstance(one, dict | list)]


def _places(annotations: list[Any]) -> list[dict[str, Any]]:
    found = []
    for one in annotations:
        place = one.get(NESTED, one) if isinstance(one, dict) else None
        if isinstance(place, dict) and isinstance(place.get(START), int):
            found.append(place)
    return found


def _moves(text: str, values: Mapping[str, str]) -> Iterator[tuple[int, int, int]]:
    """Give (start, end, growth) for each placeholder that gets its value back."""
    as_json = json_text.is_document(text)
    for found in (JSON_PLACEHOLDER if as_json else placeholders.PLACEHOLDER).finditer(text):
        restored = (restore_json if as_json else placeholders.restore)(found[0], values)
        if restored != found[0]:
            yield *found.span(), len(restored) - len(found[0])


def _shift(places: list[dict[str, Any]], moves: list[tuple[int, int, int]]) -> None:
    for place in places:
        for name in (START, END):
            if isinstance(place.get(name), int):
                place[name] = _moved(place[name], moves, to_end=name == END)


def _moved(index: int, moves: list[tuple[int, int, int]], *, to_end: bool) -> int:
    """Return where `index` comes to stand; one inside a placeholder goes to the value's edge."""
    grown = 0
    for start, end, growth in moves:
        if index >= end:
            grown += growth
        elif index > start:
            return (end + growth if to_end else start) + grown
        else:
            break
    return index + grown
