"""Retention: whether anything of a request may be kept once it is answered."""

from __future__ import annotations

from typing import Literal

from starlette.datastructures import Headers

from service.errors import InvalidRequestError

HEADER = "x-deckname-retention"
MODES = ("ttl", "none")
NOTHING_KEPT = "With retention none nothing could be restored later"


class Retention:
    """The setting, which a request may make stricter and never laxer."""

    def __init__(self, default: Literal["ttl", "none"]) -> None:
        self._default = default

    def keeps(self, headers: Headers) -> bool:
        """Return whether the vault may keep what a request with these headers brings.

        Raises InvalidRequestError for a header with anything else than a mode.
        """
        asked = headers.get(HEADER, self._default).strip().lower()
        if asked not in MODES:
            raise InvalidRequestError(None, "X-Deckname-Retention must be ttl or none.")
        return "none" not in (asked, self._default)

    def need(self, headers: Headers, *, hint: str = "") -> None:
        """Raise InvalidRequestError, which ends with `hint`, unless the vault may keep it."""
        if not self.keeps(headers):
            raise InvalidRequestError(None, f"{NOTHING_KEPT}{hint}.")
