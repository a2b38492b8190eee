"""Addresses as they are written in Germany, Austria and Switzerland.

A street is found from its last letters and the house number on, then read backwards: so the
search stays linear however many capital letters a text has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.address.german_parts import (
    BLANK,
    COUNTRY,
    DISTRICT,
    FLOOR,
    LINE,
    NUMBER,
    POST_CODE,
    PREFIX,
    TAIL,
    TOWN,
)
from recognizers.address.words import (
    ADDRESS_WORDS,
    COUNTED,
    NO_STREET,
    NO_STREET_NAME,
    ROADS,
)
from recognizers.base.lexicon import alternation, words
from recognizers.base.recognizer import Match

STRONG = alternation(words("street_words", "sure"))
WEAK = alternation(words("street_words", "perhaps"))
NUMBERED = rf"{BLANK}{{0,2}}(?:Nr\.?{BLANK}?|Hausnummer{BLANK})?(?P<number>{NUMBER})"
ENDING = re.compile(
    rf"(?i:(?P<strong>{STRONG})|(?P<weak>{WEAK}))(?:(?<=\.)|(?={BLANK}))"
    rf"{NUMBERED}(?P<tail>{TAIL})"
)
NAME_BEFORE = re.compile(r"(?P<name>[^\W_][\w'’.-]{0,50})?\Z")
HOST_BEFORE = re.compile(r"(?<!\w)c/o\s[^\n,;0-9]{2,50}[,\n]\s{0,2}\Z")
WORD_BEFORE = re.compile(rf"(?P<word>[^\W\d_][\w'’.-]{{0,40}}){BLANK}{{1,2}}\Z")
OF_SOMETHING = re.compile(
    rf"(?<!\w)(?:Straße|Strasse|Platz|Allee|Weg){BLANK}(?:des|der|am|an{BLANK}der|zum|zur){BLANK}"
    rf"(?:[0-9]{{1,2}}\.{BLANK})?[A-ZÄÖÜ][\w-]{{2,40}}{NUMBERED}(?P<tail>{TAIL})"
)
PLACED = re.compile(
    rf"""
    (?<![\w-])
    (?P<front>
        Am | An{BLANK}de[rnm] | Im | In{BLANK}de[rnm] | Auf{BLANK}de[rm]   # Am Markt, An der Aue
        | Unter{BLANK}de[rn] | Zum | Zur | Zu{BLANK}den | Hinter{BLANK}de[rm]
        | Vor{BLANK}de[rm] | Beim | Bei{BLANK}der | Ob{BLANK}der | Auf'm
    )
    {BLANK}
    (?:[A-ZÄÖÜa-zäöü][a-zäöüß]{{2,20}}e[nrms]{BLANK})?                 # Am Alten Markt
    (?P<noun>[A-ZÄÖÜ][a-zäöüß]{{2,40}}(?:-[A-ZÄÖÜ][a-zäöüß]{{2,40}})?)
    {BLANK}(?P<number>{NUMBER})(?P<tail>{TAIL})
    """,
    re.VERBOSE,
)
BOX = re.compile(
    rf"""
    (?<!\w)
    (?:
        (?P<word>[Pp]ostfach|POSTFACH)(?:{BLANK}(?:Nr\.|Nummer))?:?    # Postfach Nr. 5
        | PF | Pf\.?                                                   # PF 1234, with its town only
    )
    {BLANK}{{1,2}}
    (?P<number>[0-9](?:{BLANK}?[0-9]){{0,7}})(?![\w]|[.,/][0-9])       # 12 34 56, no date
    (?P<town>{LINE}{POST_CODE}{BLANK}{{1,3}}{TOWN}{DISTRICT}{COUNTRY})?
    """,
    re.VERBOSE,
)
TOWN_ALONE = re.compile(
    rf"""
    (?:
        (?<=[,;:(|>\"]{BLANK}) | (?<=[,;:(|>\"\n]) | (?<![^\n])        # Ort: 12345 Musterstadt
        | (?:
            (?<=\bin{BLANK}) | (?<=\baus{BLANK}) | (?<=\bnach{BLANK})  # aus 12345 Musterstadt
            | (?<=PLZ{BLANK}) | (?<=\bOrt{BLANK})
        )
    )
    (?P<value>(?P<code>{POST_CODE}){BLANK}{{1,3}}(?P<town>{TOWN}){DISTRICT}{COUNTRY})
    """,
    re.VERBOSE,
)
# Any name with a house number is a street when a post code and a town follow it.
ANY_STREET = re.compile(
    rf"(?:(?<![^\n,;:|>(\"])|(?<=[,;:|>(]{BLANK})|(?<=\b(?:in|im|am){BLANK})|(?<=der{BLANK}))"
    rf"(?P<value>[A-ZÄÖÜ][\w'’.-]{{1,40}}(?:{BLANK}[\w'’.-]{{2,40}}){{0,3}}{BLANK}{NUMBER}"
    rf"(?:{FLOOR})?){LINE}\Z"
)
ESTATE = re.compile(
    rf"""
    (?<![\w-])
    (?P<value>
        (?:
            Gut | Burg | Schloss | Schloß | Hof | Kloster | Stift      # Gut Musterstein
            | Gutshof | Rittergut | Landgut | Weingut | Forsthaus | Domäne | Villa | Haus
        )
        {BLANK}[A-ZÄÖÜ][\w'’.-]{{2,40}}(?:{BLANK}[\w'’.-]{{2,40}}){{0,2}}
    )
    (?:{BLANK}?,{BLANK}?|{BLANK}?\r?\n)\Z                              # up to the post code
    """,
    re.VERBOSE,
)
# In small letters throughout: "mustergasse 9 in 31134 musterstadt".
SMALL_TOWN = re.compile(
    rf"(?:{BLANK}?,?{BLANK}(?:in{BLANK})?|,?\r?\n)[0-9]{{4,5}}{BLANK}"
    r"[a-zäöüß][a-zäöüß-]{2,40}(?!\w)"
)
HAS_PREFIX = re.compile(PREFIX)
FULL = 0.9
SURE = 0.8
LIKELY = 0.6
PERHAPS = 0.5
LONG_CODE = 5
SHORTEST_TOWN = 5
FEWEST_IN_BOX = 4
NO_WORD = re.compile(rf"{BLANK}{{0,3}}+(?![^\W_]|[%€$])")
ROUND = 500
LOOK_BACK = 60


def addresses(text: str) -> Iterator[Match]:
    """Yield the addresses in `text`; some may overlap."""
    for found in ENDING.finditer(text):
        start = _street_start(text, found)
        town = SMALL_TOWN.match(text, found.end("number"))
        if town and (name := _small_name(text, found)):
            yield Match(found.start() - len(name), town.end(), FULL)
        elif start is not None:
            yield from _scored(text, start, found, _street_score(text, start, found))
    for found in OF_SOMETHING.finditer(text):
        yield from _scored(text, found.start(), found, SURE)
    for found in PLACED.finditer(text):
        yield from _scored(text, found.start(), found, _placed_score(text, found))
    yield from _boxes(text)
    for found in TOWN_ALONE.finditer(text):
        if _is_town(text, found):
            yield Match(found.start("value"), found.end("value"), LIKELY)
            around = (max(0, found.start("value") - LOOK_BACK), found.start("value"))
            street = ANY_STREET.search(text, *around) or ESTATE.search(text, *around)
            if street:
                yield Match(street.start("value"), found.end("value"), FULL)


def _boxes(text: str) -> Iterator[Match]:
    """Yield post office boxes; without a town, the number must not be that of letters in one."""
    for found in BOX.finditer(text):
        digits = sum(sign.isdecimal() for sign in found["number"])
        if found["town"]:
            yield Match(found.start(), found.end(), FULL)
        elif found["word"] and digits >= FEWEST_IN_BOX and NO_WORD.match(text, found.end()):
            yield Match(found.start(), found.end(), LIKELY)


def _scored(text: str, start: int, found: re.Match[str], score: float) -> Iterator[Match]:
    if found["town"] or score:
        host = HOST_BEFORE.search(text, max(0, start - LOOK_BACK), start)
        start = host.start() if host else start
        yield Match(start, found.end(), FULL if found["town"] else score)


def _street_start(text: str, found: re.Match[str]) -> int | None:
    """Return where the name of the street begins, or None when it has none."""
    name = NAME_BEFORE.search(text, max(0, found.start() - LOOK_BACK), found.start())
    start = name.start() if name else found.start()
    first = text[start : start + 1]
    if start < found.start():
        if not first.isupper() and not _plain_street(found, found.start() - start):
            return None
        return _with_words(text, start, 1, only_adjectives=True)
    whole = _with_words(text, start, 2, only_adjectives=False)
    return whole if whole < start else None


def _small_name(text: str, found: re.Match[str]) -> str:
    """Return what stands directly before the ending of a street, where all is in small letters."""
    name = NAME_BEFORE.search(text, max(0, found.start() - LOOK_BACK), found.start())
    return name[0] if name and name[0].islower() and found[0][0].islower() else ""


def _plain_street(found: re.Match[str], length: int) -> bool:
    """Return whether a street without a capital letter is one: "musterstraße 12"."""
    return length > len("die") and (found["strong"] or "").lower().startswith("str")


def _with_words(text: str, start: int, most: int, *, only_adjectives: bool) -> int:
    """Return the start of the words before `start` that belong to the name of the street."""
    for _ in range(most):
        before = WORD_BEFORE.search(text, max(0, start - LOOK_BACK), start)
        if before is None or not before["word"][0].isupper():
            break
        word = before["word"].rstrip(".").lower()
        if word in NO_STREET_NAME or word in COUNTED or before["word"].endswith((".", "?", "!")):
            break
        if only_adjectives and not (word.startswith(ROADS) or _of_town(word)):
            break
        start = before.start()
        if word.endswith("er"):  # Berliner Straße: what stands before is the sentence
            break
    return start


def _of_town(word: str) -> bool:
    """Return whether `word` is made of the name of a town: "Osnabrücker Landstraße"."""
    return word.endswith("er") and len(word) >= SHORTEST_TOWN


def _street_score(text: str, start: int, found: re.Match[str]) -> float:
    ending = found.end("strong") if found["strong"] else found.end("weak")
    name = text[start:ending].lower()
    parts = name.split()
    if parts[-1] in NO_STREET and not _of_town(parts[0]):
        return 0.0
    if found["strong"]:
        return SURE
    if ADDRESS_WORDS.near(text, start, found.end()):
        return LIKELY
    if name.endswith(" platz") and not name.endswith("er platz"):  # "im Finale Platz 6"
        return 0.0
    # Towns and things end like these streets (Heidelberg, Bauernhof, Supermarkt).
    return PERHAPS if found["weak"].lower() in ("platz", "ring", "wall", "graben") else 0.0


def _placed_score(text: str, found: re.Match[str]) -> float:
    """Return how sure it is that "Am Markt 3" is a street: a capital inside a sentence says so."""
    noun = found["noun"].lower()
    if noun in COUNTED or noun.endswith(("tag", "woche", "abschnitt")):
        return 0.0
    if found["front"].startswith(("Unter", "Hinter")):
        return LIKELY
    before = text[max(0, found.start() - 2) : found.start()]
    inside = before[-1:] in (" ", "\u00a0") and (before[:1].isalpha() or before[:1] == ",")
    if inside or ADDRESS_WORDS.near(text, found.start(), found.end()):
        return LIKELY
    alone = before[-1:] in ("", "\n") and text[found.end() : found.end() + 1] in ("", "\n", "\r")
    return PERHAPS if alone else 0.0


def _is_town(text: str, found: re.Match[str]) -> bool:
    """Return whether post code and town are more than a number and what is counted."""
    code, town = found["code"], found["town"].split()[0].lower()
    digits = "".join(sign for sign in code if sign.isdecimal())
    if town in COUNTED:
        return False
    if HAS_PREFIX.match(code):
        return True
    if len(digits) == LONG_CODE:
        return int(digits) % ROUND != 0 or ADDRESS_WORDS.near(text, *found.span("value"))
    return ADDRESS_WORDS.near(text, *found.span("value")) and not digits.startswith(("19", "20"))
