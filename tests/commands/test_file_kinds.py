"""Files that are no plain text are known by their content, and refused with a word why."""

from __future__ import annotations

import base64

import pytest

from service.commands.encodings import read_text
from service.commands.file_kinds import refuse_encoded, refuse_kind
from service.commands.refusals import FileRefusedError

TEXT = "Sehr geehrte Frau Sabine Krämer, Ihre IBAN ist notiert."
IN_BASE64 = base64.b64encode(TEXT.encode()).decode()
PNG = base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(60)).decode()


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"%PDF-1.7\n1 0 obj\n<< /Filter /ASCII85Decode >>\nendobj", "pdf"),
        (b"junk\n%PDF-1.4\n1 0 obj\nendobj", "pdf"),
        (b"PK\x03\x04 word/document.xml", "office_file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old Word", "office_file"),
        (b"\x1f\x8b\x08 gzip", "archive"),
        (b"BZh91AY&SY bzip2", "archive"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (b"\xff\xd8\xff\xe0 JPEG", "image"),
        (b"RIFF\x00\x00WAVE", "audio_or_video"),
        (b"{\\rtf1\\ansi Kr\\'e4mer}", "rich_text"),
        (b"\x00\x00\x00\x18ftypmp42", "binary"),
        (b"MZ\x90\x00\x03", "binary"),
    ],
)
def test_a_file_that_is_no_text_is_refused_by_what_it_is(content: bytes, word: str) -> None:
    with pytest.raises(FileRefusedError) as caught:
        _read(content)
    assert caught.value.word == word


def _read(content: bytes) -> None:
    refuse_kind(content)
    read_text(content, "cp1252")


@pytest.mark.parametrize(
    "content",
    [b"RIFF is a format.", b"BZh is no word.", b"ID3 was a car by Volkswagen.", b"PK, 3. Januar"],
)
def test_a_text_may_begin_like_a_file(content: bytes) -> None:
    refuse_kind(content)


@pytest.mark.parametrize(
    "text",
    [
        f"Anlage:\n{IN_BASE64}\n",
        "Anlage\n" + "\n".join(IN_BASE64[at : at + 60] for at in range(0, len(IN_BASE64), 60)),
        f'{{"file": "{PNG}"}}',
        f"<img src='data:image/png;base64,{PNG}'>",
        "dn: cn=x\ncn:: U2FiaW5lIEtyw6RtZXI=\n",
        "U2FiaW5lIEtyw6RtZXI=\n",
        "Subject: =?utf-8?B?S3LDpG1lcg==?=",
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Kr=C3=A4mer;Sabine",
        "begin 644 a.txt\n+4V%B:6YE\n`\nend\n",
    ],
)
def test_what_decodes_to_text_or_to_a_file_is_refused(text: str) -> None:
    with pytest.raises(FileRefusedError, match="Decode it first"):
        refuse_encoded(text)


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "[[Person-8VTTWP]] schreibt",
        "sha512-" + base64.b64encode(bytes(range(190, 254))).decode(),
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "service/commands/progress/and/a/very/long/path/that/goes/on/and/on.py",
        "Donaudampfschifffahrtsgesellschaftskapitaensmuetzenabzeichen",
        "Internationalization",
    ],
)
def test_words_hashes_and_paths_are_not_encoded(text: str) -> None:
    refuse_encoded(text)
