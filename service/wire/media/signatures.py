"""Base64 that decodes to a picture, sound, film, document or archive, anywhere in a text.

Such files begin with signatures (https://en.wikipedia.org/wiki/List_of_file_signatures), and so
does their base64. All steps are linear in the text.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator, Sequence

SHORTEST = 24  # characters of base64; a dot as a GIF takes 36
HEAD = 44  # characters that are decoded: 33 bytes tell each signature
HEX_HEAD = 2 * 16
# How files begin: (place of the bytes, the bytes). The first four bytes of each stand in FRONTS.
SIGNATURES: tuple[tuple[int, bytes], ...] = (
    (0, b"\x89PNG\r\n\x1a\n"),
    (0, b"\xff\xd8\xff"),  # JPEG
    (0, b"GIF87a"),
    (0, b"GIF89a"),
    (8, b"WEBP"),
    (8, b"WAVE"),
    (8, b"AVI "),
    (0, b"%PDF-"),
    (0, b"PK\x03\x04"),  # ZIP, and the office formats of today
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),  # those of yesterday
    (0, b"{\\rtf"),
    (0, b"II*\x00"),  # TIFF
    (0, b"MM\x00*"),
    (4, b"ftyp"),  # MP4, HEIC, AVIF
    (0, b"\x1aE\xdf\xa3"),  # Matroska, WebM
    (0, b"OggS"),
    (0, b"fLaC"),
    (0, b"ID3\x02"),  # MP3
    (0, b"ID3\x03"),
    (0, b"ID3\x04"),
    (0, b"#!AMR"),
    (8, b"AIFF"),
    (0, b"\x1f\x8b\x08"),  # gzip
    (0, b"7z\xbc\xaf\x27\x1c"),
    (0, b"Rar!\x1a\x07"),
    (0, b"\xfd7zXZ\x00"),
    (0, b"BZh91AY&SY"),
)
# How their base64 begins, in both alphabets; each is verified by decoding.
FRONTS = (
    r"iVBORw|[/_]9j[/_]|R0lGOD|UklGR|JVBER|UEsDB|0M8R4|e1xyd|SUkqA|TU0AK|AAAA|GkXf|T2dn|ZkxhQ|SUQz"
    r"|IyFB|Rk9ST|H4sI|N3q8|UmFyI|[/_]Td6|Qlpo"
)
RUN = re.compile(
    rf"(?<![A-Za-z0-9+/_=-])(?:{FRONTS})[A-Za-z0-9+/_\r\n-]{{{SHORTEST - 6},}}+={{0,2}}"
)
HEX_FRONTS = "89504e47|ffd8ff|47494638|25504446|504b0304|52494646"
HEX_RUN = re.compile(rf"(?<![0-9a-f])(?:{HEX_FRONTS})[0-9a-f]{{40,}}+(?![0-9a-f])", re.IGNORECASE)
SLASH = re.compile(r"\\++/")  # as some writers of JSON put it, once or in JSON again
BYTES = 16  # numbers of a list that are looked at


def encoded_media(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) for each stretch of base64 or hexadecimal digits that is media."""
    for run in RUN.finditer(text):
        if is_media(_decoded(run[0])):
            yield run.span()
    for run in HEX_RUN.finditer(text):
        if is_media(bytes.fromhex(run[0][:HEX_HEAD])):
            yield run.span()


def holds_media(text: str) -> bool:
    """Return whether media stand in a text, base64 with escaped slashes too."""
    if next(encoded_media(text), None):
        return True
    return "\\/" in text and next(encoded_media(SLASH.sub("/", text)), None) is not None


def is_media_list(numbers: Sequence[object]) -> bool:
    """Return whether a list of numbers are the bytes of a medium."""
    front = [one for one in numbers[:BYTES] if type(one) is int and 0 <= one <= 255]  # noqa: PLR2004
    return len(front) == BYTES and is_media(bytes(front))


def is_media(front: bytes) -> bool:
    """Return whether a file that begins so is a medium."""
    return any(front.startswith(bytes_, place) for place, bytes_ in SIGNATURES)


def _decoded(run: str) -> bytes:
    """Return the first bytes of base64, in either alphabet."""
    head = run[: HEAD + 2].replace("\r", "").replace("\n", "").rstrip("=")[:HEAD]
    head = head[: len(head) // 4 * 4]
    try:
        return base64.b64decode(head.replace("-", "+").replace("_", "/"), validate=True)
    except binascii.Error:
        return b""
