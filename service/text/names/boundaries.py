"""The boundaries of names: in "Frau Krämers Akte" the name is "Krämer", titles stand outside.

German writes the genitive of a name with a bare -s, and some names end in one. So an -s goes only
where the request itself shows the name without it, or where a noun stands behind: any noun for
a name in full or with a title, for a lone one a noun of the list below. Whatever is decided,
nothing of the text changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from recognizers.base.lexicon import words
from service.text.names import parts as name_parts
from service.text.names import titles
from service.text.names.common_words import is_never
from service.text.spans import CERTAIN, Span

POSSESSIVE = re.compile(r"['’`´][sS]?\Z")
LAST_WORD = re.compile(r"(?P<gap>[ \t]+|-)(?P<noun>(?:E-)?[A-ZÄÖÜ][a-zäöüß]+)\Z")
# What somebody has: a noun behind, perhaps with an adjective before it.
NOUN_BEHIND = re.compile(r"[ \t]+(?:[a-zäöüß]+(?:e|er|es|en|em)[ \t]+)?[A-ZÄÖÜ][a-zäöüß]+")
POSSESSION = re.compile(r"[ \t]+((?:E-)?[A-ZÄÖÜ][a-zäöüß]+)")
LIKE_A_NAME = ("as", "es", "is", "os", "us", "ens")
NOBLE = frozenset(words("particles", "noble"))
FIRST_WORD = re.compile(r"([^\W\d_]+)(?:[\s,:]+|\Z)")
SHORTEST_STEM = 3
PUNCTUATION = " \t\n,;:!?"  # the model takes some of it for a part of a name
SIBILANTS = ("s", "ß", "x", "z")
# Nouns that are no names: behind a name they are no part of it.
NOUNS = frozenset(words("possessions"))
# Names that end in -s by themselves, and hardly ever are a genitive.
ENDING_IN_S = frozenset(words("names_in_s"))


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words of all names that a request shows, and those of them that are surnames."""

    words: frozenset[str]
    surnames: frozenset[str]


def evidence(values: Iterable[str]) -> Evidence:
    """Return what names, as they were found, tell about their stems."""
    words: set[str] = set()
    surnames: set[str] = set()
    for value in values:
        parts = re.split(r"[\s,]+", POSSESSIVE.sub("", value))
        words.update(part for part in parts if part)
        if len(parts) > 1:
            surnames.add(parts[-1])
    return Evidence(frozenset(words), frozenset(surnames))


def settle(text: str, span: Span, seen: Evidence) -> Span | None:
    """Return `span` around the name alone; None where it holds nothing but a noun.

    A span that is certain was asked for as it is.
    """
    if span.score >= CERTAIN:
        return span
    start = _without_phrase(text, span.start, span.end)
    titled = bool(titles.before(text, start))
    end = start + len(text[start : span.end].rstrip(PUNCTUATION))
    end -= len(_possessive(text[start:end]))
    value = text[start:end]
    if not value or titles.is_title(value) or (not titled and value.lower() in NOUNS):
        return None
    end = _without_noun(text, start, end, seen)
    if _is_genitive(text, start, end, seen, titled=titled):
        end -= 1
    same = (start, end) == (span.start, span.end)
    return span if same else replace(span, start=start, end=end)


def _without_phrase(text: str, start: int, end: int) -> int:
    """Return where the name begins in "Ich bin Frau Krämer": behind such words, and titles."""
    if not titles.before(text, start):
        while (found := FIRST_WORD.match(text, start, end)) and is_never(found[1]):
            if found[1] in NOBLE:  # the model knows "von Muster" from "Brief von Muster"
                break
            start = found.end()
    return titles.leading(text, start, end)


def _possessive(value: str) -> str:
    found = POSSESSIVE.search(value)
    return found[0] if found else ""


def _without_noun(text: str, start: int, end: int, seen: Evidence) -> int:
    """Return the end of the name in "Krämers Akte" and "Krämer-Akte"."""
    found = LAST_WORD.search(text[start:end])
    if not found or found["noun"].lower() not in NOUNS:
        return end
    name = text[start : start + found.start()]
    if found["gap"] == "-" or name.endswith(SIBILANTS) or name in seen.words:
        return start + found.start() if name_parts.read(name) else end
    return end


def _is_genitive(text: str, start: int, end: int, seen: Evidence, *, titled: bool) -> bool:
    """Return whether the last letter of the name at text[start:end] is an ending."""
    word = re.split(r"[\s,]", text[start:end])[-1]
    stem = word[:-1]
    if word[-1:] != "s" or len(stem) < SHORTEST_STEM or stem.endswith(SIBILANTS):
        return False
    alone = len(word) == end - start
    vouched = titled or not alone
    if stem in (seen.surnames if vouched else seen.words):
        return True
    if word.rpartition("-")[2].lower() in ENDING_IN_S:
        return False
    if vouched:
        return stem in seen.words or NOUN_BEHIND.match(text, end) is not None
    behind = POSSESSION.match(text, end)
    return behind is not None and behind[1].lower() in NOUNS and not word.endswith(LIKE_A_NAME)
