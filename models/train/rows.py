"""The rows of one epoch: real sentences of the corpora, and invented letters, both with noise."""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from corpora import Sentence, read_courts, read_english, read_germeval, read_traffic
from letters import Letters
from noise import noisy, swapped
from passages import Passage, Row, join, to_passage, to_row
from tokenizers import Tokenizer

# Of every corpus this share of its sentences is read in an epoch; the next epoch goes on after it.
SHARES = {"news": 0.6, "english": 0.6, "traffic": 0.2, "courts": 0.02}
LANGUAGES = {"news": "de", "english": "en", "traffic": "de", "courts": "de"}
GERMAN_LETTERS = 0.55
NOISE = 0.4  # of the passages of corpora that noise may reach; most real text stays as it is


@dataclass(frozen=True, slots=True)
class Source:
    """All that an epoch is drawn from."""

    data: Path
    corpora: dict[str, list[Sentence]]
    letters: int
    seed: int

    @classmethod
    def read(cls, options: argparse.Namespace) -> Source:
        """Read the corpora below `options.data`, each in a seeded order."""
        data = options.data
        corpora = {
            "news": read_germeval(data, "train"),
            "english": read_english(data),
            "traffic": read_traffic(data, "train"),
            "courts": read_courts(data),
        }
        for corpus in corpora.values():
            random.Random(options.seed).shuffle(corpus)
        return cls(data, corpora, options.letters, options.seed)

    @property
    def size(self) -> int:
        """How many rows an epoch has, about."""
        real = sum(len(some) * SHARES[name] for name, some in self.corpora.items())
        return int(real / 1.15) + self.letters

    def rows(self, tokenizer: Tokenizer, epoch: int) -> list[Row]:
        """Draw the rows of an epoch, in a seeded order."""
        chance = random.Random(self.seed * 1000 + epoch)
        rows = [to_row(one, tokenizer) for one in self._passages(chance, epoch)]
        chance.shuffle(rows)
        return rows

    def _passages(self, chance: random.Random, epoch: int) -> Iterator[Passage]:
        letters = Letters(self.data, self.seed * 1000 + epoch)
        for name, corpus in self.corpora.items():
            namer = _namer(letters, LANGUAGES[name])
            some = _stretch(corpus, SHARES[name], epoch)
            singles = [swapped(to_passage(one, chance), chance, namer) for one in some]
            while singles:
                count = min(chance.choices((1, 2, 3), (8, 1, 1))[0], len(singles))
                real = join([singles.pop() for _ in range(count)], chance.choice(" \n"))
                yield noisy(real, chance) if chance.random() < NOISE else real
        for _ in range(self.letters):
            invented = letters.passage("de" if chance.random() < GERMAN_LETTERS else "en")
            yield noisy(invented, chance)


def _stretch(corpus: list[Sentence], share: float, epoch: int) -> list[Sentence]:
    """Return the stretch of `corpus` that is read in an epoch; after its end it begins anew."""
    count = int(len(corpus) * share)
    return [corpus[place % len(corpus)] for place in range(epoch * count, (epoch + 1) * count)]


def _namer(letters: Letters, language: str) -> Callable[[int], str]:
    def name(words: int) -> str:
        person = letters.people.person(language)
        if words == 1:
            return person.last if letters.chance.random() < 0.8 else person.first
        return f"{person.first} {person.last}"

    return name
