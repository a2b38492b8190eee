"""What callers name in paths of the provider: kept answers and models, and answers in our links."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import quote

from service.errors import RouteNotAllowedError

# Stands in the address as it is: nothing that leads elsewhere, and no @, which names people.
MODEL_NAME = re.compile(r"[A-Za-z0-9._:+-]+(?:/[A-Za-z0-9._:+-]+)*")
PLAIN = "=:@+,~"  # signs that a path holds as they are


def link_name(answer_id: str) -> str:
    """Return what an answer is called in our links: of one length, whatever its id is like."""
    return hashlib.sha256(answer_id.encode("utf-8", "surrogatepass")).hexdigest()


def answer_path(answer_id: str) -> str:
    """Return the path of an answer at the provider.

    Raises RouteNotAllowedError for an id that would lead to another one.
    """
    if answer_id.strip() in ("", ".", ".."):
        raise RouteNotAllowedError
    return f"/responses/{quote(answer_id, safe=PLAIN)}"


def model_path(name: str | None) -> str:
    """Return the path of the list of models, or of one.

    Raises RouteNotAllowedError for a name that would lead to another path.
    """
    if name is None:
        return "/models"
    if not MODEL_NAME.fullmatch(name) or {".", ".."} & set(name.split("/")):
        raise RouteNotAllowedError
    return f"/models/{name}"
