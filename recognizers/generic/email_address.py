"""E-mail addresses, also with umlauts, and as they stand in links (%40) or are disguised (at).

Source: RFC 5321 and RFC 6531, https://www.rfc-editor.org/rfc/rfc6531
"""

from __future__ import annotations

import re

from recognizers.base.recognizer import Form, PatternRecognizer

# Characters that occur in the part before the @; RFC 5321 allows more (`=`, `/`, `?`), but those
# stand around addresses far more often than in them.
LOCAL = r"[\w.%+'’~&-]"
# A name is read from where a run of such characters begins, once: that keeps the search linear.
AT = r"(?:[@＠]|%40|&#64;|&commat;|\\u0040)"
NAME = rf"(?<!{LOCAL})(?:(?!\w){LOCAL})*+(?P<value>\w(?:(?!%40|&#64;|&comm){LOCAL})*+"
DOMAIN = r"[^\W_][\w-]*+(?:\.[^\W_][\w-]*+)*+(?<![-_])"

_WRITTEN_AT = re.compile(AT)
_TOP_LEVEL = re.compile(r"(?:xn--[\w-]+|[^\W\d_]{2,63})\Z")
_IMAGE_FOR_SCREENS = re.compile(r"\d(?:\.\d)?x\.")


def is_address(value: str) -> bool:
    """Return whether the host can be one, and not the version of a package or a file name."""
    local, _, host = _WRITTEN_AT.sub("@", value).rpartition("@")
    if host.lower() == "localhost":
        return True
    dotted = "." in host and _TOP_LEVEL.search(host.rpartition(".")[2]) is not None
    return dotted and local != "git" and not _IMAGE_FOR_SCREENS.match(host)


recognizer = PatternRecognizer(
    entity="EMAIL_ADDRESS",
    label="email",
    forms=(
        Form(pattern=rf"{NAME}{AT}{DOMAIN})", score=0.9, is_valid=is_address),
        Form(
            pattern=rf'(?P<value>"(?:[^"\\\s]|\\[^\n])(?:[^"\\\n]|\\[^\n]){{0,62}}+"@{DOMAIN})',
            score=0.9,
        ),
        Form(
            pattern=rf"{NAME}\s?[\[({{]\s?(?i:at|ät)\s?[\])}}]\s?[^\W_][\w-]*+"
            rf"(?:(?:\.|\s?[\[({{]\s?(?i:dot|punkt)\s?[\])}}]\s?)[^\W_][\w-]*+){{1,6}})",
            score=0.8,
        ),
        # "max at example dot org": without brackets, the dot must be a word and the end known.
        Form(
            pattern=rf"{NAME}\s(?i:at|ät)\s[^\W_][\w-]*+(?:\s(?i:dot|punkt)\s[^\W_][\w-]*+){{0,4}}"
            r"\s(?i:dot|punkt)\s(?i:com|org|net|de|at|ch|eu|info|io|uk|edu|example)(?!\w))",
            score=0.7,
        ),
    ),
    examples=(
        "Schreiben Sie an «erika.musterfrau@example.org».",
        "«jörg.müller+rechnung@müller.example», bitte",
        "<«max@xn--mller-kva.example»>",
        "Intern: «m.muster@server.intern»",
        "?an=«max%40example.org»&x=1",
        "«max.muster [at] example [punkt] org»",
        'an «"max muster"@example.org»',
        "«max.muster at example dot org»",
        "«max&#64;example.org»",
        'an «"max\\"muster@home"@example.org»',
    ),
    counterexamples=(
        "npm install react@18.2.0",
        "logo@2x.png",
        "git clone git@example.org:team/code.git",
        "@dataclass",
        "a @ b",
        "C = A@B",
        "look at the dot product",
    ),
)
