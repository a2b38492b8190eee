"""Restoring a streamed answer of the Responses API, event by event.

Deltas are restored on channels of their own: one for each event type, item and part. The events
that repeat a whole text (`*.done`, items, parts, the response object) are restored from that
whole. What a channel still holds back when its text is done goes out in a delta of its own, and
the sequence numbers after it move up.

https://platform.openai.com/docs/api-reference/responses-streaming
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from service.text.chat_stream import BrokenChunkError
from service.text.documents import restore_document, strip_rule
from service.text.json_text import dump
from service.text.scan import Channel as TextChannel
from service.text.scan import Scan, behind
from service.text.slots import string_leaves
from service.text.sse import Event
from service.text.stream import StreamRestorer

DELTA, DONE = ".delta", ".done"
TERMINAL = frozenset({"response.completed", "response.incomplete", "response.failed"})
PLACE = ("item_id", "output_index", "content_index", "summary_index", "command_index")
Channel = tuple[Any, ...]
Data = dict[str, Any]


class ResponsesStream:
    """Takes upstream events, gives the events for the client.

    `metadata` is asked once, with the placeholders seen, and its answer becomes `_anymize` in the
    response object of the last event. `answer_id` is the id of the response once it is known.
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
        self._scan = scan
        self._metadata = metadata
        self._json_content = json_content
        self._seen: set[str] = set()
        self._channels: dict[Channel, TextChannel] = {}
        self._deltas: dict[Channel, Data] = {}
        self._inserted = 0
        self._ended = False
        self._number = 0
        self.answer_id: str | None = None

    def feed(self, event: Event) -> Iterator[Event]:
        """Take one event.

        Raises BrokenChunkError and TooDeepError.
        """
        if event.data.strip() == "[DONE]":
            return
        data = _parse(event.data)
        kind = str(data.get("type") or event.name)
        if kind.endswith(DELTA) and data.get("delta") is not None:
            self._restore_delta(kind, data)
        else:
            yield from self._flush_before(kind, data)
            self._restore_whole(kind, data)
        yield self._numbered(data, event.name or kind)

    def finish(self) -> Iterator[Event]:
        """Check that the stream said how it ended.

        Raises BrokenChunkError when it was cut off.
        """
        if not self._ended:
            raise BrokenChunkError
        return iter(())

    def failure(self, error: Data) -> Event:
        """Return the event that tells an error of ours, in the shape of this API."""
        data = {"type": "error", **{name: error[name] for name in ("code", "message", "param")}}
        data["sequence_number"] = self._number + 1
        return Event(dump(data), "error")

    def _restore_delta(self, kind: str, data: Data) -> None:
        if (self._values or self._scan) and data.get("logprobs"):
            data["logprobs"] = []  # their tokens spell the placeholders
        holder = {"delta": data["delta"]}
        for node, key, path in list(string_leaves(holder)):
            channel = (kind, *(data.get(name) for name in PLACE), *path)
            node[key] = self._channel(channel).feed(node[key])
            self._deltas[channel] = data
        data["delta"] = holder["delta"]

    def _channel(self, channel: Channel) -> TextChannel:
        if channel not in self._channels:
            kind = channel[0]
            as_json = "arguments" in kind or (self._json_content and "output_text" in kind)
            restorer = StreamRestorer(self._values, json=as_json, seen=self._seen)
            self._channels[channel] = behind(self._scan, restorer, json=as_json)
        return self._channels[channel]

    def _flush_before(self, kind: str, data: Data) -> Iterator[Event]:
        """Give what the channels hold whose text is done with this event."""
        stem = kind.removesuffix(DONE) + DELTA
        for channel in list(self._channels):
            same = channel[0] == stem and channel[1:4] == tuple(data.get(n) for n in PLACE[:3])
            if kind in TERMINAL or (kind.endswith(DONE) and same):
                rest = self._channels.pop(channel).finish()
                if rest:
                    yield self._extra_delta(channel, rest, data)

    def _extra_delta(self, channel: Channel, rest: str, following: Data) -> Event:
        last = self._deltas[channel]
        path = channel[len(PLACE) + 2 :]
        delta: Any = rest
        for name in reversed(path):
            delta = {name: delta}
        extra = {**last, "delta": delta}
        if "sequence_number" in following:
            extra["sequence_number"] = following["sequence_number"]
        event = self._numbered(extra, channel[0])
        self._inserted += 1
        return event

    def _restore_whole(self, kind: str, data: Data) -> None:
        restore_document(data, self._values, self._seen, self._scan)
        response = data.get("response")
        if isinstance(response, dict):
            strip_rule(response)
            if self.answer_id is None and isinstance(response.get("id"), str):
                self.answer_id = response["id"]
            if kind in TERMINAL:
                response["_anymize"] = self._metadata(self._seen)
        if (self._values or self._scan) and data.get("logprobs"):
            data["logprobs"] = []
        self._ended |= kind in TERMINAL or kind == "error"

    def _numbered(self, data: Data, name: str) -> Event:
        number = data.get("sequence_number")
        if isinstance(number, int):
            data["sequence_number"] = self._number = number + self._inserted
        return Event(dump(data), name)


def _parse(text: str) -> Data:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise BrokenChunkError from None
    if not isinstance(data, dict):
        raise BrokenChunkError
    return data
