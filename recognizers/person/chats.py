"""Who speaks in a chat that is written in lower case: labels that recur before common talk.

Logs and settings have such lines as well. What tells a chat is its words: there people say "I" and
"you", or what is only said in chats.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from recognizers.base.lexicon import words
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

TALK = frozenset(words("chat_words"))
# Labels of commits, logs and dictionaries that stand before sentences as well.
OTHERS = ROLES.union(words("no_names", "label"))


def names(text: str) -> Iterator[Match]:
    """Yield the places of labels that are speakers' names."""
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
