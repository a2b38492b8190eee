"""Runs real clients and outside suites against Deckname and prints one table.

    python tests/conformance/run.py [NAME ...]

Without names it runs all. Everything is on 127.0.0.1 and bounded in time; the packages go into
environments of their own under build/conformance. Ends with 1 when a cell fails.
"""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(ROOT)]

import recognizers  # noqa: E402 - the checkout is found first
from service.detection.analyzer import Analyzer  # noqa: E402
from service.detection.shipped_models import shipped_model  # noqa: E402
from tests.conformance import environments, suites, talks  # noqa: E402
from tests.conformance.table import Cell, show  # noqa: E402


def main(wanted: list[str]) -> int:
    """Run what is wanted; return the exit code."""
    rows = {**talks.ROWS, **suites.ROWS}
    unknown = [name for name in wanted if name not in rows]
    if unknown:
        print(f"unknown: {', '.join(unknown)}; known: {', '.join(rows)}")
        return 2
    cells: list[Cell] = []
    with ExitStack() as stack:
        analyzer = Analyzer(recognizers.load(), shipped_model())
        stack.callback(analyzer.close)
        for name, row in rows.items():
            if not wanted or name in wanted:
                print(f"… {name}", file=sys.stderr, flush=True)
                try:
                    environments.prepare(row.environment)
                    cells += row.run(name, analyzer)
                except Exception as error:  # noqa: BLE001 - a row that cannot run has failed
                    cells.append(Cell(name, "runs", f"{type(error).__name__}: {error}"[:600]))
    show(cells)
    return 1 if any(cell.fault for cell in cells) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
