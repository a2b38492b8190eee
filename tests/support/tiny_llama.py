"""A real llama.cpp server on a model of random weights, made here in a moment.

The model knows nothing; a grammar (GBNF) in the request forces what it says, so the text is known
and only its cuts are the tokenizer's. `python -m tests.tiny_llama FILE` serves FILE until its
standard input ends: the server cannot be stopped inside a process, and so it never outlives us.
"""

from __future__ import annotations

import string
import subprocess
import sys
import threading
from pathlib import Path
from typing import Self

import gguf
import numpy as np

NAME = "tiny-llama"
START_SECONDS = 60
CONTEXT = 4096
WIDTH = 32
LAYERS = 1
HEADS = 2
FEED_FORWARD = 64
BYTES = 256
# Words of several characters that overlap, so that one text can be cut in many odd ways.
WORDS = (
    *("[[", "]]", "[[P", "-A", "[[Per", "Per", "Pers", "Person", "erson", "son", "on-", "rson-"),
    *("[[e", "email", "ema", "mail-", "ail", "]]s", "]],", "]].", " [", " [[", "]] ", '"[[', ']]"'),
    *("Guten", " Tag", "Dear", " und", " and", "er", "en", "ch", "ä", "ü", "▁", '{"', '":', '"}'),
)
TEMPLATE = (
    "{% for message in messages %}<|{{ message.role }}|>{{ message.content }}\n{% endfor %}"
    "<|assistant|>"
)


def build(path: Path) -> None:
    """Write a model of a few hundred kilobytes; the same bytes each time."""
    tokens, scores, kinds = _vocabulary()
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_name("tiny")
    writer.add_vocab_size(len(tokens))
    writer.add_context_length(CONTEXT)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(LAYERS)
    writer.add_feed_forward_length(FEED_FORWARD)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(HEADS)
    writer.add_rope_dimension_count(WIDTH // HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_tokenizer_model("llama")
    writer.add_token_list(tokens)
    writer.add_token_scores(scores)
    writer.add_token_types(kinds)
    writer.add_unk_token_id(0)
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    writer.add_add_space_prefix(False)
    writer.add_chat_template(TEMPLATE)
    for name, shape in _shapes(len(tokens)).items():
        writer.add_tensor(name, _weights(name, shape))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def _vocabulary() -> tuple[list[bytes], list[float], list[int]]:
    """Return an SPM vocabulary: three control tokens, all bytes, single letters, and WORDS."""
    kind = gguf.TokenType
    tokens = [b"<unk>", b"<s>", b"</s>"]
    kinds = [int(kind.UNKNOWN), int(kind.CONTROL), int(kind.CONTROL)]
    tokens += [f"<0x{number:02X}>".encode() for number in range(BYTES)]
    kinds += [int(kind.BYTE)] * BYTES
    plain = sorted({word.replace(" ", "▁") for word in (*WORDS, *string.printable[:94])})
    tokens += [word.encode() for word in plain]
    kinds += [int(kind.NORMAL)] * len(plain)
    scores = [0.0] * (len(tokens) - len(plain)) + [float(len(word)) for word in plain]
    return tokens, scores, kinds


def _shapes(vocabulary: int) -> dict[str, tuple[int, ...]]:
    shapes: dict[str, tuple[int, ...]] = {
        "token_embd.weight": (vocabulary, WIDTH),
        "output_norm.weight": (WIDTH,),
        "output.weight": (vocabulary, WIDTH),
    }
    for layer in range(LAYERS):
        block = f"blk.{layer}."
        shapes |= {f"{block}attn_{name}.weight": (WIDTH, WIDTH) for name in ("q", "k", "v")}
        shapes |= {
            f"{block}attn_norm.weight": (WIDTH,),
            f"{block}attn_output.weight": (WIDTH, WIDTH),
            f"{block}ffn_norm.weight": (WIDTH,),
            f"{block}ffn_gate.weight": (FEED_FORWARD, WIDTH),
            f"{block}ffn_up.weight": (FEED_FORWARD, WIDTH),
            f"{block}ffn_down.weight": (WIDTH, FEED_FORWARD),
        }
    return shapes


def _weights(name: str, shape: tuple[int, ...]) -> np.ndarray:
    if name.endswith("norm.weight"):
        return np.ones(shape, np.float32)
    seed = int.from_bytes(name.encode()[-8:], "big")
    return np.random.default_rng(seed).normal(0, 0.2, shape).astype(np.float32)


class TinyLlama:
    """The server as a process of its own; a context manager. `url` ends in /v1."""

    def __init__(self, folder: Path) -> None:
        """Write the model and the server's log into `folder`."""
        self.model = folder / "tiny.gguf"
        self.log = folder / "llama.log"
        self.url = ""
        build(self.model)

    def __enter__(self) -> Self:
        command = [sys.executable, "-m", __name__, str(self.model)]
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(  # noqa: S603 - our own command line
                command,
                cwd=Path(__file__).parents[2],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        limit = threading.Timer(START_SECONDS, self._process.kill)
        limit.start()
        address = self._process.stdout.readline().strip()  # type: ignore[union-attr]
        limit.cancel()
        if not address:
            self.__exit__()
            raise RuntimeError(f"llama.cpp did not start: {self.log.read_text()[-2000:]}")
        self.url = f"{address}/v1"
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()


def serve(path: str) -> None:
    """Serve a model on a free port of this machine; print the address, then wait for the end."""
    import xllamacpp  # noqa: PLC0415 - only for Linux; building the model needs none

    params = xllamacpp.CommonParams()
    params.model.path = path
    params.model_alias = [NAME]
    params.hostnames = ["127.0.0.1"]
    params.port = 0
    params.n_ctx = CONTEXT
    params.n_parallel = 1
    params.warmup = False
    params.cpuparams.n_threads = 1
    server = xllamacpp.Server(params)
    print(server.listening_address, flush=True)  # noqa: T201 - what the parent waits for
    sys.stdin.read()


if __name__ == "__main__":
    serve(sys.argv[1])
