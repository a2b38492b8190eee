"""Repairing damaged placeholders in a text that arrives in pieces, cut anywhere.

What is let go holds intact placeholders where damaged ones stood, ready to be restored. What may
be the front of one is held back, `forms.MOST` code points at most (in JSON as many characters,
however they are escaped).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
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


@dataclass(slots=True)
class Tally:
    """The different damaged forms of an answer: what was done to each, and whether it is repaired.

    Restoring an answer twice, as its events repeat it, counts each form once.
    """

    forms: dict[str, Fix] = field(default_factory=dict, repr=False)
    mended: set[str] = field(default_factory=set, repr=False)

    def note(self, fix: Fix, *, repaired: bool) -> None:
        """Note a form."""
        self.forms[fix.source] = fix
        if repaired:
            self.mended.add(fix.source)

    @property
    def repaired(self) -> int:
        """How many forms are repaired."""
        return len(self.mended)

    @property
    def kinds(self) -> dict[str, int]:
        """How many forms there are of each kind of damage."""
        return dict(Counter(fix.kind for fix in self.forms.values()))


class Repair:
    """What is done about damaged placeholders of one job in one answer.

    With `report` they are only noted. Forms in `known` stood in the request: they stay, unnoted.
    """

    def __init__(self, forms: Forms, known: Iterable[str] = (), *, report: bool = False) -> None:
        self.tally = Tally()
        self._forms = forms
        self._known = frozenset(known)
        self._report = report

    @property
    def forms(self) -> Forms:
        """What finds the forms."""
        return self._forms

    def whole(self, text: str, *, json: bool = False) -> str:
        """Repair a whole text."""
        repairer = Repairer(self, json=json)
        return repairer.feed(text) + repairer.finish()

    def again(self) -> Repair:
        """Return the same with nothing noted, for another answer."""
        return Repair(self._forms, self._known, report=self._report)

    def settle(self, fix: Fix) -> str | None:
        """Note a form; return what shall stand there, None for what it says itself."""
        if not self._counts(fix):
            return None
        repaired = fix.text is not None and not self._report
        self.tally.note(fix, repaired=repaired)
        return fix.text if repaired else None

    def _counts(self, fix: Fix) -> bool:
        return fix.source not in self._known


class Repairer:
    """Repairs one channel of text; `json` says that it is the source of a JSON document."""

    def __init__(self, repair: Repair, *, json: bool = False) -> None:
        self._repair = repair
        self._json = json
        self._held = ""
        self._before = ""  # the character before what is held, as it reads
        self.moves = Moves()

    @property
    def held(self) -> int:
        """How many code points are held back."""
        return len(self._held)

    def feed(self, piece: str) -> str:
        """Take the next piece; return what can be let go now, repaired."""
        if self._is_plain(piece):
            self._before = piece[-1:] or self._before
            return piece
        self._held += piece
        return self._go(ended=False)

    def finish(self) -> str:
        """Return what was held back: the text has ended."""
        return self._go(ended=True)

    def _is_plain(self, piece: str) -> bool:
        """Say whether a piece neither ends nor holds what may be a form, as most do not."""
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
            repaired = self._repair.settle(step.fix) if step.fix else None
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
    """Say whether an odd run of backslashes stands before `place`."""
    before = text[:place]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1
