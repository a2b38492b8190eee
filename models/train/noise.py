"""What makes clean text look like text that people send: case, blanks, line breaks, slips, cuts."""

from __future__ import annotations

import random
from collections.abc import Callable

from passages import Passage

SWAPPED = 0.15  # of the persons in corpora, so that their famous names are not learnt by heart
UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"}
)
KEYS = "qwertzuiopasdfghjklyxcvbnm"


def swapped(passage: Passage, chance: random.Random, name: Callable[[int], str]) -> Passage:
    """Put other people's names for some; `name` draws one of as many words as it is told."""
    replacements = [
        (start, end, name(passage.text[start:end].count(" ") + 1))
        for start, end, label in passage.spans
        if label == "PERSON" and chance.random() < SWAPPED
    ]
    return _replaced(passage, replacements) if replacements else passage


def noisy(passage: Passage, chance: random.Random) -> Passage:
    """Leave most passages as they are; change the others in one way."""
    draw = chance.random()
    if draw < 0.06:
        return _mapped(passage, str.lower)
    if draw < 0.08:
        return _mapped(passage, str.upper)
    if draw < 0.10:
        return _replaced(passage, list(_transcribed(passage.text)))
    if draw < 0.14:
        return _replaced(passage, list(_slips(passage.text, chance)))
    if draw < 0.17:
        return _mapped(passage, lambda text: text.replace("\n", " "))
    if draw < 0.19:
        return _replaced(passage, list(_wider(passage.text, chance)))
    if draw < 0.24:
        return _cut(passage, chance)
    return passage


def _mapped(passage: Passage, change: Callable[[str], str]) -> Passage:
    text = change(passage.text)
    return Passage(text, passage.spans) if len(text) == len(passage.text) else passage


def _transcribed(text: str) -> list[tuple[int, int, str]]:
    changed = [(place, one.translate(UMLAUTS)) for place, one in enumerate(text)]
    return [(place, place + 1, new) for place, new in changed if new != text[place]]


def _slips(text: str, chance: random.Random) -> list[tuple[int, int, str]]:
    """Return a few slips: letters left out, doubled, or hit beside."""
    count = max(1, len(text) // 80)
    places = sorted({chance.randrange(len(text)) for _ in range(count)}) if text else []
    return [
        (place, place + 1, chance.choice(("", text[place] * 2, chance.choice(KEYS))))
        for place in places
        if text[place].islower()
    ]


def _wider(text: str, chance: random.Random) -> list[tuple[int, int, str]]:
    wide = chance.choice(("  ", "\n", " \n", "\t", "\u00a0"))
    blanks = [place for place, one in enumerate(text) if one == " " and chance.random() < 0.15]
    return [(place, place + 1, wide) for place in blanks]


def _cut(passage: Passage, chance: random.Random) -> Passage:
    """Cut the passage at a blank, as a window does; no span is cut in two."""
    blanks = [place for place, one in enumerate(passage.text) if one.isspace()]
    if len(blanks) < 8:
        return passage
    start, end = sorted((chance.choice(blanks) + 1, chance.choice(blanks)))
    if end - start < 10 or any(a < cut < b for a, b, _ in passage.spans for cut in (start, end)):
        return passage
    spans = [
        (a - start, b - start, name) for a, b, name in passage.spans if start <= a and b <= end
    ]
    return Passage(passage.text[start:end], tuple(spans))


def _replaced(passage: Passage, replacements: list[tuple[int, int, str]]) -> Passage:
    """Replace (start, end, text), in order and without overlaps; the spans move with the text."""
    parts: list[str] = []
    moves = [(0, 0)]  # from this place of the old text on, places move by so many
    done = 0
    for start, end, new in replacements:
        parts += (passage.text[done:start], new)
        moves.append((end, moves[-1][1] + len(new) - (end - start)))
        done = end
    text = "".join((*parts, passage.text[done:]))
    spans = (
        (start + _move(moves, start), end + _move(moves, end), label)
        for start, end, label in passage.spans
    )
    return Passage(text, tuple(span for span in spans if span[0] < span[1]))


def _move(moves: list[tuple[int, int]], place: int) -> int:
    return next(move for start, move in reversed(moves) if start <= place)
