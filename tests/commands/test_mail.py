"""Mails: decoded to be masked, valid mails afterwards, and equal ones when they are restored."""

from __future__ import annotations

import email
import email.policy
import re
from email.message import EmailMessage

import pytest

from service.commands.documents import passages, spliced, written
from service.commands.mail import is_mail, mail_document
from service.commands.refusals import FileRefusedError

VALUES = {
    "Sabine Krämer": "[[Person-8VTTWP]]",
    "Krämer, Sabine": "[[Person-8VTTWQ]]",
    "sabine@kraemer.example": "[[email-GPCADK]]",
    "Übersicht Krämer.txt": "[[file-GPCADM]]",
}
RAW = (
    b"From: =?iso-8859-1?Q?Kr=E4mer=2C_Sabine?=\n\t<sabine@kraemer.example>\n"
    b"Subject: =?UTF-8?B?VGVybWluIFNhYmluZSBLcsM=?=\n =?UTF-8?B?pG1lcg==?= am 3.\n"
    b"X-Odd:no blank\nMIME-Version: 1.0\n"
    b"Content-Type: text/plain; charset=iso-8859-1;\n"
    b" name*=utf-8''%C3%9Cbersicht%20Kr%C3%A4mer.txt\n"
    b"Content-Transfer-Encoding: quoted-printable\n\n"
    b"Hallo Sabine Kr=E4mer, das ist eine Zeile, die so lang ist, dass sie geteilt=\n wird.\n"
)


def message(*, code: str, line_end: email.policy.Policy) -> bytes:
    mail = EmailMessage()
    mail["Subject"] = "Kündigung von Sabine Krämer, und noch viel mehr Wörter, damit es lang wird"
    mail["From"] = '"Krämer, Sabine" <sabine@kraemer.example>'
    mail["To"] = "office@example.com"
    mail.set_content("Hallo Sabine Krämer,\n\n  Grüße  \nsabine@kraemer.example\n", cte=code)
    mail.add_alternative("<p>Hallo Sabine Krämer</p>\n", subtype="html", cte="base64")
    mail.add_attachment("Sabine Krämer;Köln\n", filename="liste.csv", subtype="csv")
    inner = EmailMessage()
    inner["Subject"] = "Sabine Krämer"
    inner.set_content("Grüße an Sabine Krämer\n", cte="quoted-printable")
    mail.add_attachment(inner)
    return mail.as_bytes(policy=line_end)


def replaced(content: bytes, values: dict[str, str]) -> bytes:
    """Return a mail with other texts, put in as the commands do it."""
    document = mail_document(content)
    changed = []
    for passage in passages(document):
        found = re.finditer("|".join(map(re.escape, values)) or "$^", "".join(passage.segments))
        put = [(one.start(), one.end(), values[one[0]]) for one in found]
        changed.append(list(spliced(passage.segments, put)))
    return written(document, changed)


def told(content: bytes) -> list[object]:
    """Return all that a mail tells, however it is coded."""
    mail = email.message_from_bytes(content, policy=email.policy.default)
    leaves = [part for part in mail.walk() if not part.is_multipart()]
    assert not any(part.defects for part in mail.walk())
    return [
        [(name, str(value)) for part in mail.walk() for name, value in part.items()],
        [part.get_content() for part in leaves],
        [part.get_filename() for part in leaves],
    ]


@pytest.mark.parametrize("code", ["base64", "quoted-printable", "8bit"])
@pytest.mark.parametrize("line_end", [email.policy.default, email.policy.SMTP])
def test_a_mail_is_masked_in_all_its_parts_and_comes_back(
    code: str, line_end: email.policy.Policy
) -> None:
    content = message(code=code, line_end=line_end.clone(cte_type="8bit"))
    assert is_mail(content)
    assert replaced(content, {}) == content

    masked = replaced(content, VALUES)
    shown = str(told(masked))
    assert [one for one in ("Sabine", "kraemer.example", "Krämer<") if one in shown] == []
    assert shown.count("[[Person-8VTTWP]]") == 6
    assert told(replaced(masked, {new: old for old, new in VALUES.items()})) == told(content)


def test_words_that_end_in_the_next_one_and_names_in_percent_signs_are_read() -> None:
    assert replaced(RAW, {}) == RAW
    masked = replaced(RAW, VALUES)
    assert b"X-Odd:no blank\n" in masked
    shown = told(masked)
    assert "Termin [[Person-8VTTWP]] am 3." in str(shown)
    assert shown[2] == ["[[file-GPCADM]]"]
    assert "Krämer" not in str(shown)
    assert told(replaced(masked, {new: old for old, new in VALUES.items()})) == told(RAW)


def test_a_name_over_two_lines_leaves_no_empty_line_in_the_head() -> None:
    content = b"Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?= von Sabine\r\n Kr\r\n\taemer\r\n\r\ntext\r\n"
    masked = replaced(content, {"Sabine Kr\taemer": "[[Person-8VTTWP]]"})
    assert masked == b"Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?= von [[Person-8VTTWP]]\r\n\r\ntext\r\n"


HEAD = b"Subject: a\nMIME-Version: 1.0\n"
IMAGE = b"Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgoAAAANSUhEUg==\n"
MIXED = b"Content-Type: multipart/mixed; boundary=b\n\n"


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (HEAD + MIXED + b"--b\n" + IMAGE + b"--b--\n", "mail_attachment"),
        (HEAD + IMAGE, "mail_attachment"),
        (HEAD + MIXED + b"--b\n\ntext\n", "mail_damaged"),
        (HEAD + b"Content-Type: multipart/mixed\n\ntext\n", "mail_damaged"),
        (HEAD + b"Content-Transfer-Encoding: base64\n\nnot*base64\n", "mail_damaged"),
        (HEAD + b"Content-Transfer-Encoding: base64\n" * 2 + b"\nYQ==\n", "mail_damaged"),
        (HEAD + b"Content-Transfer-Encoding: x-uuencode\n\nbegin\n", "mail_part"),
        (HEAD + b"Content-Type: text/plain; charset=klingon\n\n\xe4\n", "not_in_encoding"),
        (HEAD + b"Content-Type: text/plain; charset=utf-8\n\n\xe4\n", "not_utf8"),
        (b"Subject: =?klingon?Q?a?=\n\n", "not_in_encoding"),
        (b"From x Mon Sep 17\n" + HEAD + b"\ntext\n", "mailbox"),
    ],
)
def test_a_mail_that_cannot_be_read_whole_is_refused(content: bytes, word: str) -> None:
    with pytest.raises(FileRefusedError) as caught:
        is_mail(content) and mail_document(content)
    assert caught.value.word == word


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        (b"Subject: a\n\ntext", "", False),
        (b"Subject: a\n\ntext", "a.EML", True),
        (b"text with Content-Transfer-Encoding: base64", "", False),
        (b"Name: a\nOrt: b\n", "a.txt", False),
        (RAW, "", True),
        (b"", "a.eml", False),
    ],
)
def test_a_mail_is_known_by_its_head(content: bytes, name: str, expected: bool) -> None:
    assert is_mail(content, name) is expected
