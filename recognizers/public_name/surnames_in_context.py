"""Finds surnames of history that many bear, by their company: `Bach und Händel`, `works by Kant`.

The surname alone counts nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from recognizers.base.lexicon import words
from recognizers.public_name import person_guards
from recognizers.public_name.spelling import Word

AROUND = 40  # code points that are looked at before a name
# Hardly anybody is called so: who stands beside one of them is of history too.
TELLING = frozenset(words("historic_surnames", "telling"))
BORNE = frozenset(words("historic_surnames", "borne"))
AND = frozenset(["und", "and", "oder", "or"])
TOGETHER = re.compile(r"[ \t]?[,/&–-][ \t]?|[ \t]")


def _in_any_case(given: Iterable[str]) -> str:
    """Return a pattern for words with a capital or without."""
    return "|".join(f"[{word[0]}{word[0].lower()}]{word[1:]}" for word in given)


_MAKERS = _in_any_case(words("works_and_makers", "maker"))
_WORKS = _in_any_case(words("works_and_makers", "work"))
BEFORE = re.compile(
    rf"(?<!\w)(?:(?:{_MAKERS})(?::| wie| like| such as)?|(?:{_WORKS}),? (?:von|by|of))[ \t]\Z"
)
AFTER = re.compile(
    rf"[ \t](?:(?:{_WORKS})(?!\w)|BWV|KV|[Oo]p\.|RV \d|Messiah|Messias|Matthäus-?[Pp]assion"
    r"|Johannes-?[Pp]assion|Weihnachtsoratorium|Winterreise|Kritik der|Phänomenologie)"
)


def end(text: str, words: Sequence[Word], number: int) -> int:
    """Return where the surname at that word ends; 0 where nothing tells whose it is."""
    value, start, last = words[number]
    is_genitive = value not in BORNE and value.endswith("s") and value[:-1] in BORNE
    if (value not in BORNE and not is_genitive) or not text[start].isupper():
        return 0
    has_work = AFTER.match(text, last) is not None
    if not has_work and (is_genitive or person_guards.NEXT.match(text, last)):
        return 0
    before = text[max(0, start - AROUND) : start]
    if not (has_work or BEFORE.search(before) or _is_accompanied(text, words, number)):
        return 0
    if person_guards.is_somebodys(text, start, last):
        return 0
    if not is_genitive:
        return last
    return last - (1 if text[last - 2].isalnum() else 2)


def _is_accompanied(text: str, words: Sequence[Word], number: int) -> bool:
    return any(_is_beside(text, words, number, step) for step in (-1, 1))


def _is_beside(text: str, words: Sequence[Word], number: int, step: int) -> bool:
    """Return whether the next name that way, `und` or a comma between, is a telling one."""
    other = number + step
    joined = False
    if 0 <= other < len(words) and words[other][0] in AND:
        other += step
        joined = True
    if not 0 <= other < len(words) or words[other][0] not in TELLING:
        return False
    first, second = sorted((number, other))
    between = [text[words[one][2] : words[one + 1][1]] for one in range(first, second)]
    if joined:
        return all(one in {" ", "\n"} for one in between)
    return between[0] != " " and TOGETHER.fullmatch(between[0]) is not None
