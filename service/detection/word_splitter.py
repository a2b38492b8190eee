"""Words of a text, in time that is linear in its length whatever the text is.

spaCy's tokenizer takes signs off the front and the end of what stands between two blanks, one by
one, and looks at the rest each time: quadratic in a run without blanks, and deaf to other threads.
A run that is too long for it is cut at each change between words and signs instead: the model needs
no more than where words begin.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from spacy.tokens import Doc

LONGEST_RUN = 256  # code points without a blank that the tokenizer takes; such signs: 20 ms a kB
RUN = re.compile(rf"\S{{{LONGEST_RUN + 1},}}")
PIECE = re.compile(r"\w{1,100}|\W")

Words = Iterator[tuple[str, bool]]  # a word, and whether one blank stands behind it


class WordSplitter:
    """A tokenizer of spaCy's, kept from runs that it would not come to an end with in time."""

    def __init__(self, tokenizer: Callable[[str], Doc]) -> None:
        self._tokenizer = tokenizer

    def __call__(self, text: str) -> Doc:
        """Return the words of a text as a document."""
        run = RUN.search(text)
        if run is None:
            return self._tokenizer(text)
        words = list(self._words(text))
        vocab = self._tokenizer("").vocab
        return Doc(vocab, [word for word, _ in words], [blank for _, blank in words])

    def memory_zone(self, *given: Any) -> AbstractContextManager[Any]:
        """Return the tokenizer's memory zone: a context in which its new words are forgotten."""
        zone = getattr(self._tokenizer, "memory_zone", None)
        return zone(*given) if zone else nullcontext()

    def to_bytes(self, **options: Any) -> bytes:
        """Return the tokenizer as spaCy stores it."""
        return bytes(self._tokenizer.to_bytes(**options))  # type: ignore[attr-defined]

    def _words(self, text: str) -> Words:
        place = 0
        for run in RUN.finditer(text):
            yield from self._usual(text[place : run.start()])
            place = run.end() + text.startswith(" ", run.end())
            pieces = PIECE.findall(run[0])
            yield from ((piece, False) for piece in pieces[:-1])
            yield pieces[-1], place > run.end()
        yield from self._usual(text[place:])

    def _usual(self, text: str) -> Words:
        return ((word.text, bool(word.whitespace_)) for word in self._tokenizer(text))
