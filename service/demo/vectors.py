"""Embeddings and moderations of the pretend model: of the right form, and of no meaning."""

from __future__ import annotations

import base64
import hashlib
import struct
from typing import Any

from starlette.responses import JSONResponse, Response

from service.demo.shapes import MODEL

DIMENSIONS = 16
CATEGORIES = (
    "harassment",
    "harassment/threatening",
    "hate",
    "hate/threatening",
    "illicit",
    "illicit/violent",
    "self-harm",
    "self-harm/instructions",
    "self-harm/intent",
    "sexual",
    "sexual/minors",
    "violence",
    "violence/graphic",
)


def embed(body: dict[str, Any]) -> Response:
    """Return a vector for each input: the same for the same text, else as good as random."""
    size = body.get("dimensions") or DIMENSIONS
    packed = body.get("encoding_format") == "base64"
    rows = [
        {"object": "embedding", "index": number, "embedding": _vector(text, size, packed=packed)}
        for number, text in enumerate(_inputs(body))
    ]
    counts = {"prompt_tokens": 1, "total_tokens": 1}
    return JSONResponse({"object": "list", "data": rows, "model": MODEL, "usage": counts})


def moderate(body: dict[str, Any]) -> Response:
    """Return that nothing is wrong with any input."""
    result = {
        "flagged": False,
        "categories": dict.fromkeys(CATEGORIES, False),
        "category_scores": dict.fromkeys(CATEGORIES, 0.0),
        "category_applied_input_types": {name: ["text"] for name in CATEGORIES},
    }
    results = [result for _ in _inputs(body)]
    return JSONResponse({"id": "modr-demo", "model": MODEL, "results": results})


def _inputs(body: dict[str, Any]) -> list[str]:
    given = body.get("input") or ""
    return [str(one) for one in given] if isinstance(given, list) else [str(given)]


def _vector(text: str, size: int, *, packed: bool) -> list[float] | str:
    digest = hashlib.shake_256(text.encode()).digest(size)
    numbers = [(byte - 127.5) / 127.5 for byte in digest]
    if not packed:
        return numbers
    return base64.b64encode(struct.pack(f"<{size}f", *numbers)).decode("ascii")
