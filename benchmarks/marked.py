"""Documents with inline marks: `⟦PERSON|Ada Muster⟧` in the text marks those words as a person.

`benchmarks/data/letters/README.md` says what is marked and how.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

LABELS = frozenset({"PERSON", "ADDRESS", "LOCATION", "ORGANIZATION", "DECOY"})
MARK = re.compile(r"⟦([A-Z]+)\|([^⟦⟧]+)⟧")
LETTERS = Path(__file__).parent / "data/letters"
BLIND = Path(__file__).parent / "data/blind"


@dataclass(frozen=True, slots=True)
class Passage:
    """Text and its spans (start, end, label), in code points and in order."""

    text: str
    spans: tuple[tuple[int, int, str], ...]


def parse(marked: str) -> Passage:
    """Return the text without its marks, and what they marked.

    Raises ValueError for a label that does not exist and for half a mark.
    """
    text = ""
    spans: list[tuple[int, int, str]] = []
    place = 0
    for mark in MARK.finditer(marked):
        label, inside = mark.groups()
        if label not in LABELS:
            raise ValueError(f"no such label: {label}")
        text += marked[place : mark.start()]
        spans.append((len(text), len(text) + len(inside), label))
        text += inside
        place = mark.end()
    text += marked[place:]
    if "⟦" in text or "⟧" in text:
        raise ValueError("half a mark")
    return Passage(text, tuple(spans))


def read_letters(language: str = "", folder: Path = LETTERS) -> dict[str, Passage]:
    """Return the documents of a folder by file name; `language` is `de`, `en` or both.

    `LETTERS` are for development. `BLIND` is a test set: only scores of it may be looked at.
    """
    files = sorted(folder.glob(f"{language}*.txt"))
    return {path.stem: parse(path.read_text(encoding="utf-8")) for path in files}
