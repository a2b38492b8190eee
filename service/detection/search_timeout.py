"""The failure of a search that took too long, told apart from one that broke."""

from __future__ import annotations

from service.errors import DetectionFailedError

CAUSE = "search_timeout"


def too_slow() -> DetectionFailedError:
    """Return the error for a search whose time is over."""
    return DetectionFailedError(
        cause=CAUSE,
        reason="The search for personal data took too long, so nothing was sent on"
        " (DECKNAME_ANALYZE_TIMEOUT_SECONDS; a request's own patterns have 2 seconds). Send less at"
        " once, or simpler patterns.",
    )
