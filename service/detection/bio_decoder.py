"""The decoder of BIO labels: from their chances, word by word, to entities with scores."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

# A word is held for a name from this chance on. Lower than even: a policy's threshold decides.
LEAST_CHANCE = 0.25
# What is likelier a name than not is never plain, whatever stands beside it.
EVEN = 0.5
# Words that are less likely names than this are plain, whatever stands beside them.
PLAIN_CHANCE = 0.03
# Two names seldom stand side by side on one line: as much likelier is one name, or a plain word.
SIDE_BY_SIDE = np.log(0.2)
NEVER = -1e4
SMALLEST = 1e-9

Numbers = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True, slots=True)
class Entity:
    """Words `first` to `last` (the last one included) are a `label`; `score` from 0 to 1."""

    first: int
    last: int
    label: str
    score: float


class BioDecoder:
    """The labels of a model, `O` first, then `B-` and `I-` of each entity."""

    def __init__(self, names: Sequence[str]) -> None:
        """Read the names in the order of the model's output.

        Raises ValueError when they are not `O`, then pairs of `B-` and `I-`.
        """
        self.entities = list(dict.fromkeys(name[2:] for name in names[1:]))
        if set(names) != {"O", *(f"{side}-{one}" for one in self.entities for side in "BI")}:
            raise ValueError("labels must be O, then B- and I- of each entity")
        self._names = list(names)
        self._plain = names.index("O")
        same, side = _steps(self._names)
        self._apart = np.where(same, NEVER, 0.0)
        self._beside = self._apart + np.where(side, SIDE_BY_SIDE, 0.0)

    def entities_of(self, chances: Numbers, fresh: Sequence[bool] = ()) -> Iterator[Entity]:
        """Yield the entities of a text; `chances` is (words, labels), a row sums to 1.

        `fresh` says of each word whether it begins a line or a cell. Of all ways to label the
        words it takes the likeliest in which an inside follows the same entity (the path of
        Viterbi, 1967, https://doi.org/10.1109/TIT.1967.1054010), with plain text as much less
        likely as `LEAST_CHANCE` asks. The score is the mean chance that the words are no plain
        text, whatever they are called: a name of a person that may as well be one of a place must
        not count as unsure.
        """
        sure = 1 - chances[:, self._plain]
        for first, last in _runs(sure >= PLAIN_CHANCE):
            labels = self._path(chances[first:last], fresh[first:last])
            for start, end, label in _spans(labels):
                words = slice(first + start, first + end)
                yield Entity(words.start, words.stop - 1, label, float(sure[words].mean()))

    def _path(self, chances: Numbers, fresh: Sequence[bool]) -> list[str]:
        """Return the likeliest labels of words that stand between plain ones."""
        weights = np.log(chances + SMALLEST)
        plain = chances[:, self._plain]
        weights[:, self._plain] += np.log(LEAST_CHANCE / (1 - LEAST_CHANCE))
        weights[plain < EVEN, self._plain] = NEVER
        best = weights[0] + self._apart[self._plain]
        came: list[Numbers] = []  # for each label of each later word, the best label before it
        for place, weight in enumerate(weights[1:], 1):
            apart = bool(fresh) and fresh[place]
            ways = best[:, None] + (self._apart if apart else self._beside)
            came.append(ways.argmax(0))
            best = ways.max(0) + weight
        path = [int(best.argmax())]
        for ways in reversed(came):
            path.append(int(ways[path[-1]]))
        return [self._names[label] for label in reversed(path)]


def _steps(names: list[str]) -> tuple[Numbers, Numbers]:
    """Return (from, to): which steps between labels cannot be, and which put names side by side."""
    never = [[to[0] == "I" and one[2:] != to[2:] for to in names] for one in names]
    beside = [[to[0] == "B" and one != "O" for to in names] for one in names]
    return np.array(never), np.array(beside)


def _runs(marked: Numbers) -> Iterator[tuple[int, int]]:
    """Yield the runs of marked words as (first, behind the last)."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], marked, [False])).astype(np.int8)))
    yield from zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)


def _spans(labels: list[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the entities of labels in right order as (first, behind the last, name)."""
    start = 0
    for place, label in enumerate((*labels, "O")):
        if label[0] != "I":
            if place and labels[start] != "O":
                yield start, place, labels[start][2:]
            start = place
