"""A cache of the spans in texts that were searched before, by a keyed hash: it holds no text."""

from __future__ import annotations

import hashlib
import secrets
import struct
from collections import OrderedDict
from collections.abc import Iterable
from typing import Generic, TypeVar

from service.text.spans import Source, Span

Value = TypeVar("Value")

ROW = struct.Struct("<IIHHd")  # start, end, numbers of the entity and the source, score
ENTRY = 250  # bytes of an entry without its rows, about: the hash, the pair, the place in the order
MOST_BYTES = 8 * 1024 * 1024


class Numbered(Generic[Value]):
    """Values that come again, each kept once under a number; there are as many as forms."""

    def __init__(self) -> None:
        self.values: list[Value] = []
        self._numbers: dict[Value, int] = {}

    def number(self, value: Value) -> int:
        """Return the number of a value."""
        number = self._numbers.get(value)
        if number is None:
            number = self._numbers[value] = len(self.values)
            self.values.append(value)
        return number


class SpanCache:
    """A cache of spans that forgets what was not asked for longest, and never grows beyond a size.

    Rows are packed: as objects, the same spans would take ten times the memory.
    """

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._key = secrets.token_bytes(32)
        self._rows: OrderedDict[bytes, bytes] = OrderedDict()
        self._entities: Numbered[str] = Numbered()
        self._sources: Numbered[Source | None] = Numbered()
        self._most_bytes = most_bytes
        self.bytes = 0

    def digest(self, text: str, tenant: str = "", kind: bytes = b"") -> bytes:
        """Return what a text of a tenant is known by; nobody learns what others have sent.

        Of another `kind`, other spans of it are kept.
        """
        whose = hashlib.blake2b(tenant.encode(), digest_size=16).digest()
        return hashlib.blake2b(
            text.encode(), key=self._key, salt=whose, person=kind, digest_size=16
        ).digest()

    def recall(self, digest: bytes) -> tuple[Span, ...] | None:
        """Return the spans of a text, or None for one that is not known."""
        rows = self._rows.get(digest)
        if rows is None:
            return None
        self._rows.move_to_end(digest)
        return tuple(
            Span(start, end, self._entities.values[entity], score, self._sources.values[source])
            for start, end, entity, source, score in ROW.iter_unpack(rows)
        )

    def remember(self, digest: bytes, spans: Iterable[Span]) -> None:
        """Keep the spans of a text, and forget others if need be."""
        rows = b"".join(
            ROW.pack(
                one.start,
                one.end,
                self._entities.number(one.entity),
                self._sources.number(one.source),
                one.score,
            )
            for one in spans
        )
        self._forget(digest)
        self._rows[digest] = rows
        self.bytes += ENTRY + len(rows)
        while self.bytes > self._most_bytes:
            self._forget(next(iter(self._rows)))

    def _forget(self, digest: bytes) -> None:
        rows = self._rows.pop(digest, None)
        if rows is not None:
            self.bytes -= ENTRY + len(rows)
