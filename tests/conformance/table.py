"""One cell of the conformance table, and the table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Cell:
    """What one client or suite did in one case; `note` is a result worth telling."""

    row: str
    case: str
    fault: str | None = None
    note: str = ""


def show(cells: Sequence[Cell]) -> None:
    """Print row, case and result, then why cells failed."""
    widths = [max([len(getattr(one, key)) for one in cells] or [1]) for key in ("row", "case")]
    print(f"{'client or suite':<{widths[0]}}  {'case':<{widths[1]}}  result")
    for cell in cells:
        result = "FAIL" if cell.fault else "ok"
        print(f"{cell.row:<{widths[0]}}  {cell.case:<{widths[1]}}  {result}  {cell.note}".rstrip())
    faults = [cell for cell in cells if cell.fault]
    print(f"\n{len(cells)} cells, {len(faults)} failed")
    for cell in faults:
        print(f"\n{cell.row} · {cell.case}: {cell.fault}")
