"""Stop sequences: the same placeholders as in the text, and never a cut through one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from service.errors import InvalidRequestError
from service.text import placeholders
from service.text.placeholders import substitute
from service.text.placeholders.grammar import FRONT, LONGEST

STOP = "stop"
MOST = 16
LONGEST_STOP = 1_000  # code points
TOO_MANY = f"There may be {MOST} stop sequences, of {LONGEST_STOP} characters each."

EDGE = "\x00"  # stands between placeholders, so that a match knows where one begins or ends


def check_stops(body: dict[str, Any]) -> None:
    """Raise InvalidRequestError for more or longer stop sequences than are served."""
    stops = _list(body)
    if len(stops) > MOST or any(isinstance(one, str) and len(one) > LONGEST_STOP for one in stops):
        raise InvalidRequestError(STOP, TOO_MANY)


@dataclass(frozen=True, slots=True)
class Stopping:
    """A masked request whose stop sequences cut no placeholder, and those that are `ours`.

    Where the provider would stop inside a placeholder, the answer is cut here instead.
    """

    body: dict[str, Any] = field(repr=False)
    ours: tuple[str, ...] = field(default=(), repr=False)


def with_safe_stops(body: dict[str, Any], values: Mapping[str, str]) -> Stopping:
    """Return a masked request with placeholders in its stop sequences, and what is left to us."""
    given = [one for one in _list(body) if isinstance(one, str) and one]
    if not given or not values:
        return Stopping(body)
    masked = dict(zip(given, _masked(given, values), strict=True))
    joined = EDGE.join(("", *values, ""))
    cutting = {one for one, sent in masked.items() if _cuts(sent, joined, values)}
    ours = tuple(placeholders.restore(one, values).text for one in given if one in cutting)
    kept = [masked.get(one, one) if isinstance(one, str) else one for one in _list(body)]
    told = [new for new, old in zip(kept, _list(body), strict=True) if old not in cutting]
    if not told:
        return Stopping({name: value for name, value in body.items() if name != STOP}, ours)
    return Stopping(body | {STOP: told if isinstance(body[STOP], list) else told[0]}, ours)


def _list(body: dict[str, Any]) -> list[Any]:
    given = body.get(STOP)
    return given if isinstance(given, list) else [given]


def _masked(stops: list[str], values: Mapping[str, str]) -> list[str]:
    """Return the stops with each known value replaced: all of them in one pass, the longest."""
    names = {value: name for name, value in values.items() if value}
    if not names:
        return stops
    known = list(names)
    automaton = AhoCorasick(known, matchkind=MatchKind.LeftmostLongest)
    masked = []
    for stop in stops:
        done = [found.span() for found in placeholders.find(stop)]
        places = [
            (start, end, names[known[number]])
            for number, start, end in automaton.find_matches_as_indexes(stop)
            if all(end <= first or last <= start for first, last in done)
        ]
        masked.append(substitute(stop, places))
    return masked


def _cuts(stop: str, joined: str, values: Mapping[str, str]) -> bool:
    """Return whether `stop` can stand in a text such that only a part of a placeholder is in it.

    `joined` are the placeholders, each between two edges.
    """
    if stop in values:
        return False
    if stop in joined or stop[-1] == "[" or stop[0] == "]":
        return True
    front = FRONT.search(stop, max(0, len(stop) - LONGEST))
    if front and f"{EDGE}{front[0]}" in joined:
        return True
    end = stop.find("]]", 0, LONGEST) + len("]]")
    ending = stop[:end] if end > 1 else ""
    return bool(ending) and ending not in values and f"{ending}{EDGE}" in joined


class Cut:
    """Cuts one channel of an answer before the first of some sequences; nothing comes after it."""

    def __init__(self, stops: tuple[str, ...]) -> None:
        self._stops = stops
        self._automaton = AhoCorasick(stops, matchkind=MatchKind.LeftmostFirst)
        self._held = ""
        self.stopped = False

    def feed(self, piece: str) -> str:
        """Return what can be let go now that the next piece is there."""
        if self.stopped:
            return ""
        text = self._held + piece
        found = self._automaton.find_matches_as_indexes(text)
        if found:
            self.stopped, self._held = True, ""
            return text[: found[0][1]]
        place = min(self._front(text, stop) for stop in self._stops)
        self._held = text[place:]
        return text[:place]

    def finish(self) -> str:
        """Return what was held back: the text has ended."""
        rest, self._held = self._held, ""
        return rest

    @staticmethod
    def _front(text: str, stop: str) -> int:
        """Return where the front of `stop` may stand at the end of the text, else its end."""
        place = text.find(stop[0], max(0, len(text) - len(stop) + 1))
        while place >= 0 and not stop.startswith(text[place:]):
            place = text.find(stop[0], place + 1)
        return len(text) if place < 0 else place
