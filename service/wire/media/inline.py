"""Data URLs, and base64 that is media, inside texts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from service.wire.media.signatures import encoded_media, holds_media

# https://www.rfc-editor.org/rfc/rfc2397; one at the front of a text, or one in base64 anywhere.
FRONT_URL = re.compile(r"\s*data:[\w.+-]+/[\w.+-]+[;,]", re.IGNORECASE)
MARK = re.compile(r";base64,(?P<data>[A-Za-z0-9+/_%-]*={0,2})", re.IGNORECASE)
SCHEME = "data:"
LONGEST_TYPE = 200
APART = re.compile(r"[\s,]")


def data_urls(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) for each data URL in base64: found by its mark, then read backwards."""
    done = 0
    for mark in MARK.finditer(text):
        first = max(done, mark.start() - LONGEST_TYPE - len(SCHEME))
        before = text[first : mark.start()].lower()
        start = before.rfind(SCHEME)
        if start >= 0 and not APART.search(before, start):
            yield first + start, mark.end()
            done = mark.end()


def has_media(text: str) -> bool:
    """Return whether a text is a data URL, or holds one in base64 or media in base64."""
    if FRONT_URL.match(text) or next(data_urls(text), None):
        return True
    return holds_media(text)


def stretches(text: str) -> list[tuple[int, int]]:
    """Return where data stand in a text, in order and without overlaps."""
    found = sorted([*data_urls(text), *encoded_media(text)])
    apart: list[tuple[int, int]] = []
    for start, end in found:
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return apart
