"""Names of files in texts, read as words: `Kündigung_Sabine_Krämer.pdf` holds a name.

The signs between words are shown as blanks, and the ending is no part of what may change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from service.text.json_source import JsonView

ENDING = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|txt|csv|eml|msg|jpe?g|png|gif|webp|tiff?|heic|mp[34]|m4a"
    r"|wav|ogg|mov|zip)(?![\w-])",
    re.IGNORECASE,
)
LONGEST = 120  # code points of a name without its ending
LONGEST_ADDRESS = 200
FEWEST_HYPHENS = 2  # with one hyphen it may be a double name


def read(text: str) -> JsonView | None:
    """Return a view of a text with the names of its files as words; None without any file."""
    endings = [found.span() for found in ENDING.finditer(text)]
    if not endings:
        return None
    shown = list(text)
    done = 0
    for start, end in endings:
        stem = _stem(text, done, start)
        for place in _between(text, stem, start):
            shown[place] = " "
        done = end
    regions = [(after, start) for after, start in _around(endings, len(text)) if after < start]
    places = range(len(text) + 1)
    return JsonView(text, "".join(shown), places, tuple(regions), frozenset(), exact=True)


def _stem(text: str, first: int, end: int) -> int:
    """Return where a name begins that ends at `end`; at `end` for a part of an address."""
    start, least = end, max(first, end - LONGEST)
    while start > least and (text[start - 1].isalnum() or text[start - 1] in "_-."):
        start -= 1
    before = text[max(first, start - LONGEST_ADDRESS) : start].split()
    is_address = text[start - 1 : start] == "@" or (
        bool(before) and not text[start - 1].isspace() and "://" in before[-1]
    )
    return end if is_address else start


def _between(text: str, start: int, end: int) -> Iterator[int]:
    """Yield the places of the signs that stand for blanks in a name."""
    stem = text[start:end]
    signs = "_." if "_" in stem else "."
    if "_" not in stem and stem.count("-") >= FEWEST_HYPHENS:
        signs = "-."
    for place in range(start + 1, end - 1):
        if text[place] in signs and text[place - 1].isalnum() and text[place + 1].isalnum():
            yield place


def _around(stretches: list[tuple[int, int]], end: int) -> Iterator[tuple[int, int]]:
    """Yield what lies before, between and after the stretches."""
    done = 0
    for start, stop in stretches:
        yield done, start
        done = stop
    yield done, end
