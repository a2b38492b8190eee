"""Distillation: a shallow model learns from the chances that a deep one gives, beside the labels.

Hinton, Vinyals, Dean: Distilling the Knowledge in a Neural Network (2015),
https://arxiv.org/abs/1503.02531
"""

from __future__ import annotations

import torch
from passages import IGNORED
from torch import Tensor
from torch.nn import functional

TEMPERATURE = 2.0
SHARE = 0.5  # of the teacher in the loss


def loss_of(logits: Tensor, labels: Tensor, taught: Tensor | None) -> Tensor:
    """Return the loss of a batch; `logits` and `taught` are (batch, tokens, labels).

    Tokens that no label counts for are left out on both sides.
    """
    own = functional.cross_entropy(
        logits.float().flatten(0, 1), labels.flatten(), ignore_index=IGNORED
    )
    if taught is None:
        return own
    counted = labels != IGNORED
    wanted = torch.softmax(taught.float()[counted] / TEMPERATURE, -1)
    given = torch.log_softmax(logits.float()[counted] / TEMPERATURE, -1)
    distance = functional.kl_div(given, wanted, reduction="batchmean")
    return (1 - SHARE) * own + SHARE * TEMPERATURE**2 * distance
