"""Who speaks in a chat or a transcript: labels at the begin of lines that alternate and recur."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from recognizers.base.lexicon import words
from recognizers.base.recognizer import Match
from recognizers.person.words import INITIAL, WORD, is_name, is_other

SCORE = 0.86
LABEL = rf"(?P<label>{WORD}(?: (?:{WORD}|{INITIAL}))?)"
CLOCK = r"[0-9]{1,2}[:.][0-9]{2}(?::[0-9]{2})?(?: ?[AaPp]\.?[Mm]\.?)?"
DAY = r"[0-9]{1,4}[./-][0-9]{1,2}[./-](?:[0-9]{2,4})?"
STAMP = rf"(?:\[?(?:{DAY},?[ ])?{CLOCK}(?:,?[ ]{DAY})?\]?(?:[ ]?[-–|])?[ ]|\[{DAY}\][ ])"
LINE = re.compile(
    rf"^[ \t>]{{0,4}}[*_]{{0,2}}(?P<stamp>{STAMP})?[*_]{{0,2}}{LABEL}[*_]{{0,2}}"
    rf"(?: ?\([^()\n]{{1,20}}\))?:[*_]{{0,2}}"
    r"[ \t]{1,3}(?P<said>[^\s{`\[][^\n]*)",
    re.MULTILINE,
)
ROLES = frozenset(words("roles", "speaker"))
NEAR = 400  # code points from the end of one's first line to the next one who speaks
FEWEST = 2  # lines of one speaker, and speakers
SENTENCE = 3  # words; the values of a form are shorter
SENTENCE_END = (".", "?", "!", "…", ")", "😊")


def names(text: str) -> Iterator[Match]:
    """Yield the places of labels that are speakers' names."""
    lines = list(LINE.finditer(text)) if "\n" in text and ":" in text else []
    if len(lines) < FEWEST:
        return
    stamped = [line for line in lines if line["stamp"]]
    for line in stamped if len(stamped) >= FEWEST else _speakers(lines):
        if line["label"].lower() not in ROLES and is_name(line["label"]):
            yield Match(*line.span("label"), SCORE)


def _speakers(lines: list[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Yield the lines of those who speak more than once, in what is no list of fields."""
    for run in runs(lines):
        counts = Counter(line["label"] for line in run)
        recurring = [line for line in run if counts[line["label"]] >= FEWEST]
        spoken = sum(map(_is_said, recurring))
        several = len({line["label"] for line in recurring}) >= FEWEST
        if several and 2 * spoken >= len(recurring) and _are_people(recurring):
            yield from recurring


def runs(lines: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """Yield the lines that follow each other closely, together."""
    run: list[re.Match[str]] = []
    for line in lines:
        if run and line.start() - run[-1].end() > NEAR:
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _is_said(line: re.Match[str]) -> bool:
    said = line["said"].rstrip()
    return said.endswith(SENTENCE_END) or len(said.split()) > SENTENCE


def _are_people(lines: list[re.Match[str]]) -> bool:
    """Return whether a half of the labels or more may be names or roles, not fields of a record."""
    labels = {line["label"] for line in lines}
    fields = sum(
        1 for label in labels if any(map(is_other, label.split())) and label.lower() not in ROLES
    )
    return 2 * fields <= len(labels)
