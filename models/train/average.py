"""Average the weights of an exported model and of a training that went on from it.

python models/train/average.py --model models/default --work DIR --layers 6

Overwrites the checkpoint in DIR; `export.py` reads it from there. Two ends of one valley have a
better middle than either: Wortsman et al., Model soups (2022), https://arxiv.org/abs/2203.05482
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from shipped import read_state


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True, help="what the training started from")
    parser.add_argument("--work", type=Path, required=True, help="where its checkpoint is")
    parser.add_argument("--layers", type=int, required=True)
    parser.add_argument("--share", type=float, default=0.5, help="of the checkpoint")
    options = parser.parse_args()
    file = options.work / f"checkpoint-{options.layers}.pt"
    state = torch.load(file, map_location="cpu")
    before = read_state(options.model)
    state["network"] = {
        name: torch.lerp(before[name], weights, options.share)
        for name, weights in state["network"].items()
    }
    torch.save(state, file)


if __name__ == "__main__":
    main()
