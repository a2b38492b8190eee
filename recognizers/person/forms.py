"""Names of people that the form around them tells, each form in a file of its own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from recognizers.base.recognizer import Match, named
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

FORMS = {
    "fields": fields.names,
    "log_keys": log_keys.names,
    "registers": registers.names,
    "titles": titles.names,
    "letters": letters.names,
    "signatures": signatures.names,
    "transcripts": transcripts.names,
    "chats": chats.names,
}


def names(text: str) -> Iterator[Match]:
    """Yield the names that any of the forms tells; they may overlap."""
    return chain.from_iterable(named(form, find(text)) for form, find in FORMS.items())
