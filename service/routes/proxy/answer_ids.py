"""Ids of answers that a provider keeps: how our links name them, and how they stand in a path."""

from __future__ import annotations

import hashlib
from urllib.parse import quote

from service.errors import RouteNotAllowedError

PLAIN = "=:@+,~"  # signs that a path holds as they are


def link_name(answer_id: str) -> str:
    """Return what an answer is called in our links: of one length, whatever its id is like."""
    return hashlib.sha256(answer_id.encode("utf-8", "surrogatepass")).hexdigest()


def path_of(answer_id: str) -> str:
    """Return the path of an answer at the provider.

    Raises RouteNotAllowedError for an id that would lead to another one.
    """
    if answer_id.strip() in ("", ".", ".."):
        raise RouteNotAllowedError
    return f"/responses/{quote(answer_id, safe=PLAIN)}"
