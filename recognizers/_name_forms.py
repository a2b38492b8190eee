"""Names of people that the form around them tells, each form in a file of its own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from recognizers import (
    _name_chats,
    _name_fields,
    _name_keys,
    _name_letters,
    _name_offices,
    _name_records,
    _name_speakers,
    _name_titles,
)
from recognizers.base import Match

FORMS = (
    _name_fields,
    _name_keys,
    _name_records,
    _name_titles,
    _name_letters,
    _name_offices,
    _name_speakers,
    _name_chats,
)


def names(text: str) -> Iterator[Match]:
    """Give the names that any of the forms tells; they may overlap."""
    return chain.from_iterable(form.names(text) for form in FORMS)
