"""The six characters of a placeholder's HASH: five of data and one that checks them."""

from __future__ import annotations

# Upper-case letters and digits without I, O, U, 0 and 1, which are read or typed as one another.
# 31 is prime, so every non-zero weight has an inverse and no slip of one character can cancel out.
ALPHABET = "ABCDEFGHJKLMNPQRSTVWXYZ23456789"
LENGTH = 6

# Distinct and non-zero modulo 31, as in ISBN-10 (https://www.isbn-international.org): distinct
# weights notice two exchanged characters, non-zero ones a single wrong character.
_WEIGHTS = (6, 5, 4, 3, 2, 1)
_VALUES = {character: value for value, character in enumerate(ALPHABET)}

# 8 bytes are far more than 31^5 needs, so the remainder is spread evenly to within 2^-39.
_DIGEST_BYTES = 8


def make_hash(digest: bytes) -> str:
    """Return the HASH for a keyed digest of at least 8 bytes; equal digests give equal hashes."""
    if len(digest) < _DIGEST_BYTES:
        raise ValueError("A digest of at least 8 bytes is needed.")
    number = int.from_bytes(digest[:_DIGEST_BYTES], "big")
    values = []
    for _ in range(LENGTH - 1):
        number, value = divmod(number, len(ALPHABET))
        values.append(value)
    check = -_weighted(values) % len(ALPHABET)
    return "".join(ALPHABET[value] for value in (*values, check))


def is_well_formed(candidate: str) -> bool:
    """Return whether a string could be a HASH made here.

    One wrong character or two exchanged characters are always noticed (equal characters apart).
    """
    if len(candidate) != LENGTH or not all(character in _VALUES for character in candidate):
        return False
    return _weighted([_VALUES[character] for character in candidate]) % len(ALPHABET) == 0


def _weighted(values: list[int]) -> int:
    """Sum the values, each times the weight of its place; missing places count nothing."""
    return sum(weight * value for weight, value in zip(_WEIGHTS, values, strict=False))
