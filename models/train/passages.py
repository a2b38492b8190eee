"""Sentences of words become running text with labelled spans, and text becomes training rows."""

from __future__ import annotations

import random
from bisect import bisect_right
from dataclasses import dataclass

from corpora import LABELS, Sentence
from tokenizers import Encoding, Tokenizer

LABEL_IDS = {label: number for number, label in enumerate(LABELS)}
NO_SPACE_BEFORE = frozenset(".,;:!?)]}%“”’…")
NO_SPACE_AFTER = frozenset("([{„‚")
IGNORED = -100
LONGEST_ROW = 192


@dataclass(frozen=True, slots=True)
class Passage:
    """Text and its spans (start, end, label), in code points."""

    text: str
    spans: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """Token ids and one label id per token (`IGNORED` for the special tokens)."""

    ids: list[int]
    labels: list[int]


def to_passage(sentence: Sentence, chance: random.Random) -> Passage:
    """Join the words; four times in five with the spacing of ordinary text."""
    natural = chance.random() < 0.8
    text = ""
    spans: list[tuple[int, int, str]] = []
    quoted = glued = False
    for word, label in zip(sentence.words, sentence.labels, strict=True):
        closes = word == '"' and quoted
        tight = natural and (word[0] in NO_SPACE_BEFORE or closes or word in ("'s", "n't"))
        if text and not tight and not glued:
            text += " "
        start = len(text)
        text += word
        quoted ^= word == '"'
        glued = natural and (word in NO_SPACE_AFTER or (word == '"' and quoted))
        if label.startswith("B-"):
            spans.append((start, len(text), label[2:]))
        elif label.startswith("I-"):
            spans[-1] = (spans[-1][0], len(text), label[2:])
    return Passage(text, tuple(spans))


def join(passages: list[Passage], separator: str) -> Passage:
    """Join passages into one, so that the model also sees several sentences at once."""
    text = ""
    spans: list[tuple[int, int, str]] = []
    for number, passage in enumerate(passages):
        text += separator if number else ""
        spans += [(start + len(text), end + len(text), name) for start, end, name in passage.spans]
        text += passage.text
    return Passage(text, tuple(spans))


def to_row(passage: Passage, tokenizer: Tokenizer) -> Row:
    """Encode a passage; each token of a span gets its label, the first one the B side."""
    return _to_row(passage, tokenizer.encode(passage.text))


def to_judged_row(passage: Passage, tokenizer: Tokenizer) -> Row:
    """Do the same for scoring: a word is what its first token says, as in the service."""
    encoding = tokenizer.encode(passage.text)
    row = _to_row(passage, encoding)
    labels = [
        IGNORED if _goes_on(passage.text, start) else label
        for label, (start, _) in zip(row.labels, encoding.offsets, strict=False)  # it may be cut
    ]
    return Row(row.ids, labels)


def _to_row(passage: Passage, encoding: Encoding) -> Row:
    spans = sorted(passage.spans)
    starts = [start for start, _, _ in spans]
    labels: list[int] = []
    opened = -1
    for (start, end), special in zip(encoding.offsets, encoding.special_tokens_mask, strict=True):
        if special or start == end:
            labels.append(IGNORED)
            continue
        place = bisect_right(starts, end - 1) - 1
        if place < 0 or start >= spans[place][1]:
            labels.append(0)
            continue
        side = "I-" if opened == place else "B-"
        labels.append(LABEL_IDS[side + spans[place][2]])
        opened = place
    return Row(encoding.ids[:LONGEST_ROW], labels[:LONGEST_ROW])


def _goes_on(text: str, start: int) -> bool:
    return 0 < start < len(text) and text[start - 1].isalnum() and text[start].isalnum()
