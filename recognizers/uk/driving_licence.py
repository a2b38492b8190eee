"""The British driving licence: surname, date of birth, initials and check characters.

DVLA keeps the rule of the last characters to itself. Northern Ireland: eight digits.
Source: https://en.wikipedia.org/wiki/Driving_licence_in_the_United_Kingdom#Driver_number
"""

from __future__ import annotations

from recognizers.base.digits import ALONE, BEGIN, END
from recognizers.base.recognizer import Form, PatternRecognizer
from recognizers.base.writing import BLANK, DASHES

GAP = rf"(?:[{DASHES}]|{BLANK})?"
NAME = rf"(?=[A-Z]{{1,5}}9{{0,4}}{GAP}[0-9])[A-Z][A-Z9]{{4}}"
BORN = r"[0-9](?:0[1-9]|1[0-2]|5[1-9]|6[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]"
REST = rf"[A-Z][A-Z9]{GAP}[0-9A-Z][A-Z]{{2}}(?:{BLANK}{{0,2}}[0-9]{{2}})?"

recognizer = PatternRecognizer(
    entity="UK_DRIVING_LICENCE",
    label="uk_driving_licence",
    forms=(
        Form(pattern=rf"{BEGIN}(?i:{NAME}{GAP}{BORN}{GAP}{REST}){END}", score=0.8),
        Form(pattern=rf"{BEGIN}[0-9]{{8}}{END}{ALONE}", score=0.6, needs_context=True),
    ),
    context=(
        "driving licence*",
        "driving license*",
        "driving_licence*",
        "driver number*",
        "driver's licence*",
        "driver licence*",
        "drivers licence*",
        "dvla",
        "dva",
        "britischer führerschein*",
    ),
    examples=(
        "«MORGA753116SM9IJ»",
        "driving licence «MORGA 753116 SM9IJ 35»",
        "«FOX99801010A99AA»",
        "«morga753116sm9ij»",
        "Driver number: «MORGA753116SM9IJ35»",
        "driving licence (NI) «12345678»",
    ),
    counterexamples=(
        "MORGA733116SM9IJ",
        "MORGA753136SM9IJK",
        "XMORGA753116SM9IJ",
        "order 12345678",
        "9ORGA753116SM9IJ",
    ),
)
