"""The ways in which a value may be written: as it is, escaped, encoded, hashed."""

from __future__ import annotations

import base64
import hashlib
import json
import quopri
import unicodedata
from collections.abc import Iterator
from urllib.parse import quote, quote_plus

ENCODINGS = ("utf-8", "latin-1", "utf-16-le", "utf-16-be")
HASHES = ("md5", "sha1", "sha256")


def forms(value: str | bytes) -> dict[str, bytes]:
    """Return each form of a value by its name, in lower case; of equal ones the first."""
    found = _of_bytes(value) if isinstance(value, bytes) else _of_text(value)
    names: dict[bytes, str] = {}
    for name, form in found:
        names.setdefault(form.lower(), name)
    return {name: form for form, name in names.items()}


def _of_text(value: str) -> Iterator[tuple[str, bytes]]:
    written = {"": value, " in capitals": value.upper(), " in small letters": value.lower()}
    written[" decomposed"] = unicodedata.normalize("NFD", value)
    for case, text in written.items():
        for encoding in ENCODINGS:
            raw = text.encode(encoding, "ignore")
            yield f"{encoding}{case}", raw
            for name, form in _of_bytes(raw):
                yield f"{encoding}{case}, {name}", form
        once = json.dumps(text)[1:-1]
        yield f"JSON{case}", once.encode()
        yield f"JSON in JSON{case}", json.dumps(once)[1:-1].encode()
        yield f"percent{case}", quote(text, safe="").encode()
        yield f"form{case}", quote_plus(text).encode()
        yield f"repr of bytes{case}", repr(text.encode())[2:-1].encode()
        yield f"ascii(){case}", ascii(text)[1:-1].encode()
        yield f"HTML{case}", text.encode("ascii", "xmlcharrefreplace")
        yield f"quoted-printable{case}", quopri.encodestring(text.encode())


def _of_bytes(raw: bytes) -> Iterator[tuple[str, bytes]]:
    yield "bytes", raw
    yield "hexadecimal", raw.hex().encode()
    for shift in range(3):  # base64 looks different at each of three places
        encoded = base64.b64encode(bytes(shift) + raw)
        inside = encoded[-(-8 * shift // 6) : 8 * (shift + len(raw)) // 6]
        yield f"base64 at {shift}", inside
        yield f"base64 for addresses at {shift}", inside.translate(bytes.maketrans(b"+/", b"-_"))
    for name in HASHES:
        yield name, hashlib.new(name, raw, usedforsecurity=False).hexdigest().encode()
