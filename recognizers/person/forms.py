"""Names of people that the form around them tells, each form in a file of its own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from recognizers.base.recognizer import Match
from recognizers.person import (
    chats,
    fields,
    letters,
    log_keys,
    registers,
    signatures,
    titles,
    transcripts,
)

FORMS = (
    fields,
    log_keys,
    registers,
    titles,
    letters,
    signatures,
    transcripts,
    chats,
)


def names(text: str) -> Iterator[Match]:
    """Yield the names that any of the forms tells; they may overlap."""
    return chain.from_iterable(form.names(text) for form in FORMS)
