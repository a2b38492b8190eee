"""A text with its escapes resolved, and where each of its characters stood before."""

from __future__ import annotations

import json
import re
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from service.text.json_source.view import ESCAPE, SHORT_ESCAPES

PERCENTS = re.compile(r"(?:%[0-9A-Fa-f]{2})+")


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as it reads; text[i] is written from places[i] to places[i + 1] of the source."""

    text: str
    places: Sequence[int]

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """Return where text[start:end] is written."""
        return self.places[start], self.places[end]


def as_written(source: str) -> Reading:
    """Return the source itself."""
    return Reading(source, range(len(source) + 1))


def without_escapes(reading: Reading) -> Reading:
    r"""Resolve what JSON writes with a backslash: \u0040, \n, and pairs for an emoji."""
    return _resolved(reading, ESCAPE, lambda found: [(_character(found), len(found))])


def without_percents(reading: Reading) -> Reading:
    """Resolve what links write with a percent sign: %40, and several of them for an umlaut."""
    return _resolved(reading, PERCENTS, _characters)


def _resolved(
    reading: Reading, written: re.Pattern[str], read: Callable[[str], list[tuple[str, int]]]
) -> Reading:
    """Replace what `written` matches; `read` gives its characters and how long each is written."""
    parts: list[str] = []
    places = array("Q")
    done = 0
    for found in written.finditer(reading.text):
        parts.append(reading.text[done : found.start()])
        places.extend(reading.places[done : found.start()])
        done = found.start()
        for character, length in read(found[0]):
            parts.append(character)
            places.append(reading.places[done])
            done += length
    parts.append(reading.text[done:])
    places.extend(reading.places[done:])
    return Reading("".join(parts), places)


def _character(escape: str) -> str:
    if escape in SHORT_ESCAPES:
        return str(SHORT_ESCAPES[escape])
    try:
        character = str(json.loads(f'"{escape}"'))
    except ValueError:  # no escape that JSON knows
        return escape[-1]
    return "\ufffd" if "\ud800" <= character <= "\udfff" else character


def _characters(run: str) -> list[tuple[str, int]]:
    octets = bytes.fromhex(run.replace("%", ""))
    try:
        text = octets.decode()
    except UnicodeDecodeError:
        return [(chr(octet), len("%00")) for octet in octets]
    return [(one, len("%00") * len(one.encode())) for one in text]
