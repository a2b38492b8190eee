"""The texts inside the deltas of a chat stream: finding them, and adding to them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from service.wire.slots import MAX_DEPTH, TooDeepError
from service.wire.sse import BrokenChunkError

Place = tuple[str | int, ...]


def texts(node: Any, place: Place) -> Iterator[tuple[Any, str | int, Place]]:
    """Give the strings of a delta with their channel; list members go by their `index`.

    Raises TooDeepError.
    """
    if len(place) > MAX_DEPTH:
        raise TooDeepError
    if isinstance(node, dict):
        members: list[tuple[str | int, str | int, Any]] = [
            (key, key, value) for key, value in node.items()
        ]
    else:
        members = [(number, _index(value, number), value) for number, value in enumerate(node)]
    for key, name, value in members:
        if isinstance(value, str):
            yield node, key, (*place, name)
        elif isinstance(value, dict | list):
            yield from texts(value, (*place, name))


def _index(member: Any, number: int) -> int:
    index = member.get("index") if isinstance(member, dict) else None
    return index if isinstance(index, int) else number


def append(delta: dict[str, Any], place: Place, rest: str) -> None:
    """Append `rest` to the text at `place`, making what is missing on the way.

    Raises BrokenChunkError when something else stands there.
    """
    node: Any = delta
    for name, following in pairwise(place):
        node = _step(node, name, [] if isinstance(following, int) else {})
    last = place[-1]
    if isinstance(last, int):
        node.append(rest)
    elif isinstance(node.get(last) or "", str):
        node[last] = (node.get(last) or "") + rest
    else:
        raise BrokenChunkError


def _step(node: Any, name: str | int, empty: Any) -> Any:
    """Return the member `name` of `node`, made like `empty` when it is missing."""
    if isinstance(name, int):
        members = (one for number, one in enumerate(node) if _index(one, number) == name)
        member = next(members, None)
        if member is None:
            member = {"index": name} if isinstance(empty, dict) else empty
            node.append(member)
    else:
        if not node.get(name):
            node[name] = empty
        member = node[name]
    if type(member) is not type(empty):
        raise BrokenChunkError
    return member
