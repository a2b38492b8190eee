"""How old a person is: a number beside a word that says so (47-jährig, aged 47).

It identifies nobody alone, and a text loses much of its sense without it: strict only.
Source: Art. 4 No. 1 GDPR, https://gdpr-info.eu/art-4-gdpr/; 45 CFR 164.514(b)(2)(i)(C)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.base.recognizer import Match, SearchRecognizer

YEARS = r"(?<![\w.,/-])(?P<value>1[01][0-9]|[1-9]?[0-9])"
BEFORE = re.compile(
    rf"""
    {YEARS}
    (?:
        [\s\u00a0]?[-‐‑–]?[\s\u00a0]?[jJ]ährige?[rnms]?(?![^\W_])      # 47-jährige, 47jähriger
        | [\s\u00a0](?:Jahre|Lebensjahre)[\s\u00a0]
            (?:alte?[rnms]?|jung)(?![^\W_])                            # 47 Jahre alt
        | [\s\u00a0-]years?[\s\u00a0-]
            (?:olds?|of[\s\u00a0]age)(?![^\W_])                        # 47-year-old, years of age
        | [\s\u00a0]?(?:y/o|yo|y\.o\.)(?![^\W_])                       # 47 y/o
    )
    """,
    re.VERBOSE,
)
AFTER = re.compile(
    r"""
    (?<![^\W\d_])(?<!-)                                                # not in max-age
    (?:
        [Aa]lter | ALTER | [Aa]ge | AGE
        | [Ll]ebensalter | [Pp]atientenalter
        | [Aa]ged
        | [Pp]atient[_ ]?[Aa]ge                                        # patient_age
        | im[\s]Alter[\s]von | at[\s]the[\s]age[\s]of
        | (?:mit|with)[\s]age
    )
    (?:
        [\"']?\s?(?:\((?:in[\s])?(?:Jahren?|years?|J\.|yrs)\)\s?)?     # Alter (in Jahren):
        [:=|][\s\"']{0,3}
        | \s
    )
    (?:von\s|of\s)?
    (?P<value>1[01][0-9]|[1-9]?[0-9])
    (?!
        [\w/-] | [.,:][0-9]                                            # 1.5, 12/2020
        | \s?(?:                                                       # 12 days: no years
            % | Tage?n?\b | Stunden?\b | Minuten?\b | Wochen\b
            | [Dd]ays?\b | [Hh]ours?\b | s\b | [Mm]in | ms\b
        )
    )
    """,
    re.VERBOSE,
)
# What is that old without being a person: the word after it ends so.
THING = re.compile(
    r"""
    \s
    (?:                                                                # a word before it, but none
        (?!                                                            # that leads to another thing
            (?:mit|with|in|im|aus|from|ohne|without|nach|after|und|and|hat|had|has|war|was|ist|is)\s
        )
        [\w-]{1,20}\s
    )?
    [\w-]{0,30}?                                                       # Firmen|jubiläum
    (?:
        jubiläum | bestehen | garantie | laufzeit | erfahrung | vertrag   # 100-jähriges Bestehen
        | vertrags | frist | zeitraum | haft | strafe | ausbildung | studium
        | ehe | arbeit | geschichte | tradition | bindung | mitgliedschaft | pause
        | kredit | anleihe | anleihen | tätigkeit | amtszeit | krieg | planung | bestandes | studie
        | haus | häuser | gebäude | eiche | baum | auto | wagen        # ein 80 Jahre altes Haus
        | firma | unternehmen | whisky | wein | brücke | kirche | stadt | tier | hund | katze
        | building | house | company | firm | whisky | whiskey | wine | tree | car   # in English
        | law | bridge | church | city | tradition | mortgage | bond | software
    )
    (?:e?s)?(?![^\W_])
    """,
    re.IGNORECASE | re.VERBOSE,
)
SCORE = 0.8


def _search(text: str) -> Iterator[Match]:
    for found in BEFORE.finditer(text):
        if not THING.match(text, found.end()):
            yield Match(*found.span("value"), SCORE)
    for found in AFTER.finditer(text):
        yield Match(*found.span("value"), SCORE)


recognizer = SearchRecognizer(
    entity="AGE",
    label="age",
    standard=False,
    search=_search,
    examples=(
        "Die «47»-jährige Frau klagt über Schmerzen",
        "ein «47»jähriger Patient",
        "der «47»-Jährige",
        "Sie ist «47» Jahre alt.",
        "im Alter von «47» Jahren",
        "Alter: «47»",
        '{"age": «47»}',
        "Anna, aged «47», lives there",
        "a «47»-year-old man",
        "he is «47» years old",
        "«47» y/o female",
        "Alter (in Jahren): «47»",
    ),
    counterexamples=(
        "seit 47 Jahren",
        "100 Jahre Garantie",
        "100-jähriges Jubiläum",
        "eine 10-jährige Laufzeit",
        "Cache-Control: max-age=60",
        "a 100-year-old building",
        "Seite 47",
        "age 1.5",
        "im Alter",
        "page 47",
        "Alter: 12 Tage",
        "für 5 Jahre",
        "450 Jahre alt",
    ),
)
