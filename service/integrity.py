"""Integrity of placeholders: which of them an answer kept, and what is done when it did not."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import asdict, dataclass, field
from typing import Literal, get_args

from service.errors import InvalidRequestError
from service.text.repair.finder import WORD
from service.text.repair.repairer import Tally

MODE_HEADER = "x-integrity"
KEEP_HEADER = "x-require-placeholders"
Mode = Literal["report", "repair", "retry", "reject"]
MODES: tuple[Mode, ...] = get_args(Mode)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many different placeholders were sent, came back, did not, or were none of ours.

    `kept` counts those that came back, intact or `repaired`. `altered` are the different damaged
    forms, `repaired` those of them that were. `invented` are the model's own, `foreign` those that
    stood in the request and belong to no value of the job.
    """

    sent: int
    kept: int
    missing: int
    altered: int
    repaired: int
    invented: int
    foreign: int


@dataclass(frozen=True, slots=True)
class Report:
    """The counts, the altered forms of each kind, and which placeholders are lost."""

    counts: Counts
    kinds: Mapping[str, int] = field(default_factory=dict)
    lost: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, int]:
        """Return the counts by name."""
        return asdict(self.counts)


@dataclass(frozen=True, slots=True)
class Demand:
    """What a caller asks for: what happens to damage, and whether every placeholder must come."""

    mode: Mode = "repair"
    keep_all: bool = False

    @property
    def repairs(self) -> bool:
        """Whether damaged placeholders are repaired."""
        return self.mode != "report"

    def is_met(self, report: Report) -> bool:
        """Return whether an answer is as it should be: it may drop names, unless told not to."""
        counts = report.counts
        faults = counts.altered - counts.repaired + counts.invented
        return faults == 0 and not (self.keep_all and counts.missing)


class Demands:
    """What each caller asks for: by header, else as its tenant, else as the setting says."""

    def __init__(
        self,
        default: Mode = "repair",
        of_tenant: Callable[[str], Mode | None] = lambda _: None,
        retries: int = 1,
    ) -> None:
        """Keep the modes, and how often a model is asked again at most."""
        self._default = default
        self._of_tenant = of_tenant
        self.retries = retries

    def of(self, tenant: str, headers: Mapping[str, str]) -> Demand:
        """Return the demand of a request. Raises InvalidRequestError for an unknown word."""
        wanted = headers.get(MODE_HEADER, self._of_tenant(tenant) or self._default).lower()
        mode = next((one for one in MODES if one == wanted), None)
        if mode is None:
            raise InvalidRequestError(MODE_HEADER, f"It must be one of {', '.join(MODES)}.")
        keep = headers.get(KEEP_HEADER, "").lower()
        if keep not in ("", "all"):
            raise InvalidRequestError(KEEP_HEADER, "It must be all.")
        return Demand(mode, keep_all=keep == "all")


def judge(
    sent: Collection[str],
    seen: Collection[str],
    tally: Tally | None = None,
    foreign: Collection[str] = (),
) -> Report:
    """Compare the placeholders that were sent with those that the answer holds.

    `seen` are those after repairing, `tally` tells what was damaged, and `foreign` are those of
    the request that are none of the job.
    """
    expected, came, strange = frozenset(sent), frozenset(seen), frozenset(foreign)
    lost = expected - came
    tally = tally or Tally()
    if not lost:  # the words stand for no placeholder
        forms = {form: fix for form, fix in tally.forms.items() if fix.kind != WORD}
        tally = Tally(forms, tally.mended)
    counts = Counts(
        sent=len(expected),
        kept=len(expected & came),
        missing=len(lost),
        altered=len(tally.forms),
        repaired=tally.repaired,
        invented=len(came - expected - strange),
        foreign=len(came & strange),
    )
    return Report(counts, tally.kinds, tuple(sorted(lost)))
