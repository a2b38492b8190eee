"""The US Social Security number: area, group and serial number.

Areas from 900 on are those of the ITIN, the number of taxpayers without one, and of samples.
Source: https://www.ssa.gov/employer/randomization.html
"""

from __future__ import annotations

from recognizers.base.digits import GAP
from recognizers.base.recognizer import Form, PatternRecognizer
from recognizers.base.writing import BLANKS, DASHES

AREA = r"(?!000|666)[0-9]{3}"
GROUP = r"(?!00)[0-9]{2}"
SERIAL = r"(?!0000)[0-9]{4}"
END = rf"(?![\w]|[{DASHES}./,][0-9])"
BEGIN = rf"(?<![\w+])(?<![0-9][{DASHES}./,])"

recognizer = PatternRecognizer(
    entity="US_SSN",
    label="ssn",
    forms=(
        Form(pattern=rf"{BEGIN}{AREA}[{DASHES}]{GROUP}[{DASHES}]{SERIAL}{END}", score=0.8),
        Form(pattern=rf"{BEGIN}{AREA}([{BLANKS}.]){GROUP}\1{SERIAL}{END}", score=0.5),
        Form(pattern=rf"{BEGIN}{AREA}{GROUP}{SERIAL}{END}", score=0.8, needs_context=True),
        Form(
            pattern=rf"{BEGIN}{AREA}{GAP}{GROUP}{GAP}{SERIAL}{END}", score=0.8, needs_context=True
        ),
    ),
    context=(
        "ssn*",
        "ssns",
        "social security*",
        "social-security*",
        "socialsecurity*",
        "social_security*",
        "sozialversicherung*",
        "itin*",
        "individual taxpayer*",
        "taxpayer id*",
        "taxpayer_id*",
        "us-steuernummer*",
    ),
    examples=(
        "SSN «900-12-3456»",
        "His social security number is «987-65-4320».",
        "«900 12 3456»",
        "«900.12.3456»",
        "ssn=«900123456»",
        "SSN: «900–12–3456»",
        "ITIN «912-90-3456»",
        "Individual Taxpayer Identification Number: «912903456»",
        "SSN «900 - 12 - 3456»",
        "SSN «900-12\n3456»",
    ),
    counterexamples=(
        "000-12-3456",
        "666-12-3456",
        "900-00-3456",
        "900-12-0000",
        "order 900123456",
        "900-12-34567",
        "+900-12-3456",
    ),
)
