"""The search for damaged placeholders of one job, and for the issued one that each can mean.

A form is repaired only when exactly one issued placeholder explains it: its hash is whole, or it
has the right label and a hash one slip away from no other. A hash whose check character is right
is no slip: it is somebody else's, and stays.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from service.text import placeholders
from service.text.placeholders.hashes import LENGTH, is_well_formed
from service.text.repair import patterns
from service.text.repair.brackets import Brackets, Window, pair
from service.text.repair.hash_distance import HashNeighbours

WORD = "word"  # the kind of damage where words stand for a placeholder
MOST = 240  # code points that are looked at, and so held back in a stream, from where a form begins
# What stands after a hash inside the brackets and belongs behind them.
ENDED = re.compile(r"(?P<front>.*[A-Za-z0-9])(?P<end>['’]?s|-[^\W\d_][\w-]*)[\s*`~]*", re.DOTALL)
SUSPECT = re.compile(
    rf"[{patterns.ANCHOR_SIGNS}](?:{patterns.BRACKET_ANCHOR})|\w{patterns.SEPARATOR}[A-Za-z0-9]{{6}}(?![^\W_])"
)
ADDRESS = re.compile(r"[^\s@]+@[^\s@]+")
BARE_END = re.compile(r"s?(?![^\W_])")
SLIP = re.compile(r"s(?!\w)")


@dataclass(frozen=True, slots=True)
class Fix:
    """A damaged placeholder at text[start:end], what it means, and what was done to it.

    `text` is what shall stand there, `name` the placeholder in it; None for a form that two
    placeholders explain.
    """

    start: int
    end: int
    source: str
    text: str | None
    kind: str
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a look came, and what it found; `end` None means that more text must come first."""

    end: int | None
    fix: Fix | None = None


MORE = Progress(None)


class Forms:
    """Finds forms of the placeholders in `values`.

    A genitive `s` on an e-mail address is a slip of the model and goes with its placeholder, unless
    with `slips` off: where nobody knows what stood in the request, it may be the author's.
    """

    def __init__(self, values: Mapping[str, str], *, slips: bool = True) -> None:
        self._slips = slips
        self._labels: dict[str, set[str]] = defaultdict(set)  # label, its letters -> hashes
        self._names: dict[str, list[str]] = defaultdict(list)
        labels = set()
        for name in values:
            found = placeholders.PLACEHOLDER.fullmatch(name)
            if found:
                labels.add(found["label"])
                self._labels[patterns.letters(found["label"])].add(found["hash"])
                self._names[found["hash"]].append(name)
        self._values = values
        self._neighbours: HashNeighbours | None = None  # most answers need none
        self._anchor, self._bare, self._bare_front = _patterns(tuple(sorted(labels)))

    def find(self, text: str) -> Iterator[Fix]:
        """Yield all damaged placeholders in a text, in order."""
        place = 0
        while (found := self.next(text, place)) is not None:
            step = self.read(text, found, ended=True)
            if step.fix:
                yield step.fix
            place = step.end or len(text)

    def next(self, text: str, place: int) -> int | None:
        """Return where a form, intact or not, or its front may begin, from `place` on."""
        found = self._anchor.search(text, place)
        return found.start() if found else None

    def read(self, text: str, start: int, *, ended: bool) -> Progress:
        """Read what begins at `start`; nothing beyond `start` + MOST is looked at."""
        end = min(len(text), start + MOST)
        return self._read(Window(text, end, ended or end < len(text)), start)

    def _read(self, window: Window, start: int) -> Progress:
        opened = patterns.OPENERS.match(window.text, start, window.end)
        if opened and opened[0][-1] == "{" and window.may_go_on(opened.end() - 1):
            return MORE  # it may become `{[}`, which is one opener
        if opened:
            return self._read_opened(window, start, opened) or Progress(opened.end())
        bare = self._read_bare(window, start, start)
        return bare or (MORE if window.may_go_on(start) else Progress(start + 1))

    def _read_opened(self, window: Window, start: int, opened: re.Match[str]) -> Progress | None:
        exact = placeholders.PLACEHOLDER.match(window.text, max(opened.end() - 2, start))
        if exact and exact.end() <= window.end and exact[0] in self._values:
            return self._ended(window, exact.span(), exact[0], exact[0])
        body = patterns.BODY.match(window.text, opened.end(), window.end)
        if window.may_go_on(body.end() if body else opened.end()):
            return MORE
        if body is None:
            return None
        closing = patterns.CLOSERS.match(window.text, body.end(), window.end)
        if closing is None and len(opened[0]) == 1:
            return None
        brackets = pair(window, opened, closing)
        if brackets is None:
            return MORE
        step = self._bracketed(window, brackets, body[0]) if brackets.closed else None
        if step is None and brackets.opened_twice:
            step = self._read_bare(window, brackets.start, opened.end())
        return step

    def _bracketed(self, window: Window, brackets: Brackets, body: str) -> Progress | None:
        said = patterns.spelled(body)
        names, kind, ending = self._meant(said, brackets.count)
        if not names:
            return None
        source = window.text[brackets.start : brackets.end]
        if len(names) > 1:
            return Progress(
                brackets.end, Fix(brackets.start, brackets.end, source, None, "ambiguous")
            )
        name = names.pop()
        kind = kind or patterns.kind_of_damage(source, name)
        if ending == "s" and ADDRESS.fullmatch(self._values[name]):
            ending = ""
        return self._ended(window, (brackets.start, brackets.end), name, name + ending, kind)

    def _ended(
        self, window: Window, place: tuple[int, int], name: str, text: str, kind: str = ""
    ) -> Progress:
        """Return the step over a placeholder; the genitive on an e-mail address goes with it.

        Without a `kind` of damage the placeholder is intact.
        """
        start, end = place
        if self._slips and ADDRESS.fullmatch(self._values[name]):
            if window.may_go_on(end) or (window.at(end) == "s" and window.may_go_on(end + 1)):
                return MORE
            if SLIP.match(window.text, end, window.end):
                end, kind = end + 1, kind or "ending"
        if not kind:
            return Progress(end)
        return Progress(end, Fix(start, end, window.text[start:end], text, kind, name))

    def _meant(self, said: str, brackets: int) -> tuple[set[str], str, str]:
        """Return the placeholders that a body can mean, the damage if it is known, and the ending.

        `brackets` says how many there are on both sides.
        """
        key = patterns.letters(said)
        whole = self._whole(key, said, brackets)
        if whole:
            return whole, "" if key in map(patterns.letters, whole) else "label", ""
        ended = ENDED.fullmatch(said)
        if ended:
            whole = self._whole(patterns.letters(ended["front"]), said, brackets)
            if whole:
                return whole, "ending", ended["end"]
        return self._slipped(key), "character", ""

    def _whole(self, key: str, said: str, brackets: int) -> set[str]:
        """Return the placeholders whose hash ends `key`, with their own or another label."""
        hash_, label = key[-LENGTH:], key[:-LENGTH]
        names = set(self._names.get(hash_, ()))
        own = {name for name in names if patterns.letters(name) == key}
        if own or not names:
            return own
        spaced = brackets < len("[[]]") and re.search(r"\s", said.strip())
        mine = (one for one in self._labels if hash_ in self._labels[one])
        if spaced or any(label.endswith(one) and label != 2 * one for one in mine):
            return set()  # words of the text in the same brackets
        return names

    def _slipped(self, key: str) -> set[str]:
        """Return the placeholders of the label that `key` begins with, whose hash is near."""
        found: set[str] = set()
        if self._neighbours is None:
            self._neighbours = HashNeighbours(self._names)
        for label in self._labels:
            rest = key[len(label) :]
            if key.startswith(label) and abs(len(rest) - LENGTH) <= 1 and not is_well_formed(rest):
                near = self._neighbours.find(rest)
                if near & self._labels[label]:
                    found |= near
        return {name for one in found for name in self._names[one]}

    def _read_bare(self, window: Window, start: int, place: int) -> Progress | None:
        """Read a label and hash without closing brackets at `place`; the form begins at `start`."""
        bare = self._bare.match(window.text, place, window.end)
        if bare is None:
            front = self._bare_front.match(window.text, place, window.end)
            return MORE if front and not window.complete else None
        names = [
            name
            for name in self._names.get(bare["hash"].upper(), ())
            if patterns.letters(name) == patterns.letters(bare[0])
        ]
        if window.may_go_on(bare.end()) or (
            window.at(bare.end()) == "s" and window.may_go_on(bare.end() + 1)
        ):
            return MORE
        if len(names) != 1 or not BARE_END.match(window.text, bare.end()):
            return None
        end = bare.end()
        closers = patterns.CLOSERS.match(window.text, end, window.end)
        if closers:
            if window.may_go_on(closers.end()):
                return MORE
            found = [one.lastgroup for one in patterns.CLOSER.finditer(closers[0])]
            if found in (["square"] * 2, ["latex"] * 2):
                end = closers.end()
        kind = "bracket" if bare[0][-LENGTH:].isupper() else "case"
        return self._ended(window, (start, end), names[0], names[0], kind)


def _written(label: str) -> str:
    """Return a pattern for a label, whose underscores may be escaped."""
    return re.escape(label).replace("_", r"\\{0,4}_")


def may_be_damaged(text: str) -> bool:
    """Return whether a text without its intact placeholders may hold a form; most is prose."""
    return SUSPECT.search(text) is not None


@lru_cache(maxsize=256)
def _patterns(labels: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return where forms of these labels may begin, a bare form, and what may be its front."""
    if not labels:
        never = re.compile(r"(?!)")
        return re.compile(f"[{patterns.ANCHOR_SIGNS}](?:{patterns.BRACKET_ANCHOR})"), never, never
    written = sorted(map(_written, labels), key=len, reverse=True)
    either = "|".join(written)
    cut = {_written(one[:size]) for one in labels for size in range(1, len(one))}
    cut |= {front + r"\\{1,4}" for front in cut}
    fronts = "|".join(sorted(cut))
    initials = "".join(sorted({one[0].lower() + one[0].upper() for one in labels}))
    begun = "|".join(
        rf"(?<=[{one.lower()}{one.upper()}])(?i:(?:{_rests(written, one)})"
        rf"(?={patterns.SEPARATOR}|\\{{0,4}}\Z)|(?:{_rests(cut, one)})\Z)"
        for one in sorted({label[0].lower() for label in labels})
    )
    anchor = (
        rf"[{initials}{patterns.ANCHOR_SIGNS}]"
        rf"(?:(?<=[{initials}])(?<![^\W_].)(?:{begun})|(?<![{initials}])(?:{patterns.BRACKET_ANCHOR}))"
    )
    bare = rf"(?:{either}){patterns.SEPARATOR}(?P<hash>[A-Za-z0-9]{{6}})"
    front = (
        rf"(?:{either})(?:\\{{0,4}}(?:{patterns.SEPARATOR}[A-Za-z0-9]{{0,5}})?)?\Z|(?:{fronts})\Z"
    )
    flags = re.IGNORECASE
    return re.compile(anchor), re.compile(bare, flags), re.compile(front, flags)


def _rests(written: Iterable[str], initial: str) -> str:
    """Return those of the patterns that begin with a letter, without it."""
    rests = {one[1:] for one in written if one[0].lower() == initial}
    return "|".join(sorted(rests, key=len, reverse=True))
