"""Restoring a text that arrives in pieces, cut anywhere, holding back one placeholder at most."""

from __future__ import annotations

import re
from collections.abc import Mapping

from service.text import json_source, placeholders
from service.text.placeholders.offsets import Moves

# In JSON text a bracket may be written as an escape, and an escape may be cut in two.
OPENS = r"(?:\[|\\u005[bB])"
CLOSES = r"(?:\]|\\u005[dD])"
JSON_PLACEHOLDER = re.compile(
    rf"(?P<placeholder>{OPENS}{OPENS}(?P<body>{placeholders.LABEL}-{placeholders.HASH}){CLOSES}{CLOSES})"
    r"|\\(?:u[0-9a-fA-F]{4}|.)",
    re.DOTALL,
)
CUT = r"\\(?:u(?:0(?:05?)?)?)?"  # a bracket's escape, not yet complete
JSON_FRONT = re.compile(
    rf"(?:{CUT}|{OPENS}(?:{CUT}|{OPENS}(?:{placeholders.LABEL}(?:-(?:[A-Z0-9]{{0,5}}|"
    rf"{placeholders.HASH}{CLOSES}?(?:{CUT})?))?)?)?)\Z"
)
JSON_LONGEST = placeholders.LONGEST + 4 * len(r"u005b")


class StreamRestorer:
    """Restores one channel of text; `json` says that the text is the source of a JSON document.

    Every placeholder met, issued or not, is added to `seen`.
    """

    def __init__(
        self, values: Mapping[str, str], *, json: bool = False, seen: set[str] | None = None
    ) -> None:
        self._values = values
        self._json = json
        self._seen = seen
        self._held = ""
        self.moves = Moves()

    def feed(self, piece: str) -> str:
        """Take the next piece; return what can be let go now, restored."""
        text = self._held + piece
        cut = self._cut_json(text) if self._json else self._cut(text)
        self._held = text[cut:]
        return self._restore(text[:cut])

    def finish(self) -> str:
        """Return what was held back: the text has ended."""
        rest, self._held = self._held, ""
        return self._restore(rest)

    @property
    def held(self) -> int:
        """How many code points are held back."""
        return len(self._held)

    def _restore(self, text: str) -> str:
        find = json_replacements if self._json else placeholders.replacements
        found = find(text, self._values, self._seen)
        self.moves.let_go(found, len(text))
        return placeholders.substitute(text, found) if found else text

    @staticmethod
    def _cut(text: str) -> int:
        start = max(0, len(text) - placeholders.LONGEST)
        if text.find("[", start) < 0:
            return len(text)
        front = placeholders.FRONT.search(text, start)
        return front.start() if front else len(text)

    @staticmethod
    def _cut_json(text: str) -> int:
        start = max(0, len(text) - JSON_LONGEST)
        if text.find("[", start) < 0 and text.find("\\", start) < 0:
            return len(text)
        front = JSON_FRONT.search(text, start)
        while front and _is_escaped(text, front.start()):
            front = JSON_FRONT.search(text, front.start() + 1)
        return front.start() if front else len(text)


def restore_json(text: str, values: Mapping[str, str], seen: set[str] | None = None) -> str:
    """Restore the source of a JSON document; values are escaped for the string they stand in."""
    return placeholders.substitute(text, json_replacements(text, values, seen))


def json_replacements(
    text: str, values: Mapping[str, str], seen: set[str] | None = None
) -> list[tuple[int, int, str]]:
    """Return (start, end, escaped value) for each placeholder in `values`; see `restore_json`."""
    if "[" not in text and "\\" not in text:
        return []
    found = []
    for one in JSON_PLACEHOLDER.finditer(text):
        placeholder = f"[[{one['body']}]]"
        if one["placeholder"] is not None:
            if seen is not None:
                seen.add(placeholder)
            if placeholder in values:
                found.append((*one.span(), json_source.escape(values[placeholder])))
    return found


def _is_escaped(text: str, place: int) -> bool:
    """Say whether an odd run of backslashes stands before `place`."""
    before = text[:place]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1
