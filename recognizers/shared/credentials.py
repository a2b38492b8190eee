"""Credentials behind a label such as "Passwort:" or "username=", and what is none.

Text and source code name a password far more often than they give one: a plain word counts only
where the line or a quote shows that it is the value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum

from recognizers.base.recognizer import Match
from recognizers.base.writing import lowered


class Link(IntEnum):
    """What joins a label to its value, from weak to strong."""

    BLANK = 0
    VERB = 1
    COLON = 2
    SIGN = 3


VALUE = re.compile(
    r"""
    (?P<close>\\?[\"'`”»*_)\]]{0,2})                                   # what closes the label
    (?:
        \s{0,2}(?P<sign>[=>]|:=|=>)\s{0,2}                             # password=hunter2
        | \s{0,2}(?P<bar>\|)\s{0,2}                                    # | Passwort | hunter2 |
        | \s{0,2}(?P<colon>:)[*_]{0,2}(?P<line>\s{0,2}\n)?\s{0,3}      # Passwort: hunter2
        | \s(?P<verb>lautete?|ist|is|war|was)\s?:?\s                   # das Passwort lautet hunter2
        | (?P<blank>\s)                                                # --password hunter2
    )
    (?:
        (?P<quote>\\?[\"'`„“«])                                        # also \", as JSON escapes it
            (?P<quoted>(?=\S)[^\n\"'`“”»\\]{1,100})(?=\\?[\"'`“”»])
        | [*_]{0,2}(?P<bare>[^\s\"'`<>|]{1,100})
    )
    """,
    re.VERBOSE,
)
PLAIN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# After the value the line ends, or a mark or another label comes.
ENDS = re.compile(r"\s{0,2}(?:\Z|\n|[,;/|)\]<\"'}]|&|\.\s|\.\Z)|\s{1,3}[\w-]{1,25}\s?[:=]|\s{2}|\t")
NOT_GIVEN = re.compile(
    r"""
    [*•.xX_#-]+                                                        # ********
    | [$%{<\[(].*                                                      # $DB_PASSWORD, <password>
    | (?:
        str | string | text | bytes | none | null | nil | true | false | undefined   # in programs
        | required | optional | any | int | varchar.* | self | this
        | vergessen | ändern | eingeben | unbekannt | unknown | missing   # Passwort vergessen?
        | falsch | wrong | invalid | ungültig | pflichtfeld | hidden | redacted | leer | empty
        | n/a | siehe | see | bitte | please | ja | nein | yes | no | ok
        | charfield | input | password | passwort | username | benutzername   # password=password
        | user | type | field | feld | name | prompt | default | getpass
    )
    [.,;:!?)]*
    """,
    re.IGNORECASE | re.VERBOSE,
)
# A name in a program: `password=ssl_password`, but not "password123".
VARIABLE = re.compile(r"[A-Za-z_.]*(?:passwor[dt]|passwd|pwd|user_?name)[A-Za-z_.]*", re.IGNORECASE)
EXPRESSION = re.compile(
    r"""
    (?:[A-Za-z_]\w*\.)*[A-Za-z_]\w*[(\[].*                             # os.environ['X'], input()
    | !?
        (?:                                                            # self.password, req.body
            self | this | args | req | request | os | config | settings | user | env | process
            | params | options | data | form | body | ctx | cfg | credentials | session | event
            | row | secrets | Optional | Secret\w* | models | System | app
        )
        \.[A-Za-z_].*
    | v?[0-9]+(?:\.[0-9]+)+                                            # a version: v1.2.3
    | [0-9]+-[^\W\d_]+                                                 # 8-stellig
    """,
    re.VERBOSE,
)
CLOSING = ".,;:!?)]}»”’*"
PAIRED = {")": "(", "]": "[", "}": "{"}


def values(text: str, label: re.Pattern[str], score: float, shortest: int) -> Iterator[Match]:
    """Yield the values that stand after what `label` finds in the lower-case text."""
    for named in label.finditer(lowered(text)):
        found = VALUE.match(text, named.end())
        if not found:
            continue
        group = "quoted" if found["quoted"] else "bare"
        start, end = found.span(group)
        if group == "bare":
            end -= len(found[group]) - len(_without_closing(found[group], _link(found)))
        if end - start >= shortest and _is_given(text, start, end, found):
            yield Match(start, end, score)


def _link(found: re.Match[str]) -> Link:
    for group, link in (
        ("sign", Link.SIGN),
        ("colon", Link.COLON),
        ("bar", Link.VERB),
        ("verb", Link.VERB),
    ):
        if found[group]:
            return link
    return Link.BLANK


def _without_closing(value: str, link: Link) -> str:
    """Return `value` without the punctuation of the sentence, or the next field, after it."""
    if link is Link.SIGN:
        value = re.split(r"[&;]|,(?=\s|\w+=)", value, maxsplit=1)[0]
    while value and value[-1] in CLOSING and PAIRED.get(value[-1], "\n") not in value[:-1]:
        # A lone "!" at the end of something mixed belongs to it: "Sommer2024!".
        if value[-1] in "!*?" and not PLAIN.fullmatch(value.rstrip(CLOSING)):
            break
        value = value[:-1]
    return value


def _is_given(text: str, start: int, end: int, found: re.Match[str]) -> bool:
    value, link = text[start:end], _link(found)
    if NOT_GIVEN.fullmatch(value):
        return False
    if found["quoted"]:
        # `password "forgotten"` quotes a word, `password "hunter2"` gives one.
        return link is not Link.BLANK or not PLAIN.fullmatch(value)
    if VARIABLE.fullmatch(value) or EXPRESSION.fullmatch(text[start : found.end()]):
        return False
    if not PLAIN.fullmatch(value):
        return link > Link.BLANK or _is_mixed(value)
    if link in (Link.SIGN, Link.COLON):
        return ENDS.match(text, end) is not None
    return found["verb"] is not None and found["verb"].startswith("laut")


def _is_mixed(value: str) -> bool:
    """Return whether a bare word after a blank can only be a value: mixed, or with marks."""
    kinds = (str.isdigit, str.isalpha)
    return (
        "=" not in value
        and any(map(str.isdigit, value))
        and (value.isdigit() or all(any(map(kind, value)) for kind in kinds))
    )
