"""Restoring a streamed chat completion, chunk by chunk.

Each text channel (choice, and inside it content, reasoning, the arguments of one tool call, or
any field this module has never heard of) has its own hold-back. The last real chunk is held
until the next event, because the metadata goes into it: an event of its own breaks one SDK.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from service.text import placeholders
from service.text.json_source import dump
from service.wire.answer_steps import NO_FINDINGS, NOTHING, Findings, TextChannel, Treatment
from service.wire.citations import ANNOTATIONS, Cited, CitedText, places_in
from service.wire.documents import restore_document
from service.wire.json_walk import Path, changed, strings
from service.wire.openai.chat_deltas import (
    CONTENT,
    TEXT,
    Channels,
    Chunk,
    Place,
    annotated,
    flushed,
    texts,
)
from service.wire.openai.request import Metadata
from service.wire.sse import BrokenChunkError, Event, read_object

DONE = "[DONE]"
# Members of a delta that come whole: nothing of them is ever held back.
WHOLE = frozenset({"role", "type", "id", "name"})
HEAD = ("id", "object", "created", "model")


@dataclass(slots=True, repr=False)
class _State:
    """How far a stream is: the texts on their way by choice, and what was met in what came whole.

    `last` is the chunk that is held, `beside` are events that came behind it and are no chunks,
    `head` is what one more chunk would begin with.
    """

    channels: dict[int, Channels] = field(default_factory=dict)
    ended: set[int] = field(default_factory=set)
    failed: bool = False
    done: bool = False
    last: Chunk | None = None
    beside: list[Chunk] = field(default_factory=list)
    head: Chunk = field(default_factory=dict)
    met: Findings = NO_FINDINGS

    @property
    def is_finished(self) -> bool:
        """Whether nothing more can come that belongs to a choice."""
        return self.done or (bool(self.ended) and self.channels.keys() == self.ended)

    def note(self, findings: Findings) -> None:
        """Count what was met in something that came whole."""
        if findings != NO_FINDINGS:
            self.met = Findings.of([self.met, findings])

    @property
    def findings(self) -> Findings:
        """What was met so far, in texts too."""
        every = [one for channels in self.channels.values() for one in channels.values()]
        return Findings.of([self.met, *(one.findings for one in every)])


class ChatStream:
    """Restores the data of upstream events for the client.

    `metadata` is asked once, with what was met, and its answer becomes `_anymize`.
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
        self._metadata = metadata
        self._json_content = json_content
        self._treatment = treatment
        self._state = _State()

    @property
    def findings(self) -> Findings:
        """What was met so far."""
        return self._state.findings

    def feed(self, data: str) -> Iterator[str]:
        """Yield what the data of one event becomes.

        Raises BrokenChunkError and TooDeepError.
        """
        state = self._state
        if not data.strip():
            return
        if data.strip() == DONE:
            if not (state.is_finished or state.failed):
                yield from self._let_go()
                state.last = self._closing()
                state.done = True
            yield from self.finish()
            yield DONE
            return
        chunk = read_object(data)
        if chunk.get("error") and not chunk.get("choices"):
            yield from self._let_go()
            state.failed = True  # the error itself is the end
            yield dump(self._whole(chunk))
            return
        if chunk.get("choices") is None:
            yield from self._beside(self._whole(chunk))
            return
        state.head = {name: chunk[name] for name in HEAD if name in chunk}
        yield from self._let_go()
        restored = self._restored(chunk)
        if state.is_finished or not restored["choices"]:
            state.last = restored
        else:
            yield dump(restored)

    def finish(self) -> Iterator[str]:
        """Yield the last chunk, with the metadata: the stream has ended.

        Raises BrokenChunkError when the stream was cut off: not all its choices have finished, and
        it did not say [DONE] either.
        """
        state = self._state
        if not (state.is_finished or state.failed):
            raise BrokenChunkError
        if state.last is not None:
            state.last = state.last | {"_anymize": self._metadata(state.findings)}
            yield from self._let_go()

    def _closing(self) -> Chunk:
        """Return one more chunk, with what the choices hold that gave no reason to finish."""
        choices = []
        for index in sorted(self._state.channels.keys() - self._state.ended):
            channels = self._state.channels[index]
            body: Chunk = {"text": ""} if TEXT in channels else {"delta": {}}
            choice: Chunk = {"index": index, **body, "finish_reason": None}
            choices.append(annotated(flushed(choice, channels), channels))
        return self._state.head | {"choices": choices}

    def _let_go(self) -> Iterator[str]:
        if self._state.last is not None:
            chunks = [self._state.last, *self._state.beside]
            self._state.last, self._state.beside = None, []
            yield from map(dump, chunks)

    def _beside(self, event: Chunk) -> Iterator[str]:
        """Yield what is no chunk, as a ping or counts alone, unless a chunk before it is held."""
        if self._state.last is None:
            yield dump(event)
        else:
            self._state.beside.append(event)

    def _restored(self, chunk: Chunk) -> Chunk:
        choices = chunk.get("choices")
        if not isinstance(choices, list):
            raise BrokenChunkError
        restored = self._whole(chunk | {"choices": []})
        return restored | {"choices": [self._choice(one) for one in choices]}

    def _choice(self, choice: Any) -> Chunk:
        index = (choice.get("index") or 0) if isinstance(choice, dict) else None
        if not isinstance(index, int):
            raise BrokenChunkError
        channels = self._state.channels.setdefault(index, {})
        parts: Chunk = {}
        if (self._values or self._treatment.scan) and choice.get("logprobs"):
            parts["logprobs"] = None  # their tokens spell the placeholders
        if isinstance(choice.get("text"), str):  # of a completion of the old kind
            parts["text"] = self._channel(channels, TEXT).feed(choice["text"])
        if isinstance(choice.get("delta"), dict):
            parts["delta"] = self._delta(choice["delta"], channels)
        restored = self._whole(choice | dict.fromkeys(parts)) | parts
        if choice.get("finish_reason"):  # some servers have "" until the end
            self._state.ended.add(index)
        if index in self._state.ended:
            restored = flushed(restored, channels)
        return annotated(restored, channels)

    def _delta(self, delta: Chunk, channels: Channels) -> Chunk:
        if isinstance(delta.get(ANNOTATIONS), list):
            found = restore_document(delta[ANNOTATIONS], self._values, self._treatment)
            self._state.note(found.findings)
            cited = Cited(found.document, places_in(found.document))
            self._content(channels).cite(cited)
            delta = {name: value for name, value in delta.items() if name != ANNOTATIONS}
        restored: dict[Path, str] = {}
        for path, place, text in texts(delta):
            if place[-1] in WHOLE:
                whole = placeholders.restore(text, self._values)
                self._state.note(Findings(whole.seen))
                restored[path] = whole.text
            else:
                restored[path] = self._channel(channels, place).feed(text)
        return changed(delta, restored)

    def _channel(self, channels: Channels, place: Place) -> TextChannel:
        if place == CONTENT:
            return self._content(channels)
        if place not in channels:
            as_json = place[-1] == "arguments"
            channels[place] = TextChannel(self._values, self._treatment, json=as_json)
        return channels[place]

    def _content(self, channels: Channels) -> CitedText:
        text = channels.get(CONTENT)
        if not isinstance(text, CitedText):
            text = CitedText(self._values, self._treatment, json=self._json_content)
            channels[CONTENT] = text
        return text

    def _whole(self, chunk: Chunk) -> Chunk:
        """Return a chunk, or a choice, with the texts restored that come whole in it."""
        restored: dict[Path, str] = {}
        for path, text in strings(chunk):
            treated = self._treatment.whole(path[-1], text)
            put_back = placeholders.restore(treated.text, self._values)
            if put_back.seen or treated.tally.forms:
                self._state.note(Findings(put_back.seen, treated.tally))
            if put_back.text != text:
                restored[path] = put_back.text
        return changed(chunk, restored)


class ChatEvents:
    """A `ChatStream` of whole events."""

    answer_id: str | None = None

    def __init__(
        self,
        values: Mapping[str, str],
        metadata: Metadata,
        *,
        json_content: bool = False,
        treatment: Treatment = NOTHING,
    ) -> None:
        self._stream = ChatStream(values, metadata, json_content=json_content, treatment=treatment)
        self._done = False

    def feed(self, event: Event) -> Iterator[Event]:
        """Yield the events for the client that one of the upstream becomes.

        Raises BrokenChunkError and TooDeepError.
        """
        for data in self._stream.feed(event.data):
            self._done |= data == DONE
            yield Event(data)

    def finish(self) -> Iterator[Event]:
        """Yield what is due at the end, and [DONE] where the upstream left it out.

        Raises BrokenChunkError for a stream that was cut off.
        """
        if not self._done:
            for data in [*self._stream.finish(), DONE]:
                yield Event(data)

    def failure(self, error: dict[str, Any]) -> Event:
        """Return the event that tells an error of ours."""
        return Event(dump({"error": error}))
