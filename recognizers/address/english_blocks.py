"""English addresses without a code: over lines, behind the name of a house, and lots without one.

"14 Elm Grove", then "Testham" and "East Exshire" on lines of their own; "The Old Forge, Mill Road,
Testham"; "Lot 44, Sample Springs Rd, Testham TX".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.address.english import (
    BLANK,
    FLAT,
    LIKELY,
    NUMBER,
    STATE,
    STRONG,
    TOWN,
    WORD,
    whole,
)
from recognizers.address.towns import STATE_NAME
from recognizers.address.words import ADDRESS_WORDS
from recognizers.base.lexicon import alternation, words
from recognizers.base.recognizer import Match

_STREETS = alternation(words("street_words", "street", "place", "block"))
STREET = rf"(?:{WORD}{BLANK}){{1,3}}?(?:{_STREETS})"
MARGIN = r"[ \t>|]{0,6}"
NO_TOWN = (
    r"(?!(?:Dear|Hi|Hello|Hey|Best|Kind|Regards|Yours|Tel|Phone|Mobile|Email|Subject|Re|Date|From"
    r"|To|Sent|Thanks|Cheers|Our|Your|Ref|The|Attn)\b)"
)
NAMED = r"[A-Z][a-z'’]{1,20}(?:[ -][A-Z][a-z'’]{1,20}){0,2}"
END = r"(?=,?[ \t]{0,3}\r?(?:\n|\Z))"
BLOCK = re.compile(
    rf"^{MARGIN}(?P<value>{FLAT}{NUMBER}{BLANK}{STREET}\.?"
    rf"(?P<town>,?[ \t]{{0,3}}\r?\n{MARGIN}{NO_TOWN}(?:Co\.? )?{NAMED}{END}){{0,3}}){END}",
    re.MULTILINE,
)
COUNTY = (
    rf"(?:,?{BLANK}(?:{STATE}|{STATE_NAME})\b|,{BLANK}Co(?:unty|\.)?{BLANK}{NAMED}|,{BLANK}{NAMED})"
)
LOT = re.compile(
    rf"(?<!\w)(?:Lot|Plot|Unit|Flat|Apartment|Apt\.?|Suite|Site){BLANK}[0-9]{{1,4}}[A-Z]?,?{BLANK}"
    rf"(?:{WORD}{BLANK}){{1,3}}?(?:{STRONG})\b\.?(?:,{BLANK}{TOWN}{COUNTY}?)?"
)
_HOUSES = alternation(words("street_words", "dwelling", "rural"))
HOUSE = re.compile(
    rf"(?<![\w'’-])(?:[A-Z][\w'’-]{{1,20}}{BLANK}){{1,3}}?(?:{_HOUSES}),{BLANK}{STREET}(?!\w)"
    rf"(?P<town>,{BLANK}{NAMED}(?:,{BLANK}{NAMED})?)?"
)
_COUNTIES = alternation(words("counties"))
# `12 Sample Park, Dublin 14`, `Main St, Testham, Co. Mayo`: what stands last tells it.
IRISH = re.compile(
    rf"(?<![\w'’-])(?:{FLAT}{NUMBER}(?:{BLANK}{WORD}){{1,4}}|{NAMED}{BLANK}(?:St|Street|Rd|Road))"
    rf"(?:,{BLANK}{NAMED}){{0,2}},{BLANK}(?:Dublin{BLANK}[0-9]{{1,2}}W?|Co(?:\.|unty)?{BLANK}"
    rf"(?:{_COUNTIES}))(?!\w)"
)


def addresses(text: str) -> Iterator[Match]:
    """Yield the addresses in `text`; some may overlap."""
    for found in BLOCK.finditer(text) if "\n" in text else ():
        if found["town"]:
            yield Match(*found.span("value"), LIKELY)
    for found in LOT.finditer(text):
        yield whole(found, LIKELY)
    yield from named(text)


def named(text: str) -> Iterator[Match]:
    """Yield those that may hold no number at all."""
    for found in IRISH.finditer(text):
        yield whole(found, LIKELY)
    for found in HOUSE.finditer(text):
        if ADDRESS_WORDS.near(text, *found.span()):
            yield whole(found, LIKELY)
