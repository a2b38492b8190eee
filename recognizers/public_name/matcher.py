"""Finds public names: what the lists hold, as people write it.

Between the words of an entry stands what is written there; `&` may be `and`. A genitive ending
stays outside. In time linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from recognizers.base.lexicon import words as listed
from recognizers.base.recognizer import Match
from recognizers.public_name import person_guards, surnames_in_context
from recognizers.public_name.brands_in_context import brands_in_context
from recognizers.public_name.eponyms import eponyms
from recognizers.public_name.phrases import Entry, Phrases
from recognizers.public_name.spelling import APOSTROPHES, WORD, Word, gap, plain, words_of

SCORE = 0.86  # above all that the language model guesses, below fields and what is certain
COMPOUND_END = re.compile(r"-[A-ZÄÖÜ][^\W\d_]+")
SHORTEST_JOINED = 8
# A brand in small letters counts in small letters too.
BRAND_WORDS = tuple(one for one in listed("brands") if one == one.lower() and " " not in one)
OTHERS = ("historic_people", "fictional_figures", "court_cases", "named_things")


@dataclass(frozen=True, slots=True)
class Lists:
    """What is looked up: the brands, joined ones among them, other single words, and phrases.

    `Beck's` alone is no `Becks`: what stands in `owned` has its apostrophe, or is none.
    """

    brands: frozenset[str]
    single: frozenset[str]
    owned: frozenset[str]
    phrases: Phrases

    def has(self, value: str) -> bool:
        """Return whether a single word is listed."""
        return value in self.single or value in self.brands


@cache
def lists() -> Lists:
    """Return what is looked up; it is read when the first text asks for it."""
    small = frozenset(BRAND_WORDS)
    goods = [one for one in listed("brands") if one not in small]
    capital = [*goods, *(one for name in OTHERS for one in listed(name))]
    single = [one for one in listed("single_names") if _is_word(one)]
    return Lists(
        brands=frozenset(plain(one) for one in small if _is_word(one)) | _joined(goods),
        single=frozenset(plain(one) for one in (*single, *filter(str.isalnum, capital))),
        owned=frozenset(plain(one) for one in capital if not one.isalnum() and _is_word(one)),
        phrases=Phrases((*small, *listed("single_names"), *capital)),
    )


def _is_word(entry: str) -> bool:
    return entry.replace("'", "").isalnum()


def _joined(goods: list[str]) -> frozenset[str]:
    """Return the brands of several words as one word: `hugoboss`, `jackdaniels`."""
    joined = (plain("".join(WORD.findall(one))) for one in goods if " " in one)
    return frozenset(one for one in joined if len(one) >= SHORTEST_JOINED)


def public_names(text: str) -> Iterator[Match]:
    """Yield the public names; they may overlap."""
    words = words_of(text)
    phrases = lists().phrases.candidates(words)
    for number, word in enumerate(words):
        end = _phrase(text, words, number, phrases[number]) if number in phrases else 0
        end = end or _single(text, word) or brands_in_context().end(text, words, number)
        end = end or surnames_in_context.end(text, words, number)
        if end:
            yield Match(word[1], end, SCORE)
    for start, end in eponyms(text):
        if not person_guards.is_personal(text, start):
            yield Match(start, end, SCORE)


def _phrase(text: str, words: list[Word], number: int, entries: list[Entry]) -> int:
    """Return the end of the longest of `entries` at that word that counts; or 0."""
    for entry in entries:
        end = _fits(text, words, number, entry)
        if end and _counts(text, words[number][1], end):
            return end
    return 0


def _fits(text: str, words: list[Word], number: int, entry: Entry) -> int:
    """Return where `entry` ends, whose words stand there; 0 where other things are between."""
    here = words[number : number + len(entry) + 1]
    gaps = [gap(text[one[2] : two[1]]) for one, two in pairwise(here)]
    expected = [before for _, before in entry]
    end = _end(text, here[-1], entry[-1][0])
    # `Harry-Potter-Film`: with hyphens throughout it is the front of a compound.
    if gaps == ["-" if before == " " else before for before in expected]:
        compound = COMPOUND_END.match(text, end)
        if compound and not person_guards.is_reachable(text, end):
            return compound.end()
    return end if gaps == expected else 0


def _counts(text: str, start: int, end: int) -> bool:
    """Return whether nothing around a whole name tells that it is a living person's."""
    return not (
        person_guards.is_glued(text, start, _ending(text, end))
        or person_guards.is_personal(text, start)
        or person_guards.is_reachable(text, end)
        or person_guards.is_named_before(text, start)
    )


def _single(text: str, word: Word) -> int:
    """Return the end of a single word that counts; or 0."""
    value, start, end = word
    names = lists()
    if not names.has(value):
        value = value[:-1]
        if word[0] != value + "s" or not names.has(value):
            has_apostrophe = any(one in APOSTROPHES for one in text[start:end])
            if not (word[0] in names.owned and has_apostrophe):
                return 0
            value = word[0]
    is_brand = value in names.brands
    if not (is_brand or text[start].isupper()) or person_guards.is_first_name(text, start, end):
        return 0
    refused = person_guards.is_somebodys(text, start, end, compound=is_brand)
    return 0 if refused else _end(text, word, value)


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
