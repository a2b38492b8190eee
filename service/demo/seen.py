"""What the pretend model saw, shown on the terminal: one block a request, and no values in it."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

LONGEST = 2_000  # code points of one text
TEXTS = ("instructions", "messages", "input", "prompt")
MARGIN = 14


def show(block: str) -> None:
    """Write a block to standard error, in one piece."""
    sys.stderr.write(block)
    sys.stderr.flush()


def block_of(path: str, body: dict[str, Any]) -> str:
    """Return what a request says to the model, role by role."""
    lines = [f"  {who:<{MARGIN - 2}} {_plain(text)}" for who, text in _said(body)]
    return "\n".join(["", f"-- what the model saw: POST {path}", *lines, ""])


def _said(body: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for name in TEXTS:
        given = body.get(name)
        for one in given if isinstance(given, list) else [given]:
            if isinstance(one, dict):
                content = one.get("content") or {k: v for k, v in one.items() if k != "role"}
                yield str(one.get("role") or one.get("type") or name), _text(content)
            elif one:
                yield name, _text(one)


def _text(content: Any) -> str:
    if isinstance(content, str):
        return content
    if isinstance(content, list) and all(
        isinstance(one, dict) and "text" in one for one in content
    ):
        return "\n".join(str(one["text"]) for one in content)
    return json.dumps(content, ensure_ascii=False)


def _plain(text: str) -> str:
    """Return a text that a terminal only shows: its lines indented, nothing that it obeys."""
    shown = "".join(one if one.isprintable() or one == "\n" else "?" for one in text[:LONGEST])
    return shown.replace("\n", "\n" + " " * (MARGIN + 1)) + (" ..." if len(text) > LONGEST else "")
