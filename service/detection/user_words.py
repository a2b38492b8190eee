"""Words that users bring: found as whole words, all of them in one pass over the text.

Text and entries are compared token by token: each is written as its tokens, one a line, so that an
entry can begin and end nowhere but between two tokens.
"""

from __future__ import annotations

import re
import time
import unicodedata
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, islice

from ahocorasick_rs import AhoCorasick, Implementation

from recognizers.base.recognizer import CERTAIN, Match
from service.errors import DetectionFailedError

LONGEST_WORD = 200  # code points
MOST_TOKENS = 40  # of one entry; so many entries at most can end at one place of the text
BETWEEN_LOOKS = 1_000  # tokens between two looks at the clock
# White space, a run of letters and digits with their combining marks, or one sign.
TOKEN = re.compile(r"\s+|(?:[^\W_][\u0300-\u036f]*+)++|[\W_]")
BORDER = "\n"  # no token holds one: white space of any kind is a blank

Token = tuple[str, int, int]  # as `_plain` gives it, and where it stands in the text


class UserWords:
    """A set of words and phrases.

    An entry counts whatever its case, unless it holds a capital; then it counts as it is written.
    Any white space stands for any other. An underscore beside it does not hide it.
    """

    def __init__(self, words: Iterable[str], *, any_case: bool = False) -> None:
        """Compile the entries; with `any_case` capitals in them mean nothing.

        Raises ValueError, in fixed words, for one that is empty or too long.
        """
        exact: list[str] = []
        folded: list[str] = []
        self._longest = 0
        for word in words:
            tokens = [_plain(token) for token in TOKEN.findall(word.strip())]
            if not tokens or len(tokens) > MOST_TOKENS or len(word) > LONGEST_WORD:
                raise ValueError("is empty or too long")
            self._longest = max(self._longest, len(tokens))
            if word != word.lower() and not any_case:
                exact.append(_written(tokens))
            else:
                folded.append(_written(map(str.casefold, tokens)))
        self._exact, self._folded = _automaton(exact), _automaton(folded)

    def find(self, text: str, deadline: float) -> Iterator[Match]:
        """Yield every place of every entry, in time linear in the length of `text`.

        Raises DetectionFailedError once the monotonic clock has passed `deadline`.
        """
        tokens = ((_plain(one[0]), one.start(), one.end()) for one in TOKEN.finditer(text))
        known: list[Token] = []
        while new := list(islice(tokens, BETWEEN_LOOKS)):
            if time.monotonic() > deadline:
                raise DetectionFailedError
            yield from self._ending_behind(len(known), [*known, *new])
            # An entry that ends in the next batch begins so many tokens before it at most.
            known = [*known, *new][max(0, len(known) + len(new) + 1 - self._longest) :]

    def _ending_behind(self, count: int, tokens: Sequence[Token]) -> Iterator[Match]:
        """Yield the entries in `tokens` that do not end among the first `count`, by their ends."""
        plain = [token for token, _, _ in tokens]
        found = _places(self._exact, plain) | _places(self._folded, list(map(str.casefold, plain)))
        for last, first in sorted((last, first) for first, last in found):
            if last >= count:
                yield Match(tokens[first][1], tokens[last][2], CERTAIN)


def _written(tokens: Iterable[str]) -> str:
    return BORDER + "".join(f"{token}{BORDER}" for token in tokens)


def _automaton(entries: Sequence[str]) -> AhoCorasick | None:
    return AhoCorasick(entries, implementation=Implementation.ContiguousNFA) if entries else None


def _places(automaton: AhoCorasick | None, tokens: Sequence[str]) -> set[tuple[int, int]]:
    """Return the first and the last token of each entry that stands among `tokens`."""
    if automaton is None:
        return set()
    begins = list(accumulate((len(token) + 1 for token in tokens), initial=0))
    matches = automaton.find_matches_as_indexes(_written(tokens), overlapping=True)
    return {(bisect(begins, start) - 1, bisect(begins, end - 1) - 2) for _, start, end in matches}


def _plain(token: str) -> str:
    if token.isspace():
        return " "
    return token if token.isascii() else unicodedata.normalize("NFC", token)
