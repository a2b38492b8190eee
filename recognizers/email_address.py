"""E-mail addresses, also with umlauts, and as they stand in links (%40) or are disguised (at).

Source: RFC 5321 and RFC 6531, https://www.rfc-editor.org/rfc/rfc6531
"""

from __future__ import annotations

import re

from recognizers.base import Form, PatternRecognizer

# Characters that occur in the part before the @; RFC 5321 allows more (`=`, `/`, `?`), but those
# stand around addresses far more often than in them.
LOCAL = r"[\w.%+'’~&-]"
# A name is read from where a run of such characters begins, once: that keeps the search linear.
NAME = rf"(?<!{LOCAL})(?:(?!\w){LOCAL})*+(?P<value>\w(?:(?!%40){LOCAL})*+"
DOMAIN = r"[^\W_][\w-]*+(?:\.[^\W_][\w-]*+)*+(?<![-_])"

_TOP_LEVEL = re.compile(r"(?:xn--[\w-]+|[^\W\d_]{2,63})\Z")
_IMAGE_FOR_SCREENS = re.compile(r"\d(?:\.\d)?x\.")


def is_address(value: str) -> bool:
    """Say whether the host can be one, and not the version of a package or a file name."""
    local, _, host = value.replace("%40", "@").replace("＠", "@").rpartition("@")
    if host.lower() == "localhost":
        return True
    dotted = "." in host and _TOP_LEVEL.search(host.rpartition(".")[2]) is not None
    return dotted and local != "git" and not _IMAGE_FOR_SCREENS.match(host)


recognizer = PatternRecognizer(
    entity="EMAIL_ADDRESS",
    label="email",
    forms=(
        Form(pattern=rf"{NAME}(?:[@＠]|%40){DOMAIN})", score=0.9, is_valid=is_address),
        Form(pattern=rf'(?P<value>"[^"@\s][^"@\n]{{0,62}}"@{DOMAIN})', score=0.9),
        Form(
            pattern=rf"{NAME}\s?[\[({{]\s?(?i:at|ät)\s?[\])}}]\s?[^\W_][\w-]*+"
            rf"(?:(?:\.|\s?[\[({{]\s?(?i:dot|punkt)\s?[\])}}]\s?)[^\W_][\w-]*+){{1,6}})",
            score=0.8,
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
    ),
    counterexamples=(
        "npm install react@18.2.0",
        "logo@2x.png",
        "git clone git@example.org:team/code.git",
        "@dataclass",
        "a @ b",
        "C = A@B",
    ),
)
