"""The weights of an exported model, read back: a training can go on from what is shipped."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from tokenizers import Tokenizer

COMPONENT = "deckname_tagger"
EMBEDDINGS = ("word", "position")
MATRICES = ("qkv", "attended", "widen", "narrow")


def read_tokenizer(model: Path) -> Tokenizer:
    """Return the tokenizer of the model in folder `model`."""
    return Tokenizer.from_file(str(model / COMPONENT / "tokenizer.json"))


def read_state(model: Path) -> dict[str, torch.Tensor]:
    """Return the `state_dict` of the `Tagger` in folder `model`; int8 weights become float."""
    graph = onnx.load(model / COMPONENT / "model.onnx").graph
    arrays = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    matrices = [name for name in arrays if "MatMul" in name and name.endswith("_quantized")]
    layers = len(matrices) // len(MATRICES)  # the one left over is the last
    names = [f"layers.{layer}.{one}" for layer in range(layers) for one in MATRICES] + ["out"]
    state = {name: value for name, value in arrays.items() if value.dtype == np.float32}
    state = {name: value for name, value in state.items() if not name.endswith("_scale")}
    for name, matrix in zip(names, matrices, strict=True):
        state[f"{name}.weight"] = _floats(arrays, matrix).T
    for name in EMBEDDINGS:
        state[f"{name}.weight"] = _floats(arrays, f"{name}.weight_quantized")
    return {name: torch.from_numpy(np.array(value, np.float32)) for name, value in state.items()}


def _floats(arrays: dict[str, np.ndarray], name: str) -> np.ndarray:
    stem = name.removesuffix("_quantized")
    zero, scale = arrays[f"{stem}_zero_point"], arrays[f"{stem}_scale"]
    return (arrays[name].astype(np.float32) - zero.astype(np.float32)) * scale
