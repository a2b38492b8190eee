"""Scores that mean what they say: the temperature at which a tagger is as sure as it is right.

One number divides all logits (Guo et al., On Calibration of Modern Neural Networks, 2017,
https://arxiv.org/abs/1706.04599). It is found on development text and becomes part of the last
layer, so that nothing has to be known of it at run time.
"""

from __future__ import annotations

import numpy as np
import torch
from network import Tagger
from passages import IGNORED, Row

LOWEST, HIGHEST = 0.5, 5.0


def calibrate(network: Tagger, rows: list[Row]) -> float:
    """Scale the last layer of `network` by the best temperature on `rows`; return it."""
    logits, labels = _logits(network.eval(), rows)
    found = min(
        np.arange(LOWEST, HIGHEST, 0.05),
        key=lambda one: float(torch.nn.functional.cross_entropy(logits / one, labels)),
    )
    with torch.no_grad():
        network.out.weight /= float(found)
        network.out.bias /= float(found)
    return float(found)


def _logits(network: Tagger, rows: list[Row]) -> tuple[torch.Tensor, torch.Tensor]:
    found, wanted = [], []
    with torch.no_grad():
        for row in rows:
            if len(row.ids) > 2:
                ids = torch.tensor([row.ids])
                labels = torch.tensor(row.labels)
                counted = labels != IGNORED
                found.append(network(ids, torch.ones_like(ids))[0][counted])
                wanted.append(labels[counted])
    return torch.cat(found), torch.cat(wanted)
