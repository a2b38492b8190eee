"""What a text holds of the placeholders of a job, and what it lacks."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Self

from service.text.repair.repairer import Tally


@dataclass(frozen=True, slots=True)
class Verified:
    """Placeholders of a job that a text holds, or lacks, those of nobody, and the damaged forms."""

    kept: tuple[str, ...]
    missing: tuple[str, ...]
    invented: tuple[str, ...]
    tally: Tally

    @classmethod
    def of(cls, issued: AbstractSet[str], met: AbstractSet[str], tally: Tally) -> Self:
        """Compare the placeholders of a job with those met in a text."""
        kept, missing, invented = map(sorted, (met & issued, issued - met, met - issued))
        return cls(tuple(kept), tuple(missing), tuple(invented), tally)
