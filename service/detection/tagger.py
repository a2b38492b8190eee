"""The language model as a spaCy component: token classification by ONNX Runtime.

A model folder is an ordinary spaCy pipeline (`spacy.load`) whose component `deckname_tagger`
holds `model.onnx`, `tokenizer.json` and `labels.json`. Text longer than one window is read in
windows that overlap; each token is decided where it has the most context around it.
"""

from __future__ import annotations

import json
import shutil
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
import onnxruntime
from spacy.language import Language
from spacy.tokens import Doc, Span, Token
from tokenizers import Encoding, Tokenizer

from service.detection.bio_decoder import LEAST_CHANCE, BioDecoder, Entity, Numbers

FACTORY = "deckname_tagger"
WINDOW = 190  # tokens of the model; it was trained on rows of up to 192
STRIDE = 160
BATCH_TOKENS = 512  # in one run of the model: more is no faster on one core, and takes memory
# Two nodes are normalised much faster one by one: a sixth of the time of a run.
SLOWER = ["SkipLayerNormFusion"]
NO_END = frozenset(",;:?!")
FILES = ("model.onnx", "tokenizer.json", "labels.json")

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
        self._decoder = BioDecoder(["O"])
        self._folder: Path | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Tag one document."""
        return next(iter(self._tag([doc])))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """Tag documents in batches; windows of like length run together."""
        waiting = iter(stream)
        while docs := list(islice(waiting, batch_size)):
            yield from self._tag(docs)

    def to_disk(self, path: Path, *, exclude: Sequence[str] = ()) -> None:
        """Copy the model's three files."""
        del exclude
        Path(path).mkdir(parents=True, exist_ok=True)
        if self._folder:
            for name in FILES:
                shutil.copy(self._folder / name, Path(path) / name)

    def from_disk(self, path: Path, *, exclude: Sequence[str] = ()) -> Tagger:
        """Load the model's three files."""
        del exclude
        self._folder = folder = Path(path)
        self._decoder = BioDecoder(json.loads((folder / "labels.json").read_text()))
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = self._threads
        self._session = onnxruntime.InferenceSession(
            folder / "model.onnx",
            options,
            providers=["CPUExecutionProvider"],
            disabled_optimizers=SLOWER,
        )
        return self

    def _tag(self, docs: list[Doc]) -> list[Doc]:
        texts = [doc.text for doc in docs]
        encodings = self._tokenizer.encode_batch(texts, add_special_tokens=False)
        scores = self._scores([encoding.ids for encoding in encodings])
        for doc, encoding, chances in zip(docs, encodings, scores, strict=True):
            if len(chances) and (chances[:, 0] <= 1 - LEAST_CHANCE).any():
                _set_entities(doc, encoding, chances, self._decoder)
        return docs

    def _scores(self, texts: list[list[int]]) -> list[Numbers]:
        """Return for each text the chances (tokens, labels)."""
        found = [
            np.zeros((len(ids), 2 * len(self._decoder.entities) + 1), np.float32) for ids in texts
        ]
        windows = [window for number, ids in enumerate(texts) for window in _windows(number, ids)]
        windows.sort(key=_length)
        for batch in _batches(windows):
            chances = self._run([texts[one.text][one.first : one.last] for one in batch])
            for one, rows in zip(batch, chances, strict=True):
                low, high = _middle(one, len(texts[one.text]))
                found[one.text][low:high] = rows[low - one.first : high - one.first]
        return found

    def _run(self, rows: list[list[int]]) -> list[Numbers]:
        longest = max(map(len, rows)) + 2
        # The tokenizer's marks: 0 begins a row, 2 ends it, 1 fills it up.
        ids = np.full((len(rows), longest), 1, np.int64)
        mask = np.zeros((len(rows), longest), np.int64)
        for number, row in enumerate(rows):
            ids[number, : len(row) + 2] = [0, *row, 2]
            mask[number, : len(row) + 2] = 1
        (logits,) = self._session.run(None, {"ids": ids, "mask": mask})
        # Softmax; less the largest, so that no power overflows.
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


def _length(window: Window) -> int:
    return window.last - window.first


def _batches(windows: list[Window]) -> Iterator[list[Window]]:
    """Yield `windows`, from short to long, in batches that fill up to the same length."""
    batch: list[Window] = []
    for window in windows:
        if batch and (len(batch) + 1) * _length(window) > BATCH_TOKENS:
            yield batch
            batch = []
        batch.append(window)
    if batch:
        yield batch


def _middle(window: Window, length: int) -> tuple[int, int]:
    """Return the tokens that this window decides: without the overlap's outer halves."""
    margin = (WINDOW - STRIDE) // 2
    low = window.first + (margin if window.first else 0)
    high = window.last - (margin if window.last < length else 0)
    return low, high


def _set_entities(doc: Doc, encoding: Encoding, chances: Numbers, decoder: BioDecoder) -> None:
    """Turn token chances into spans of whole words; a word is what its first token says."""
    starts = [start for start, _ in encoding.offsets]
    words = [word for word in doc if not word.is_space]
    rows = chances[[_token_at(starts, word.idx) for word in words]]
    fresh = [word.i > 0 and doc[word.i - 1].is_space for word in words]
    doc.ents = [
        _span(doc, words[found.first : found.last + 1], found)
        for found in decoder.entities_of(rows, fresh)
    ]


def _span(doc: Doc, words: list[Token], found: Entity) -> Span:
    """Make the span over `words`; a full stop may belong to a name ("Thomas K."), a comma not."""
    while len(words) > 1 and words[-1].text in NO_END:
        words = words[:-1]
    span = Span(doc, words[0].i, words[-1].i + 1, label=found.label)
    span._.score = found.score
    return span


def _token_at(starts: list[int], place: int) -> int:
    """Return the first token that starts at `place`, or else the one that runs over it."""
    found = bisect_left(starts, place)
    if found < len(starts) and starts[found] == place:
        return found
    return max(0, found - 1)
