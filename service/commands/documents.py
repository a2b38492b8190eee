"""Documents: a file as bytes that stay and passages of text, which may get other texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from service.commands.encodings import TextForm, read_text


class Passage(Protocol):
    """Text that is read as a whole, in one or more segments that are written each for itself."""

    @property
    def segments(self) -> tuple[str, ...]:
        """The text, piece by piece."""
        ...

    def written(self, texts: list[str]) -> bytes:
        """Return the bytes with other texts in the segments. Raises FileRefusedError."""
        ...


# A file from its front to its end.
Document = tuple[bytes | Passage, ...]


@dataclass(frozen=True, slots=True)
class WholeText:
    """A text that stands in its file as it is."""

    text: str
    form: TextForm

    @property
    def segments(self) -> tuple[str, ...]:
        """The text."""
        return (self.text,)

    def written(self, texts: list[str]) -> bytes:
        """Return the content of the file."""
        return self.form.write(texts[0])


def text_document(content: bytes, encoding: str | None = None) -> Document:
    """Return a file of plain text. Raises FileRefusedError."""
    return (WholeText(*read_text(content, encoding)),)


def passages(document: Document) -> list[Passage]:
    """Return what of a document is text."""
    return [one for one in document if not isinstance(one, bytes)]


def written(document: Document, texts: Sequence[list[str]]) -> bytes:
    """Return a document with other texts in its passages. Raises FileRefusedError."""
    following = iter(texts)
    return b"".join(
        one if isinstance(one, bytes) else one.written(next(following)) for one in document
    )


def spliced(segments: Sequence[str], replacements: Sequence[tuple[int, int, str]]) -> Iterator[str]:
    """Yield the segments with what replaces their text at (start, end), in order.

    What reaches over several segments is written in the first of them.
    """
    begin = 0
    for segment in segments:
        end = begin + len(segment)
        pieces, done = [], begin
        for start, stop, text in replacements:
            if start >= end or stop <= begin:
                continue
            pieces.append(segment[done - begin : max(start, begin) - begin])
            pieces.append(text if start >= begin else "")
            done = min(stop, end)
        yield "".join(pieces) + segment[done - begin :]
        begin = end
