"""Server-sent events: bytes in any cut to events, and events to bytes.

https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass

MAX_EVENT = 8 * 1024 * 1024


class BrokenStreamError(ValueError):
    """The bytes are no event stream: not UTF-8, or one event without end."""


@dataclass(frozen=True, slots=True)
class Event:
    """One event: its data, and its name where it has one."""

    data: str
    name: str = ""

    def encode(self) -> bytes:
        """Return the event as bytes for the wire."""
        name = f"event: {self.name}\n" if self.name else ""
        data = "".join(f"data: {line}\n" for line in self.data.split("\n"))
        return f"{name}{data}\n".encode()


class EventReader:
    """Collects bytes and gives the events that are complete; comments and other fields go."""

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._text = ""
        self._data: list[str] = []
        self._name = ""
        self._size = 0

    def feed(self, piece: bytes) -> list[Event]:
        """Take bytes; return the events they complete.

        Raises BrokenStreamError.
        """
        try:
            self._text += self._decoder.decode(piece)
        except UnicodeDecodeError:
            raise BrokenStreamError from None
        if len(self._text) + self._size > MAX_EVENT:
            raise BrokenStreamError
        *lines, self._text = self._lines()
        return [event for line in lines if (event := self._take(line))]

    def finish(self) -> list[Event]:
        """Return the last event when the stream ended without its blank line."""
        lines = [line for line in (self._text, "") if line or self._data]
        self._text = ""
        return [event for line in lines if (event := self._take(line))]

    def _lines(self) -> list[str]:
        text = self._text
        held = ""
        if text.endswith("\r"):  # the line feed may come with the next bytes
            text, held = text[:-1], "\r"
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        lines[-1] += held
        return lines

    def _take(self, line: str) -> Event | None:
        if not line:
            return self._dispatch()
        field, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if field == "data":
            self._data.append(value)
            self._size += len(value)
        elif field == "event":
            self._name = value
        return None

    def _dispatch(self) -> Event | None:
        event = Event("\n".join(self._data), self._name) if self._data else None
        self._data, self._name, self._size = [], "", 0
        return event
