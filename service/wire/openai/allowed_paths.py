"""The list of further paths of the provider that pass unmasked: read, and checked."""

from __future__ import annotations

import re

from service.wire.openai.request import MASKED_PATHS

PATH = re.compile(r"(?:/[A-Za-z0-9._-]+)+")


def split_paths(text: str | None) -> tuple[str, ...]:
    """Return the paths of a list with commas."""
    parts = (part.strip() for part in (text or "").split(","))
    return tuple(dict.fromkeys(part.rstrip("/") or part for part in parts if part))


def check_paths(text: str | None) -> None:
    """Raise ValueError, in fixed words, for a list that says no path, or one that is masked."""
    for path in split_paths(text):
        if not PATH.fullmatch(path) or {".", ".."} & set(path.split("/")):
            raise ValueError("must be paths such as /files,/audio/transcriptions")
        if any(
            f"{path}/".startswith(f"{one}/") or f"{one}/".startswith(f"{path}/")
            for one in MASKED_PATHS
        ):
            raise ValueError("must not hold a path that is masked, or one below or above it")
