"""Mails (RFC 5322, MIME): their fields and bodies as passages of text, whatever they are coded in.

What is not text keeps its bytes. A mail with a part that cannot be read as text is refused.
"""

from __future__ import annotations

import base64
import binascii
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message

from service.commands.documents import Document, Passage, WholeText
from service.commands.encodings import UTF8, TextForm, read_text
from service.commands.file_kinds import MAILBOX, refuse_kind
from service.commands.mail_fields import DAMAGED, NAME, WORD, read_field
from service.commands.refusals import FileRefusedError

ENDINGS = (".eml", ".mht", ".mhtml")
MIME = re.compile(
    rb"^(?:mime-version|content-transfer-encoding)[ \t]*:", re.IGNORECASE | re.MULTILINE
)
POSTMARK = re.compile(rb"From [^\n]*\n(?=[!-9;-~]+:)")
CODE = "content-transfer-encoding"
PLAIN = frozenset({"", "7bit", "8bit", "binary"})
CODED = frozenset({"quoted-printable", "base64"})
MOST_NESTED = 20
ATTACHED = FileRefusedError(
    "mail_attachment", "a mail with an attachment that is no text. Save the mail without it"
)
UNKNOWN_CODE = FileRefusedError("mail_part", "a mail with a part in an unknown transfer encoding")
WRONG_CHARSET = FileRefusedError(
    "not_in_encoding", "a mail whose text is not in the encoding that it names"
)

Part = Iterator[bytes | Passage]


def is_mail(content: bytes, name: str = "") -> bool:
    """Return whether the content of a file is a mail with a head of MIME, or called one.

    Raises FileRefusedError for a mailbox with encoded mails.
    """
    if POSTMARK.match(content) and (MIME.search(content) or _has_word(content)):
        raise FileRefusedError(*MAILBOX)
    head = _head(content)
    if not head:
        return False
    source = b"".join(head)
    called = name.lower().endswith(ENDINGS)
    return called or MIME.search(source) is not None or _has_word(source)


def mail_document(content: bytes, encoding: str | None = None) -> Document:
    """Return a mail; letters that no charset explains are in `encoding`.

    Raises FileRefusedError.
    """
    return tuple(_part(content, encoding, "text/plain", 0))


@dataclass(frozen=True, slots=True)
class Body:
    """The text of one part, in its transfer encoding."""

    source: bytes
    text: str
    form: TextForm
    code: str

    @property
    def segments(self) -> tuple[str, ...]:
        """The text."""
        return (self.text,)

    def written(self, texts: list[str]) -> bytes:
        """Return the part's body; one that did not change as it was. Raises FileRefusedError."""
        if texts[0] == self.text:
            return self.source
        content = self.form.write(texts[0])
        if self.code not in CODED:
            return content
        end = b"\r\n" if b"\r\n" in self.source else b"\n"
        if self.code == "quoted-printable":
            return _quoted(content, end)
        tail = self.source[len(self.source.rstrip()) :]
        return base64.encodebytes(content).rstrip().replace(b"\n", end) + tail


def _has_word(content: bytes) -> bool:
    return WORD.search(content.decode("latin-1")) is not None


def _head(content: bytes) -> list[bytes]:
    """Return the fields at the front of a content, with their folded lines."""
    fields: list[bytes] = []
    for line in content.splitlines(keepends=True):
        if fields and line[:1] in (b" ", b"\t") and line.strip():
            fields[-1] += line
        elif NAME.match(line.decode("latin-1")):
            fields.append(line)
        else:
            break
    return fields


def _part(content: bytes, encoding: str | None, usual: str, depth: int) -> Part:
    """Yield a mail or a part of one: its fields, the empty line, its body."""
    fields = _head(content)
    head = b"".join(fields)
    rest = content[len(head) :]
    gap = rest[:2] if rest.startswith(b"\r\n") else rest[:1]
    if (rest and gap not in (b"\r\n", b"\n")) or depth > MOST_NESTED:
        raise DAMAGED
    message = message_from_bytes(head + b"\n")
    if any(len(message.get_all(name, [])) > 1 for name in ("content-type", CODE)):
        raise DAMAGED
    for field in fields:
        structural = field.lower().startswith((b"content-transfer-encoding", b"mime-version"))
        yield field if structural else read_field(field, _encoding(field, encoding))
    yield gap
    message.set_default_type(usual)
    yield from _body(message, rest[len(gap) :], encoding, depth)


def _body(message: Message, body: bytes, encoding: str | None, depth: int) -> Part:
    code = str(message.get(CODE, "")).strip().lower()
    if code not in PLAIN | CODED:
        raise UNKNOWN_CODE
    kind = message.get_content_type()
    if kind.startswith("multipart/") and code in PLAIN:
        usual = "message/rfc822" if kind == "multipart/digest" else "text/plain"
        yield from _parts(body, _boundary(message), encoding, usual, depth)
    elif kind == "message/rfc822" and code in PLAIN:
        yield from _part(body, encoding, "text/plain", depth + 1)
    elif kind.startswith(("multipart/", "message/rfc822")):
        raise UNKNOWN_CODE  # RFC 2045, 6.4 forbids it
    else:
        yield _leaf(message, body, code, encoding)


def _boundary(message: Message) -> bytes:
    boundary = message.get_boundary()
    if not boundary:
        raise DAMAGED
    return boundary.encode("ascii", "surrogateescape")


def _parts(body: bytes, boundary: bytes, encoding: str | None, usual: str, depth: int) -> Part:
    """Yield the parts between the boundaries; what stands before and behind them is text too."""
    line = re.compile(
        rb"(?:(?:\A|(?<=\n))|\r?\n)--" + re.escape(boundary) + rb"(--)?[ \t]*(?:\r?\n|\Z)"
    )
    done, found = 0, None
    for found in line.finditer(body):
        stretch = body[done : found.start()]
        if done:
            yield from _part(stretch, encoding, usual, depth + 1)
        elif stretch:
            yield WholeText(*read_text(stretch, encoding))
        yield found[0]
        done = found.end()
        if found[1]:
            break
    if found is None or not found[1]:
        raise DAMAGED
    if done < len(body):
        yield WholeText(*read_text(body[done:], encoding))


def _leaf(message: Message, body: bytes, code: str, encoding: str | None) -> Passage:
    content = _decoded(body, code)
    try:
        refuse_kind(content)
        text, form = _text(message, content, encoding)
    except FileRefusedError as error:
        is_text = message.get_content_maintype() == "text"
        raise (error if is_text else ATTACHED) from None
    return Body(body, text, form, code)


def _text(message: Message, content: bytes, encoding: str | None) -> tuple[str, TextForm]:
    charset = message.get_content_charset()
    if charset in (None, "us-ascii", "utf-8"):
        return read_text(content, encoding)
    try:
        form = TextForm(str(charset))
        text = content.decode(form.encoding)
        if form.write(text) == content and "\0" not in text:
            return text, form
    except (UnicodeError, LookupError):
        pass
    raise WRONG_CHARSET


def _decoded(body: bytes, code: str) -> bytes:
    if code == "quoted-printable":
        return quopri.decodestring(body)
    if code != "base64":
        return body
    try:
        return base64.b64decode(b"".join(body.split()), validate=True)
    except binascii.Error:
        raise DAMAGED from None


def _quoted(content: bytes, end: bytes) -> bytes:
    """Return content in quoted-printable; the line ends that it makes are `end`."""
    quoted = binascii.b2a_qp(content, istext=True)
    quoted = re.sub(rb"=\r?\n", b"=" + end, quoted)
    if quopri.decodestring(quoted) != content:
        raise DAMAGED
    return quoted


def _encoding(field: bytes, named: str | None) -> str:
    """Return what the letters of a field are written in. Raises FileRefusedError."""
    return UTF8 if field.isascii() else read_text(field, named)[1].encoding
