"""House numbers without their street: "neighbours at no. 14", "wohnt in Nr. 7", "Hausnummer 3"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.base.recognizer import Match

NUMBER = r"[1-9][0-9]{0,3}(?:[ ]?[a-f](?!\w))?(?![\w%€$°]|[.,:/-][0-9])"
# "The neighbour at 16"; others live somewhere at 16 as well, when that is their age.
AT = rf"(?:at|in|from|aus|von) (?=(?P<bare>{NUMBER}) ?(?:[.,;:)\n]|\Z))"
NEIGHBOUR = re.compile(rf"(?i:\b(?:nachbar(?:n|in|innen)?|neighbou?rs?)) {AT}")
SHORT = rf"(?:[Nn]r\.?|[Nn]o\.?|[Nn]umber|[Nn]ummer|\#)[ ]?{NUMBER}"
HOUSE = re.compile(
    r"(?<!\w)(?:[Hh]aus(?:nummer|[- ][Nn]r\.?)|[Hh]s\.?-[Nn]r\.?|[Hh]ouse (?:[Nn]umber|[Nn]o\.?))"
    rf":? {NUMBER}"
)
# Who or what is at home there.
DWELLER = re.compile(
    rf"""
    (?i:
        \b(?:
            nachbar\w{{0,10}}                                          # die Nachbarin aus Nr. 14
            | wohn(?:t|en|e|te|ten|haft) | mieter\w{{0,4}} | bewohner\w{{0,4}}
            | gegenüber | nebenan
            | neighbou?rs? | liv(?:es?|ed|ing) | residents? | tenants? # lives at no. 7
            | next[ -]door | opposite | moved
        )
    )\b
    [^.;:!?\n]{{0,30}}?(?<!\w)(?P<value>{SHORT})
    """,
    re.VERBOSE,
)
PERHAPS = 0.6


def addresses(text: str) -> Iterator[Match]:
    """Yield the numbers, with the word before them."""
    for found in HOUSE.finditer(text):
        yield Match(found.start(), found.end(), PERHAPS)
    for found in NEIGHBOUR.finditer(text):
        yield Match(*found.span("bare"), PERHAPS)
    for found in DWELLER.finditer(text):
        yield Match(*found.span("value"), PERHAPS)
