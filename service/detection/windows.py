"""Windows over a long text: they overlap, and bound what one search sees."""

from __future__ import annotations

import re
from collections.abc import Iterator

WINDOW = 8_000  # code points; bounds what is quadratic inside an engine, and its memory
OVERLAP = 400  # longer than any value that a pattern finds
BREAK = re.compile(r"\n\s*\n|\n|[.!?]\s|\s")


def cut(text: str) -> Iterator[tuple[int, int]]:
    """Yield windows over `text` that overlap, each from the start of a line, sentence or word."""
    start = 0
    while len(text) - start > WINDOW + OVERLAP:
        yield start, start + WINDOW
        # Only in its first half, so that the other half lies in both windows.
        overlap = text[start + WINDOW - OVERLAP : start + WINDOW - OVERLAP // 2]
        gap = BREAK.search(overlap)
        start += WINDOW - OVERLAP + (gap.end() if gap else 0)
    yield start, len(text)
