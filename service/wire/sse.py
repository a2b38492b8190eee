"""Server-sent events: bytes in any cut to events, and events to bytes.

https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
"""

from __future__ import annotations

import codecs
import io
import json
from dataclasses import dataclass
from typing import Any

MAX_EVENT = 8 * 1024 * 1024


class BrokenStreamError(ValueError):
    """The bytes are no event stream: not UTF-8, or one event without end."""


class BrokenChunkError(ValueError):
    """An event holds not what it must hold."""


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
    """Reads the events of a stream that comes in pieces; comments and other fields are left out."""

    def __init__(self) -> None:
        # Reads past a byte order mark, and makes one line feed of every kind of line end.
        self._decoder = io.IncrementalNewlineDecoder(
            codecs.getincrementaldecoder("utf-8-sig")(), translate=True
        )
        self._text = ""
        self._data: list[str] = []
        self._name = ""
        self._size = 0

    def feed(self, piece: bytes) -> list[Event]:
        """Return the events that these bytes complete.

        Raises BrokenStreamError.
        """
        events = self._read(piece)
        if len(self._text) + self._size > MAX_EVENT:
            raise BrokenStreamError
        return events

    def finish(self) -> list[Event]:
        """Return the last event when the stream ended without its blank line.

        Raises BrokenStreamError when the stream ended inside a character.
        """
        events = self._read(b"", final=True)
        rest, self._text = self._text, ""
        return events + [event for line in (rest, "") if (event := self._take(line))]

    def _read(self, piece: bytes, *, final: bool = False) -> list[Event]:
        try:
            self._text += self._decoder.decode(piece, final)
        except UnicodeDecodeError:
            raise BrokenStreamError from None
        *lines, self._text = self._text.split("\n")
        return [event for line in lines if (event := self._take(line))]

    def _take(self, line: str) -> Event | None:
        if not line:
            return self._dispatch()
        field, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if field == "data":
            self._data.append(value)
            self._size += len(value) + len("\n")
        elif field == "event":
            self._name = value
        return None

    def _dispatch(self) -> Event | None:
        event = Event("\n".join(self._data), self._name) if self._data else None
        self._data, self._name, self._size = [], "", 0
        return event


def read_object(data: str) -> dict[str, Any]:
    """Return the JSON object that the data of an event is.

    Raises BrokenChunkError when it is none.
    """
    try:
        read = json.loads(data)
    except (ValueError, RecursionError):
        raise BrokenChunkError from None
    if not isinstance(read, dict):
        raise BrokenChunkError
    return read
