"""`make faults`: fault x answer x milliseconds x bytes leaked x recovered, in one table."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.faults.cases import CASES, Case
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
    line = f"| {case.name} | {answers} | {slowest:.0f} | {leaked} | {said} |"
    return line + ("" if good else " <-- not as it must be"), good


def main() -> int:
    """Print the table."""
    print("| fault | answer | slowest, ms | leaked | recovered |\n|---|---|---|---|---|")
    results = []
    with tempfile.TemporaryDirectory() as folder, standing(Path(folder)) as scene:
        scene.recovers()
        before = scene.connections()
        for case in CASES:
            line, good = row(scene, case)
            print(line, flush=True)
            results.append(good)
        held = scene.upstream.open
        print(f"\nsockets of the service: {before} before, {scene.connections()} after")
        print(f"connections to the upstream still open: {held}")
    with tempfile.TemporaryDirectory() as folder, standing(Path(folder), workers=2) as scene:
        scene.recovers()
        for case in (*PROCESS_CASES, LAST_CASE):
            line, good = row(scene, case, is_last=case is LAST_CASE)
            print(line, flush=True)
            results.append(good)
    return 0 if all(results) and not held else 1


if __name__ == "__main__":
    sys.exit(main())
