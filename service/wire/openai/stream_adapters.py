"""Translators around others: events passed on as they are, and tokens counted on the way."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from service.tenants.usage import Meter
from service.text.json_source import dump
from service.wire.documents import without_echoed_rule
from service.wire.openai.request import Translator
from service.wire.sse import Event

# Not inside a text: there a quotation mark has a backslash before it.
USAGE = re.compile(r'"usage"\s*:\s*\{')
INSTRUCTIONS = re.compile(r'"instructions"\s*:\s*"')


class PassedOn:
    """Passes each event on as it came, but for our rule.

    `judge` only knows whether the stream is whole; what it makes of the events is thrown away.
    """

    def __init__(self, judge: Translator) -> None:
        self._judge = judge

    @property
    def answer_id(self) -> str | None:
        """The id of the answer, once it is known."""
        return self._judge.answer_id

    def feed(self, event: Event) -> Iterator[Event]:
        """Yield the event.

        Raises BrokenChunkError and TooDeepError.
        """
        for _ in self._judge.feed(event):
            pass
        yield _without_rule(event) if INSTRUCTIONS.search(event.data) else event

    def finish(self) -> Iterator[Event]:
        """Return nothing more. Raises BrokenChunkError for a stream that was cut off."""
        for _ in self._judge.finish():
            pass
        return iter(())

    def failure(self, error: dict[str, Any]) -> Event:
        """Return the event that tells an error of ours."""
        return self._judge.failure(error)


class Metered:
    """A translator that shows a meter what the events say of usage."""

    def __init__(self, translator: Translator, meter: Meter) -> None:
        self._translator = translator
        self._meter = meter

    @property
    def answer_id(self) -> str | None:
        """The id of the answer, once it is known."""
        return self._translator.answer_id

    def feed(self, event: Event) -> Iterator[Event]:
        """Yield the event translated, and show its usage to the meter."""
        yield from self._translator.feed(event)
        if USAGE.search(event.data):
            data = json.loads(event.data)  # the translator has read it before
            response = data.get("response")
            self._meter.see((response if isinstance(response, dict) else data).get("usage"))
            groq = data.get("x_groq")
            self._meter.see(groq.get("usage") if isinstance(groq, dict) else None)

    def finish(self) -> Iterator[Event]:
        """Return what is due at the end."""
        return self._translator.finish()

    def failure(self, error: dict[str, Any]) -> Event:
        """Return the event that tells an error of ours."""
        return self._translator.failure(error)


def _without_rule(event: Event) -> Event:
    data = json.loads(event.data)  # the judge has read it before
    if "response" in data:
        data = data | {"response": without_echoed_rule(data["response"])}
    return Event(dump(data), event.name)
