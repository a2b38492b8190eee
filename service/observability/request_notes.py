"""Notes of a request for its one log line: what routes find out on the way, closed facts only."""

from __future__ import annotations

from service.observability.fields import NOTED, Value, check


class RequestNotes:
    """The noted facts of one request, in the order of their first mention."""

    __slots__ = ("_noted",)

    def __init__(self) -> None:
        self._noted: dict[str, Value] = {}

    def add(self, **facts: Value) -> None:
        """Note facts; a later value of one wins.

        Raises FieldNotAllowedError for one that no route may note, or of a wrong type.
        """
        check(facts, NOTED)
        self._noted |= facts

    def as_fields(self) -> dict[str, Value]:
        """Return what was noted, by the names of the fields."""
        return dict(self._noted)
