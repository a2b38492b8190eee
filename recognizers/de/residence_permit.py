"""German residence permits (Aufenthaltstitel): the serial of the card, nine signs.

Older cards count with two letters and seven digits, newer ones with the signs of all documents.
Source: § 78 AufenthG, https://de.wikipedia.org/wiki/Elektronischer_Aufenthaltstitel
"""

from __future__ import annotations

from recognizers.base.recognizer import CERTAIN, Form, PatternRecognizer
from recognizers.base.writing import BLANKS
from recognizers.de.id_card import BEGIN, has_check_digit

SIGNS = "CFGHJKLMNPRTVWXYZ"
SERIAL = (
    rf"(?:[A-Za-z]{{2}}[{BLANKS}-]?(?:[0-9]{{7}}|[0-9]{{3}}[{BLANKS}][0-9]{{4}})"
    rf"|(?i:[{SIGNS}](?=[{SIGNS}0-9]{{0,7}}[0-9])[{SIGNS}0-9]{{8}}))"
)
CHECKED = rf"{BEGIN}{SERIAL}[{BLANKS}-]?[0-9](?![^\W_]|-[0-9])"

recognizer = PatternRecognizer(
    entity="DE_RESIDENCE_PERMIT",
    label="residence_permit",
    forms=(
        Form(pattern=CHECKED, score=CERTAIN, is_valid=has_check_digit, needs_context=True),
        Form(pattern=rf"{BEGIN}{SERIAL}(?![^\W_]|-[0-9])", score=0.8, needs_context=True),
    ),
    context=(
        "*aufenthaltstitel*", "*aufenthaltserlaubnis*", "*niederlassungserlaubnis*",
        "aufenthaltskarte*", "aufenthaltsgestattung*", "aufenthaltsdokument*", "duldung*",
        "fiktionsbescheinigung*", "blaue karte*", "blauen karte*", "eat-nr", "eat-nummer*",
        "residence permit*", "residence card*", "residence title*", "settlement permit*",
        "blue card*", "residence_permit*", "daueraufenthalt*",
    ),
    examples=(
        "Aufenthaltstitel «AY1234567»",
        "Niederlassungserlaubnis Nr. «AY 1234567»",
        "residence permit no. «ay1234567»",
        "«AY1234567» (Aufenthaltserlaubnis)",
        "Aufenthaltstitel «Y01X00T47»",
        "eAT-Nr. «AY12345670»",
    ),
    counterexamples=(
        "AY1234567", "Aufenthaltstitel AY12345", "Artikel AY1234567", "Duldung YGHTRLKHR",
    ),
)  # fmt: skip
