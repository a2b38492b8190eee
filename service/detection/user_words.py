"""Words that users bring: found as whole words, all of them in one pass over the text."""

from __future__ import annotations

import re
import time
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from recognizers.base.recognizer import CERTAIN, Match
from service.errors import DetectionFailedError

LONGEST_WORD = 200  # code points
MOST_TOKENS = 40  # of one entry; so many walks at most are under way at one place of the text
BETWEEN_LOOKS = 1_000  # tokens between two looks at the clock
# White space, a run of letters and digits with their combining marks, or one sign.
TOKEN = re.compile(r"\s+|(?:[^\W_][\u0300-\u036f]*+)++|[\W_]")
END = ""  # no token is empty

Node = dict[str, Any]


class OwnWords:
    """A set of words and phrases.

    An entry counts whatever its case, unless it holds a capital; then it counts as it is written.
    Any white space stands for any other. An underscore beside it does not hide it.
    """

    def __init__(self, words: Iterable[str], *, any_case: bool = False) -> None:
        """Take the entries; with `any_case` capitals in them mean nothing.

        Raises ValueError, in fixed words, for one that is empty or too long.
        """
        self._exact: Node = {}
        self._folded: Node = {}
        for word in words:
            tokens = [_plain(token) for token in TOKEN.findall(word.strip())]
            if not tokens or len(tokens) > MOST_TOKENS or len(word) > LONGEST_WORD:
                raise ValueError("is empty or too long")
            as_written = word != word.lower() and not any_case
            node = self._exact if as_written else self._folded
            for token in tokens if as_written else map(str.casefold, tokens):
                node = node.setdefault(token, {})
            node[END] = True

    def find(self, text: str, deadline: float) -> Iterator[Match]:
        """Give every place of every entry, in time linear in the length of `text`.

        Raises DetectionFailedError once the monotonic clock has passed `deadline`.
        """
        exact: list[tuple[Node, int]] = []
        folded: list[tuple[Node, int]] = []
        for number, found in enumerate(TOKEN.finditer(text)):
            if number % BETWEEN_LOOKS == 0 and time.monotonic() > deadline:
                raise DetectionFailedError
            token = _plain(found[0])
            exact = _step(exact, self._exact, found.start(), token)
            folded = _step(folded, self._folded, found.start(), token.casefold())
            for node, start in (*exact, *folded):
                if END in node:
                    yield Match(start, found.end(), CERTAIN)


def _step(walks: list[tuple[Node, int]], root: Node, start: int, token: str) -> list[Any]:
    """Take every walk one token further, and begin one at the root."""
    if not walks:
        below = root.get(token)
        return [] if below is None else [(below, start)]
    begun = [*walks, (root, start)]
    return [(node[token], first) for node, first in begun if token in node]


def _plain(token: str) -> str:
    if token.isspace():
        return " "
    return token if token.isascii() else unicodedata.normalize("NFC", token)
