"""`make faults`: fault x answer x milliseconds x bytes leaked x recovered, in one table."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.faults.cases import CASES, TLS_CASES, Case
from tests.faults.process_cases import LAST_CASE, PROCESS_CASES
from tests.faults.scene import Scene, standing


def row(scene: Scene, case: Case, *, is_last: bool = False) -> tuple[str, bool]:
    """Run one case; return its line and whether all is as it must be."""
    with case.fault(scene):
        replies = case.ask(scene)
    answers = " / ".join(sorted({one.answer for one in replies}))
    slowest = max(one.milliseconds for one in replies)
    leaked, recovered = scene.leaked(replies), is_last or scene.recovers()
    said = "–" if is_last else "yes" if recovered else "NO"
    good = {one.answer for one in replies} <= case.answers and not leaked and recovered
    late = case.soon is not None and slowest > case.soon
    line = f"| {case.name} | {answers} | {slowest:.0f} | {leaked} | {said} |"
    return line + (
        " <-- late" if late else "" if good else " <-- not as it must be"
    ), good and not late


def rows(cases: Sequence[Case], last: Case | None = None, **settings: Any) -> bool:
    """Print the lines of the cases on one scene, and whether all is as it must be afterwards."""
    results = []
    with tempfile.TemporaryDirectory() as folder, standing(Path(folder), **settings) as scene:
        scene.recovers()
        before = scene.connections()
        for case in cases:
            line, good = row(scene, case)
            print(line, flush=True)
            results.append(good)
        idle = scene.is_idle()
        after = f"{before} before, {scene.connections()} after"
        if last:
            line, good = row(scene, last, is_last=True)
            print(line, flush=True)
            results.append(good)
    about = ", ".join(f"{name}={value}" for name, value in settings.items()) or "one worker"
    print(f"  ({about}: sockets {after}; nothing goes on: {'yes' if idle else 'NO'})", flush=True)
    return all(results) and idle


def main() -> int:
    """Print the table."""
    print("| fault | answer | slowest, ms | bytes leaked | recovered |\n|---|---|---|---|---|")
    good = [rows(CASES), rows(TLS_CASES, tls=True), rows(PROCESS_CASES, LAST_CASE, workers=2)]
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
