"""The parts of a person's name, and the ways in which people write them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

WORD = re.compile(r"[^\W\d_]+(?:[-'’´`][^\W\d_]+)*")
MOST_WORDS = 6
INITIALS = 2  # what has fewer letters is an initial
_PARTICLES = """
    von vom van de der den des di da del della du la le zu zum zur ter ten of bin ibn al el
    und and
"""
PARTICLES = frozenset(_PARTICLES.split())
EXPANDED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
CONTRACTED = (("ae", "ä"), ("oe", "ö"), ("ue", "ü"))


@dataclass(frozen=True, slots=True)
class Name:
    """A name in its parts, as they are written; a lone part is `surname`, whatever it is."""

    first: tuple[str, ...]
    surname: str

    def parts(self) -> frozenset[str]:
        """Return the parts, folded."""
        return frozenset(map(fold, (*self.first, self.surname)))


def read(value: str) -> Name | None:
    """Return the parts of a name; None for what is not written like one.

    Particles and initials are no parts. What stands before a comma is the surname.
    """
    surname, comma, first = value.partition(",")
    rest = value if not comma else f"{first} {surname}"
    words = rest.split()
    if not words or len(words) > MOST_WORDS:
        return None
    parts = [word for word in words if not _is_side(word)]
    if not parts or not all(WORD.fullmatch(part) for part in parts):
        return None
    return Name(tuple(parts[:-1]), parts[-1])


def is_full(value: str) -> bool:
    """Return whether `value` is a name with a first name and a surname."""
    name = read(value)
    return name is not None and bool(name.first)


def fold(word: str) -> str:
    """Return `word` in lower case without umlaut marks: `Krämer` and `KRAEMER` are `kraemer`."""
    lowered = unicodedata.normalize("NFC", word).lower().translate(EXPANDED)
    return _unmarked(lowered)


def spellings(form: str) -> Iterator[str]:
    """Yield the ways to write `form`, in lower case: with umlaut marks, spelt out, and bare."""
    lowered = unicodedata.normalize("NFC", form).lower()
    seen = {lowered}
    yield lowered
    contracted = lowered
    for pair, letter in CONTRACTED:
        contracted = contracted.replace(pair, letter)
    bare = _unmarked(lowered.replace("ß", "ss"))
    split = unicodedata.normalize("NFD", lowered)
    for other in (lowered.translate(EXPANDED), bare, split, contracted):
        if other not in seen:
            seen.add(other)
            yield other


def _is_side(word: str) -> bool:
    return word in PARTICLES or (sum(map(str.isalnum, word)) < INITIALS and not word.isdigit())


def _unmarked(text: str) -> str:
    if text.isascii():
        return text
    split = unicodedata.normalize("NFD", text)
    return "".join(one for one in split if not unicodedata.combining(one))
