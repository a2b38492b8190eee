from __future__ import annotations

import base64
import json
import random
import time

import pytest

from service.wire.media.inline import has_media, stretches
from service.wire.media.signatures import SIGNATURES, is_media_list

REST = bytes(range(60))
FILES = [
    REST[:place].replace(REST[:place], (b"RIFF" if place == 8 else b"\0\0\0 ")[:4] + REST[:place])[
        :place
    ]
    + front
    + REST
    for place, front in SIGNATURES
]
FILES = [(b"FORM1234" if b"AIFF" in one else one[:8]) + one[8:] for one in FILES]


@pytest.mark.parametrize("file", FILES, ids=[str(front) for _, front in SIGNATURES])
def test_base64_of_each_kind_of_file_is_media_wherever_it_stands(file: bytes) -> None:
    for encoded in (base64.b64encode(file), base64.urlsafe_b64encode(file)):
        plain = encoded.decode()
        lines = base64.encodebytes(file).decode().replace("\n", "\r\n")
        for text in (plain, f"Bild: {plain}", f'{{"data":"{plain}"}}', f"<{plain}>", lines):
            assert has_media(text)
        assert has_media(json.dumps(json.dumps({"a": plain.replace("/", "\\/")})))
    assert is_media_list(list(file))


def test_hexadecimal_digits_are_media_too() -> None:
    assert has_media(f"\\x{FILES[0].hex()}".replace("\\x", ": "))
    assert not has_media("ab" * 60)


def test_long_base64_that_is_no_media_is_text() -> None:
    chance = random.Random(3)  # noqa: S311  not secret
    for _ in range(300):
        text = base64.b64encode(chance.randbytes(200)).decode()
        assert not has_media(f"Schlüssel {text}")
    token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9"
    hello = base64.b64encode(b"Guten Tag, hier ist ein langer Text ohne Bild. " * 9).decode()
    for text in (token, hello, "AAAA" * 50, "UEsDB", "iVBORw0KGgo", "/9j/ ist der Anfang"):
        assert not has_media(text)
    assert not is_media_list([137, 80, 78, 71])
    assert not is_media_list([1.0] * 50)


def test_stretches_are_where_the_data_stand() -> None:
    data = base64.b64encode(FILES[0]).decode()
    url = f"data:image/png;base64,{data}"
    text = f"Ein {url} und {data} da, metadata;base64,QUJD"
    assert [text[start:end] for start, end in stretches(text)] == [url, data]


@pytest.mark.parametrize(
    "piece",
    ["data:", ";base64,", "data:x;base64", "iVBORw0KGgo ", "AAAA", "/9j/", "data:,;base64,"],
)
def test_a_megabyte_takes_no_time(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    began = time.process_time()
    has_media(text)
    stretches(text)
    assert time.process_time() - began < 2
