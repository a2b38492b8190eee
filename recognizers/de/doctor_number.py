"""The number that a German doctor keeps for life (LANR): nine digits, the seventh a check digit.

Source: § 75 Abs. 7 SGB V, https://de.wikipedia.org/wiki/Lebenslange_Arztnummer
"""

from __future__ import annotations

from itertools import cycle

from recognizers.base.recognizer import CERTAIN, SearchRecognizer
from recognizers.base.writing import compact
from recognizers.de.practice_number import WORDS as PRACTICE
from recognizers.shared.labelled_number import digits, labelled

WORDS = (
    "lanr*", "*arztnummer*", "arzt-nr", "arzt nr", "arztnr", "arzt-nummer*", "arzt_nr", "anr",
    "physician number*", "physician id*", "doctor number*", "doctor id*", "doctor no",
)  # fmt: skip
UNCHECKED = 0.6


def _score(value: str) -> float:
    number = compact(value)
    total = sum(int(digit) * weight for digit, weight in zip(number[:6], cycle((4, 9))))
    return CERTAIN if (total + int(number[6])) % 10 == 0 else UNCHECKED


recognizer = SearchRecognizer(
    entity="DE_DOCTOR_NUMBER",
    label="doctor_number",
    search=labelled(digits(9), WORDS, (*PRACTICE, "ik", "ik-nummer*"), _score),
    examples=(
        "LANR: «123456601»",
        "BSNR 721234567, LANR «123456601»",
        "Lebenslange Arztnummer «1234566 01»",
        "«123456601» (LANR)",
        '{"lanr": "«123456701»"}',
        "Arzt-Nr. «999999900»",
    ),
    counterexamples=(
        "123456601",
        "LANR 1234566012",
        "LANR fehlt, IK 109519005",
        "BSNR 721234567",
        "Die LANR steht auf 3 Rezepten, Auftrag 123456601",
    ),
)
