"""Encodings: found by their mark, or named; written again byte for byte, or refused with a hint."""

from __future__ import annotations

import codecs

import pytest

from service.commands.encodings import encoding_named, read_text
from service.commands.refusals import FileRefusedError

TEXT = "Sehr geehrte Frau Krämer,\r\nGrüße\n\n"
MARKED = [
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (b"", "utf-8"),
]


@pytest.mark.parametrize(("mark", "encoding"), MARKED)
@pytest.mark.parametrize("named", [None, "cp1252"])
def test_a_mark_and_utf_8_count_before_what_is_named(
    mark: bytes, encoding: str, named: str | None
) -> None:
    content = mark + TEXT.encode(encoding)
    text, form = read_text(content, named)

    assert text == TEXT
    assert form.write(text) == content
    assert form.write("ü") == mark + "ü".encode(encoding)


@pytest.mark.parametrize("named", ["cp1252", "latin1", "cp850", "mac-roman", "utf-16", "cp273"])
def test_what_is_neither_is_read_as_it_is_named(named: str) -> None:
    encoding = encoding_named(named)
    content = TEXT.encode(encoding)
    text, form = read_text(content, encoding)

    assert text == TEXT
    assert form.write(text) == content


def test_what_was_masked_to_ascii_comes_back_in_the_encoding_that_is_named() -> None:
    text, form = read_text(b"[[Person-8VTTWP]]", "cp1252")
    assert form.write(text.replace("[[Person-8VTTWP]]", "Krämer")) == b"Kr\xe4mer"


@pytest.mark.parametrize(
    ("content", "named", "word", "told"),
    [
        (TEXT.encode("cp1252"), None, "not_utf8", "--encoding cp1252"),
        ("ä".encode("utf-16-le") * 2, None, "binary", "utf-16-le"),
        ("abc".encode("utf-16-le"), None, "binary", "utf-16-le"),
        (codecs.BOM_UTF16_LE + b"abc", None, "not_in_encoding", "utf-16-le"),
        (b"Kr\x81mer", "cp1252", "not_in_encoding", "cp1252"),
        (b"a\0\xe4", "cp1252", "binary", "NUL"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_hint(
    content: bytes, named: str | None, word: str, told: str
) -> None:
    with pytest.raises(FileRefusedError, match=told) as caught:
        read_text(content, named)
    assert caught.value.word == word


def test_a_value_that_the_encoding_lacks_is_refused_and_never_changed() -> None:
    _, form = read_text(b"\xe4", "cp1252")
    with pytest.raises(FileRefusedError, match="cannot be written in its encoding"):
        form.write("Łukasz")


@pytest.mark.parametrize("named", ["hex", "klingon", "utf-7", "iso2022_jp", "rot13", "idna"])
def test_what_reads_as_something_else_than_it_says_is_not_taken(named: str) -> None:
    with pytest.raises(ValueError, match="--encoding"):
        encoding_named(named)
