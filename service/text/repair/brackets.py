"""The brackets around a form, and how much of a text may be looked at to find them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from service.text.repair import patterns

TWICE = 2  # a placeholder has two brackets on each side


@dataclass(frozen=True, slots=True)
class Window:
    """What may be looked at: `text` up to `end`; `complete` says that nothing else counts."""

    text: str
    end: int
    complete: bool

    def at(self, place: int) -> str:
        """Return the character at `place`, none at the end."""
        return self.text[place] if place < self.end else ""

    def may_go_on(self, place: int) -> bool:
        """Return whether what is between `place` and the end may go on in a text that goes on."""
        if self.complete and place < self.end:
            return False
        if place >= len(self.text):
            return not self.complete
        return (
            not self.complete
            and patterns.UNFINISHED.fullmatch(self.text, place, self.end) is not None
        )


@dataclass(frozen=True, slots=True)
class Brackets:
    """The brackets around a body: where the form begins and ends, and how they fit."""

    start: int
    end: int
    count: int
    closed: bool
    opened_twice: bool


def pair(window: Window, opened: re.Match[str], closing: re.Match[str] | None) -> Brackets | None:
    """Match the last openers with the closers, if any; None when more text must come first."""
    openers = list(patterns.OPENER.finditer(window.text, opened.start(), opened.end()))[-TWICE:]
    kinds = [_kind(one) for one in openers]
    if len(openers) == TWICE and kinds[0] != kinds[1]:
        del openers[0], kinds[0]
    start, twice = openers[0].start(), len(openers) == TWICE
    if closing is None:
        return Brackets(start, start, 0, closed=False, opened_twice=twice and kinds[0] != "round")
    closers = list(patterns.CLOSER.finditer(window.text, closing.start(), closing.end()))
    if len(closers) == 1 and window.may_go_on(closing.end()):
        return None
    if len(closers) == TWICE and not twice and {*kinds, *map(_kind, closers)} != {"square"}:
        del closers[1]
    round_ = [*kinds, *map(_kind, closers)].count("round")
    link = not twice and len(closers) == 1 and window.at(closers[0].end()) == "("
    fits = round_ in (0, 2 * TWICE) and not link
    end = closers[-1].end()
    return Brackets(start, end, len(openers) + len(closers), closed=fits, opened_twice=False)


def _kind(found: re.Match[str]) -> str:
    return "square" if found.lastgroup == "latex" else str(found.lastgroup)
