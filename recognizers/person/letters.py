"""Names where letters and messages have them: behind a greeting, and below a closing formula."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.base.lexicon import alternation, words
from recognizers.base.recognizer import Match
from recognizers.person.words import DEGREE, DEPUTY, NAME, PARTICLE, WORD, is_name

# As much as a guess of the model: of both, the longer name is the whole one.
SCORE = 0.85
GERMAN = (
    r"(?:mit )?(?:vielen |ganz )?(?:freundlich|best|viel|lieb|herzlich|schön|sonnig|kollegial)"
    r"(?:st)?(?:en?|em)(?: und [a-zäöü]{3,12}en?)?"
    r"(?: gr(?:ü|ue)(?:ß|ss)(?:en?)?| gru(?:ß|ss)| dank)(?: aus [\w. ]{2,30})?"
    r"|gr(?:ü|ue)(?:ß|ss)e?|gru(?:ß|ss)|hochachtungsvoll|herzlichst|lg|vg|mfg|bg|hg|glg"
    r"|deine?|eure?|ihre?"
    r"|danke|vielen dank|bis (?:dann|bald|morgen|später)"
)
ENGLISH = (
    r"(?:(?:with )?(?:best|kind|kindest|warm|warmest|many)(?: and [a-z]{3,10})? )?"
    r"(?:regards|wishes|thanks)|best|all the best|cheers|thanks(?: a lot| again| so much)?"
    r"|thank you|(?:yours )?(?:sincerely|faithfully|truly)|yours(?: sincerely)?"
    r"|sincerely yours|(?:lots of |much )?love|take care|respectfully|xo+|x{1,3}|--"
)
SIGNED = rf"(?:(?:{DEPUTY}|signed) )?"
_TITLES = alternation(words("titles", "salutation"))
TITLE = rf"(?:{DEGREE} |(?:{_TITLES}) ){{0,3}}"
BELOW = re.compile(
    rf"^[ \t>]{{0,4}}(?i:{GERMAN}|{ENGLISH})[ ]?[,.!]?[ \t]{{0,3}}\r?\n"
    r"(?:[ \t>]{0,4}\r?\n){0,3}"
    rf"[ \t>*_]{{0,4}}{SIGNED}{TITLE}(?P<name>{NAME})[ \t*_,]{{0,3}}(?=\r?$)",
    re.MULTILINE,
)
BEHIND = re.compile(
    r"(?:^|(?<=[.!?] ))[ \t]{0,4}"
    r"(?:(?i:lg|vg|mfg|glg|hg|(?:(?:viele|liebe|beste) )?grüße|gruß),?"
    r"|(?i:cheers|thanks|best|love|regards|best regards|kind regards|sincerely),)[ ]"
    rf"(?:(?:deine?|euer|eure|your|from) )?(?P<name>{WORD}(?: {WORD}){{0,2}})[ \t]{{0,3}}(?=\r?$)",
    re.MULTILINE,
)
# What stands below the signature of a message that answers another, or was written on the way.
QUOTED = (
    r"(?:Sent from|Von meinem|Gesendet von|On [^\n]{3,80} wrote:|Am [^\n]{3,80} schrieb|>|From:"
    r"|Von:)"
)
DASHED = re.compile(
    r"(?<!:)\n[ \t]{0,3}\r?\n[-–—](?:[ ](?![a-zäöü]))?"
    rf"(?P<name>{WORD}|[a-zäöü]{{3,12}})[ \t]{{0,3}}"
    rf"(?:\s{{0,3}}\Z|\r?\n\s{{0,3}}(?={QUOTED}))"
)
GREETED = re.compile(
    r"^[ \t>\"'„“*]{0,4}(?i:hallo|hi|hey|hello|dear|lieb(?:st)?e[rs]?|moin(?: moin)?|servus"
    r"|gr(?:ü|ue)ezi|gr(?:ü|ue)(?:ß|ss) (?:gott|dich|sie)|hoi|salü|guten (?:tag|morgen|abend)"
    r"|good (?:morning|evening|afternoon|day)|sehr geehrte[rs]?"
    r"|geschätzte[rs]?|verehrte[rs]?|werte[rs]?)"
    rf"[ ](?:lieb(?:st)?e[rs]? )?{TITLE}"
    rf"(?P<name>(?:{PARTICLE} ){{0,2}}{WORD}(?: (?:{PARTICLE} ){{0,2}}{WORD}){{0,2}})"
    r"(?=[ ]?[,!:;–—]|[ \t]{0,3}\r?$|[ ](?:und|and|&)[ ])",
    re.MULTILINE,
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
