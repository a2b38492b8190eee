"""Restoring a streamed answer of the Responses API, event by event.

Deltas are restored on channels of their own: one for each event type, item and part. The events
that repeat a whole text (`*.done`, items, parts, the response object) are restored from that
whole. What a channel still holds back when its text is done goes out in a delta of its own, and
the sequence numbers after it move up.

https://platform.openai.com/docs/api-reference/responses-streaming
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from service.text.json_source import dump
from service.wire.answer_steps import NO_FINDINGS, NOTHING, Findings, TextChannel, Treatment
from service.wire.citations import Cited, CitedText, places_of
from service.wire.documents import restore_document, without_echoed_rule
from service.wire.json_walk import Path, changed, strings
from service.wire.openai.request import Metadata
from service.wire.protocol_fields import ANY
from service.wire.sse import BrokenChunkError, Event, read_object

DELTA, DONE = ".delta", ".done"
CITED = "response.output_text"
CITATION = f"{CITED}.annotation.added"
TERMINAL = frozenset({"response.completed", "response.incomplete", "response.failed"})
PLACE = ("item_id", "output_index", "content_index", "summary_index", "command_index")
Channel = tuple[Any, ...]
Data = dict[str, Any]


@dataclass(slots=True, repr=False)
class _State:
    """How far a stream is: the texts on their way, and what was met in all that is done.

    `deltas` are the last events of the channels, `inserted` how many events are ours, `number` is
    that of the last event.
    """

    channels: dict[Channel, TextChannel] = field(default_factory=dict)
    deltas: dict[Channel, Data] = field(default_factory=dict)
    texts: dict[Channel, CitedText] = field(default_factory=dict)
    inserted: int = 0
    number: int = 0
    ended: bool = False
    answer_id: str | None = None
    met: Findings = NO_FINDINGS

    def note(self, findings: Findings) -> None:
        """Count what was met in something that is done."""
        if findings != NO_FINDINGS:
            self.met = Findings.of([self.met, findings])

    @property
    def findings(self) -> Findings:
        """What was met so far, in texts on their way too."""
        every = [*self.channels.values(), *self.texts.values()]
        return Findings.of([self.met, *(one.findings for one in every)])


class ResponsesStream:
    """Restores upstream events for the client.

    `metadata` is asked once, with what was met, and its answer becomes `_anymize` in the response
    object of the last event.
    """

    def __init__(
        self,
        values: Mapping[str, str],
        metadata: Metadata,
        *,
        json_content: bool = False,
        treatment: Treatment = NOTHING,
    ) -> None:
        self._values = values
        self._treatment = treatment
        self._metadata = metadata
        self._json_content = json_content
        self._state = _State()

    @property
    def answer_id(self) -> str | None:
        """The id of the response, once it is known."""
        return self._state.answer_id

    def feed(self, event: Event) -> Iterator[Event]:
        """Yield the events for the client that one of the upstream becomes.

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
            yield self._delta(kind, data, event.name or kind)
        else:
            yield from self._flush_before(kind, data)
            yield self._event(self._numbered(self._whole(kind, data)), event.name or kind)
        if kind == f"{CITED}{DELTA}":
            yield from self._citations(_place(data))

    def finish(self) -> Iterator[Event]:
        """Check that the stream said how it ended.

        Raises BrokenChunkError when it was cut off.
        """
        if not self._state.ended:
            raise BrokenChunkError
        return iter(())

    def failure(self, error: Data) -> Event:
        """Return the event that tells an error of ours, in the shape of this API."""
        data = {"type": "error", **{name: error[name] for name in ("code", "message", "param")}}
        return self._event(data | {"sequence_number": self._state.number + 1}, "error")

    def _delta(self, kind: str, data: Data, name: str) -> Event:
        restored: dict[Path, str] = {}
        channels = []
        for path, text in strings({"delta": data["delta"]}):
            names = (ANY if isinstance(key, int) else key for key in path)
            channels.append((kind, *_place(data), *names))
            restored[path] = self._channel(channels[-1]).feed(text)
        done = self._numbered(changed(self._without_logprobs(data), restored))
        self._state.deltas.update(dict.fromkeys(channels, done))
        return self._event(done, name)

    def _channel(self, channel: Channel) -> TextChannel:
        channels, kind = self._state.channels, channel[0]
        if channel not in channels:
            if kind == f"{CITED}{DELTA}" and channel[len(PLACE) + 1 :] == ("delta",):
                channels[channel] = self._text(channel[1 : len(PLACE) + 1])
            else:
                as_json = "arguments" in kind or (self._json_content and "output_text" in kind)
                channels[channel] = TextChannel(self._values, self._treatment, json=as_json)
        return channels[channel]

    def _text(self, place: Channel) -> CitedText:
        """Return the text at `place`, which annotations cite, also before and after it came."""
        texts = self._state.texts
        if place not in texts:
            texts[place] = CitedText(self._values, self._treatment, json=self._json_content)
        return texts[place]

    def _cite(self, data: Data, name: str) -> Iterator[Event]:
        """Keep an annotation; yield those events of annotations whose text is out."""
        found = restore_document(data, self._values, self._treatment)
        self._state.note(found.findings)
        self._state.inserted -= 1
        restored, place = found.document, _place(found.document)
        places = places_of(restored.get("annotation"), ("annotation",))
        self._text(place).cite(Cited(restored, places, name))
        yield from self._citations(place)

    def _citations(self, place: Channel) -> Iterator[Event]:
        for cited in self._text(place).due():
            data = cited.document
            self._state.inserted += 1
            if isinstance(data.get("sequence_number"), int):
                number = self._state.number + 1 - self._state.inserted
                data = data | {"sequence_number": number}
            yield self._event(self._numbered(data), cited.name)

    def _flush_before(self, kind: str, data: Data) -> Iterator[Event]:
        """Yield what the channels hold whose text is done with this event."""
        state, stem = self._state, kind.removesuffix(DONE) + DELTA
        for channel in list(state.channels):
            same = channel[0] == stem and channel[1:4] == tuple(data.get(n) for n in PLACE[:3])
            if kind in TERMINAL or (kind.endswith(DONE) and same):
                text = state.channels.pop(channel)
                rest = text.finish()
                state.note(text.findings)
                if rest:
                    yield self._extra_delta(channel, rest, data)

        for place, cited in state.texts.items():
            if kind in TERMINAL or (stem == f"{CITED}{DELTA}" and place == _place(data)):
                cited.finish()
                yield from self._citations(place)

    def _extra_delta(self, channel: Channel, rest: str, following: Data) -> Event:
        delta: Any = rest
        for name in reversed(channel[len(PLACE) + 2 :]):
            delta = {name: delta}
        extra = {**self._state.deltas[channel], "delta": delta}
        if "sequence_number" in following:
            extra["sequence_number"] = following["sequence_number"]
        event = self._event(self._numbered(extra), channel[0])
        self._state.inserted += 1
        return event

    def _whole(self, kind: str, data: Data) -> Data:
        """Return an event that repeats what came before, or tells something else, restored."""
        found = restore_document(data, self._values, self._treatment)
        self._state.note(found.findings)
        restored: Data = self._without_logprobs(found.document)
        self._state.ended |= kind in TERMINAL or kind == "error"
        if not isinstance(restored.get("response"), dict):
            return restored
        response = without_echoed_rule(restored["response"])
        if self._state.answer_id is None and isinstance(response.get("id"), str):
            self._state.answer_id = response["id"]
        if kind in TERMINAL:
            response = response | {"_anymize": self._metadata(self._state.findings)}
        return restored | {"response": response}

    def _without_logprobs(self, data: Data) -> Data:
        """Return an event without the tokens that spell the placeholders."""
        if (self._values or self._treatment.scan) and data.get("logprobs"):
            return data | {"logprobs": []}
        return data

    def _numbered(self, data: Data) -> Data:
        """Return an event with the number that it has behind those of ours."""
        number = data.get("sequence_number")
        if not isinstance(number, int):
            return data
        self._state.number = number + self._state.inserted
        return data | {"sequence_number": self._state.number}

    @staticmethod
    def _event(data: Data, name: str) -> Event:
        return Event(dump(data), name)


def _place(data: Data) -> Channel:
    """Return where the text of an event stands. Raises BrokenChunkError when it says no place."""
    place = tuple(data.get(name) for name in PLACE)
    if not all(isinstance(one, str | int | None) for one in place):
        raise BrokenChunkError
    return place
