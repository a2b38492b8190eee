"""The joining of addresses with the towns beside them, which the language model found as places.

"Lindenweg 4 in Musterstadt" and "Musterstadt, Lindenweg 4" are one address; where somebody lives
must not stay readable because the model called its second half a place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from service.text.spans import Source, Span

ADDRESS = "ADDRESS"
LOCATION = "LOCATION"
SURE = 0.4
MOST = 4  # places behind an address: a part of a town, the town, the county, the country
BEHIND = re.compile(r"[ \t]{0,2}(?:,|\r?\n)?[ \t]{0,2}(?:(?:in|near|bei)[ \t])?")
BEFORE = ", "
NUMBER = re.compile(r"[0-9]")
JOINED = Source("joined", "places beside it")


def with_towns(text: str, claims: Iterable[Span]) -> Iterator[Span]:
    """Yield `claims`, and addresses once more with the places right beside them."""
    spans = list(claims)
    yield from spans
    places = [one for one in spans if one.entity == LOCATION and one.score >= SURE]
    if places:
        addresses = (one for one in spans if one.entity == ADDRESS and one.score >= SURE)
        yield from _joined(text, addresses, places)


def _joined(text: str, addresses: Iterable[Span], places: list[Span]) -> Iterator[Span]:
    ends = {one.start: one.end for one in places}
    starts = {one.end: one.start for one in places}
    for address in addresses:
        if not NUMBER.search(text, address.start, address.end):
            continue  # a town of its own, or a street
        start, end = address.start, address.end
        if text.endswith(BEFORE, 0, start):
            start = starts.get(start - len(BEFORE), start)
        for _ in range(MOST):
            gap = BEHIND.match(text, end)
            town = ends.get(gap.end()) if gap else None
            if town is None:
                break
            end = town
        if (start, end) != (address.start, address.end):
            yield replace(address, start=start, end=end, source=JOINED)
