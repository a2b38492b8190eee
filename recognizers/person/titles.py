"""Names behind a title or an office that only people bear: `PFK Dilnoza`, `PC 1147 Whitlock`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.base.lexicon import alternation, words
from recognizers.base.recognizer import Match
from recognizers.person.words import INITIAL, PARTICLE, PARTICLES, WORD, is_name, is_other, is_role

# As much as a guess of the model: of both, the longer name is the whole one.
SCORE = 0.85
TITLE = alternation(words("titles", "announces")) + r"|Dipl\.-[A-Z][a-z]{1,6}\."
BLANK = "[ \u00a0]{1,2}"
_NUMBERED = alternation(words("titles", "numbered"))
NUMBERED = rf"(?:{_NUMBERED})[ \u00a0]#?[0-9]{{2,5}}|DC[ \u00a0][0-9]{{2,4}}"
NAME = (
    rf"(?:{PARTICLE} ){{0,2}}(?:{INITIAL} ){{0,2}}{WORD}"
    rf"(?: (?:{PARTICLE} ){{0,2}}(?:{WORD}|{INITIAL})){{0,2}}"
)
TITLED = re.compile(
    rf"(?<![\w.-])(?:{NUMBERED}|(?:{TITLE})(?:{BLANK}(?:{TITLE})){{0,3}}){BLANK}(?P<name>{NAME})"
)
ONLY_TITLE = re.compile(rf"(?:{TITLE})\.?")


def names(text: str) -> Iterator[Match]:
    """Yield the names behind titles, without the ordinary words that follow them."""
    for found in TITLED.finditer(text):
        start, end = found.span("name")
        while is_role(text[start:end].partition(" ")[0]):
            start += len(text[start:end].partition(" ")[0]) + 1
        end = start + len(_known(text[start:end]))
        if start < end and is_name(text[start:end]):
            yield Match(start, end, SCORE)


def _known(name: str) -> str:
    """Return the words of `name` up to the first that is no part of one."""
    words = name.split(" ")
    for number, word in enumerate(words):
        if not PARTICLES.fullmatch(word) and (is_other(word) or ONLY_TITLE.fullmatch(word)):
            words = words[:number]
            break
    while words and PARTICLES.fullmatch(words[-1]):
        words.pop()
    return " ".join(words)
