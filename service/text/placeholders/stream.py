"""The restorer of a text that comes in pieces: it holds back one placeholder at most."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from service.text import json_source, placeholders
from service.text.placeholders.grammar import Restored
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
    """Restores one channel of text; `json` says that the text is the source of a JSON document."""

    def __init__(self, values: Mapping[str, str], *, json: bool = False) -> None:
        self._values = values
        self._json = json
        self._held = ""
        self._seen: set[str] = set()
        self.moves = Moves()

    def feed(self, piece: str) -> str:
        """Return what can be let go now that the next piece is there, restored."""
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

    @property
    def seen(self) -> frozenset[str]:
        """Every placeholder that was met so far, issued or not."""
        return frozenset(self._seen)

    def _restore(self, text: str) -> str:
        met = _placed(text, json=self._json)
        if not met:  # as in most pieces
            self.moves.let_go((), len(text))
            return text
        self._seen.update(name for _, _, name in met)
        found = _values(met, self._values, json=self._json)
        self.moves.let_go(found, len(text))
        return placeholders.substitute(text, found)

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


def restore_json(text: str, values: Mapping[str, str]) -> Restored:
    """Restore the source of a JSON document; values are escaped for the string they stand in."""
    met = _placed(text, json=True)
    if not met:
        return Restored(text)
    restored = placeholders.substitute(text, _values(met, values, json=True))
    return Restored(restored, frozenset(name for _, _, name in met))


def _placed(text: str, *, json: bool) -> list[tuple[int, int, str]]:
    """Return (start, end, placeholder) for each placeholder in a text or the source of JSON."""
    if not json:
        return [(*one.span(), one[0]) for one in placeholders.find(text)] if "[[" in text else []
    if "[" not in text and "\\" not in text:
        return []
    found = JSON_PLACEHOLDER.finditer(text)
    return [(*one.span(), f"[[{one['body']}]]") for one in found if one["placeholder"] is not None]


def _values(
    met: Iterable[tuple[int, int, str]], values: Mapping[str, str], *, json: bool
) -> list[tuple[int, int, str]]:
    """Return (start, end, value) for those placeholders that have one, escaped for JSON."""
    return [
        (start, end, json_source.escape(values[name]) if json else values[name])
        for start, end, name in met
        if name in values
    ]


def _is_escaped(text: str, place: int) -> bool:
    """Return whether an odd run of backslashes stands before `place`."""
    before = text[:place]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1
