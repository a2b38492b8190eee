"""Restoring a streamed chat completion, chunk by chunk.

Each text channel (choice, and inside it content, reasoning, the arguments of one tool call, or
any field this module has never heard of) has its own hold-back. The last real chunk is held
until the next event, because the metadata goes into it: an event of its own breaks one SDK.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from service.text import placeholders
from service.text.json_source import dump
from service.text.placeholders.stream import StreamRestorer
from service.wire.answer_steps import NOTHING, Channel, Treatment
from service.wire.citations import ANNOTATIONS, CitedText
from service.wire.documents import restore_document
from service.wire.openai.chat_deltas import Place, append, texts
from service.wire.slots import string_leaves
from service.wire.sse import BrokenChunkError, Event, read_object

DONE = "[DONE]"
# Members of a delta that come whole: nothing of them is ever held back.
WHOLE = frozenset({"role", "type", "id", "name"})
HEAD = ("id", "object", "created", "model")
TEXT: Place = ("", "text")  # the text of a choice itself; no path below a delta looks like this
CONTENT: Place = ("content",)  # the text that annotations cite
Chunk = dict[str, Any]


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
        treatment: Treatment = NOTHING,
    ) -> None:
        self._values = values
        self._metadata = metadata
        self._json_content = json_content
        self._treatment = treatment
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
        chunk = read_object(data)
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
            self._annotate(choice, self._channels[index])
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
        if (self._values or self._treatment.scan) and choice.get("logprobs"):
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
        self._annotate(choice, channels)

    def _restore_delta(self, delta: Chunk, channels: dict[Place, Channel]) -> None:
        if isinstance(delta.get(ANNOTATIONS), list):
            annotations = delta.pop(ANNOTATIONS)
            restore_document(annotations, self._values, self._seen, self._treatment)
            self._content(channels).cite(annotations, annotations)
        for holder, key, place in list(texts(delta, ())):
            if place[-1] in WHOLE:
                holder[key] = placeholders.restore(holder[key], self._values, self._seen)
            else:
                holder[key] = self._channel(channels, place).feed(holder[key])

    def _channel(self, channels: dict[Place, Channel], place: Place) -> Channel:
        if place == CONTENT:
            return self._content(channels)
        if place not in channels:
            as_json = place[-1] == "arguments"
            restorer = StreamRestorer(self._values, json=as_json, seen=self._seen)
            channels[place] = self._treatment.before(restorer, json=as_json)
        return channels[place]

    def _content(self, channels: dict[Place, Channel]) -> CitedText:
        text = channels.get(CONTENT)
        if not isinstance(text, CitedText):
            json = self._json_content
            restorer = StreamRestorer(self._values, json=json, seen=self._seen)
            channels[CONTENT] = text = CitedText(self._treatment, restorer, json=json)
        return text

    def _annotate(self, choice: Chunk, channels: dict[Place, Channel]) -> None:
        """Put the annotations into a choice that are due with it."""
        text = channels.get(CONTENT)
        for due in text.due() if isinstance(text, CitedText) else ():
            if not isinstance(choice.get("delta"), dict):
                choice["delta"] = {}
            choice["delta"].setdefault(ANNOTATIONS, []).extend(due)

    @staticmethod
    def _flush(choice: dict[str, Any], channels: dict[Place, Channel]) -> None:
        for place, channel in channels.items():
            rest = channel.finish()
            if rest and place == TEXT:
                choice["text"] = (choice.get("text") or "") + rest
            elif rest:
                if not isinstance(choice.get("delta"), dict):
                    choice["delta"] = {}
                append(choice["delta"], place, rest)

    def _restore_rest(self, chunk: Chunk) -> None:
        for holder, key, _ in list(string_leaves(chunk)):
            text = self._treatment.whole(key, holder[key])
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
        treatment: Treatment = NOTHING,
    ) -> None:
        self._stream = ChatStream(values, metadata, json_content=json_content, treatment=treatment)
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
