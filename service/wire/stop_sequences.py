"""Stop sequences: the same placeholders as in the text, and never a cut through one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from service.errors import InvalidRequestError
from service.text import placeholders
from service.text.placeholders import substitute

BRACKETS = frozenset({"[[", "]]"})
CUTS = "A stop sequence would cut placeholders in two."


def with_masked_stops(body: dict[str, Any], values: Mapping[str, str]) -> dict[str, Any]:
    """Return a masked request with the placeholders of known values in its stop sequences.

    Raises InvalidRequestError for one at which the model would stop inside a placeholder.
    """
    given = body.get("stop")
    stops = given if isinstance(given, list) else [given]
    settled = [_mask(stop, values) if isinstance(stop, str) else stop for stop in stops]
    for stop in settled:
        if stop in BRACKETS or (isinstance(stop, str) and any(_cuts(stop, p) for p in values)):
            raise InvalidRequestError("stop", CUTS)
    if settled == stops:
        return body
    return body | {"stop": settled if isinstance(given, list) else settled[0]}


def _mask(stop: str, values: Mapping[str, str]) -> str:
    """Return `stop` with each known value replaced, the longest first."""
    for placeholder, value in sorted(values.items(), key=lambda pair: -len(pair[1])):
        done = [found.span() for found in placeholders.find(stop)]
        places = []
        start = stop.find(value)
        while start >= 0:
            end = start + len(value)
            if all(end <= first or last <= start for first, last in done):
                places.append((start, end, placeholder))
            start = stop.find(value, end)
        stop = substitute(stop, places)
    return stop


def _cuts(stop: str, placeholder: str) -> bool:
    """Return whether `stop` can stand in a text such that only a part of `placeholder` is in it."""
    if not stop or stop == placeholder:
        return False
    return stop in placeholder or any(
        stop.startswith(placeholder[-size:]) or stop.endswith(placeholder[:size])
        for size in range(1, len(placeholder))
    )
