"""Known values: what was found once in a request is found again, however it is written there.

All forms of all values are searched in one pass by an Aho-Corasick automaton, in time linear in
the text whatever their number: https://github.com/G-Research/ahocorasick_rs. Each place is then
judged by what stands directly around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from service.text.names import parts as name_parts
from service.text.names import variants
from service.text.names.common_words import is_never, is_plain
from service.text.names.context import Place, reads_as_name
from service.text.spans import GUESS, Span

PERSON = "PERSON"
ADDRESS = "ADDRESS"
USER_NAME = "USER_NAME"
NOT_CARRIED = frozenset({"AGE"})  # "42 Jahre" is a person's only where the text says so
LONGEST = 200  # code points
LONGEST_ACRONYM = 4  # letters
FEWEST_DIGITS = 5
FEWEST_SIGNS = 5  # letters and digits of anything but a name


class Kind(Enum):
    """How a spelling is compared, and what has to stand around it."""

    WHOLE = 1  # a full name or handle: any case
    PART = 2  # a lone name: must be written like one
    LITERAL = 3  # anything else: any case
    EXACT = 4  # letters alone: as they were written


@dataclass(frozen=True, slots=True)
class Fact:
    """A value that was found; `sure` is a name that a title or its other parts vouch for."""

    entity: str
    score: float
    sure: bool = True
    value: str = field(repr=False, default="")


def recalled(entity: str, value: str) -> Fact:
    """Return a fact of an earlier request, of which nothing but the value is known."""
    return Fact(entity, GUESS, entity != PERSON or name_parts.is_full(value), value)


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write a fact; `text` counts where the kind is EXACT."""

    kind: Kind
    fact: Fact
    text: str = field(repr=False)


class KnownValues:
    """The values that one request knows."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._spellings: list[Spelling] = []
        self._first_names: set[str] = set()
        patterns: dict[str, Spelling] = {}
        for fact in facts:
            for pattern, spelling in self._read(fact):
                held = patterns.get(pattern)
                if held is None or _rank(spelling) < _rank(held):
                    patterns[pattern] = spelling
        self._spellings = list(patterns.values())
        self._automaton = AhoCorasick(
            list(patterns),
            matchkind=MatchKind.LeftmostLongest,
            implementation=Implementation.ContiguousNFA,
        )

    def __bool__(self) -> bool:
        return bool(self._spellings)

    def find(self, text: str) -> list[Span]:
        """Return where known values stand in `text`, in order and without overlaps."""
        lowered = _lowered(text)
        if not self._spellings:
            return []
        return [span for one in self._matches(lowered) for span in self._judged(text, lowered, one)]

    def _judged(self, text: str, lowered: str, match: tuple[int, int, int]) -> Iterator[Span]:
        number, start, end = match
        span = self._span(text, number, start, end)
        if span:
            yield span
            return
        # What is refused may hide a shorter one: once more, without its last character.
        for inner, first, last in self._matches(lowered[start : end - 1]):
            span = self._span(text, inner, start + first, start + last)
            if span:
                yield span

    def _matches(self, lowered: str) -> list[tuple[int, int, int]]:
        return list(self._automaton.find_matches_as_indexes(lowered))

    def _span(self, text: str, number: int, start: int, end: int) -> Span | None:
        spelling = self._spellings[number]
        if not self._counts(text, spelling, start, end):
            return None
        score = spelling.fact.score
        if spelling.fact.entity == PERSON:
            score = min(score, GUESS)  # an address around it is one value
        return Span(start, end, spelling.fact.entity, score)

    def _counts(self, text: str, spelling: Spelling, start: int, end: int) -> bool:
        if spelling.kind in (Kind.LITERAL, Kind.EXACT):
            as_written = spelling.kind is Kind.LITERAL or text[start:end] == spelling.text
            return as_written and _is_apart(text, start, end)
        place = Place(text, start, end)
        if not place.is_word():
            return False
        return spelling.kind is Kind.WHOLE or reads_as_name(
            place, sure=spelling.fact.sure, first_names=self._first_names
        )

    def _read(self, fact: Fact) -> Iterator[tuple[str, Spelling]]:
        value = " ".join(fact.value.split())
        if len(value) > LONGEST or fact.entity in NOT_CARRIED:
            return
        if fact.entity == PERSON:
            yield from self._name(fact, value)
            return
        pieces = re.split(r"[,;\n]\s*", fact.value) if fact.entity == ADDRESS else []
        for piece in dict.fromkeys((value, *(" ".join(one.split()) for one in pieces))):
            kind = _kind(piece, fact.entity)
            if kind:
                yield _lowered(piece), Spelling(kind, fact, piece)

    def _name(self, fact: Fact, value: str) -> Iterator[tuple[str, Spelling]]:
        name = name_parts.read(value)
        if name is None or not _is_plausible(name):
            return
        self._first_names.update(map(name_parts.fold, name.first))
        for pattern in variants.whole(name):
            yield pattern, Spelling(Kind.WHOLE, fact, value)
        for pattern in variants.parts(name) if _is_capital(name) else ():
            yield pattern, Spelling(Kind.PART, fact, value)


def _is_plausible(name: name_parts.Name) -> bool:
    """Return whether it is no phrase: a model takes "Meine IBAN" for a name now and then."""
    parts = (*name.first, name.surname)
    small = [part for part in parts if not part.isupper()]
    acronym = any(part.isupper() and len(part) <= LONGEST_ACRONYM for part in parts)
    return not (small and acronym) and not any(map(is_never, parts))


def _is_capital(name: name_parts.Name) -> bool:
    """Return whether each part begins with a capital: small ones may be ordinary words."""
    return all(part[0].isupper() for part in (*name.first, name.surname))


def _kind(value: str, entity: str) -> Kind | None:
    """Return how a value that is no name is compared; None for one that is not carried."""
    digits = sum(map(str.isdigit, value))
    signs = sum(map(str.isalnum, value))
    if signs < FEWEST_SIGNS:
        return None
    if digits:
        return Kind.LITERAL if digits >= FEWEST_DIGITS or digits < signs else None
    if "@" in value:
        return Kind.LITERAL
    if entity == USER_NAME:
        return None if is_plain(value) else Kind.EXACT
    return Kind.EXACT if " " in value else None


def _rank(spelling: Spelling) -> tuple[int, bool, float]:
    return spelling.kind.value, not spelling.fact.sure, -spelling.fact.score


def _is_apart(text: str, start: int, end: int) -> bool:
    """Return whether text[start:end] is no piece of a longer word or number."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() and text[start].isalnum()) and not (
        after.isalnum() and text[end - 1].isalnum()
    )


def _lowered(text: str) -> str:
    """Return `text` in lower case, with blanks for white space, each character in its place."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(one.lower() if len(one.lower()) == 1 else one for one in text)
    for blank in "\n\t\r\u00a0\u202f":
        lowered = lowered.replace(blank, " ")
    return lowered
