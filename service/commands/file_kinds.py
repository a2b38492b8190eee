"""Kinds of files that are no plain text, known by their content: each is refused, and says why."""

from __future__ import annotations

import base64
import binascii
import codecs
import re
from collections.abc import Iterator
from contextlib import suppress

from service.commands.refusals import FileRefusedError

Kind = tuple[str, str]
PDF: Kind = ("pdf", "a PDF. Save its text (pdftotext file.pdf) and mask that")
ARCHIVE: Kind = ("archive", "an archive. Unpack it and mask the files in it")
OFFICE: Kind = (
    "office_file",
    "an Office document or ZIP archive. Save it as plain text or CSV, or unpack it",
)
IMAGE: Kind = ("image", "an image. Nothing in it can be masked; leave it out")
SOUND: Kind = ("audio_or_video", "audio or video. Nothing in it can be masked; leave it out")
RICH: Kind = ("rich_text", "RTF or PostScript, which hides its letters. Save it as plain text")

# https://www.garykessler.net/library/file_sigs.html
SIGNATURES: tuple[tuple[bytes, Kind], ...] = (
    (b"%PDF", PDF),
    (b"PK\x03\x04", OFFICE),
    (b"PK\x05\x06", OFFICE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OFFICE),
    (b"\x1f\x8b", ARCHIVE),
    (b"\xfd7zXZ\x00", ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", ARCHIVE),
    (b"Rar!\x1a\x07", ARCHIVE),
    (b"\x28\xb5\x2f\xfd", ARCHIVE),
    (b"\x89PNG\r\n\x1a\n", IMAGE),
    (b"\xff\xd8\xff", IMAGE),
    (b"GIF87a", IMAGE),
    (b"GIF89a", IMAGE),
    (b"II*\x00", IMAGE),
    (b"MM\x00*", IMAGE),
    (b"ID3", SOUND),
    (b"OggS\x00", SOUND),
    (b"fLaC\x00", SOUND),
    (b"RIFF", SOUND),
    (b"{\\rtf", RICH),
    (b"%!PS", RICH),
)
BZIP2 = re.compile(rb"BZh[1-9]1AY&SY")
PDF_WITHIN = 1024  # readers look for the mark so far: ISO 32000-1, annex H, note 13
ENCODED: Kind = (
    "encoded_content",
    "text with encoded content in it, which cannot be searched. Decode it first",
)
MAILBOX: Kind = ("mailbox", "a mailbox. Save each mail as a file of its own (.eml)")

# Shorter ones may be words; but where a text is nothing else, it is no word from 16 on.
SHORTEST = 48
BASE64 = re.compile(rf"(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/]{{{SHORTEST},}}")
WHOLE = re.compile(r"\s*([A-Za-z0-9+/]{16,}={0,2})\s*")
LDIF = re.compile(r"^[A-Za-z][\w;.-]*:: *([A-Za-z0-9+/]+={0,2})[ \t]*\r?$", re.MULTILINE)
WORD = re.compile(r"=\?[\w*-]+\?[bq]\?[^?\s]+\?=", re.IGNORECASE)
CARD = re.compile(
    r"^[^:\n]*;(?:ENCODING=)?QUOTED-PRINTABLE[^:\n]*:[^\n]*=[0-9A-F]{2}",
    re.IGNORECASE | re.MULTILINE,
)
UUENCODED = re.compile(r"^begin(?:-base64)? [0-7]{3,4} \S[^\n]*\n\S", re.MULTILINE)
CONTINUATION = bytes(range(0x80, 0xC0))
LETTERS = re.compile(r"[^\W\d_]{2}")


def refuse_kind(content: bytes) -> None:
    """Raise FileRefusedError when the content is of a kind that is no plain text."""
    kind = _kind(content)
    if kind is not None:
        raise FileRefusedError(*kind)


def refuse_encoded(text: str) -> None:
    """Raise FileRefusedError when a text holds what decodes to text or to a file.

    A masked text is looked at: tokens, which are Base64 too, are gone from it.
    """
    if any(form.search(text) for form in (WORD, CARD, UUENCODED)):
        raise FileRefusedError(*ENCODED)
    if any(_means_something(one) for one in _base64(text)):
        raise FileRefusedError(*ENCODED)


def _kind(content: bytes) -> Kind | None:
    for signature, kind in SIGNATURES:
        # texts may begin like that too: `ID3 is …`
        if content.startswith(signature) and (kind is not SOUND or b"\0" in content):
            return kind
    if BZIP2.match(content):
        return ARCHIVE
    return PDF if b"%PDF-" in content[:PDF_WITHIN] and b"endobj" in content else None


def _base64(text: str) -> Iterator[bytes]:
    """Yield what stands in Base64 in a text, decoded, each line by itself."""
    named = (match[1] for match in LDIF.finditer(text))
    whole = WHOLE.fullmatch(text)
    long = (match[0] for match in BASE64.finditer(text))
    for source in (*named, *long, *([whole[1]] if whole else [])):
        digits = source.rstrip("=")
        if len(digits) % 4 == 1:  # no encoder ends so
            digits = digits[:-1]
        with suppress(binascii.Error):
            yield base64.b64decode(digits + "=" * (-len(digits) % 4))


def _means_something(content: bytes) -> bool:
    """Return whether decoded bytes are a file or text; the first and last letter may be cut."""
    if _kind(content) is not None:
        return True
    try:
        text = codecs.getincrementaldecoder("utf-8")().decode(content.lstrip(CONTINUATION))
    except UnicodeDecodeError:
        return False
    return bool(LETTERS.search(text)) and all(one.isprintable() or one.isspace() for one in text)
