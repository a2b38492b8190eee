"""House numbers in words, as in "Three-oh-four Sample Road"; town and code behind their label."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.address.english import BLANK, POSTCODE, STATE, STRONG, TAIL, TOWN, WEAK, WORD, ZIP
from recognizers.address.words import ADDRESS_WORDS
from recognizers.base.recognizer import Match

ONES = r"one|two|three|four|five|six|seven|eight|nine|oh|zero|double"
TENS = (
    r"ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty"
    r"|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand"
)
SPELLED = re.compile(
    rf"(?<![\w-])(?i:(?:{ONES}|{TENS})"
    rf"(?P<more>(?:(?:-|{BLANK})(?:and{BLANK})?(?:{ONES}|{TENS})){{0,5}}+)(?!\w)){BLANK}"
    rf"(?:{WORD}{BLANK}){{1,3}}?(?:{STRONG}|{WEAK})\b"
    rf"{TAIL}"
)
FIELD = re.compile(
    r"(?i:\b(?:city|town|zip|postcode|plz)(?:[ ]?[/,&][ ]?(?:state|zip|city|town|postcode|ort)"
    r"(?:[ ]code)?){0,2}(?:[ ]code)?)[ \t]?:[ \t]{1,4}"
    rf"(?P<value>{TOWN},?{BLANK}(?:(?:{STATE}){BLANK})?(?:{ZIP}|{POSTCODE}))"
)
CODE = re.compile(
    r"\b(?:(?i:eircode)[ :]{1,3}(?P<irish>[A-Z][0-9][0-9W] ?[A-Z0-9]{4})"
    rf"|(?i:zip(?: code)?)[ :]{{1,3}}(?P<zip>{ZIP}))(?!\w)"
)
FULL = 0.9
LIKELY = 0.6


def addresses(text: str) -> Iterator[Match]:
    """Yield the streets whose numbers are words, and the towns and codes behind labels."""
    for found in SPELLED.finditer(text):
        if found["town"]:
            yield Match(found.start(), found.end(), FULL)
        elif found["more"] or ADDRESS_WORDS.near(text, *found.span()):
            yield Match(found.start(), found.end(), LIKELY)
    for found in FIELD.finditer(text) if ":" in text else ():
        yield Match(*found.span("value"), FULL)
    for found in CODE.finditer(text):
        yield Match(*found.span("irish" if found["irish"] else "zip"), LIKELY)
