"""US driver's licences: each state has a form of its own, so a word must say what it is.

Source: https://ntsi.com/drivers-license-format/
"""

from __future__ import annotations

from recognizers.base.digits import ALONE, BEGIN, END, INNER
from recognizers.base.recognizer import Form, PatternRecognizer
from recognizers.base.writing import DASHES

GAP = f"[{INNER}{DASHES}]"
DATE = (
    rf"(?!(?:19|20)[0-9]{{2}}{GAP}[0-9]{{2}}{GAP}"
    rf"|[0-9]{{2}}{GAP}[0-9]{{2}}{GAP}(?:19|20)[0-9]{{2}})"
)
# S123-456-78-901-0 (FL), D400-7836-0001 (IL), S 123 456 789 012 (MI)
LETTER_FIRST = rf"[A-Z]{{1,3}}{GAP}?[0-9]{{2,14}}(?:{GAP}[0-9]{{1,5}}){{0,4}}[A-Z]{{0,2}}"
DIGITS = rf"[0-9]{{6,14}}[A-Z]{{0,2}}|{DATE}[0-9]{{2,6}}(?:{GAP}[0-9]{{2,4}}){{1,3}}"
# 12ABC34567 (NH), 123AB4567 (IA), K1K2K (KS), WDLABCD456DG (WA)
MIXED = (
    r"[0-9]{2}[A-Z]{3}[0-9]{5}|[0-9]{3}[A-Z]{2}[0-9]{4}|[A-Z][0-9][A-Z][0-9][A-Z]|WDL[0-9A-Z]{9}"
)
WASHINGTON = r"(?=[A-Z*]{0,11}[0-9])[A-Z][A-Z*]{4}[A-Z][A-Z*][0-9A-Z*]{5}"
ENOUGH = rf"(?=[A-Z0-9](?:{GAP}?[A-Z0-9]){{4}})"

recognizer = PatternRecognizer(
    entity="US_DRIVER_LICENCE",
    label="us_driver_licence",
    forms=(
        Form(
            pattern=rf"{BEGIN}(?i:{ENOUGH}(?:{LETTER_FIRST}|{DIGITS})|{MIXED}|{WASHINGTON}){END}{ALONE}",
            score=0.6,
            needs_context=True,
        ),
    ),
    context=(
        "driver's license*",
        "driver’s license*",
        "drivers license*",
        "drivers' license*",
        "driver license*",
        "driver-license*",
        "driver_license*",
        "drivers_license*",
        "driverlicense*",
        "driverslicense*",
        "driver's licence*",
        "driver’s licence*",
        "driver licence*",
        "drivers licence*",
        "driver's permit*",
        "learner's permit*",
        "dl number",
        "dl no",
        "dl#",
        "dl #",
        "dl_number*",
        "dln",
        "cdl",
        "us-führerschein*",
        "amerikanischer führerschein*",
    ),
    examples=(
        "driver's license «D1234567»",
        "Driver license number: «S123-456-78-901-0»",
        "drivers license «D400-7836-0001»",
        "DL# «12345678»",
        "driver_license=«12ABC34567»",
        "Driver’s license no. «123 456 789»",
        "driver's license «WDLABCD456DG»",
        "US-Führerschein «S 123 456 789 012»",
    ),
    counterexamples=(
        "D1234567",
        "order 12345678",
        "driver's license expires 2027-03-12",
        "driver's license since 12-03-2024",
        "driver's license class C, 2 years",
    ),
)
