"""How far two writers agree who marked the same documents, each by themselves.

    python models/train/agreement.py FIRST SECOND [--differences]

Both folders hold documents with marks under the same names (`models/corpus/README.md` tells the
form). Prints for each label F1 of values: a value counts where both marked the same characters by
the same label. `--differences` lists what one of them marked alone, so that the documents can be
mended. A document whose bare texts differ is named and left out.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from pathlib import Path

MARK = re.compile(r"⟦(?:(?P<label>[A-Z_]+)(?:#[A-Za-z0-9]+)?\||!)(?P<text>[^⟦⟧]*)⟧")
Marks = set[tuple[str, int, int]]


def read(path: Path) -> tuple[str, Marks]:
    """Return a document without its marks, and its values as (label, start, end)."""
    raw, bare, marks, place = path.read_text(encoding="utf-8"), "", set(), 0
    for mark in MARK.finditer(raw):
        bare += raw[place : mark.start()]
        if mark["label"]:
            marks.add((mark["label"], len(bare), len(bare) + len(mark["text"])))
        bare += mark["text"]
        place = mark.end()
    return bare + raw[place:], marks


def main() -> None:
    """Compare the two folders."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("first", type=Path)
    parser.add_argument("second", type=Path)
    parser.add_argument("--differences", action="store_true")
    given = parser.parse_args()
    both, alone = Counter(), Counter()
    documents = 0
    for path in sorted(given.second.rglob("*.txt")):
        name = path.relative_to(given.second)
        (text, one), (other, two) = read(given.first / name), read(path)
        if text.rstrip() != other.rstrip():
            print(f"{name}: the texts differ")
            continue
        documents += 1
        both.update(label for label, _, _ in one & two)
        alone.update(label for label, _, _ in one ^ two)
        if given.differences:
            for label, start, end in sorted(one ^ two, key=lambda mark: mark[1]):
                who = "first" if (label, start, end) in one else "second"
                print(f"{name}: {who}: {label} {text[start:end]!r}")
    print(f"{documents} documents")
    for label in sorted(both.keys() | alone.keys()):
        _row(label, both[label], alone[label])
    _row("all", both.total(), alone.total())


def _row(label: str, both: int, alone: int) -> None:
    print(f"{label:<14} F1 {200 * both / (2 * both + alone):5.1f}  both {both}, one alone {alone}")


if __name__ == "__main__":
    main()
