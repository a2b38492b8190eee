"""Numbers that only their label tells: on a line with it, or in a column that it heads.

Each entity gives its nouns; what "number" is called, what may stand between a label and its value,
and what a value looks like, is the same for all.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator

from recognizers.base.recognizer import Match, SearchRecognizer
from recognizers.base.tables import cells
from recognizers.base.writing import lowered

SCORE = 0.85
FEWEST_DIGITS = 3
LONG_RUN = re.compile(r"(?=[^-/._]*[0-9])(?=[^-/._]*[A-Z])[^-/._]{8}")
DATE = re.compile(r"[0-9]{1,2}([./-])[0-9]{1,2}\1(?:19|20)?[0-9]{2}|(?:19|20)[0-9]{2}-[0-9]{2}-..")

KIND = (
    r"(?:(?:nummern?|numbers?|ids?|identifiers?|kennung(?:en)?|kennziffern?)(?![^\W\d_])"
    r"|(?:nr[ns]?|no|nos|num|ref)(?![^\W\d_])\.?)"
)
PLURAL = re.compile(r"(?:nummern|nrn|nos|numbers|ids|identifiers|kennungen)\.?\Z")
FOLLOW = r"(?![\w@]|[.,:][0-9]|\s?[%€$]|\s?(?:EUR|Euro)\b)"
GAP = "[ \u00a0]"
VALUE = rf"""(?x:
    (?:
        (?:
            (?:[A-Z]{{1,3}}\s)?                                        # K 4711 0815
            (?:
                [0-9]{{1,4}}(?:{GAP}[0-9]{{3,4}}){{1,5}}               # 4711 0815 12
                | [0-9]{{2,3}}(?:{GAP}[0-9]{{2}}){{1,6}}               # 47 11 08
            )
            | [A-Z]{{1,3}}\s[0-9]{{3,12}}                              # K 471108
        )
        (?:[-/][A-Za-z0-9]{{1,10}})?
        (?!{GAP}[0-9]){FOLLOW}                                         # the groups end here
        | (?=[A-Za-z/._-]{{0,20}}[0-9])                                # one run: K-4711/08.B
            [A-Za-z0-9]{{1,40}}(?:[-/._][A-Za-z0-9]{{1,40}}){{0,8}}+{FOLLOW}
    )
)"""
OPEN = r"[^\w\n.,;!?/%&+]"  # blanks, colons, quotes, brackets, bars
VERB = r"(?:lautete?|ist|is|was|war|nr|no|number)\b"
ASIDE = r"(?:\s\(?(?!(?:und|oder|and|or)\b)[^\W\d_]{1,20}\)?)"  # "Ihre Kundennummer bei uns: 4711"
NEXT = re.compile(
    rf"(?:{OPEN}{{0,6}}(?:\n{OPEN}{{0,6}})?(?:{VERB}[.\s:#\"'„“«(]{{1,4}})?"
    rf"|{ASIDE}{{1,4}}\s?(?:[:=]|\b(?:lautet|ist|is)\b)[\s\"'„“«(]{{0,4}})(?P<value>{VALUE})"
)
MORE = re.compile(
    rf"(?:[\"']?\s?[,;/&][\s\"']{{0,3}}|\s(?:und|and|oder|or|sowie)\s)(?P<value>{VALUE})"
)
OWNER = r"(?:(?:meine|deine|ihre|seine|unsere|die|my|your|his|her|our|their|the)\s)"
BEFORE = re.compile(
    rf"(?<![\w./-])(?P<value>{VALUE})(?:\s?[(\[]{OWNER}?|\s(?:ist|is|als|as)\s{OWNER})\Z",
    re.IGNORECASE,
)
IN_CELL = re.compile(rf"[\s\"'=*_`]{{0,9}}(?P<value>{VALUE})[\s\"'*_`]{{0,99}}")
LOOK_BACK = 60


def numbered(
    entity: str,
    label: str,
    nouns: tuple[str, ...],
    words: tuple[str, ...] = (),
    *,
    standard: bool = True,
    examples: tuple[str, ...],
    counterexamples: tuple[str, ...],
) -> SearchRecognizer:
    """Return the recognizer of numbers called by one of `nouns` and "number", or of `words`.

    All are lower-case; a star before one lets it be the end of a compound (Hauptkundennummer).
    """
    marks = [(noun, rf"[\s_./-]{{0,3}}{KIND}") for noun in nouns]
    marks += [(word, r"(?![^\W\d_])\.?") for word in words]
    # Alternatives that all start with a letter are searched for fast, so what stands before them
    # is looked at afterwards; and a few plain words first are faster still.
    pattern = re.compile("|".join(_spelled(word.lstrip("*")) + rest for word, rest in marks))
    endings = tuple(word[1:] for word, _ in marks if word.startswith("*"))
    stems = tuple({word.lstrip("*").split()[0] for word, _ in marks})

    def search(text: str) -> Iterator[Match]:
        lower = lowered(text)
        if any(stem in lower for stem in stems):
            found = pattern.finditer(lower)
            labels = [one for one in found if one[0].startswith(endings) or _is_front(one)]
            for start, end in _values(text, labels):
                yield Match(start, end, SCORE)

    return SearchRecognizer(
        entity=entity,
        label=label,
        standard=standard,
        search=search,
        examples=examples,
        counterexamples=counterexamples,
    )


def _spelled(word: str) -> str:
    return re.escape(word).replace(r"\ ", r"[\s_-]{0,2}")


def _is_front(label: re.Match[str]) -> bool:
    return label.start() == 0 or not label.string[label.start() - 1].isalpha()


def _values(text: str, labels: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    table = cells(text) if labels else []
    heads = {cell.head_start: cell.head_end for cell in table}
    starts = sorted(heads)
    ours = set()
    for label in labels:
        index = bisect(starts, label.start()) - 1
        if index >= 0 and label.start() < heads[starts[index]]:
            ours.add(starts[index])
            # `| Kundennummer | K-471 |` may be the first row of a table without headers.
            yield from (
                one for one in _beside(text, label) if "\n" not in text[label.end() : one[0]]
            )
        else:
            yield from _beside(text, label)
    for cell in table if ours else ():
        found = IN_CELL.fullmatch(text, cell.start, cell.end) if cell.head_start in ours else None
        if found and _is_number(found["value"]):
            yield found.span("value")


def _beside(text: str, label: re.Match[str]) -> Iterator[tuple[int, int]]:
    found = NEXT.match(text, label.end())
    if found and _is_number(found["value"]):
        yield found.span("value")
        while PLURAL.search(label[0]) and (found := MORE.match(text, found.end())):
            if not _is_number(found["value"]):
                break
            yield found.span("value")
        return
    start = max(0, label.start() - LOOK_BACK)
    found = BEFORE.search(text, start, label.start())
    if found and _is_number(found["value"]):
        yield found.span("value")


def _is_number(value: str) -> bool:
    if DATE.fullmatch(value):
        return False
    digits = sum(sign.isdigit() for sign in value)
    return digits >= FEWEST_DIGITS or LONG_RUN.search(value) is not None
