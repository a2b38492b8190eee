"""The hunt can find something: each form of a value is seen in whatever surrounds it."""

from __future__ import annotations

import base64
import hashlib
import json
from urllib.parse import quote

import pytest

from tests.leaks.search import search

VALUE = "Zwölfvogel"
SEEN = {
    "as it is": f"von {VALUE} an".encode(),
    "capitals": f"von {VALUE.upper()} an".encode(),
    "latin-1": VALUE.encode("latin-1"),
    "utf-16": f"an {VALUE}".encode("utf-16"),
    "JSON": json.dumps({"a": f"Frau {VALUE}"}).encode(),
    "JSON in JSON": json.dumps({"a": json.dumps([VALUE])}).encode(),
    "repr": repr(f"Frau {VALUE}".encode()).encode(),
    "percent": quote(f"/jobs/{VALUE} x").encode(),
    "hexadecimal": f"x {VALUE}".encode().hex().upper().encode(),
    "base64, first place": base64.b64encode(f"{VALUE} x".encode()),
    "base64, second place": base64.b64encode(f"x{VALUE} x".encode()),
    "base64, third place": base64.b64encode(f"xy{VALUE} x".encode()),
    "base64 of utf-16": base64.b64encode(f"xy{VALUE} x".encode("utf-16-le")),
    "hash": hashlib.sha256(VALUE.encode()).hexdigest().encode(),
    "HTML": b"Frau Zw&#246;lfvogel",
    "quoted-printable": b"Frau Zw=C3=B6lfvogel",
    "decomposed": "Frau Zwo\u0308lfvogel".encode(),
}


@pytest.mark.parametrize("content", SEEN.values(), ids=SEEN.keys())
def test_a_value_is_found_however_it_is_written(content: bytes) -> None:
    assert search({"name": VALUE}, {"log": content})
    assert search({"another": "Zwölfvogtei"}, {"log": content}) == []


def test_raw_bytes_are_found_in_their_forms_too() -> None:
    key = bytes(range(0xA0, 0xC0))
    assert search({"key": key}, {"log": b"key=" + key.hex().encode()})
    assert search({"key": key}, {"log": base64.urlsafe_b64encode(b"id:" + key)})
    assert search({"another": key[::-1]}, {"log": base64.b64encode(b"id:" + key)}) == []
