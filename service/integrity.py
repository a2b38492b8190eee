"""Whether the model kept every placeholder: kept, missing, invented."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Report:
    """How many placeholders were sent, came back, did not, and were made up by the model."""

    sent: int
    kept: int
    missing: int
    repaired: int
    invented: int

    def as_dict(self) -> dict[str, int]:
        """Return the counts by name."""
        return asdict(self)


def judge(sent: Collection[str], seen: Collection[str]) -> Report:
    """Compare the placeholders that were sent with those that the answer holds."""
    expected, came = frozenset(sent), frozenset(seen)
    kept = len(expected & came)
    return Report(
        sent=len(expected),
        kept=kept,
        missing=len(expected) - kept,
        repaired=0,
        invented=len(came - expected),
    )
