"""Dates of birth: a date is one only beside a word that says so (geboren, DOB, *).

Source: Art. 4 No. 1 GDPR, https://gdpr-info.eu/art-4-gdpr/; ISO 8601 for dates in data
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.base.recognizer import Match, SearchRecognizer

MONTHS = r"""(?x:
    (?:
        jan(?:uary|uar)? | jän(?:ner)?
        | feb(?:ruary|ruar|er)?                                        # Feber in Austria
        | mar(?:ch)? | märz? | mrz | maerz
        | apr(?:il)? | may | mai | june? | juni? | july? | juli
        | aug(?:ust)? | sept?(?:ember)? | o[ck]t(?:ober)? | nov(?:ember)? | de[cz](?:ember)?
    )
    \b\.?
)"""
YEAR = r"(?:[0-9]{4}|['’]?[0-9]{2})(?![0-9])"
DATE = rf"""(?x:
    [0-9]{{4}}[-/.][0-9]{{1,2}}[-/.][0-9]{{1,2}}(?![0-9])              # 1985-03-12
    | [0-9]{{1,2}}(?P<mark>\s?[./–-]\s?)[0-9]{{1,2}}\s?[./–-]\s?{YEAR} # 12.03.1985, 3/12/85
    | [0-9]{{1,2}}\.\s?(?:of\s)?{MONTHS}(?:\s{{0,2}}{YEAR})?           # 3. März 1985
    | [0-9]{{1,2}}(?:st|nd|rd|th)?[\s-](?:of\s)?{MONTHS}
        (?:,?[\s-]{{1,2}}{YEAR})?                                      # 3rd of March 1985
    | {MONTHS}\s[0-9]{{1,2}}(?:st|nd|rd|th)?(?:,?\s{YEAR}|(?![0-9]))   # March 3, 1985
    | [0-9]{{1,2}}\.[0-9]{{1,2}}\.(?![0-9])                            # 12.03.
    | (?:19|20)[0-9]{{6}}(?![0-9])                                     # 19850312
)"""
WORD = re.compile(
    r"""
    (?<![^\W\d_])
    (?:
        geb(?:oren(?:e[rnms]?)?)?(?![^\W_])\.?                         # geb., geborene
            (?:\s?-?\s?(?:datum|dat|tag)\b\.?)?                        # Geb.-Datum
        | geburts(?:_|-)?(?:datum|tag|dat)s?(?![^\W_])\.?              # Geburtsdatum
        | born(?![^\W_])
        | d\.?\s?o\.?\s?b(?![^\W_])\.?                                 # DOB, d.o.b.
        | birth[_ -]?(?:day|date)s?(?![^\W_])
        | date[_ -]?of[_ -]?birth(?![^\W_])
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
WEEKDAY = r"(?:[^\W\d_]{3,7}(?:tag|day|woch|abend),?\s{1,2})"
PLACE = r"(?:in\s[^\W\d_][\w.()/-]{1,30}(?-i:\s[A-ZÄÖÜ(][\w.()/-]{1,30}){0,3},?\s{1,2})"
# What may stand between the word and its date: marks of data formats, then small words.
AFTER_WORD = re.compile(
    rf"""
    [\"'”’»*_]{{0,2}}\s{{0,3}}(?:[:=|,>(–-]{{1,2}}|\s|\Z|(?=[0-9]))[\"'“„«\s(*_]{{0,4}}
    (?:
        {PLACE}                                                        # in Bad Muster
        | (?:am|on|ist|is|was|war|lautet|der|dem|den|the|im)\s{{1,2}}
        | {WEEKDAY}                                                    # Montag, den
    ){{0,4}}
    (?P<value>{DATE})
    """,
    re.IGNORECASE | re.VERBOSE,
)
BEFORE_WORD = re.compile(rf"(?<![\w.])(?P<value>{DATE})\s{{0,2}}{PLACE}?[(\[]?\Z", re.IGNORECASE)
# A star before a date, as in family trees; a list item or bold text looks different.
STAR = re.compile(
    rf"(?:(?<![*\w])\*|(?<=[(,;]\s)\*\s|(?<=[(,;])\*\s)(?P<value>{DATE})(?!\*)", re.IGNORECASE
)
LOOK_BACK = 80
SCORE = 0.9


def _search(text: str) -> Iterator[Match]:
    for word in WORD.finditer(text):
        found = AFTER_WORD.match(text, word.end()) or _before(text, word)
        if found:
            yield Match(*found.span("value"), SCORE)
    for found in STAR.finditer(text):
        yield Match(*found.span("value"), SCORE)


def _before(text: str, word: re.Match[str]) -> re.Match[str] | None:
    """Return the date that stands before `word`: "am 3. März 1985 in Köln geboren"."""
    if word[0].lower().startswith("born"):
        return None
    return BEFORE_WORD.search(text, max(0, word.start() - LOOK_BACK), word.start())


recognizer = SearchRecognizer(
    entity="DATE_OF_BIRTH",
    label="date_of_birth",
    search=_search,
    examples=(
        "geb. am «12.03.1985» in Köln",
        "geboren am «3. März 1985»",
        "Geburtsdatum: «12.3.85»",
        "Geb.-Datum «12. Jan. 2020»",
        "(*«12.03.1985»)",
        '{"geburtsdatum": "«1985-03-12»"}',
        "DOB: «03/12/1985»",
        "born on «March 3, 1985»",
        "date of birth: «3rd of March 1985»",
        "am «3. März 1985» in Köln geboren",
        "geb. in Musterstadt am «12.03.1985»",
        "geboren am Montag, den «12.03.1985»",
        "birthDate=«19850312»",
        "<Geburtsdatum>«1985-03-12»</Geburtsdatum>",
    ),
    counterexamples=(
        "am 12.03.2024 geliefert",
        "Rechnung vom 12.03.2024",
        "Frau Krause geb. Schmidt, 12.03.2020",
        "* 12.03.2024 Besprechung",
        "**12.03.2024**",
        "neugeboren 12.03.2024",
        "Die Idee wurde geboren.",
        "born to run 12.03",
    ),
)
