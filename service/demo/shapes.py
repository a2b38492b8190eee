"""Shapes that the answers of the pretend model share: its model, usage, errors and pieces."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

MODEL = "deckname-demo"
CREATED = 1_760_000_000
PIECE = 7  # code points a chunk: placeholders are cut in the middle, as real models cut them


def pieces(text: str) -> Iterator[str]:
    """Yield a text in pieces."""
    for start in range(0, len(text), PIECE):
        yield text[start : start + PIECE]


def data(document: Any, event: str | None = None) -> bytes:
    """Return an event of a stream."""
    name = f"event: {event}\n" if event else ""
    return f"{name}data: {json.dumps(document, ensure_ascii=False)}\n\n".encode()


def described_model() -> dict[str, Any]:
    """Return the one model as the API describes it."""
    return {"id": MODEL, "object": "model", "created": CREATED, "owned_by": "deckname"}


def usage() -> dict[str, int]:
    """Return counts of tokens: nothing is counted here."""
    return {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}


def error(message: str, code: str) -> dict[str, Any]:
    """Return the body of an error."""
    kind = "invalid_request_error"
    return {"error": {"message": message, "type": kind, "param": None, "code": code}}
