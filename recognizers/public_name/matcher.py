"""Finds public names: the words of a text are looked up by the first word of each entry.

Between the words of an entry stands what is written there; a blank of it is any run of blanks, or
one line break. An apostrophe within a word may be missing, letters with marks may be spelt without
them (`Haendel`, `Dvorak`), and `&` may be `and`. A genitive ending stays outside. In time linear
in the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from recognizers.base.recognizer import Match
from recognizers.public_name import (
    list_brands,
    list_cases,
    list_culture,
    list_fiction,
    list_history,
    list_makers,
    list_medicine,
    list_people,
    list_science,
    list_shops,
    list_tales,
    list_things,
    list_words,
    person_guards,
    surnames_in_context,
)
from recognizers.public_name.brands_in_context import beside
from recognizers.public_name.eponyms import eponyms

SCORE = 0.86  # above all that the language model guesses, below fields and what is certain
WORD = re.compile(r"[^\W_]+(?:['’ʼ´`‘][^\W_]+)*+")
APOSTROPHES = "'’ʼ´`‘"
LONGEST_GAP = 40
COMPOUND_END = re.compile(r"-[A-ZÄÖÜ][^\W\d_]+")

SPELT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l"}
    | dict.fromkeys(APOSTROPHES)
)
BARE = str.maketrans("äöüÄÖÜ", "aouAOU")

Word = tuple[str, int, int]  # as `_plain` gives it, and where it stands
Entry = tuple[tuple[str, str], ...]  # the words behind the first one, each with what is before it


def _gap(between: str) -> str:
    """Return what stands between two words, however it is spaced; nothing where they are apart."""
    if between == " ":
        return between
    if len(between) > LONGEST_GAP or between.count("\n") > 1:
        return ""
    return "".join(between.split()).replace("’", "'").replace("–", "-") or " "


def _plain(word: str) -> str:
    """Return `word` in small letters without marks and apostrophes."""
    lowered = word.lower()
    if lowered.isalnum() and lowered.isascii():
        return lowered
    spelt = lowered.translate(SPELT)
    if spelt.isascii():
        return spelt
    return "".join(one for one in unicodedata.normalize("NFKD", spelt) if one.isalnum())


def _words(text: str) -> list[Word]:
    return [(_plain(one[0]), one.start(), one.end()) for one in WORD.finditer(text)]


def _listed(blocks: Iterable[str]) -> Iterator[str]:
    """Give the entries of blocks that are set apart by commas."""
    for block in blocks:
        for one in block.split(","):
            stripped = one.strip()
            if stripped:
                yield stripped


def _is_word(entry: str) -> bool:
    return entry.isalnum() or entry.replace("'", "").isalnum()


def _by_first_word(entries: Iterable[str]) -> dict[str, list[str]]:
    """Return the entries of several words, as they are written, by first words."""
    index: dict[str, list[str]] = {}
    for entry in entries:
        found = WORD.search(entry)
        if found and found[0] != entry:
            index.setdefault(_plain(found[0]), []).append(entry)
    return index


PEOPLE = (
    *(list_people.MUSIC, list_people.LETTERS, list_people.ART),
    *(list_history.THOUGHT, list_history.SCIENCE, list_history.POWER),
    *(list_culture.PHRASES, list_tales.PHRASES, list_cases.PHRASES),
    *(list_fiction.GERMAN, list_fiction.OPERA, list_fiction.WORLD),
)
GOODS = (list_brands.PHRASES, list_makers.PHRASES, list_shops.PHRASES)
BRAND_WORDS = (*list_brands.WORDS.split(), *list_makers.WORDS.split())
THINGS = (list_things.PHRASES, list_medicine.PHRASES, list_science.PHRASES)
WORDS = (*BRAND_WORDS, *list_words.NAMES.split())
LISTS = (*PEOPLE, *GOODS, *THINGS, ",".join(one for one in WORDS if not _is_word(one)))
ENTRIES = tuple(_listed(LISTS))
PHRASES = _by_first_word(ENTRIES)
# `Beck's` alone is no `Becks`: there the apostrophe tells it.
OWNED = frozenset(_plain(one) for one in ENTRIES if not one.isalnum() and _is_word(one))
SINGLE = frozenset(_plain(one) for one in list_words.NAMES.split() if _is_word(one))
SINGLE |= frozenset(_plain(one) for one in ENTRIES if one.isalnum())
BRANDS = frozenset(_plain(one) for one in BRAND_WORDS if _is_word(one))
SHORTEST_JOINED = 8


@cache
def _joined() -> frozenset[str]:
    """Return the brands of several words as one word: `hugoboss`, `jackdaniels`."""
    joined = (_plain("".join(WORD.findall(one))) for one in _listed(GOODS) if " " in one)
    return frozenset(one for one in joined if len(one) >= SHORTEST_JOINED)


@cache
def _entries(first: str) -> tuple[Entry, ...]:
    """Return the entries of several words that begin with `first`, the longest first.

    They are read when a text asks for them: to read them all would slow down every start.
    """
    entries = {_entry(one) for listed in PHRASES[first] for one in _variants(listed)}
    return tuple(sorted(filter(None, entries), key=lambda one: (-len(one), one)))


def _variants(listed: str) -> set[str]:
    """Return an entry as people write it."""
    found = {listed, listed.replace(". ", " ")}
    for one in ("&", "and", "und"):
        if f" {one} " in listed:
            found |= {listed.replace(f" {one} ", f" {other} ") for other in ("&", "and", "und")}
    if " v " in listed:
        found |= {listed.replace(" v ", other) for other in (" v. ", " vs ", " vs. ")}
    first, blank, rest = listed.partition(" ")
    return found | {first + blank + rest.translate(BARE)}


def _entry(listed: str) -> Entry:
    words = _words(listed)
    gaps = (_gap(listed[one[2] : two[1]]) for one, two in pairwise(words))
    return tuple(zip((word[0] for word in words[1:]), gaps, strict=True))


def public_names(text: str) -> Iterator[Match]:
    """Give the public names; they may overlap."""
    words = _words(text)
    for number, word in enumerate(words):
        end = _phrase(text, words, number) if word[0] in PHRASES else 0
        end = end or _single(text, word) or beside(_plain).end(text, words, number)
        end = end or surnames_in_context.end(text, words, number)
        if end:
            yield Match(word[1], end, SCORE)
    for start, end in eponyms(text):
        if not person_guards.is_personal(text, start):
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
    end = _end(text, words[last], entry[-1][0])
    expected = [gap for _, gap in entry]
    # `Harry-Potter-Film`: with hyphens throughout it is the front of a compound.
    if gaps == ["-" if gap == " " else gap for gap in expected]:
        compound = COMPOUND_END.match(text, end)
        if compound and not person_guards.is_reachable(text, end):
            return compound.end()
    return end if gaps == expected else 0


def _counts(text: str, start: int, end: int) -> bool:
    """Say whether nothing around a whole name tells that it is a living person's."""
    return not (
        person_guards.is_glued(text, start, _ending(text, end))
        or person_guards.is_personal(text, start)
        or person_guards.is_reachable(text, end)
        or person_guards.is_named_before(text, start)
    )


def _single(text: str, word: Word) -> int:
    """Return the end of a single word that counts; or 0."""
    value, start, end = word
    if not _is_listed(value):
        value = value[:-1]
        if word[0] != value + "s" or not _is_listed(value):
            has_apostrophe = any(one in APOSTROPHES for one in text[start:end])
            if not (word[0] in OWNED and has_apostrophe):
                return 0
            value = word[0]
    is_brand = value in BRANDS or value in _joined()
    if not (is_brand or text[start].isupper()) or person_guards.is_first_name(text, start, end):
        return 0
    refused = person_guards.is_somebodys(text, start, end, compound=is_brand)
    return 0 if refused else _end(text, word, value)


def _is_listed(value: str) -> bool:
    return value in SINGLE or value in BRANDS or value in _joined()


def _end(text: str, word: Word, value: str) -> int:
    """Return where `word` ends that stands for `value`, without the `s` of a genitive."""
    if word[0] == value:
        return word[2]
    end = word[2] - 1
    return end - 1 if text[end - 1] in APOSTROPHES else end


def _ending(text: str, end: int) -> int:
    """Return where the word ends whose name ends at `end`: behind the `s` of a genitive."""
    is_ending = text[end : end + 1] == "s" and not text[end + 1 : end + 2].isalnum()
    return end + 1 if is_ending else end
