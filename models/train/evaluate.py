"""Score a model folder on GermEval 2014: strict spans that are likelier names than not.

python models/train/evaluate.py --data DIR --model models/default [--part dev]
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path

import spacy
from corpora import read_germeval
from passages import to_passage
from score import score_spans

import service.detection.tagger  # noqa: F401  the component's factory


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--part", choices=("dev", "test"), default="dev")
    options = parser.parse_args()
    nlp = spacy.load(options.model)
    chance = random.Random(1)
    passages = [to_passage(one, chance) for one in read_germeval(options.data, options.part)]
    started = time.process_time()
    docs = list(nlp.pipe([passage.text for passage in passages]))
    seconds = time.process_time() - started
    found = [
        {(one.start_char, one.end_char, one.label_) for one in doc.ents if one._.score >= 0.5}
        for doc in docs
    ]
    print(options.part, score_spans([set(passage.spans) for passage in passages], found))
    words = sum(len(passage.text.split()) for passage in passages)
    print(f"{words / seconds:.0f} words/s on one core (CPU time)")


if __name__ == "__main__":
    main()
