"""Swiss number plates, and those of Liechtenstein: canton and up to six digits.

A word must say so, unless the dot of the plate stands between them: "GE 100" is often something
else. Source: Art. 84 VZV, https://de.wikipedia.org/wiki/Kontrollschild_(Schweiz)
"""

from __future__ import annotations

from recognizers.base.lexicon import words
from recognizers.base.recognizer import Form, PatternRecognizer
from recognizers.base.writing import BLANK, DASHES

CANTON = "(?:A[GIR]|B[ELS]|F[LR]|G[ELR]|JU|LU|N[EW]|OW|S[GHOZ]|T[GI]|UR|V[DS]|Z[GH])"
BEGIN = rf"(?<![^\W_])(?<![^\W_][{DASHES}])"
END = rf"(?![^\W_]|[.,'’{DASHES}][0-9]|{BLANK}?[%°€])"
DOT = rf"{BLANK}?[·•∙⋅]{BLANK}?"
JOINT = rf"(?:{DOT}|{BLANK}?[{DASHES}]{BLANK}?|{BLANK}?)"
SMALL = r"[1-9][0-9]{0,2}"
DIGITS = rf"[1-9][0-9]{{0,2}}(?:{BLANK}|['’])?[0-9]{{3}}"
WORD = r"(?i:kennzeichen|schild|nummer|tafel|plate)"

recognizer = PatternRecognizer(
    entity="CH_VEHICLE_PLATE",
    label="ch_vehicle_plate",
    forms=(
        Form(pattern=rf"{BEGIN}{CANTON}{DOT}(?:{DIGITS}|{SMALL}){END}", score=0.6),
        Form(
            pattern=rf"{BEGIN}(?i:{CANTON}){JOINT}(?:{DIGITS}|[1-9][0-9]{{2}}){END}",
            score=0.6,
            needs_context=True,
        ),
        Form(
            pattern=rf"{WORD}(?::|{BLANK}ist)?{BLANK}(?P<value>{CANTON}{JOINT}{SMALL}){END}",
            score=0.6,
            needs_context=True,
        ),
    ),
    context=words("labels", "plate"),
    examples=(
        "«ZH·123456»",
        "«BE • 123 456»",
        "Kontrollschild «ZH 123456»",
        "Nummernschild: «ge-1234»",
        "Kennzeichen «TI123456»",
        "Kontrollschild «AI 25»",
        "licence plate «VD 12345»",
        "Autonummer «FL 12345»",
    ),
    counterexamples=(
        "GE 100",
        "SO 2",
        "ZH 123456",
        "Kennzeichen XX 123456",
        "der SO 2-Ausstoß",
        "BE 3.5",
        "AI 2027",
    ),
)
