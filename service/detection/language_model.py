"""The spaCy pipeline that reads texts, in memory that does not grow with the words it meets.

A memory zone (https://spacy.io/usage/memory-management) forgets new words, but not their places in
the hash tables of the vocabulary: those double again and again, some 4 MB for 10,000 requests. So
the vocabulary is made anew from time to time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

import service.detection.tagger  # noqa: F401  the factory of our component
from service.detection.windows import WINDOW
from service.detection.word_splitter import WordSplitter

MOST_WORDS = 200_000  # a new vocabulary takes some 70 ms, the tables for so many words some MB


class LanguageModel:
    """A spaCy pipeline; for one thread at a time."""

    def __init__(self, folder: Path, most_words: int = MOST_WORDS) -> None:
        """Load the pipeline in `folder`, never from anywhere else."""
        self._folder = folder
        self._most_words = most_words
        self._words = 0  # that the vocabulary has met, again and again the same ones too
        self._nlp = self._loaded()

    @property
    def vocabulary(self) -> object:
        """The vocabulary of this moment."""
        return self._nlp.vocab

    @contextmanager
    def zone(self) -> Iterator[None]:
        """Make what `read` gives usable inside of this context, and forget it afterwards."""
        if self._words > self._most_words:
            self._nlp, self._words = self._renewed(), 0
        with self._nlp.memory_zone():
            yield

    def read(self, texts: Iterable[str], batch_size: int) -> Iterator[Doc]:
        """Yield what the pipeline makes of each text, in order."""
        for doc in self._nlp.pipe(texts, batch_size=batch_size):
            self._words += len(doc)
            yield doc

    def _loaded(self) -> Language:
        return _bounded(spacy.load(self._folder))

    def _renewed(self) -> Language:
        """Return the pipeline with a vocabulary that has met no words."""
        old = self._nlp
        if any(hasattr(component, "vocab") for _, component in old.components):
            return self._loaded()  # they are tied to their vocabulary
        fresh = spacy.blank(str(old.lang))
        fresh.from_bytes(old.to_bytes(exclude=["vocab", *old.pipe_names]), exclude=["vocab"])
        for name in old.pipe_names:
            fresh.add_pipe(name, source=old)
        return _bounded(fresh)


def _bounded(nlp: Language) -> Language:
    nlp.max_length = 10 * WINDOW
    nlp.tokenizer = WordSplitter(nlp.tokenizer)
    return nlp
