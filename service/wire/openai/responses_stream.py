"""Restoring a streamed answer of the Responses API, event by event.

Deltas are restored on channels of their own: one for each event type, item and part. The events
that repeat a whole text (`*.done`, items, parts, the response object) are restored from that
whole. What a channel still holds back when its text is done goes out in a delta of its own, and
the sequence numbers after it move up.

https://platform.openai.com/docs/api-reference/responses-streaming
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from service.text.json_source import dump
from service.text.placeholders.stream import StreamRestorer
from service.wire.answer_steps import NOTHING, Treatment
from service.wire.answer_steps import Channel as TextChannel
from service.wire.citations import CitedText
from service.wire.documents import restore_document, strip_rule
from service.wire.slots import string_leaves
from service.wire.sse import BrokenChunkError, Event, read_object

DELTA, DONE = ".delta", ".done"
CITED = "response.output_text"
CITATION = f"{CITED}.annotation.added"
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
        treatment: Treatment = NOTHING,
    ) -> None:
        self._values = values
        self._treatment = treatment
        self._metadata = metadata
        self._json_content = json_content
        self._seen: set[str] = set()
        self._channels: dict[Channel, TextChannel] = {}
        self._deltas: dict[Channel, Data] = {}
        self._texts: dict[Channel, CitedText] = {}
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
        data = read_object(event.data)
        kind = str(data.get("type") or event.name)
        if kind == CITATION:
            yield from self._cite(data, event.name or kind)
            return
        if kind.endswith(DELTA) and data.get("delta") is not None:
            self._restore_delta(kind, data)
        else:
            yield from self._flush_before(kind, data)
            self._restore_whole(kind, data)
        yield self._numbered(data, event.name or kind)
        if kind == f"{CITED}{DELTA}":
            yield from self._citations(_place(data))

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
        if (self._values or self._treatment.scan) and data.get("logprobs"):
            data["logprobs"] = []  # their tokens spell the placeholders
        holder = {"delta": data["delta"]}
        for node, key, path in list(string_leaves(holder)):
            channel = (kind, *_place(data), *path)
            node[key] = self._channel(channel).feed(node[key])
            self._deltas[channel] = data
        data["delta"] = holder["delta"]

    def _channel(self, channel: Channel) -> TextChannel:
        if channel not in self._channels:
            kind = channel[0]
            if kind == f"{CITED}{DELTA}" and channel[len(PLACE) + 1 :] == ("delta",):
                self._channels[channel] = self._text(channel[1 : len(PLACE) + 1])
                return self._channels[channel]
            as_json = "arguments" in kind or (self._json_content and "output_text" in kind)
            restorer = StreamRestorer(self._values, json=as_json, seen=self._seen)
            self._channels[channel] = self._treatment.before(restorer, json=as_json)
        return self._channels[channel]

    def _text(self, place: Channel) -> CitedText:
        """Return the text at `place`, which annotations cite, also before and after it came."""
        if place not in self._texts:
            json = self._json_content
            restorer = StreamRestorer(self._values, json=json, seen=self._seen)
            self._texts[place] = CitedText(self._treatment, restorer, json=json)
        return self._texts[place]

    def _cite(self, data: Data, name: str) -> Iterator[Event]:
        """Take an annotation; give those events of annotations whose text is out."""
        restore_document(data, self._values, self._seen, self._treatment)
        place = _place(data)
        self._inserted -= 1
        self._text(place).cite((data, name), [data.get("annotation")])
        yield from self._citations(place)

    def _citations(self, place: Channel) -> Iterator[Event]:
        for data, name in self._text(place).due():
            self._inserted += 1
            if isinstance(data.get("sequence_number"), int):
                data["sequence_number"] = self._number + 1 - self._inserted
            yield self._numbered(data, name)

    def _flush_before(self, kind: str, data: Data) -> Iterator[Event]:
        """Give what the channels hold whose text is done with this event."""
        stem = kind.removesuffix(DONE) + DELTA
        for channel in list(self._channels):
            same = channel[0] == stem and channel[1:4] == tuple(data.get(n) for n in PLACE[:3])
            if kind in TERMINAL or (kind.endswith(DONE) and same):
                rest = self._channels.pop(channel).finish()
                if rest:
                    yield self._extra_delta(channel, rest, data)

        for place, text in self._texts.items():
            if kind in TERMINAL or (stem == f"{CITED}{DELTA}" and place == _place(data)):
                text.finish()
                yield from self._citations(place)

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
        restore_document(data, self._values, self._seen, self._treatment)
        response = data.get("response")
        if isinstance(response, dict):
            strip_rule(response)
            if self.answer_id is None and isinstance(response.get("id"), str):
                self.answer_id = response["id"]
            if kind in TERMINAL:
                response["_anymize"] = self._metadata(self._seen)
        if (self._values or self._treatment.scan) and data.get("logprobs"):
            data["logprobs"] = []
        self._ended |= kind in TERMINAL or kind == "error"

    def _numbered(self, data: Data, name: str) -> Event:
        number = data.get("sequence_number")
        if isinstance(number, int):
            data["sequence_number"] = self._number = number + self._inserted
        return Event(dump(data), name)


def _place(data: Data) -> Channel:
    """Return where the text of an event stands. Raises BrokenChunkError when it says no place."""
    place = tuple(data.get(name) for name in PLACE)
    if not all(isinstance(one, str | int | None) for one in place):
        raise BrokenChunkError
    return place
