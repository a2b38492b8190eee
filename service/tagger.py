"""The language model as a spaCy component: token classification by ONNX Runtime.

A model folder is an ordinary spaCy pipeline (`spacy.load`) whose component `deckname_tagger`
holds `model.onnx`, `tokenizer.json` and `labels.json`. Text longer than one window is read in
windows that overlap; each token is decided where it has the most context around it.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from spacy.language import Language
from spacy.tokens import Doc, Span
from tokenizers import Tokenizer

FACTORY = "deckname_tagger"
WINDOW = 190  # tokens of the model; it was trained on rows of up to 192
STRIDE = 130
BATCH = 16
SURELY_PLAIN = 0.5
FILES = ("model.onnx", "tokenizer.json", "labels.json")

Numbers = np.ndarray[Any, np.dtype[Any]]

if not Span.has_extension("score"):
    Span.set_extension("score", default=0.85)


@dataclass(frozen=True, slots=True)
class Window:
    """A run of model tokens of one text: `first` to `last` of its encoding."""

    text: int
    first: int
    last: int


class Tagger:
    """Sets `doc.ents`, each with `span._.score`: how sure the model is that it is no plain text."""

    def __init__(self, threads: int = 1) -> None:
        self._threads = threads
        self._labels: list[str] = []
        self._files: dict[str, bytes] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Tag one document."""
        return next(iter(self._tag([doc])))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """Tag documents in batches; windows of like length run together."""
        waiting = iter(stream)
        while docs := list(islice(waiting, batch_size)):
            yield from self._tag(docs)

    def to_disk(self, path: Path, *, exclude: Sequence[str] = ()) -> None:
        """Write the model's three files."""
        del exclude
        Path(path).mkdir(parents=True, exist_ok=True)
        for name, content in self._files.items():
            (Path(path) / name).write_bytes(content)

    def from_disk(self, path: Path, *, exclude: Sequence[str] = ()) -> Tagger:
        """Read the model's three files."""
        del exclude
        return self.load({name: (Path(path) / name).read_bytes() for name in FILES})

    def load(self, files: dict[str, bytes]) -> Tagger:
        """Take the contents of the three files by name."""
        self._files = files
        self._labels = json.loads(files["labels.json"])
        self._tokenizer = Tokenizer.from_buffer(files["tokenizer.json"])
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = self._threads
        self._session = onnxruntime.InferenceSession(
            files[FILES[0]], options, providers=["CPUExecutionProvider"]
        )
        return self

    def _tag(self, docs: list[Doc]) -> list[Doc]:
        texts = [doc.text for doc in docs]
        encodings = self._tokenizer.encode_batch(texts, add_special_tokens=False)
        scores = self._scores([encoding.ids for encoding in encodings])
        for doc, encoding, chances in zip(docs, encodings, scores, strict=True):
            if len(chances) and (chances[:, 0] < SURELY_PLAIN).any():
                doc.ents = _entities(doc, encoding.offsets, chances, self._labels)
        return docs

    def _scores(self, texts: list[list[int]]) -> list[Numbers]:
        """Return for each text the chances (tokens, labels)."""
        found = [np.zeros((len(ids), len(self._labels)), np.float32) for ids in texts]
        windows = [window for number, ids in enumerate(texts) for window in _windows(number, ids)]
        windows.sort(key=lambda one: one.last - one.first)
        for start in range(0, len(windows), BATCH):
            batch = windows[start : start + BATCH]
            chances = self._run([texts[one.text][one.first : one.last] for one in batch])
            for one, rows in zip(batch, chances, strict=True):
                low, high = _middle(one, len(texts[one.text]))
                found[one.text][low:high] = rows[low - one.first : high - one.first]
        return found

    def _run(self, rows: list[list[int]]) -> list[Numbers]:
        longest = max(map(len, rows)) + 2
        ids = np.full((len(rows), longest), 1, np.int64)
        mask = np.zeros((len(rows), longest), np.int64)
        for number, row in enumerate(rows):
            ids[number, : len(row) + 2] = [0, *row, 2]
            mask[number, : len(row) + 2] = 1
        (logits,) = self._session.run(None, {"ids": ids, "mask": mask})
        powers = np.exp(logits - logits.max(-1, keepdims=True))
        chances = powers / powers.sum(-1, keepdims=True)
        return [chances[number, 1 : len(row) + 1] for number, row in enumerate(rows)]


@Language.factory(FACTORY, default_config={"threads": 1})
def make_tagger(nlp: Language, name: str, threads: int) -> Tagger:
    """Make the component; its weights come with `from_disk`."""
    del nlp, name
    return Tagger(threads)


def _windows(number: int, ids: list[int]) -> Iterator[Window]:
    start = 0
    while start < len(ids):
        last = min(start + WINDOW, len(ids))
        yield Window(number, start, last)
        if last == len(ids):
            return
        start += STRIDE


def _middle(window: Window, length: int) -> tuple[int, int]:
    """Return the tokens that this window decides: without the overlap's outer halves."""
    margin = (WINDOW - STRIDE) // 2
    low = window.first + (margin if window.first else 0)
    high = window.last - (margin if window.last < length else 0)
    return low, high


def _entities(
    doc: Doc, offsets: list[tuple[int, int]], chances: Numbers, labels: list[str]
) -> list[Span]:
    """Turn token chances into spans of whole words; a word is what its first token says."""
    spans: list[Span] = []
    starts = [start for start, _ in offsets]
    current: list[tuple[int, float]] = []
    kind = ""
    for word in doc:
        if word.is_space:
            continue
        row = chances[_token_at(starts, word.idx)]
        side, _, name = labels[int(row.argmax())].partition("-")
        if current and (side != "I" or name != kind):
            spans.append(_span(doc, current, kind))
            current = []
        if name:
            current.append((word.i, float(1 - row[0])))
            kind = name
    if current:
        spans.append(_span(doc, current, kind))
    return spans


def _span(doc: Doc, words: list[tuple[int, float]], kind: str) -> Span:
    """Make the span over `words`, without the punctuation that may follow a name."""
    while len(words) > 1 and doc[words[-1][0]].is_punct:
        words = words[:-1]
    span = Span(doc, words[0][0], words[-1][0] + 1, label=kind)
    span._.score = sum(score for _, score in words) / len(words)
    return span


def _token_at(starts: list[int], place: int) -> int:
    """Return the first token that starts at `place`, or else the one that runs over it."""
    found = bisect_left(starts, place)
    if found < len(starts) and starts[found] == place:
        return found
    return max(0, found - 1)
