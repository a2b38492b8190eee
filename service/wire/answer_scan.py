"""Finding personal data that a model brings into its answer by itself, also in a stream.

The text is scanned as the upstream wrote it, before anything is restored: where a value of the
caller will stand there is still a placeholder, and placeholders are never touched. It is let go
in blocks; where a block ends follows from the text alone, so the result is the same however a
stream is cut. A block goes once enough of the text after it is there, and one in which a value
begins waits for the end of that value.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import unquote

from service.text import placeholders
from service.text.json_source.escapes import Reading, as_written, without_escapes, without_percents
from service.text.json_source.regions import Regions
from service.text.placeholders.offsets import Moves
from service.text.spans import Span, outside, resolve, trim

Find = Callable[[str], list[Span]]
STEP = 64  # code points in a block, about: what one look at a stream decides on
WIDE_STEP = 1024  # the same for an answer that is there as a whole
AHEAD = 128  # what must be there after a block: longer than values with blanks in them are
BEFORE = 128  # what is read again before a block, for the words that explain a number
MOST = 4096  # a longer value is masked up to there, and then up to the next blank
# No value without blanks goes past one of these, so a block may end after it.
BOUNDARY = re.compile(r"[\s\"<>{}|`«»„“”]")
WEAK_BOUNDARY = re.compile(r"[,;]")  # where a block ends that has no other boundary
JSON_BEGIN = re.compile(r"\s*(?:\{|\[\s*[{\"])")


@dataclass(frozen=True, slots=True)
class Scan:
    """What is looked for, by which name it is masked, and the texts that the caller knows."""

    find: Find
    labels: Mapping[str, str]
    known: Sequence[str] = field(default=(), repr=False)

    def knows(self, value: str) -> bool:
        """Return whether the caller's own request held `value`."""
        forms = {value, unquote(value)}
        return any(form in text for text in self.known for form in forms)

    def mask(self, span: Span) -> str:
        """Return what stands for a value; it can never be taken for a placeholder."""
        return f"[{self.labels.get(span.entity, span.entity)}]"

    def whole(self, text: str, *, json: bool = False, step: int = STEP) -> str:
        """Mask a whole text."""
        scanner = Scanner(self, json=json, step=step)
        return scanner.feed(text) + scanner.finish()


@dataclass(frozen=True, slots=True)
class _Window:
    """What one look sees: `reading` of a source, of which all from `front` on is held back."""

    source: str
    front: int
    reading: Reading
    regions: Regions | None
    protected: list[tuple[int, int]]
    spans: list[Span]

    def crossing(self, place: int) -> Span | None:
        """Return the value that stands on both sides of `place`."""
        return next((span for span in self.spans if span.start < place < span.end), None)

    def whole(self, place: int) -> int:
        """Return `place`, or where the escape or the placeholder begins that it would cut."""
        place = self.reading.places[bisect_right(self.reading.places, place) - 1]
        return next((start for start, end in self.protected if start < place < end), place)

    def fit(self, span: Span, end: int) -> Iterator[tuple[int, int, str]]:
        """Yield (start, end, quote) for what of `span` may change, from the front to `end`."""
        inside = replace(span, start=max(span.start, self.front), end=min(span.end, end))
        for one in outside([inside], self.protected) if inside.start < inside.end else ():
            if self.regions is None:
                yield one.start, one.end, ""
            else:
                yield from self.regions.fit(one)


class Scanner:
    """Masks one channel of text; `json` says that it is the source of a JSON document."""

    def __init__(self, scan: Scan, *, json: bool = False, step: int = STEP) -> None:
        self.moves = Moves()
        self._scan = scan
        self._json = json
        self._step = step
        self._least = step  # where the block at the front of what is held ends, at the least
        self._held = ""
        self._before: str | None = None  # what was let go last, as it came
        self._in_string = False  # whether that begins inside a JSON string
        self._swallows = False  # the front of what is held goes on a value too long, masked before

    @property
    def held(self) -> int:
        """How many code points are held back."""
        return len(self._held)

    def feed(self, piece: str) -> str:
        """Return what can be let go now that the next piece is there, masked."""
        self._held += piece
        return "".join(self._blocks(ended=False))

    def finish(self) -> str:
        """Return what was held back: the text has ended."""
        return "".join(self._blocks(ended=True))

    def _blocks(self, *, ended: bool) -> Iterator[str]:
        while self._held:
            cut = self._boundary()
            there = cut is not None and len(self._held) >= cut + AHEAD
            if not there and not ended:
                return
            if cut is None or not there:
                cut = len(self._held)
            window = self._look(cut + AHEAD)
            crossing = window.crossing(window.front + cut)
            if crossing and cut < MOST:
                self._least = max(crossing.end - window.front, cut + cut // 2)
            else:
                yield self._let_go(window, window.whole(window.front + cut))

    def _boundary(self) -> int | None:
        """Return where the block at the front may end, None when that is not yet there."""
        least = min(self._least, MOST)
        found = BOUNDARY.search(self._held, least - 1, MOST)
        if found:
            return found.end()
        if len(self._held) < MOST:
            return None
        weak = [one.end() for one in WEAK_BOUNDARY.finditer(self._held, least - 1, MOST)]
        return weak[-1] if weak else MOST

    def _look(self, size: int) -> _Window:
        """Search what is held, up to `size`, and what stood before it."""
        if self._before is None:
            self._before = ""
            self._json = self._json or JSON_BEGIN.match(self._held[:size]) is not None
        source = self._before + self._held[:size]
        first = as_written(source)
        others = [without_escapes(first)] if "\\u" in source or self._json else []
        if self._json:
            first = others.pop()
        if "%" in source:
            others.append(without_percents(first))
        return _Window(
            source,
            len(self._before),
            first,
            Regions.read(source, inside=self._in_string) if self._json else None,
            [first.stretch(*found.span()) for found in placeholders.find(first.text)],
            resolve(source, [span for one in (first, *others) for span in self._found(one)]),
        )

    def _found(self, reading: Reading) -> Iterator[Span]:
        """Yield the values in a reading that the caller does not know, where they are written."""
        text = placeholders.PLACEHOLDER.sub(lambda found: " " * len(found[0]), reading.text)
        for found in self._scan.find(text):
            span = trim(text, found)
            if span.start < span.end and not self._scan.knows(text[span.start : span.end]):
                start, end = reading.stretch(span.start, span.end)
                yield replace(span, start=start, end=end)

    def _let_go(self, window: _Window, end: int) -> str:
        """Return source[front:end] masked, and go on after it."""
        swallowed = self._swallowed(window, end) if self._swallows else window.front
        replacements = [(window.front, swallowed, "")]
        for span in outside(window.spans, [(window.front, swallowed)]):
            for start, stop, quote in window.fit(span, end):
                if start >= replacements[-1][1]:
                    replacements.append((start, stop, f"{quote}{self._scan.mask(span)}{quote}"))
        self._swallows = window.crossing(end) is not None or (self._swallows and swallowed == end)
        self.moves.let_go(replacements, end - window.front, window.front)
        self._before, self._in_string = self._context(window, end)
        self._held = self._held[end - window.front :]
        self._least = self._step
        return placeholders.substitute(window.source[:end], replacements)[window.front :]

    @staticmethod
    def _swallowed(window: _Window, end: int) -> int:
        """Return where the value ends whose front was masked before."""
        found = BOUNDARY.search(window.source, window.front, end)
        stop = found.start() if found else end
        if window.regions:  # the mark that ends it may be written as an escape
            stop = window.front + len(window.source[window.front : stop].rstrip("\\"))
        return min([stop, *(start for start, _ in window.protected if start >= window.front)])

    def _context(self, window: _Window, end: int) -> tuple[str, bool]:
        """Return what is read again before the next block, and how it begins."""
        if end <= BEFORE:
            return window.source[:end], self._in_string
        found = BOUNDARY.search(window.source, end - BEFORE, end)
        start = found.end() if found else end
        return window.source[start:end], bool(window.regions and window.regions.in_string(start))
