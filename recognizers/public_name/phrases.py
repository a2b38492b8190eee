"""Names of several words: all of them are looked up in one pass over the words of a text.

The words are searched by the library for known values (Aho-Corasick), as `spelling` spells them,
one a line; what stands between them is compared for what was found. In time linear in the text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise

from ahocorasick_rs import AhoCorasick, MatchKind

from recognizers.public_name.spelling import Word, gap, words_of

BARE = str.maketrans("äöüÄÖÜ", "aouAOU")
ANDS = ("&", "and", "und")

Entry = tuple[tuple[str, str], ...]  # the words behind the first one, each with what is before it


class Phrases:
    """Names of several words, as they are listed."""

    def __init__(self, listed: Iterable[str]) -> None:
        entries: dict[str, set[Entry]] = {}
        for one in listed:
            for variant in variants(one):
                first, entry = _read(variant)
                if entry:
                    key = "\n".join(("", first, *(word for word, _ in entry)))
                    entries.setdefault(key, set()).add(entry)
        self._entries = list(entries.values())
        self._search = AhoCorasick(list(entries), matchkind=MatchKind.Standard)

    def candidates(self, words: Sequence[Word]) -> dict[int, list[Entry]]:
        """Return the entries whose words stand at a word, the longest first, by its number."""
        lines = "\n".join(("", *(word for word, _, _ in words), ""))
        found = self._search.find_matches_as_indexes(lines, overlapping=True)
        if not found:
            return {}
        starts = list(accumulate((len(word) + 1 for word, _, _ in words), initial=0))
        candidates: dict[int, list[Entry]] = {}
        for index, start, end in found:
            if lines.startswith(("\n", "s\n"), end):  # nothing behind, or a genitive
                number = bisect_left(starts, start)
                candidates.setdefault(number, []).extend(self._entries[index])
        for entries in candidates.values():
            entries.sort(key=lambda one: (-len(one), one))
        return candidates


def variants(listed: str) -> set[str]:
    """Return an entry as people write it."""
    found = {listed, listed.replace(". ", " ")}
    for one in ANDS:
        if f" {one} " in listed:
            found |= {listed.replace(f" {one} ", f" {other} ") for other in ANDS}
    if " v " in listed:
        found |= {listed.replace(" v ", other) for other in (" v. ", " vs ", " vs. ")}
    first, blank, rest = listed.partition(" ")
    return found | {first + blank + rest.translate(BARE)}


def _read(listed: str) -> tuple[str, Entry]:
    """Return the first word of an entry, and the others."""
    words = words_of(listed)
    gaps = (gap(listed[one[2] : two[1]]) for one, two in pairwise(words))
    rest = tuple(zip((word[0] for word in words[1:]), gaps, strict=True))
    return (words[0][0] if words else ""), rest
