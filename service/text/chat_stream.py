"""Restoring a streamed chat completion, chunk by chunk.

Each text channel (choice, and inside it content, reasoning, the arguments of one tool call, or
any field this module has never heard of) has its own hold-back. The last real chunk is held
until the next event, because the metadata goes into it: an event of its own breaks one SDK.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import Any

from service.text import placeholders
from service.text.json_text import dump
from service.text.scan import Channel, Scan, behind, masked
from service.text.slots import MAX_DEPTH, TooDeepError, string_leaves
from service.text.sse import Event
from service.text.stream import StreamRestorer

DONE = "[DONE]"
# Members of a delta that come whole: nothing of them is ever held back.
WHOLE = frozenset({"role", "type", "id", "name"})
HEAD = ("id", "object", "created", "model")
Place = tuple[str | int, ...]
TEXT: Place = ("", "text")  # the text of a choice itself; no path below a delta looks like this
Chunk = dict[str, Any]


class BrokenChunkError(ValueError):
    """An event is no chat completion chunk."""


class ChatStream:
    """Takes the data of upstream events, gives the data of the events for the client.

    `metadata` is asked once, with the placeholders seen, and its answer becomes `_anymize`.
    """

    def __init__(
        self,
        values: Mapping[str, str],
        metadata: Callable[[set[str]], dict[str, Any]],
        *,
        json_content: bool = False,
        scan: Scan | None = None,
    ) -> None:
        self._values = values
        self._metadata = metadata
        self._json_content = json_content
        self._scan = scan
        self._seen: set[str] = set()
        self._channels: dict[int, dict[Place, Channel]] = {}
        self._ended: set[int] = set()
        self._failed = self._done = False
        self._last: Chunk | None = None
        self._head: Chunk = {}

    @property
    def seen(self) -> set[str]:
        """The placeholders met so far, issued or not."""
        return self._seen

    def feed(self, data: str) -> Iterator[str]:
        """Take the data of one event.

        Raises BrokenChunkError and TooDeepError.
        """
        if data.strip() == DONE:
            if not (self._finished or self._failed):
                yield from self._let_go()
                self._last = self._closing()
                self._done = True
            yield from self.finish()
            yield DONE
            return
        chunk = _parse(data)
        self._head = {name: chunk[name] for name in HEAD if name in chunk}
        yield from self._let_go()
        if chunk.get("error") and not chunk.get("choices"):
            self._failed = True  # the error itself is the end
            self._restore_rest(chunk)
            yield dump(chunk)
            return
        self._restore(chunk)
        if self._finished or not chunk["choices"]:
            self._last = chunk
        else:
            yield dump(chunk)

    def finish(self) -> Iterator[str]:
        """Give the last chunk, with the metadata: the stream has ended.

        Raises BrokenChunkError when the stream was cut off: not all its choices have finished, and
        it did not say [DONE] either.
        """
        if not (self._finished or self._failed):
            raise BrokenChunkError
        if self._last is not None:
            self._last["_anymize"] = self._metadata(self._seen)
            yield from self._let_go()

    def _closing(self) -> Chunk:
        """Return one more chunk, with what the choices hold that gave no reason to finish."""
        chunk = self._head | {"choices": []}
        for index in sorted(self._channels.keys() - self._ended):
            body: Chunk = {"text": ""} if TEXT in self._channels[index] else {"delta": {}}
            choice: Chunk = {"index": index, **body, "finish_reason": None}
            self._flush(choice, self._channels[index])
            chunk["choices"].append(choice)
        return chunk

    @property
    def _finished(self) -> bool:
        return self._done or (bool(self._ended) and self._channels.keys() == self._ended)

    def _let_go(self) -> Iterator[str]:
        if self._last is not None:
            chunk, self._last = self._last, None
            yield dump(chunk)

    def _restore(self, chunk: Chunk) -> None:
        """Restore a chunk in place."""
        choices = chunk.get("choices")
        if not isinstance(choices, list):
            raise BrokenChunkError
        chunk["choices"] = []
        self._restore_rest(chunk)
        chunk["choices"] = choices
        for choice in choices:
            self._restore_choice(choice)

    def _restore_choice(self, choice: Any) -> None:
        if not isinstance(choice, dict) or not isinstance(choice.get("index", 0), int):
            raise BrokenChunkError
        if (self._values or self._scan) and choice.get("logprobs"):
            choice["logprobs"] = None  # their tokens spell the placeholders
        index = choice.get("index", 0)
        channels = self._channels.setdefault(index, {})
        delta = choice.get("delta")
        text = choice.get("text")  # of a completion of the old kind
        if isinstance(text, str):
            choice["text"] = None
            text = self._channel(channels, TEXT).feed(text)
        if isinstance(delta, dict):
            choice["delta"] = None
            self._restore_delta(delta, channels)
        self._restore_rest(choice)
        if "delta" in choice:
            choice["delta"] = delta
        if "text" in choice:
            choice["text"] = text
        if choice.get("finish_reason") is not None:
            self._ended.add(index)
        if index in self._ended:
            self._flush(choice, channels)

    def _restore_delta(self, delta: Chunk, channels: dict[Place, Channel]) -> None:
        for holder, key, place in list(_texts(delta, ())):
            if place[-1] in WHOLE:
                holder[key] = placeholders.restore(holder[key], self._values, self._seen)
            else:
                holder[key] = self._channel(channels, place).feed(holder[key])

    def _channel(self, channels: dict[Place, Channel], place: Place) -> Channel:
        if place not in channels:
            as_json = place[-1] == "arguments" or (self._json_content and place == ("content",))
            restorer = StreamRestorer(self._values, json=as_json, seen=self._seen)
            channels[place] = behind(self._scan, restorer, json=as_json)
        return channels[place]

    @staticmethod
    def _flush(choice: dict[str, Any], channels: dict[Place, Channel]) -> None:
        for place, channel in channels.items():
            rest = channel.finish()
            if rest and place == TEXT:
                choice["text"] = (choice.get("text") or "") + rest
            elif rest:
                if not isinstance(choice.get("delta"), dict):
                    choice["delta"] = {}
                _append(choice["delta"], place, rest)

    def _restore_rest(self, chunk: Chunk) -> None:
        for holder, key, _ in list(string_leaves(chunk)):
            text = masked(self._scan, key, holder[key])
            holder[key] = placeholders.restore(text, self._values, self._seen)


class ChatEvents:
    """A `ChatStream` that takes and gives whole events."""

    answer_id: str | None = None

    def __init__(
        self,
        values: Mapping[str, str],
        metadata: Callable[[set[str]], dict[str, Any]],
        *,
        json_content: bool = False,
        scan: Scan | None = None,
    ) -> None:
        self._stream = ChatStream(values, metadata, json_content=json_content, scan=scan)
        self._done = False

    def feed(self, event: Event) -> Iterator[Event]:
        """Take one event of the upstream, give those for the client.

        Raises BrokenChunkError and TooDeepError.
        """
        for data in self._stream.feed(event.data):
            self._done |= data == DONE
            yield Event(data)

    def finish(self) -> Iterator[Event]:
        """Give what is due at the end, and [DONE] where the upstream left it out.

        Raises BrokenChunkError for a stream that was cut off.
        """
        if not self._done:
            for data in [*self._stream.finish(), DONE]:
                yield Event(data)

    def failure(self, error: dict[str, Any]) -> Event:
        """Return the event that tells an error of ours."""
        return Event(dump({"error": error}))


def _parse(data: str) -> Chunk:
    try:
        chunk = json.loads(data)
    except (ValueError, RecursionError):
        raise BrokenChunkError from None
    if not isinstance(chunk, dict):
        raise BrokenChunkError
    return chunk


def _texts(node: Any, place: Place) -> Iterator[tuple[Any, str | int, Place]]:
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
            yield from _texts(value, (*place, name))


def _index(member: Any, number: int) -> int:
    index = member.get("index") if isinstance(member, dict) else None
    return index if isinstance(index, int) else number


def _append(delta: dict[str, Any], place: Place, rest: str) -> None:
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
