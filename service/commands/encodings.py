"""Encodings of files: which one a file has, and writing it again as it was, byte for byte.

A mark at the front (BOM) counts first, then UTF-8. What is neither is read as the encoding that
the user named, and refused when there is none: what is read wrongly would go out unmasked.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from service.commands.refusals import FileRefusedError

UTF8 = "utf-8"
# The marks of UTF-32 begin like those of UTF-16, so they come first.
MARKS = (
    (codecs.BOM_UTF8, UTF8),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Without a mark; Windows writes the little end first.
SAME = {"utf-8-sig": UTF8, "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
# Encodings in seven bits (UTF-7, ISO-2022) are not among them: they read as ASCII and are not.
TAKEN = re.compile(r"utf-(?:8|16|32)(?:-[bl]e)?|cp\d+|iso8859-\d+|mac-\w+|koi8-\w")
ASCII = bytes(range(128))

NOT_UTF8 = FileRefusedError(
    "not_utf8",
    "not UTF-8 text. Older Windows programs write cp1252: --encoding cp1252"
    " (DOS: cp850, macOS of old: mac-roman, UTF-16 without a mark: utf-16-le)",
)
BINARY = FileRefusedError(
    "binary", "no text: it holds NUL bytes. UTF-16 without a mark is read with --encoding utf-16-le"
)


@dataclass(frozen=True, slots=True)
class TextForm:
    """How a text is written in its file."""

    encoding: str = UTF8
    mark: bytes = b""

    def write(self, text: str) -> bytes:
        """Return the bytes of the file. Raises FileRefusedError for what it cannot write."""
        try:
            return self.mark + text.encode(self.encoding)
        except UnicodeEncodeError:
            raise FileRefusedError(
                "not_in_encoding", f"a value cannot be written in its encoding, {self.encoding}"
            ) from None


def encoding_named(name: str) -> str:
    """Return Python's name of an encoding. Raises ValueError for one that is not taken."""
    try:
        known = codecs.lookup(name).name
    except LookupError:
        known = ""
    known = SAME.get(known, known)
    if not TAKEN.fullmatch(known):
        raise ValueError(
            "this --encoding is not known. Take utf-8, utf-16-le, cp1252, iso-8859-1, cp850 or such"
        )
    return known


def read_text(content: bytes, named: str | None = None) -> tuple[str, TextForm]:
    """Return the text of a file, without its mark, and how it is written.

    Raises FileRefusedError.
    """
    form = _form(content, named)
    if b"\0" in content and not form.encoding.startswith(("utf-16", "utf-32")):
        raise BINARY
    try:
        text = content[len(form.mark) :].decode(form.encoding)
    except UnicodeDecodeError:
        if form.encoding == UTF8:
            raise NOT_UTF8 from None
        raise _unreadable(form) from None
    if "\0" in text:
        raise BINARY
    if form.write(text) != content:
        raise _unreadable(form)
    return text, form


def _form(content: bytes, named: str | None) -> TextForm:
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return TextForm(encoding, mark)
    if named is None:
        return TextForm()
    # What was masked may be ASCII alone: its values come back in the encoding that is named.
    if content.isascii() and _holds_ascii(named):
        return TextForm(named)
    return TextForm() if _is_utf8(content) else TextForm(named)


def _is_utf8(content: bytes) -> bool:
    try:
        return "\0" not in content.decode()
    except UnicodeDecodeError:
        return False


def _holds_ascii(encoding: str) -> bool:
    try:
        return ASCII.decode(encoding).encode() == ASCII
    except UnicodeDecodeError:
        return False


def _unreadable(form: TextForm) -> FileRefusedError:
    return FileRefusedError("not_in_encoding", f"no text in {form.encoding}")
