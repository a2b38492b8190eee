"""What names are made of, and capitalised words that are none: roles, companies, things."""

from __future__ import annotations

import re

from recognizers.base.lexicon import alternation, words

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŸŹŻŽȘȚ"
LETTER = r"[^\W\d_]"
WORD = rf"[{UPPER}](?:{LETTER}|['’-](?={LETTER})){{1,30}}+"
INITIAL = rf"[{UPPER}]\.(?!\w)"
PARTICLE = rf"(?:{alternation(words('particles', 'name'))})"
ONE = rf"(?:{WORD}|{INITIAL})"
# One to four words; particles stand before any of them, and never at the end.
NAME = rf"(?:{PARTICLE}[ ]){{0,2}}{ONE}(?:[ ](?:{PARTICLE}[ ]){{0,2}}{ONE}){{0,3}}"
FULL_NAME = rf"{ONE}(?:[ ](?:{PARTICLE}[ ]){{0,2}}{ONE}){{1,3}}"
PARTICLES = re.compile(PARTICLE)
DEGREE = rf"(?:{alternation(words('titles', 'degree'))}|Dipl\.-[A-Z][a-z]{{1,5}}\.)"
# For somebody else: im Auftrag, in Vertretung, per procura, gezeichnet.
DEPUTY = r"i\.[ ]?[AV]\.|ppa\.|gez\.|sgd\."
MIXED = re.compile(r"(?:Mc|Mac|De|Di|Le|La|O['’]|D['’])?[^\W\d_][^\W\d_A-ZÄÖÜ]+")
LONGEST_ACRONYM = 4  # letters
SHORTEST_NOUN = 7  # letters; shorter words end like these and are names: Jung, Simon
NOUN_ENDINGS = words("noun_endings", "person")
ROLES = frozenset(words("roles", "office"))
ROLE_ENDINGS = words("noun_endings", "role")
NO_NAME = ROLES.union(words("function_words", "person"), words("no_names", "person"))


def is_other(word: str) -> bool:
    """Return whether a capitalised word is known to be no part of a person's name."""
    lower = word.lower().rstrip(".")
    if lower in NO_NAME or any(part in NO_NAME for part in lower.split("-")[-1:]):
        return True
    return len(lower) >= SHORTEST_NOUN and lower.endswith(NOUN_ENDINGS)


def is_role(word: str) -> bool:
    """Return whether `word` is what somebody is: it may stand between a title and the name."""
    lower = word.lower()
    return lower in ROLES or lower.endswith(ROLE_ENDINGS)


def is_name(value: str) -> bool:
    """Return whether words that are written like a name can be one: no ordinary word among them.

    In capitals alone only what has more than four letters counts: the rest are abbreviations.
    """
    words = [word for word in value.split() if not PARTICLES.fullmatch(word)]
    if not words or not any(len(word.rstrip(".")) > 1 for word in words):
        return False
    return not any(map(is_other, words)) and all(map(_is_written_so, words))


def _is_written_so(word: str) -> bool:
    if word.endswith(".") or len(word) == 1:
        return True
    return all(MIXED.fullmatch(part) or part.isupper() for part in word.split("-")) and not (
        word.isupper() and len(word) <= LONGEST_ACRONYM
    )
