"""The repairer of damaged placeholders in a text that arrives in pieces, cut anywhere.

What is let go holds intact placeholders where damaged ones stood, ready to be restored. What may
be the front of one is held back, `finder.MOST` code points at most (in JSON as many characters,
however they are escaped).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from service.text.json_source.escapes import Reading, as_written, without_escapes
from service.text.placeholders import substitute
from service.text.placeholders.offsets import Moves
from service.text.repair.finder import Fix, Forms

# A mark of JSON's own ends a form; no JSON source holds this character.
STRUCTURE = "\x00"
# An escape of JSON at the end that is not complete, or the first half of a pair.
CUT_ESCAPE = re.compile(r"(?:\\u[dD][89abAB][0-9a-fA-F]{2})?(?:\\(?:u[0-9a-fA-F]{0,3})?)?\Z")
QUOTED = re.compile(r'\\.|"', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Tally:
    """The different damaged forms of an answer: what was done to each, and which are `mended`.

    Restoring an answer twice, as its events repeat it, counts each form once.
    """

    forms: Mapping[str, Fix] = field(default_factory=dict, repr=False)
    mended: frozenset[str] = field(default=frozenset(), repr=False)

    @classmethod
    def of(cls, tallies: Iterable[Tally]) -> Tally:
        """Return all the forms of several tallies."""
        told = [one for one in tallies if one.forms]
        if not told:
            return UNDAMAGED
        forms = {source: fix for one in told for source, fix in one.forms.items()}
        return cls(forms, frozenset().union(*(one.mended for one in told)))

    @property
    def repaired(self) -> int:
        """How many forms are repaired."""
        return len(self.mended)

    @property
    def kinds(self) -> dict[str, int]:
        """How many forms there are of each kind of damage."""
        return dict(Counter(fix.kind for fix in self.forms.values()))


UNDAMAGED = Tally()


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text as it shall stand, and the damage that was in it."""

    text: str = field(repr=False)
    tally: Tally = UNDAMAGED


@dataclass(frozen=True, slots=True)
class Repair:
    """What is done about damaged placeholders of one job in one answer.

    With `report` they are only told. Forms in `known` stood in the request: they stay, untold.
    """

    forms: Forms
    known: Collection[str] = field(default=frozenset(), repr=False)
    report: bool = False

    def whole(self, text: str, *, json: bool = False) -> Repaired:
        """Return a whole text repaired."""
        repairer = Repairer(self, json=json)
        mended = repairer.feed(text) + repairer.finish()
        return Repaired(mended, repairer.tally)

    def wholes(self, texts: Iterable[str]) -> tuple[list[str], Tally]:
        """Return whole texts repaired, and the damage of all of them."""
        mended = [self.whole(text) for text in texts]
        return [one.text for one in mended], Tally.of(one.tally for one in mended)

    def counts(self, fix: Fix) -> bool:
        """Return whether a form is the model's own."""
        return fix.source not in self.known

    def text(self, fix: Fix) -> str | None:
        """Return what shall stand for a form that counts, None for what it says itself."""
        return None if self.report else fix.text


class Repairer:
    """Repairs one channel of text; `json` says that it is the source of a JSON document."""

    def __init__(self, repair: Repair, *, json: bool = False) -> None:
        self._repair = repair
        self._json = json
        self._held = ""
        self._before = ""  # the character before what is held, as it reads
        self._damage: dict[str, Fix] = {}
        self._mended: set[str] = set()
        self.moves = Moves()

    @property
    def held(self) -> int:
        """How many code points are held back."""
        return len(self._held)

    @property
    def tally(self) -> Tally:
        """The damaged forms that were met so far."""
        return Tally(dict(self._damage), frozenset(self._mended)) if self._damage else UNDAMAGED

    def feed(self, piece: str) -> str:
        """Return what can be let go now that the next piece is there, repaired."""
        if self._is_plain(piece):
            self._before = piece[-1:] or self._before
            return piece
        self._held += piece
        return self._go(ended=False)

    def finish(self) -> str:
        """Return what was held back: the text has ended."""
        return self._go(ended=True)

    def _is_plain(self, piece: str) -> bool:
        """Return whether a piece neither ends nor holds what may be a form, as most do not."""
        if self._held or (self._json and "\\" in piece):
            return False
        text = self._before + piece
        return self._repair.forms.next(text, len(self._before)) is None

    def _go(self, *, ended: bool) -> str:
        source, cut = self._held, len(self._held)
        if self._json and not ended:
            cut = _cut(source)
        reading = _read(source[:cut]) if self._json else as_written(source)
        text = self._before + reading.text
        first = len(self._before)
        replacements: list[tuple[int, int, str]] = []
        place, forms = first, self._repair.forms
        while (start := forms.next(text, place)) is not None:
            step = forms.read(text, start, ended=ended)
            if step.end is None:
                break
            place = step.end
            repaired = self._settle(step.fix) if step.fix else None
            if step.fix and repaired is not None:
                stretch = reading.stretch(step.fix.start - first, step.fix.end - first)
                replacements.append((*stretch, repaired))
        done = len(text) if start is None else start
        if done > first:
            self._before = text[done - 1]
        stop = reading.places[done - first]
        self._held = source[stop:]
        self.moves.let_go(replacements, stop)
        return substitute(source[:stop], replacements)

    def _settle(self, fix: Fix) -> str | None:
        """Note a form that counts; return what shall stand there, None for what it says itself."""
        if not self._repair.counts(fix):
            return None
        self._damage[fix.source] = fix
        repaired = self._repair.text(fix)
        if repaired is not None:
            self._mended.add(fix.source)
        return repaired


def forms_in(forms: Forms, text: str, *, json: bool = False) -> set[str]:
    """Return the damaged forms in a text, as they are written there."""
    return {fix.source for fix in forms.find(_read(text).text if json else text)}


def _read(source: str) -> Reading:
    """Read the source of JSON: escapes resolved, its own quotation marks made no part of a text."""
    marked = QUOTED.sub(lambda one: STRUCTURE if one[0] == '"' else one[0], source)
    return without_escapes(as_written(marked)) if "\\" in marked else as_written(marked)


def _cut(source: str) -> int:
    """Return where an escape begins at the end of the source that is not complete."""
    found = CUT_ESCAPE.search(source, max(0, len(source) - 12))
    while found and found[0] and _is_escaped(source, found.start()):
        found = CUT_ESCAPE.search(source, found.start() + 1)
    return found.start() if found else len(source)


def _is_escaped(text: str, place: int) -> bool:
    """Return whether an odd run of backslashes stands before `place`."""
    before = text[:place]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1
