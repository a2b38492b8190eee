"""Chances of labels to entities: which words make one, what it is called, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

# A word is held for a name from this chance on. Lower than even: a policy's threshold decides.
LEAST_CHANCE = 0.3

Numbers = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True, slots=True)
class Entity:
    """Words `first` to `last` (the last one included) are a `label`; `score` from 0 to 1."""

    first: int
    last: int
    label: str
    score: float


class Labels:
    """The labels of a model, `O` first, then `B-` and `I-` of each entity."""

    def __init__(self, names: Sequence[str]) -> None:
        """Take the names in the order of the model's output.

        Raises ValueError when they are not `O`, then pairs of `B-` and `I-`.
        """
        self.entities = list(dict.fromkeys(name[2:] for name in names[1:]))
        if set(names) != {"O", *(f"{side}-{one}" for one in self.entities for side in "BI")}:
            raise ValueError("labels must be O, then B- and I- of each entity")
        place = {name: number for number, name in enumerate(names)}
        self._plain = place["O"]
        self._begins = [place[f"B-{entity}"] for entity in self.entities]
        self._inside = [place[f"I-{entity}"] for entity in self.entities]

    def entities_of(self, chances: Numbers) -> Iterator[Entity]:
        """Give the entities of a text; `chances` is (words, labels), a row sums to 1.

        A word belongs to the entity that is likeliest over both sides. It goes on the entity of
        the word before it when that is the same one and a beginning is not likelier: an inside
        after plain text begins an entity, so that no word is lost to a wrong side. The score is
        the mean chance that the words are no plain text, whatever they are called: a name of a
        person that may as well be one of a place must not count as unsure.
        """
        begins, inside = chances[:, self._begins], chances[:, self._inside]
        kinds = (begins + inside).argmax(1)
        sure = 1 - chances[:, self._plain]
        words: list[int] = []
        for word in np.flatnonzero(sure >= LEAST_CHANCE).tolist():
            kind = kinds[word]
            goes_on = words and words[-1] == word - 1 and kinds[words[-1]] == kind
            if not goes_on or begins[word, kind] > inside[word, kind]:
                yield from self._entity(words, kinds, sure)
                words = []
            words.append(word)
        yield from self._entity(words, kinds, sure)

    def _entity(self, words: list[int], kinds: Numbers, sure: Numbers) -> Iterator[Entity]:
        if words:
            label = self.entities[int(kinds[words[0]])]
            yield Entity(words[0], words[-1], label, float(sure[words].mean()))
