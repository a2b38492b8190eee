"""Stop sequences that the provider was not told, applied to answers once values are put back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from service.text.json_source import dump
from service.wire.openai.request import Translator
from service.wire.sse import Event
from service.wire.stop_sequences import Cut

REASON = "finish_reason"
STOPPED = "stop"
DONE = "[DONE]"


def stopped_document(document: Any, stops: tuple[str, ...]) -> Any:
    """Return a whole answer with the text of each choice cut at the first of `stops`."""
    choices = document.get("choices") if isinstance(document, dict) else None
    if not stops or not isinstance(choices, list):
        return document
    return document | {"choices": [_stopped(one, stops) for one in choices]}


def _stopped(choice: Any, stops: tuple[str, ...]) -> Any:
    message = choice.get("message") if isinstance(choice, dict) else None
    holder, name = (message, "content") if isinstance(message, dict) else (choice, "text")
    text = holder.get(name) if isinstance(holder, dict) else None
    if not isinstance(text, str):
        return choice
    cut = Cut(stops)
    kept = cut.feed(text)
    if not cut.stopped:
        return choice
    if holder is choice:
        return choice | {name: kept, REASON: STOPPED}
    # What the model would have written later is not there either.
    shorter = {key: value for key, value in holder.items() if key != "tool_calls"}
    return choice | {"message": shorter | {name: kept}, REASON: STOPPED}


class Stopped:
    """A translator whose events are cut at some sequences; they hold restored text."""

    def __init__(self, translator: Translator, stops: tuple[str, ...]) -> None:
        self._translator = translator
        self._stops = stops
        self._cuts: dict[Any, Cut] = {}
        self._head: dict[str, Any] = {}
        self._texts: set[Any] = set()  # choices of completions of the old kind

    @property
    def answer_id(self) -> str | None:
        """The id of the answer, once it is known."""
        return self._translator.answer_id

    def feed(self, event: Event) -> Iterator[Event]:
        """Yield the events of the translator, cut."""
        yield from map(self._cut, self._completed(self._translator.feed(event)))

    def finish(self) -> Iterator[Event]:
        """Yield what is due at the end, cut."""
        yield from map(self._cut, self._completed(self._translator.finish()))

    def failure(self, error: dict[str, Any]) -> Event:
        """Return the event that tells an error of ours."""
        return self._translator.failure(error)

    def _completed(self, events: Iterator[Event]) -> Iterator[Event]:
        """Yield events, and before the end what choices hold that gave no reason to finish."""
        for event in events:
            if event.data == DONE:
                rests = {index: cut.finish() for index, cut in self._cuts.items()}
                choices = [self._rest(index, rest) for index, rest in rests.items() if rest]
                if choices:
                    yield Event(dump(self._head | {"choices": choices}))
            yield event

    def _rest(self, index: Any, rest: str) -> dict[str, Any]:
        body: dict[str, Any] = (
            {"text": rest} if index in self._texts else {"delta": {"content": rest}}
        )
        self._cuts.pop(index, None)
        return {"index": index, **body, REASON: None}

    def _cut(self, event: Event) -> Event:
        if event.data == DONE:
            return event
        chunk = json.loads(event.data)
        choices = chunk.get("choices")
        if not isinstance(choices, list) or not choices:
            return event
        self._head = {name: value for name, value in chunk.items() if name in ("id", "object")}
        return Event(dump(chunk | {"choices": [self._choice(one) for one in choices]}), event.name)

    def _choice(self, choice: dict[str, Any]) -> dict[str, Any]:
        index, delta = choice.get("index", 0), choice.get("delta")
        cut = self._cuts.setdefault(index, Cut(self._stops))
        before = cut.stopped
        in_delta = isinstance(delta, dict)
        holder: dict[str, Any] = delta if isinstance(delta, dict) else choice
        name = "content" if in_delta else "text"
        if not in_delta:
            self._texts.add(index)
        text = holder.get(name)
        kept = cut.feed(text) if isinstance(text, str) else None
        if choice.get(REASON) is not None:
            rest = cut.finish()
            kept = (kept or "") + rest if rest or kept is not None else None
            choice = choice | ({REASON: STOPPED} if cut.stopped else {})
        if kept is not None:
            holder = holder | {name: kept}
        if in_delta:
            return choice | {"delta": {} if before else holder}
        return choice | ({name: holder[name]} if kept is not None else {})
