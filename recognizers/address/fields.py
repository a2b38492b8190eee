"""Parts of addresses in fields that are called so: columns and members `Straße`, `PLZ`, `city`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from recognizers.base.recognizer import Match
from recognizers.shared.named_fields import Field, fields

SCORE = 0.9
STEMS = ("stra", "street", "adress", "addr", "anschrift", "line1", "line_1", "line 1")
OWNER = (
    r"(?:(?:home|work|postal|mailing|billing|shipping|delivery|privat|wohn|liefer|rechnungs"
    r"|post) ?)?"
)
STREET = re.compile(
    r"(?:stra(?:ß|ss)e|str|street)(?: ?(?:name|nr|nummer|no|number|address))?(?: ?(?:und|u|&|\+)? ?"
    r"(?:haus)?(?:nr|nummer))?(?: ?[12])?"
)
ADDRESS = re.compile(
    rf"(?:{OWNER}(?:addr(?:ess)?|adresse|anschrift)(?: ?(?:line|zeile))?(?: ?[123])?|line ?1)"
)
NUMBER = (
    r"(?:haus ?(?:nr|nummer)|house ?(?:no|number)|building|flat|apt|apartment|unit|floor|etage"
    r"|stock(?:werk)?|wohnung)"
)
# What a line of a form says too; its other fields may say other things: "State: ready".
IN_LINES = (
    r"plz|postleitzahl|zip(?: ?code)?|post ?code|postal ?code|(?:wohn)?ort|stadt|city|town|county"
    r"|postal ?town|kanton|(?:plz|zip) ?,? ?(?:und |u )?(?:ort|city)|city ?,? ?zip"
)
LINE_TOWN = re.compile(rf"(?:{IN_LINES})")
TOWN = re.compile(
    rf"(?:{IN_LINES}|{OWNER}ort|state|locality|suburb|region|province|provinz|canton|bundesland"
    r"|eircode|(?:addr(?:ess)? ?)?(?:line|zeile) ?[23]|addr(?:ess)? ?[23]"
    rf"|{NUMBER})"
)
PAIR = re.compile(
    r"(?<![\w.])(?i:city|town|zip(?:_?code)?|plz|ort|post_?code|postal_?code)="
    r"(?P<value>[^\s,;&\"'<>]{1,40})"
)
# No street, but an address of another kind, a kind of data, or a word for nothing.
NO_STREET = re.compile(
    r".*(?:@|://|\\|[{}<>$=]|::).*|0x.*|[\d.:]+|(?:string|str|text|varchar.*|null|none|unknown"
    r"|unbekannt|n/?a|required|pflichtfeld|straße|strasse|street|adresse|address|anschrift)",
    re.IGNORECASE,
)
# In a program `str` is the type of a text: there it takes more than the name of the field.
TYPE = "str"
LIKE_A_STREET = re.compile(
    r"(?i:.*(?:str\.|straße|strasse|weg|gasse|allee|platz|ring|damm|ufer|markt|hof))(?:\s.*)?"
)
LETTERS = re.compile(r"[^\W\d_]{2}")
NUMBERED = re.compile(r"(?=.*[0-9])(?=.*[^\W\d_]{3}).*\s.*")
IN_TOWN = re.compile(r"[\w .'’()/-]{1,60}")
NEAR = 300  # code points between a street and its town in data


def parts(text: str) -> Iterator[Match]:
    """Yield streets and, beside streets, numbers, postcodes and towns; they may overlap."""
    found = fields(text, STEMS)
    streets = [one for one in found if _is_street(text[one.start : one.end], one)]
    tables = {one.group for one in streets if one.form == "cell"}
    places = sorted(one.start for one in streets if one.form != "cell")
    for one in streets:
        yield Match(one.start, one.end, SCORE)
    for one in found if streets else ():
        beside = one.group in tables if one.form == "cell" else _is_near(places, one.start)
        if beside and _is_town(text, one):
            yield Match(one.start, one.end, SCORE)
    for pair in PAIR.finditer(text) if places else ():
        if _is_near(places, pair.start()):
            yield Match(*pair.span("value"), SCORE)


def _is_town(text: str, field: Field) -> bool:
    names = LINE_TOWN if field.form == "line" else TOWN
    is_named = names.fullmatch(field.name) is not None
    return is_named and IN_TOWN.fullmatch(text, field.start, field.end) is not None


def _is_street(value: str, field: Field) -> bool:
    if NO_STREET.fullmatch(value):
        return False
    if field.form == "line":  # "Street: where you live" is a line of prose
        return bool(STREET.fullmatch(field.name) and NUMBERED.fullmatch(value))
    if field.name == TYPE:
        return bool(NUMBERED.fullmatch(value) or LIKE_A_STREET.fullmatch(value))
    if STREET.fullmatch(field.name):
        return LETTERS.search(value) is not None
    return ADDRESS.fullmatch(field.name) is not None and NUMBERED.fullmatch(value) is not None


def _is_near(places: list[int], start: int) -> bool:
    index = bisect_left(places, start)
    return any(abs(place - start) <= NEAR for place in places[max(0, index - 1) : index + 1])
