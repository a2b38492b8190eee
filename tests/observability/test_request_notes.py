from __future__ import annotations

import pytest

from service.observability.fields import FieldNotAllowedError
from service.observability.request_notes import RequestNotes


def test_facts_keep_the_order_of_their_first_mention_and_their_last_value() -> None:
    notes = RequestNotes()
    notes.add(tenant="acme", sent=2)
    notes.add(code="x", sent=3)
    assert list(notes.as_fields().items()) == [("tenant", "acme"), ("sent", 3), ("code", "x")]


@pytest.mark.parametrize("field", ["text", "status", "request_id"])
def test_what_no_route_may_note_is_refused(field: str) -> None:
    notes = RequestNotes()
    with pytest.raises(FieldNotAllowedError, match=field):
        notes.add(**{field: "x", "tenant": "acme"})
    assert notes.as_fields() == {}
