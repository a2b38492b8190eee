"""Finds public names: the words of a text are looked up by the first word of each entry.

Between the words of an entry stands what is written there; a blank of it is any run of blanks, or
one line break. A genitive ending stays outside. In time linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from recognizers import (
    _public_brands,
    _public_fiction,
    _public_guards,
    _public_history,
    _public_people,
    _public_things,
    _public_words,
)
from recognizers._public_eponyms import eponyms
from recognizers.base import Match

SCORE = 0.86  # above all that the language model guesses, below fields and what is certain
WORD = re.compile(r"[^\W_]+")
LISTED = re.compile(r"\s*(([^\W_]+)[^,]*)")
LONGEST_GAP = 40
COMPOUND_END = re.compile(r"-[A-ZÄÖÜ][^\W\d_]+")

Word = tuple[str, int, int]  # in lower case, and where it stands
Entry = tuple[tuple[str, str], ...]  # the words behind the first one, each with what is before it


def _gap(between: str) -> str:
    """Return what stands between two words, however it is spaced; nothing where they are apart."""
    if between == " ":
        return between
    if len(between) > LONGEST_GAP or between.count("\n") > 1:
        return ""
    return "".join(between.split()).replace("’", "'").replace("–", "-") or " "


def _words(text: str) -> list[Word]:
    return [(one[0].lower(), one.start(), one.end()) for one in WORD.finditer(text)]


def _by_first_word(*blocks: str) -> dict[str, list[str]]:
    """Return what the blocks list, as it is written there, by first words."""
    index: dict[str, list[str]] = {}
    for block in blocks:
        for found in LISTED.finditer(block):
            index.setdefault(found[2].lower(), []).append(found[1])
    return index


LISTS = (
    *(_public_people.MUSIC, _public_people.LETTERS, _public_people.ART),
    *(_public_history.THOUGHT, _public_history.SCIENCE, _public_history.POWER),
    *(_public_fiction.GERMAN, _public_fiction.OPERA, _public_fiction.WORLD),
    *(_public_brands.PHRASES, _public_things.PHRASES),
    ",".join(word for word in _public_brands.WORDS.split() if not word.isalnum()),
    ",".join(word for word in _public_words.NAMES.split() if not word.isalnum()),
)
PHRASES = _by_first_word(*LISTS)
SINGLE = frozenset(word.lower() for word in _public_words.NAMES.split() if word.isalnum())
SINGLE |= {first for first, listed in PHRASES.items() if any(map(str.isalnum, listed))}
BRANDS = frozenset(word for word in _public_brands.WORDS.split() if word.isalnum())


@cache
def _entries(first: str) -> tuple[Entry, ...]:
    """Return the entries of several words that begin with `first`, the longest first.

    They are read when a text asks for them: to read them all would slow down every start.
    """
    entries = {_entry(listed) for listed in PHRASES[first]}
    return tuple(sorted(filter(None, entries), key=lambda one: (-len(one), one)))


def _entry(listed: str) -> Entry:
    words = _words(listed)
    gaps = (_gap(listed[one[2] : two[1]]) for one, two in pairwise(words))
    return tuple(zip((word[0] for word in words[1:]), gaps, strict=True))


def public_names(text: str) -> Iterator[Match]:
    """Give the public names; they may overlap."""
    words = _words(text)
    for number, word in enumerate(words):
        end = _phrase(text, words, number) if word[0] in PHRASES else 0
        end = end or _single(text, word)
        if end:
            yield Match(word[1], end, SCORE)
    for start, end in eponyms(text):
        if not _public_guards.is_personal(text, start):
            yield Match(start, end, SCORE)


def _phrase(text: str, words: list[Word], number: int) -> int:
    """Return the end of the longest entry of several words at that word that counts; or 0."""
    for entry in _entries(words[number][0]):
        end = _fits(text, words, number, entry)
        if end and _counts(text, words[number][1], end):
            return end
    return 0


def _fits(text: str, words: list[Word], number: int, entry: Entry) -> int:
    """Return where `entry` ends that begins at that word; 0 where it does not stand there."""
    last = number + len(entry)
    if last >= len(words):
        return 0
    gaps = []
    for offset, (value, _) in enumerate(entry, number + 1):
        here = words[offset][0]
        if here != value and not (offset == last and here == value + "s"):
            return 0
        gaps.append(_gap(text[words[offset - 1][2] : words[offset][1]]))
    end = words[last][1] + len(entry[-1][0])
    expected = [gap for _, gap in entry]
    # `Harry-Potter-Film`: with hyphens throughout it is the front of a compound.
    if gaps == ["-" if gap == " " else gap for gap in expected]:
        compound = COMPOUND_END.match(text, end)
        if compound and not _public_guards.is_reachable(text, end):
            return compound.end()
    return end if gaps == expected else 0


def _counts(text: str, start: int, end: int) -> bool:
    """Say whether nothing around a whole name tells that it is a living person's."""
    return not (
        _public_guards.is_glued(text, start, _ending(text, end))
        or _public_guards.is_personal(text, start)
        or _public_guards.is_reachable(text, end)
        or _public_guards.is_named_before(text, start)
    )


def _single(text: str, word: Word) -> int:
    """Return the end of a single word that counts; or 0."""
    value, start, end = word
    if value not in SINGLE and value not in BRANDS:
        value = value[:-1]
        if word[0] != value + "s" or (value not in SINGLE and value not in BRANDS):
            return 0
    is_brand = value in BRANDS
    if not (is_brand or text[start].isupper()) or _public_guards.is_first_name(text, start, end):
        return 0
    refused = (
        _public_guards.is_glued(text, start, end, compound=is_brand)
        or _public_guards.is_personal(text, start)
        or _public_guards.is_surname(text, start)
        or _public_guards.is_reachable(text, end)
    )
    return 0 if refused else start + len(value)


def _ending(text: str, end: int) -> int:
    """Return where the word ends whose name ends at `end`: behind the `s` of a genitive."""
    is_ending = text[end : end + 1] == "s" and not text[end + 1 : end + 2].isalnum()
    return end + 1 if is_ending else end
