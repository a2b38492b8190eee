"""Asking a model again: the same request, with a note on the placeholders that it lost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

MOST_NAMED = 50
LOST = (
    "A first answer to this lost or changed placeholders. Answer again, and where you need them"
    " copy these character by character: "
)
MADE_UP = (
    "A first answer to this had placeholders that nobody gave you. Answer again, and use no others"
    " than those above."
)


def note(lost: Sequence[str]) -> str:
    """Return the note for a model that lost these placeholders, or made some up."""
    return LOST + " ".join(lost[:MOST_NAMED]) if lost else MADE_UP


def with_note(messages: Sequence[Any], text: str, *, part: str = "text") -> list[Any]:
    """Return messages with a note at the end of the user's last one, or as one more.

    `part` is the type of a content part. The messages themselves stay as they are.
    """
    last = messages[-1] if messages else None
    content = last.get("content") if isinstance(last, dict) and last.get("role") == "user" else None
    if isinstance(last, dict) and isinstance(content, str):
        return [*messages[:-1], {**last, "content": f"{content}\n\n{text}"}]
    if isinstance(last, dict) and isinstance(content, list):
        more = [*content, {"type": part, "text": text}]
        return [*messages[:-1], {**last, "content": more}]
    return [*messages, {"role": "user", "content": text}]
