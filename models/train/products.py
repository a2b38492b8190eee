"""Matrix products as the exported model computes them, so that a training learns to live with it.

ONNX Runtime's dynamic quantization: the matrix as int8 with a scale for each row, what goes in as
uint8 with one scale and zero for all of it. The gradient passes as if nothing had been rounded
(Bengio et al. 2013, https://arxiv.org/abs/1308.3432).
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

SMALLEST = 1e-8


class Product(nn.Linear):
    """A linear layer; with `rounded` its matrix and its input are rounded to eight bits."""

    rounded = False

    def forward(self, state: Tensor) -> Tensor:
        if not self.rounded:
            return super().forward(state)
        return functional.linear(rounded_state(state), rounded_matrix(self.weight), self.bias)


def rounded_matrix(weight: Tensor) -> Tensor:
    """Round (out, in) to int8, one scale for each row of it."""
    values = weight.detach()
    scale = values.abs().amax(1, keepdim=True).clamp_min(SMALLEST) / 127
    return weight + (torch.round(values / scale) * scale - values)


def rounded_state(state: Tensor) -> Tensor:
    """Round to uint8, one scale for all; zero stays zero, as the operator demands.

    https://onnx.ai/onnx/operators/onnx__DynamicQuantizeLinear.html
    """
    values = state.detach().float()
    low, high = values.amin().clamp_max(0), values.amax().clamp_min(0)
    scale = (high - low).clamp_min(SMALLEST) / 255
    zero = torch.round(-low / scale)
    levels = torch.clamp(torch.round(values / scale) + zero, 0, 255)
    return state + ((levels - zero) * scale - values).to(state.dtype)
