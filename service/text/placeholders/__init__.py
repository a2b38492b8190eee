"""Placeholders `[[Label-HASH]]`: their grammar, their hashes, and restoring them in pieces."""

from service.text.placeholders.grammar import (
    FRONT,
    HASH,
    LABEL,
    LONGEST,
    PLACEHOLDER,
    Restored,
    find,
    hashes_in,
    restore,
    substitute,
    write,
)

__all__ = [
    "FRONT",
    "HASH",
    "LABEL",
    "LONGEST",
    "PLACEHOLDER",
    "Restored",
    "find",
    "hashes_in",
    "restore",
    "substitute",
    "write",
]
