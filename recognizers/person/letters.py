"""Names where letters and messages have them: behind a greeting, and below a closing formula."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.base.lexicon import alternation, words
from recognizers.base.recognizer import Match
from recognizers.person.words import DEGREE, DEPUTY, NAME, PARTICLE, WORD, is_name

# As much as a guess of the model: of both, the longer name is the whole one.
SCORE = 0.85
GERMAN = r"""
    (?:mit[ ])?(?:vielen[ ]|ganz[ ])?                                # Mit freundlichen Grüßen
    (?:freundlich|best|viel|lieb|herzlich|schön|sonnig|kollegial)(?:st)?(?:en?|em)
    (?:[ ]und[ ][a-zäöü]{3,12}en?)?
    (?:[ ]gr(?:ü|ue)(?:ß|ss)(?:en?)?|[ ]gru(?:ß|ss)|[ ]dank)(?:[ ]aus[ ][\w. ]{2,30})?
    | gr(?:ü|ue)(?:ß|ss)e? | gru(?:ß|ss)                             # Grüße
    | hochachtungsvoll | herzlichst
    | lg | vg | mfg | bg | hg | glg
    | deine? | eure? | ihre?                                         # Deine Erika
    | danke | vielen[ ]dank
    | bis[ ](?:dann|bald|morgen|später)
"""
ENGLISH = r"""
    (?:(?:with[ ])?(?:best|kind|kindest|warm|warmest|many)(?:[ ]and[ ][a-z]{3,10})?[ ])?
    (?:regards|wishes|thanks)                                        # With kind regards
    | best | all[ ]the[ ]best
    | cheers
    | thanks(?:[ ]a[ ]lot|[ ]again|[ ]so[ ]much)? | thank[ ]you
    | (?:yours[ ])?(?:sincerely|faithfully|truly)
    | yours(?:[ ]sincerely)? | sincerely[ ]yours
    | (?:lots[ ]of[ ]|much[ ])?love
    | take[ ]care | respectfully
    | xo+ | x{1,3}                                                   # xx
    | --                                                             # what sets a signature apart
"""
SIGNED = rf"(?:(?:{DEPUTY}|signed)[ ])?"
_TITLES = alternation(words("titles", "salutation"))
TITLE = rf"(?:{DEGREE}[ ]|(?:{_TITLES})[ ]){{0,3}}"
BELOW = re.compile(
    rf"""
    ^[ \t>]{{0,4}}(?i:{GERMAN}|{ENGLISH})[ ]?[,.!]?[ \t]{{0,3}}\r?\n   # the closing formula
    (?:[ \t>]{{0,4}}\r?\n){{0,3}}                                      # room for the hand
    [ \t>*_]{{0,4}}{SIGNED}{TITLE}(?P<name>{NAME})[ \t*_,]{{0,3}}(?=\r?$)
    """,
    re.MULTILINE | re.VERBOSE,
)
BEHIND = re.compile(
    rf"""
    (?:^|(?<=[.!?][ ]))[ \t]{{0,4}}
    (?:
        (?i:lg|vg|mfg|glg|hg|(?:(?:viele|liebe|beste)[ ])?grüße|gruß),?
        | (?i:cheers|thanks|best|love|regards|best[ ]regards|kind[ ]regards|sincerely),
    )[ ]
    (?:(?:deine?|euer|eure|your|from)[ ])?                             # LG deine Erika
    (?P<name>{WORD}(?:[ ]{WORD}){{0,2}})[ \t]{{0,3}}(?=\r?$)
    """,
    re.MULTILINE | re.VERBOSE,
)
# What stands below the signature of a message that answers another, or was written on the way.
QUOTED = r"""
    (?:
        Sent[ ]from | Von[ ]meinem | Gesendet[ ]von
        | On[ ][^\n]{3,80}[ ]wrote: | Am[ ][^\n]{3,80}[ ]schrieb
        | >
        | From: | Von:
    )
"""
DASHED = re.compile(
    rf"""
    (?<!:)\n[ \t]{{0,3}}\r?\n
    [-–—](?:[ ](?![a-zäöü]))?                                          # no item of a list
    (?P<name>{WORD}|[a-zäöü]{{3,12}})[ \t]{{0,3}}
    (?:\s{{0,3}}\Z|\r?\n\s{{0,3}}(?={QUOTED}))
    """,
    re.VERBOSE,
)
GREETED = re.compile(
    rf"""
    ^[ \t>\"'„“*]{{0,4}}
    (?i:
        hallo | hi | hey | hello | dear | lieb(?:st)?e[rs]?
        | moin(?:[ ]moin)? | servus
        | gr(?:ü|ue)ezi | gr(?:ü|ue)(?:ß|ss)[ ](?:gott|dich|sie) | hoi | salü
        | guten[ ](?:tag|morgen|abend) | good[ ](?:morning|evening|afternoon|day)
        | sehr[ ]geehrte[rs]? | geschätzte[rs]? | verehrte[rs]? | werte[rs]?
    )
    [ ](?:lieb(?:st)?e[rs]?[ ])?{TITLE}                                # Hallo liebe Frau Dr.
    (?P<name>(?:{PARTICLE}[ ]){{0,2}}{WORD}(?:[ ](?:{PARTICLE}[ ]){{0,2}}{WORD}){{0,2}})
    (?=[ ]?[,!:;–—] | [ \t]{{0,3}}\r?$ | [ ](?:und|and|&)[ ])
    """,
    re.MULTILINE | re.VERBOSE,
)
NO_SIGNATURE = frozenset({"over", "next", "back", "more", "done", "sent", "the", "and", "out"})


def names(text: str) -> Iterator[Match]:
    """Yield the names that a greeting or a closing formula tells."""
    for pattern in (GREETED, BEHIND) if "\n" not in text else (GREETED, BEHIND, BELOW, DASHED):
        for found in pattern.finditer(text):
            name = found["name"]
            is_heading = name.isupper() and " " not in name
            if not is_heading and name.lower() not in NO_SIGNATURE and is_name(_titled(name)):
                yield Match(*found.span("name"), SCORE)


def _titled(name: str) -> str:
    return name.title() if name.islower() else name
