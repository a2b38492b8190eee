"""Media inside requests: what is a part, a payload or a data URL, and texts without their data."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

from service.text.json_source import JsonView
from service.wire.protocol_fields import Pattern

# Types of content parts; as their members they count too: vLLM takes parts without a type.
PARTS = frozenset(
    {"image_url", "input_image", "image", "input_audio", "audio_url", "audio"}
    | {"video_url", "input_video", "video", "file", "input_file", "document"}
)
# https://www.rfc-editor.org/rfc/rfc2397; one at the front of a text, or one in base64 anywhere.
DATA_URL = re.compile(r"\Adata:[\w.+-]+/[\w.+-]+[;,]|data:[^\s,]{0,200};base64,", re.IGNORECASE)
WHOLE_URL = re.compile(r"data:[\w.+-]+/[\w.+-]+[;,]\S*", re.IGNORECASE)
INLINE_URL = re.compile(r"data:[^\s,]{0,200};base64,[A-Za-z0-9+/_%-]*={0,2}", re.IGNORECASE)
BASE64 = re.compile(r"[A-Za-z0-9+/_-][A-Za-z0-9+/_\r\n-]*={0,2}\s*")
FILE_ID = re.compile(r"file[-_][A-Za-z0-9_-]{1,128}")
# Where parts stand, and the members of theirs that hold no text.
ROOTS = frozenset({"messages", "input"})
URLS = frozenset({"image_url", "file_url", "audio_url", "video_url"})
DATA = frozenset({("input_audio", "data"), ("audio", "data"), ("source", "data")})
# Stands for data that is not looked at.
GAP = "\ufffc"


def is_part(part: object) -> bool:
    """Return whether a content part is media."""
    if not isinstance(part, dict):
        return False
    kind = part.get("type")
    return (isinstance(kind, str) and kind in PARTS) or not PARTS.isdisjoint(part)


def is_payload(pattern: Pattern, value: str) -> bool:
    """Return whether a string there is the content of a media part, or the id of a file."""
    if pattern[0] not in ROOTS or len(pattern) < 2:  # noqa: PLR2004  a part stands deeper
        return False
    if pattern[-1] in URLS or (pattern[-1] == "url" and pattern[-2] in URLS):
        return WHOLE_URL.fullmatch(value) is not None
    if pattern[-1] == "file_id":
        return FILE_ID.fullmatch(value) is not None
    if pattern[-1] == "file_data" or pattern[-2:] in DATA:
        return (WHOLE_URL.fullmatch(value) or BASE64.fullmatch(value)) is not None
    return False


def without_data(text: str, json: JsonView | None) -> JsonView | None:
    """Return a view of `text` with a GAP for each data URL in base64: it is not read or changed.

    `json` is the view that the text has anyhow.
    """
    view = json.view if json else text
    found = [match.span() for match in INLINE_URL.finditer(view)]
    if not found:
        return json
    gaps = _Gaps(found)
    places: Any = json.places if json else range(len(text) + 1)
    parts: list[str] = []
    shown = array("Q")
    for start, end in gaps.around(0, len(view)):
        parts += (view[start:end], GAP)
        shown.extend(places[start : end + 1])  # the last is where the gap begins, or the end
    regions = json.regions if json else ((0, len(view)),)
    return JsonView(
        text,
        "".join(parts[:-1]),
        shown,
        tuple(gaps.moved(*piece) for region in regions for piece in gaps.around(*region)),
        frozenset(gaps.moved(*number) for number in json.numbers) if json else frozenset(),
        exact=False,
    )


class _Gaps:
    """Stretches, in order, that shrink to one character each."""

    def __init__(self, gaps: list[tuple[int, int]]) -> None:
        self._gaps = gaps
        self._ends = [end for _, end in gaps]
        shrunk = (end - start - len(GAP) for start, end in gaps)
        self._shrunk = [0, *accumulate(shrunk)]

    def around(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield what of start:end lies before, between and after the gaps; also empty stretches."""
        for number in range(bisect_right(self._ends, start), len(self._gaps)):
            first, last = self._gaps[number]
            if first >= end:
                break
            yield start, max(start, first)
            start = min(last, end)
        yield start, end

    def moved(self, start: int, end: int) -> tuple[int, int]:
        """Return where start:end, which touches no gap, stands once the gaps have shrunk."""
        return self._moved(start), self._moved(end)

    def _moved(self, index: int) -> int:
        return index - self._shrunk[bisect_right(self._ends, index)]
