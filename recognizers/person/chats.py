"""Who speaks in a chat that is written in lower case: labels that recur before common talk.

Logs and settings have such lines as well. What tells a chat is its words: there people say "I" and
"you", or what is only said in chats.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from recognizers.base.recognizer import Match
from recognizers.person.transcripts import ROLES, runs
from recognizers.person.words import is_other

SCORE = 0.86
LINE = re.compile(
    r"^[ \t>]{0,4}(?P<label>[a-zß-öø-ÿ]{3,20}):[ \t]{1,3}(?P<said>[^\s{`\[][^\n]*)", re.MULTILINE
)
WORD = re.compile(r"[^\W_]+")
FEWEST = 2  # lines of one speaker, and speakers
TALK_SHARE = 3  # one line in so many is common talk, or more

_TALK = """
    i im ive ill u ur ya you youre me my we us he she hes shes omg lol lmao rofl wtf idk tbh imo btw
    brb ttyl thx ty pls plz gonna wanna gotta dunno nah nope yeah yep yup hey hi hiya cya bro dude
    mate cheers ok okay kk xx xoxo tgif np nvm smh lets cant dont wont didnt
    ich du wir ihr mir dir mich dich euch mein dein bin bist hab hast habt jo joa nö nee ne ey alter
    digga moin servus hallo tschau ciao hdl hdgdl lg glg vlt vllt evtl kp ka keine ahnung mal halt
    doch jaja okey oke danke bitte biste haste kannste willste gehts isses
"""
TALK = frozenset(_TALK.split())
# Labels of commits, logs and dictionaries that stand before sentences as well.
_OTHERS = """
    feat chore docs doc refactor perf style revert deps wip hotfix warn err trace crit alert kernel
    systemd cron daemon stdout stderr nginx mysql worker scheduler eng ger deu fra ita spa nota bene
    quote zitat original translation übersetzung narrator erzähler
"""
OTHERS = frozenset(_OTHERS.split()) | {role.lower() for role in ROLES}


def names(text: str) -> Iterator[Match]:
    """Give the places of labels that are speakers' names."""
    lines = list(LINE.finditer(text)) if "\n" in text and ":" in text else []
    for run in runs(lines):
        counts = Counter(line["label"] for line in run)
        recurring = sum(1 for count in counts.values() if count >= FEWEST)
        if recurring >= FEWEST and not any(map(is_other, counts)) and _is_talk(run):
            for line in run:
                if line["label"] not in OTHERS:
                    yield Match(*line.span("label"), SCORE)


def _is_talk(lines: list[re.Match[str]]) -> bool:
    talk = sum(1 for line in lines if not TALK.isdisjoint(WORD.findall(line["said"].lower())))
    return talk >= FEWEST and TALK_SHARE * talk >= len(lines)
