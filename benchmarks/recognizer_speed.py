"""What each recognizer costs: milliseconds per kB on letters and on the text that is worst for it.

    python benchmarks/recognizer_speed.py [--short]

`letters` are ordinary German and English letters; `worst` is the slowest of several texts made to
hurt patterns (dots, digits, phone prefixes, brackets, base64, one long line).
"""

from __future__ import annotations

import argparse
import random
import string
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import recognizers
from tests.support.letters import ENGLISH, GERMAN

KILOBYTE = 1_000


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", action="store_true", help="shorter texts")
    size = 10 if parser.parse_args().short else 50
    letters = repeat(f"{GERMAN}\n\n{ENGLISH}\n\n", size)
    nasty = hostile(size)
    rows = []
    for one in recognizers.load():
        if hasattr(one, "find"):
            slowest = max(nasty, key=lambda name, one=one: cost(one, nasty[name]))
            rows.append((one.entity, cost(one, letters), cost(one, nasty[slowest]), slowest))
    print(f"{'entity':<24}{'letters':>9}{'worst':>9}  ms per kB, on texts of {size} kB")
    for entity, usual, worst, name in sorted(rows, key=lambda row: -row[1]):
        print(f"{entity:<24}{usual:>9.3f}{worst:>9.3f}  {name}")
    print(f"{'all':<24}{sum(row[1] for row in rows):>9.3f}")


def repeat(text: str, kilobytes: int) -> str:
    """Return `text` over and over, of that size."""
    return (text * (kilobytes * KILOBYTE // len(text) + 1))[: kilobytes * KILOBYTE]


def hostile(size: int) -> dict[str, str]:
    """Return texts made to hurt patterns."""
    draw = random.Random(5)
    signs = string.ascii_letters + string.digits + "+/"
    return {
        "dots": repeat(".", size),
        "digits": repeat("1", size),
        "0170 0170": repeat("0170 ", size),
        "a.a.a.": repeat("a.", size),
        "(0(0": repeat("(0", size),
        "1 1 1": repeat("1 ", size),
        "a@a@": repeat("a@", size),
        "base64": "".join(draw.choice(signs) for _ in range(size * KILOBYTE)),
        "one line": repeat("wort nummer 12 ", size),
    }


def cost(one: recognizers.Recognizer, text: str) -> float:
    """Return milliseconds per kB, the best of two."""
    times = []
    for _ in range(2):
        started = time.perf_counter()
        for _ in one.find(text):
            pass
        times.append(time.perf_counter() - started)
    return min(times) * 1000 / (len(text) / KILOBYTE)


if __name__ == "__main__":
    main()
