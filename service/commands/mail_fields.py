"""Fields of a mail's head: what their encoded words mean, and writing them again (RFC 2047)."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email import message_from_string
from email.charset import BASE64, QP, Charset
from email.header import Header
from email.quoprimime import header_decode
from functools import partial
from operator import itemgetter
from urllib.parse import quote, unquote_to_bytes

from service.commands.encodings import TextForm
from service.commands.refusals import FileRefusedError

NAME = re.compile(r"[!-9;-~]+[ \t]*:")
WORD = re.compile(
    r"=\?(?P<charset>[\w.:-]+)(?:\*[\w-]*)?\?(?P<form>[bqBQ])\?(?P<text>[^?\r\n]*)\?="
)
# What a part is, what its letters are in, and what parts are told apart by: nothing of it is text.
PROTOCOL = re.compile(
    r"(?i)(?<=:)\s*(?:text|multipart|message|application|image|audio|video)/[\w.+-]+"
    r"|charset\s*=\s*(?:\"[\w.:-]+\"|[\w.:-]+)"
    r"|boundary\s*=\s*(?:\"[^\"]*\"|[^\s;]+)"
)
# A parameter in percent signs (RFC 2231), and one that is cut into pieces besides.
EXTENDED = re.compile(r"(?<=\*=)(?P<charset>[\w-]+)'[\w-]*'(?P<text>[^\s;\"]*)")
PIECES = re.compile(r"\*\d+\*?=")
FOLD = re.compile(r"(\r?\n)(?=[ \t])")
# What stands in a field of ASCII for letters that are none, with the words around them.
FOREIGN = r"(?:(?<![\w'.-])[\w'.-]*)?[^\x09\x20-\x7e][\w'.\u0080-\U0010ffff-]*"
RUN = re.compile(rf"{FOREIGN}(?: +{FOREIGN})*")
LONGEST_WORD = 75  # RFC 2047, 2
LONGEST_LINE = 998  # RFC 5322, 2.1.1
BREAK = re.compile(r"(?<=\S)[ \t]+(?=\S)")

DAMAGED = FileRefusedError("mail_damaged", "a mail that is damaged and cannot be read whole")
IN_PIECES = FileRefusedError("mail_part", "a mail whose file names are cut into encoded pieces")
CHANGED = FileRefusedError("mail_part", "a mail whose head would not be one afterwards")
OTHER_CHARSET = FileRefusedError("not_in_encoding", "a mail with letters in an unknown encoding")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a field: how it is written, what that means, and how something else is."""

    source: str
    text: str
    write: Callable[[str], str]

    def written(self, text: str) -> str:
        """Return how `text` is written; what did not change stays as it was."""
        return self.source if text == self.text else self.write(text)


# Where a segment begins and ends in its line.
Marked = tuple[int, int, Segment]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a head, with its name."""

    parts: tuple[Segment, ...]
    end: str
    encoding: str

    @property
    def segments(self) -> tuple[str, ...]:
        """What is to be read, piece by piece."""
        return tuple(one.text for one in self.parts)

    def written(self, texts: list[str]) -> bytes:
        """Return the field with other texts in the place of its own. Raises FileRefusedError."""
        source = before = "".join(one.source for one in self.parts)
        if tuple(texts) != self.segments:
            pieces = [part.written(text) for part, text in zip(self.parts, texts, strict=True)]
            source = _folded("".join(pieces), self.end or "\n")
            if not NAME.match(source) or _kind(source) != _kind(before):
                raise CHANGED
        return TextForm(self.encoding).write(source + self.end)


def read_field(content: bytes, encoding: str) -> Field:
    """Return a field from its lines, which may hold letters in `encoding`.

    Raises FileRefusedError.
    """
    source = content.decode(encoding)
    line = source.rstrip("\r\n")
    if not NAME.match(line) or "\r" in FOLD.sub("", line):
        raise DAMAGED
    if PIECES.search(line) and line.lower().startswith("content-"):
        raise IN_PIECES
    return Field(tuple(_segments(line)), source[len(line) :], encoding)


def _segments(line: str) -> Iterator[Segment]:
    """Yield the stretches of a field: encoded words, what is protocol, and what is plain."""
    marked = list(_words(line))
    if line.lower().startswith("content-"):
        marked += _parameters(line)
    write = _plain if line.isascii() else str
    done = 0
    for start, end, segment in sorted(marked, key=itemgetter(0)):
        if start < done:
            raise DAMAGED
        if done and line[done:start].isspace():  # between encoded words no blank is seen
            yield Segment(line[done:start], "", _kept)
        else:
            yield from _unfolded(line[done:start], write)
        yield segment
        done = end
    yield from _unfolded(line[done:], write)


def _unfolded(stretch: str, write: Callable[[str], str]) -> Iterator[Segment]:
    """Yield the lines of a stretch; where it is folded, nothing is seen."""
    for number, piece in enumerate(FOLD.split(stretch)):
        if piece:
            is_fold = number % 2
            yield Segment(piece, "", _kept) if is_fold else Segment(piece, piece, write)


def _parameters(line: str) -> Iterator[Marked]:
    for found in PROTOCOL.finditer(line):
        yield *found.span(), Segment(found[0], "", _kept)
    for found in EXTENDED.finditer(line):
        text = _decoded(unquote_to_bytes(found["text"]), found["charset"])
        yield *found.span(), Segment(found[0], text, partial(_percent, found["charset"]))


def _percent(charset: str, text: str) -> str:
    return f"{charset}''{quote(TextForm(charset).write(text), safe='')}"


def _words(line: str) -> Iterator[Marked]:
    """Yield runs of encoded words: a letter may begin in one word and end in the next."""
    group: list[re.Match[str]] = []
    for word in WORD.finditer(line):
        if group and not _goes_on(line, group[-1], word):
            yield _joined(line, group)
            group = []
        group.append(word)
    if group:
        yield _joined(line, group)


def _goes_on(line: str, last: re.Match[str], word: re.Match[str]) -> bool:
    same = [one.lower() for one in last.group("charset", "form")] == [
        one.lower() for one in word.group("charset", "form")
    ]
    return same and line[last.end() : word.start()].isspace()


def _joined(line: str, group: list[re.Match[str]]) -> Marked:
    charset, form = group[0]["charset"], group[0]["form"].lower()
    content = b"".join(_bytes(word["text"], form) for word in group)
    start, end = group[0].start(), group[-1].end()
    write = partial(encoded_word, charset, form)
    return start, end, Segment(line[start:end], _decoded(content, charset), write)


def _bytes(text: str, form: str) -> bytes:
    if form == "q":
        return header_decode(text).encode("latin-1")
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), validate=True)
    except binascii.Error:
        raise DAMAGED from None


def _decoded(content: bytes, charset: str) -> str:
    try:
        return content.decode(charset)
    except (UnicodeDecodeError, LookupError):
        raise OTHER_CHARSET from None


def encoded_word(charset: str, form: str, text: str) -> str:
    """Return text as encoded words of 75 characters at most."""
    if not text:
        return ""
    try:
        text.encode(charset)
    except UnicodeEncodeError:
        charset = "utf-8"
    kind = Charset("utf-8" if charset.lower() == "us-ascii" else charset)
    kind.header_encoding = BASE64 if form == "b" else QP
    return Header(text, kind, maxlinelen=LONGEST_WORD).encode()


def _plain(text: str) -> str:
    """Return how text is written in a field of ASCII."""
    return RUN.sub(lambda found: encoded_word("utf-8", "q", found[0]), text)


def _kept(text: str) -> str:
    del text
    raise CHANGED


def _kind(source: str) -> tuple[str, str | None]:
    """Return what a field tells of the body below: its type and charset."""
    message = message_from_string(FOLD.sub("", source))
    return message.get_content_type(), message.get_content_charset()


def _folded(source: str, end: str) -> str:
    """End the lines of a field alike: none is empty, and all but the first begin with a blank."""
    lines: list[str] = []
    for line in re.split(r"\r?\n", source):
        if lines and line[:1] not in (" ", "\t"):
            lines[-1] += line
        elif line.strip():
            lines += _broken(line)
    return end.join(lines)


def _broken(line: str) -> Iterator[str]:
    """Yield the lines of one that is longer than a mail may have."""
    while len(line) > LONGEST_LINE:
        breaks = [found.start() for found in BREAK.finditer(line)]
        at = max((one for one in breaks if one <= LONGEST_LINE), default=min(breaks, default=0))
        if not at:
            break
        yield line[:at]
        line = line[at:]
    yield line
