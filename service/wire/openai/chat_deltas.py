"""The texts inside the deltas of a chat stream: finding them, and appending to them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from service.wire.answer_steps import TextChannel
from service.wire.citations import ANNOTATIONS, CitedText
from service.wire.json_walk import Key, Path, walk
from service.wire.sse import BrokenChunkError

Place = tuple[Key, ...]
Chunk = dict[str, Any]
Channels = dict[Place, TextChannel]
TEXT: Place = ("", "text")  # the text of a choice itself; no path below a delta looks like this
CONTENT: Place = ("content",)  # the text that annotations cite


def texts(delta: dict[str, Any]) -> Iterator[tuple[Path, Place, str]]:
    """Yield (path, channel, text) for the strings of a delta.

    A channel is named like a path, but list members go by their `index`. Raises TooDeepError.
    """
    root: tuple[Path, Place] = ((), ())
    for (path, place), _, key, value in walk(delta, root, _below):
        if isinstance(value, str):
            yield (*path, key), (*place, _name(key, value)), value


def appended(node: Any, place: Place, rest: str) -> Any:
    """Return a delta with `rest` behind the text at `place`; what is missing on the way is made.

    Raises BrokenChunkError when something else stands there.
    """
    name, below = place[0], place[1:]
    if isinstance(name, int):
        return _appended_to_list(node, name, below, rest)
    member = node.get(name)
    if below:
        inner = member or ([] if isinstance(below[0], int) else {})
        return {**node, name: _appended_inside(inner, below, rest)}
    if not isinstance(member or "", str):
        raise BrokenChunkError
    return {**node, name: (member or "") + rest}


def flushed(choice: Chunk, channels: Channels) -> Chunk:
    """Return a choice with what the channels hold, which have ended.

    Raises BrokenChunkError when no text stands where it belongs.
    """
    for place, channel in channels.items():
        rest = channel.finish()
        if rest and place == TEXT:
            choice = appended(choice, ("text",), rest)
        elif rest:
            choice = choice | {"delta": appended(_delta_of(choice), place, rest)}
    return choice


def annotated(choice: Chunk, channels: Channels) -> Chunk:
    """Return a choice with the annotations that are due with it.

    Raises BrokenChunkError when something else stands in their place.
    """
    text = channels.get(CONTENT)
    due = text.due() if isinstance(text, CitedText) else []
    if not due:
        return choice
    delta = _delta_of(choice)
    there = delta.get(ANNOTATIONS) or []
    if not isinstance(there, list):
        raise BrokenChunkError
    annotations = [*there, *(one for cited in due for one in cited.document)]
    return choice | {"delta": delta | {ANNOTATIONS: annotations}}


def _delta_of(choice: Chunk) -> Chunk:
    delta = choice.get("delta")
    return delta if isinstance(delta, dict) else {}


def _appended_to_list(node: list[Any], index: int, below: Place, rest: str) -> list[Any]:
    if not below:
        return [*node, rest]
    numbers = (number for number, one in enumerate(node) if _name(number, one) == index)
    number = next(numbers, len(node))
    made: Any = [] if isinstance(below[0], int) else {"index": index}
    member = node[number] if number < len(node) else made
    return [*node[:number], _appended_inside(member, below, rest), *node[number + 1 :]]


def _appended_inside(member: Any, place: Place, rest: str) -> Any:
    if type(member) is not (list if isinstance(place[0], int) else dict):
        raise BrokenChunkError
    return appended(member, place, rest)


def _below(above: tuple[Path, Place], key: Key, value: Any) -> tuple[Path, Place]:
    path, place = above
    return (*path, key), (*place, _name(key, value))


def _name(key: Key, member: Any) -> Key:
    """Return by what a member goes: its key, and in a list its `index`, if it has one."""
    index = member.get("index") if isinstance(key, int) and isinstance(member, dict) else None
    return index if isinstance(index, int) else key
