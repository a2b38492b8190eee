"""Names as registers write them: `MUSTER^ERIKA` in HL7 and DICOM, `by MUSTER, ERIKA` in lists.

Source: HL7 v2 data type XPN, https://hl7-definition.caristix.com/v2/HL7v2.5/DataTypes/XPN; DICOM
PS3.5 section 6.2.1 (PN), https://dicom.nema.org/medical/dicom/current/output/html/part05.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.base.lexicon import alternation, words
from recognizers.base.recognizer import Match
from recognizers.person.words import LETTER, UPPER, is_other
from recognizers.public_name.matcher import BRAND_WORDS

SCORE = 0.9
PART = rf"[{UPPER}](?:{LETTER}|['’ -](?={LETTER})){{0,40}}"
CARETS = re.compile(
    rf"(?<![\w])(?<![^\W\d_]\^)(?P<last>{PART})\^(?P<first>{PART})(?P<more>(?:\^{PART})*)(?![\w])"
)
# The segments of HL7 whose parts are codes with their names: `GLU^GLUCOSE^L`.
CODES = ("OBX", "DG1", "AL1", "RXE", "RXO", "RXA", "MSH", "EVN", "SPM", "PR1", "IAM")
CAPITALS = rf"[{UPPER}]{{2,}}+(?:[-'’][{UPPER}]{{2,}}+)*"
FIRST = rf"[{UPPER}][^\W\d_A-ZÄÖÜ]{{1,20}}"
_BEFORE = alternation((*words("roles", "listed"), *words("titles", "listed")))
LISTED = re.compile(
    rf"""
    \b(?P<before>(?i:by|von|an|to|for|für|from|durch|pat\.|name|{_BEFORE}))[:=]?[ \t]{{1,3}}
    (?P<name>
        (?P<last>(?:(?:VON|VAN|DE|ZU)[ ])?{CAPITALS}),[ ]?
        (?P<first>
            {CAPITALS}(?:[ ]{CAPITALS})?                               # MUSTER, ERIKA
            | {FIRST}(?:[ ]{FIRST})?                                   # MUSTER, Erika
            | [{UPPER}]\.(?:[ ]?[{UPPER}]\.)?                          # MUSTER, E. B.
        )
    )(?!\w)
    """,
    re.VERBOSE,
)
# "von IKEA, Verdacht auf …": any German noun may follow the comma.
GERMAN = frozenset(["von", "an", "für", "durch"])
IN_CAPITALS = re.compile(rf"[{UPPER}]{{2}},[ ]?[{UPPER}]")
GOES_ON = re.compile(rf"\s?,\s?[{UPPER}]{{2}}|\s(?:und|and|oder|or|&)\s[{UPPER}]{{2}}|[-/][\w]")
ABBREVIATIONS = frozenset(
    (*words("function_words", "abbreviation"), *words("no_names", "abbreviation"))
)
NO_SURNAMES = ABBREVIATIONS.union(BRAND_WORDS)
SHORTEST_FIRST = 3
SHORTEST_SURNAME = 4  # letters; in capitals shorter ones are abbreviations


def names(text: str) -> Iterator[Match]:
    """Yield the names that carets or capitals and a comma tell."""
    if "^" in text:
        for found in CARETS.finditer(text):
            if _is_person(text, found):
                yield Match(found.start(), found.end(), SCORE)
    for found in LISTED.finditer(text) if IN_CAPITALS.search(text) else ():
        if _is_listed(found) and not GOES_ON.match(text, found.end()):
            yield Match(*found.span("name"), SCORE)


def _is_person(text: str, found: re.Match[str]) -> bool:
    last, first = found["last"], found["first"]
    line = text.rfind("\n", 0, found.start()) + 1
    if text.startswith(CODES, line) or len(last) < len("Li") or last.isupper() != first.isupper():
        return False
    return not any(map(is_other, (*last.split(), *first.split())))


def _is_listed(found: re.Match[str]) -> bool:
    if found["before"].lower() in GERMAN and not found["first"].rstrip(".").isupper():
        return False
    last, first = found["last"].lower(), found["first"].lower()
    if len(last) < SHORTEST_SURNAME or last in NO_SURNAMES or is_other(last.split()[-1]):
        return False
    if first.endswith("."):
        return True
    return len(first) >= SHORTEST_FIRST and first not in ABBREVIATIONS and not is_other(first)
