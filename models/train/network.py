"""The token classifier: a BERT encoder written plainly, so that it exports to few ONNX nodes."""

from __future__ import annotations

import math

import numpy as np
import torch
from encoder import Encoder
from products import Product
from torch import Tensor, nn
from torch.nn import functional


class Layer(nn.Module):
    """One transformer layer, post-norm as in BERT."""

    def __init__(self, width: int, heads: int, wide: int, epsilon: float, drop: float) -> None:
        super().__init__()
        self.heads = heads
        self.drop = drop
        self.qkv = Product(width, 3 * width)
        self.attended = Product(width, width)
        self.norm1 = nn.LayerNorm(width, epsilon)
        self.widen = Product(width, wide)
        self.narrow = Product(wide, width)
        self.norm2 = nn.LayerNorm(width, epsilon)

    def forward(self, state: Tensor, mask: Tensor) -> Tensor:
        batch, length, width = state.shape
        size = width // self.heads
        query, key, value = (
            part.view(batch, length, self.heads, size).transpose(1, 2)
            for part in self.qkv(state).chunk(3, -1)
        )
        weights = torch.softmax(query @ key.transpose(-1, -2) / math.sqrt(size) + mask, -1)
        mixed = (weights @ value).transpose(1, 2).reshape(batch, length, width)
        state = self.norm1(state + self._dropped(self.attended(mixed)))
        wide = self.narrow(functional.gelu(self.widen(state)))
        return self.norm2(state + self._dropped(wide))

    def _dropped(self, state: Tensor) -> Tensor:
        """Drop the same places in all texts of a batch: drawing them costs as much as a product."""
        if not self.training:
            return state
        kept = torch.ones(1, *state.shape[1:], dtype=state.dtype, device=state.device)
        return state * functional.dropout(kept, self.drop)


class Tagger(nn.Module):
    """Token ids and mask, both (batch, tokens), to label scores (batch, tokens, labels)."""

    def __init__(
        self, encoder: Encoder, rows: list[int], layers: int, labels: int, drop: float = 0.1
    ) -> None:
        super().__init__()
        shape = encoder.shape
        self.drop = drop
        self.word = nn.Embedding(len(rows) + 1, shape.hidden, sparse=True)  # + the line break
        self.position = nn.Embedding(shape.positions, shape.hidden)
        self.segment = nn.Parameter(torch.zeros(shape.hidden))
        self.norm = nn.LayerNorm(shape.hidden, shape.epsilon)
        self.layers = nn.ModuleList(
            Layer(shape.hidden, shape.heads, shape.feed_forward, shape.epsilon, drop)
            for _ in range(layers)
        )
        self.out = Product(shape.hidden, labels)
        self._load(encoder.tensors, rows)

    def _load(self, tensors: dict[str, np.ndarray], rows: list[int]) -> None:
        words = tensors["word"][rows]
        state = {"word.weight": np.vstack([words, words.mean(0)]), "segment": tensors["type"]}
        state["position.weight"] = tensors["position"]
        own = self.state_dict()
        state |= {name: value for name, value in tensors.items() if name in own}
        missing = own.keys() - state.keys() - {"out.weight", "out.bias"}
        if missing:
            raise ValueError(f"no initial weights for {sorted(missing)}")
        self.load_state_dict({k: torch.from_numpy(v) for k, v in state.items()}, strict=False)

    def round_products(self) -> None:
        """From now on compute as the exported model does."""
        for module in self.modules():
            if isinstance(module, Product):
                module.rounded = True

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        places = torch.arange(ids.shape[1], device=ids.device).unsqueeze(0)
        state = self.norm(self.word(ids) + self.position(places) + self.segment)
        hidden = (1.0 - mask[:, None, None, :].to(state.dtype)) * -1e4
        for layer in self.layers:
            state = layer(state, hidden)
        return self.out(functional.dropout(state, self.drop, self.training))
