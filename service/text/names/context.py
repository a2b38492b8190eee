"""The context of a known name that stands alone: whether it is written like a name there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from recognizers.base.lexicon import words
from service.text.language import identify
from service.text.names import titles
from service.text.names.common_words import is_plain
from service.text.names.parts import fold

AROUND = 60  # code points that are looked at on either side
SENTENCE = 400  # code points around that tell the language
QUOTES = "\"'`´‘’‚‹›“”„«»"
FEWEST_SMALL = 4  # letters of a name that counts in small letters
PREVIOUS = re.compile(r"([^\W\d_]+)[ \t]+\Z")
NEXT = re.compile(r"[ \t\n]+([^\W\d_]+)")
DETERMINERS = frozenset(words("function_words", "determiner"))


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a text that spells a known name, perhaps with an ending behind it."""

    text: str
    start: int
    end: int

    def is_word(self) -> bool:
        """Return whether it is a word of its own, but for an `s` at its end."""
        return not _is_letter(self.text[self.start - 1 : self.start]) and not _is_letter(
            self.text[self.after : self.after + 1]
        )

    @property
    def after(self) -> int:
        """Where the word ends, with its ending."""
        rest = self.text[self.end : self.end + 2]
        return self.end + 1 if rest[:1] in ("s", "S") and not _is_letter(rest[1:]) else self.end

    @property
    def is_small(self) -> bool:
        """Return whether it begins with a small letter."""
        return self.text[self.start].islower()

    @property
    def is_quoted(self) -> bool:
        """Return whether quotation marks stand directly on both sides."""
        around = (self.text[self.start - 1 : self.start], self.text[self.end : self.end + 1])
        return all(one and one in QUOTES for one in around)

    def previous(self) -> str:
        """Return the word before in the same sentence; empty without one."""
        found = PREVIOUS.search(self.text[max(0, self.start - AROUND) : self.start])
        return found[1] if found else ""

    def next(self) -> str:
        """Return the word behind; empty without one."""
        found = NEXT.match(self.text, self.after, self.after + AROUND)
        return found[1] if found else ""


def reads_as_name(place: Place, *, sure: bool, first_names: AbstractSet[str]) -> bool:
    """Return whether a known name means a person at `place`.

    An ordinary word needs a title, a first name or its grammar to vouch for it, and so does a
    name that is not `sure`: what a model takes for a name once need not be one elsewhere.
    """
    word = place.text[place.start : place.end]
    previous = place.previous()
    if titles.before(place.text, place.start) or fold(previous) in first_names:
        return True
    if is_plain(word):
        return not place.is_small and _is_told_by_grammar(place, previous)
    if not sure:
        return not place.is_small and place.is_quoted
    return len(word) >= FEWEST_SMALL or not place.is_small


def _is_told_by_grammar(place: Place, previous: str) -> bool:
    """Return whether the words around a capital word leave it no other reading than a name."""
    if previous.lower() in DETERMINERS or place.text[place.end - 1].isupper():
        return False
    following = place.next()
    if _is_german(place):  # nouns have capitals too, but in the genitive they have an article
        return place.after > place.end and following[:1].isupper()
    return previous.islower() and not following[:1].isupper()


def _is_german(place: Place) -> bool:
    start = max(0, place.start - SENTENCE // 2)
    return identify(place.text[start : place.end + SENTENCE // 2]) == "de"


def _is_letter(character: str) -> bool:
    return character.isalpha() or bool(character and unicodedata.combining(character))
