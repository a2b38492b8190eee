"""Names that stand for a thing: `Robert-Koch-Institut`, `Colles' fracture`, `Morbus Crohn`.

The noun tells it. Where people have such a thing of their own (a test, a score, a house), only
names of the list count, or in German two names and more before the noun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.base.lexicon import alternation, words

UPPER = r"[A-ZÄÖÜ]"
PART = rf"{UPPER}[a-zäöüßéèêáàâíóôúčćšžøåñç]\w*+"
APART = r"(?<![\w@/\\.\-–])"
ENGLISH_SURE = alternation(words("eponym_nouns", "sure"))
# What is called by a name with `'s`, and hardly anybody has.
ENGLISH_OWN = alternation(words("eponym_nouns", "sure", "own"))
ENGLISH = alternation(words("eponym_nouns", "sure", "own", "any"))
GERMAN_AFTER = alternation(words("eponym_nouns", "blank"))
KNOWN = frozenset(word.lower() for word in words("eponyms", "known"))
# These are surnames of many: with `'s` behind them, what follows is somebody's own.
SURNAMES = frozenset(word.lower() for word in words("eponyms", "surname"))
CHARTED = frozenset(word.lower() for word in words("eponyms", "charted"))
DISEASES = alternation(words("eponyms", "disease"))
SHORTENED = alternation(words("eponyms", "shortened"))
# Words before a hyphen that are no names: `Corona-Test`, `Online-Verfahren`.
NO_NAMES = frozenset((*words("function_words", "compound"), *words("no_names", "compound")))
SCIENCE = frozenset(words("eponym_nouns", "science"))
OWNED = frozenset(words("eponym_nouns", "owned"))
NARROW = frozenset(words("eponym_nouns", "narrow"))
ENDINGS = ("", "s", "es", "e", "en", "n", "er")
COMPOUND = re.compile(rf"{APART}{PART}(?:-(?:{PART}|von|van|und)){{1,6}}(?!\w)")
SURE = re.compile(rf"{APART}(?P<front>{PART}(?:[-–]{PART}){{0,3}}) (?:{ENGLISH_SURE})(?!\w)")
FRONT = re.compile(rf"{APART}(?P<front>{PART}(?:[-–]{PART}){{0,3}})(?=['’ ])")
NAMED = re.compile(rf"{APART}{PART}(?:-{PART}){{0,3}}(?![\w-])")
OWNED_AFTER = re.compile(rf"['’]s? (?:{ENGLISH_OWN})(?!\w)")
ENGLISH_AFTER = re.compile(rf" (?:{ENGLISH})(?!\w)")
GERMAN_BLANK = re.compile(rf" (?:{GERMAN_AFTER})(?!\w)")
MORBUS = re.compile(
    rf"{APART}(?:(?:Morbus|Mb\.|Maladie) (?:{DISEASES})|M\. ?(?:{SHORTENED}))(?!\w)"
)
CHARTED_BEFORE = re.compile(
    r"""
    (?:
        V\.[ ]?a\.? | Z\.[ ]?n\.? | Verdacht[ ]auf | Zustand[ ]nach
        | DD:? | D/D | [Dd]iagnosen?:? | Dx:? | ddx:? | h/o | r/o
        | [Hh]istory[ ]of | [Rr]ule[ ]out | [Ss]uspected | [Qq]uery
        | [Bb]ekannte[rs]? | [Kk]nown | Ausschluss
        | [Pp]ositive[rs]? | [Nn]egative[rs]?
        | \?                                                           # ? Crohn
    )[ \t]\Z
    """,
    re.VERBOSE,
)
CHARTED_AFTER = re.compile(
    r"""
    ,?[ \t]
    (?:(?:sign|bds\.|beidseits|bilateral(?:ly)?|rechts|links|re\.|li\.)[ \t])?   # on which side
    (?:is[ \t]|was[ \t]|ist[ \t])?
    (?:
        ruled[ \t]out | excluded | suspected
        | ausgeschlossen | gesichert | diagnostiziert | erkrankt
        | neg(?:ative?|\.)?(?!\w)
        | positive?(?!\w) | pos\.
        | \+ve | -ve | \+\+?
    )
    """,
    re.VERBOSE,
)
AROUND = 20  # code points that are looked at before a name in a chart
BARE = re.compile(rf"{APART}(?:{alternation(words('eponyms', 'genitive'))})['’]s(?!\w)")


def eponyms(text: str) -> Iterator[tuple[int, int]]:
    """Yield where names stand that mean a thing; some of them overlap."""
    for found in COMPOUND.finditer(text):
        length = _public_length(found[0])
        if length:
            yield found.start(), found.start() + length
    for found in SURE.finditer(text):
        if found["front"].lower() not in NO_NAMES:
            yield found.span()
    for pattern in (MORBUS, BARE):
        yield from (found.span() for found in pattern.finditer(text))
    yield from _charted(text)
    for found in FRONT.finditer(text):
        front = found["front"].lower().replace("–", "-")
        if front in KNOWN or (front.endswith("s") and front[:-1] in KNOWN):
            end = _behind(text, found.end(), front)
            if end:
                yield found.start(), end


def _charted(text: str) -> Iterator[tuple[int, int]]:
    """Yield the diseases and signs that a chart names without a noun."""
    for found in NAMED.finditer(text):
        if found[0].lower() in CHARTED and (
            CHARTED_BEFORE.search(text[max(0, found.start() - AROUND) : found.start()])
            or CHARTED_AFTER.match(text, found.end())
        ):
            yield found.span()


def _behind(text: str, end: int, front: str) -> int:
    """Return where the thing ends whose known name ends at `end`; 0 where none is told."""
    found = ENGLISH_AFTER.match(text, end) or GERMAN_BLANK.match(text, end)
    if not found and front not in SURNAMES:
        found = OWNED_AFTER.match(text, end)
    return found.end() if found else 0


def _public_length(compound: str) -> int:
    """Return how much of `compound` is a name that stands for a thing; 0 where nothing tells it."""
    parts = compound.split("-")
    lowered = [part.lower() for part in parts]
    for number in range(len(parts) - 1, 0, -1):
        if lowered[0] not in NO_NAMES and _is_public(lowered[:number], lowered[number]):
            return sum(map(len, parts[: number + 1])) + number
    return 0


def _is_public(names: list[str], noun: str) -> bool:
    """Return whether `names` before `noun` are nobody's who has such a thing."""
    stems = {noun.removesuffix(ending) for ending in ENDINGS}
    if stems & SCIENCE or (len(names) > 1 and stems & OWNED):
        return True
    return "-".join(names) in KNOWN and bool(stems & (OWNED | NARROW))
