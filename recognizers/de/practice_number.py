"""The number of a German doctor's practice (Betriebsstättennummer, BSNR): nine digits.

Source: § 75 Abs. 7 SGB V, https://de.wikipedia.org/wiki/Betriebsst%C3%A4ttennummer
"""

from __future__ import annotations

from recognizers.base.recognizer import SearchRecognizer
from recognizers.shared.labelled_number import digits, labelled

WORDS = (
    "bsnr*", "nbsnr*", "*betriebsstättennummer*", "*betriebsstätten-nummer*",
    "*betriebsstättennr*", "*betriebsstätten-nr*", "*betriebsstaettennummer*", "praxisnummer*",
    "praxis-nr", "praxis-nummer*", "praxis_nr", "practice number*", "practice id*", "practice no",
)  # fmt: skip
DOCTOR = ("lanr*", "*arztnummer*", "arzt-nr", "arztnr", "ik", "ik-nummer*")

recognizer = SearchRecognizer(
    entity="DE_PRACTICE_NUMBER",
    label="practice_number",
    search=labelled(digits(9), WORDS, DOCTOR, lambda _: 0.8),
    examples=(
        "BSNR: «721234567»",
        "Betriebsstättennummer «72 1234567»",
        "LANR 123456601, BSNR «72 1234567»",
        "practice number «721234567»",
        "«721234567» (BSNR)",
    ),
    counterexamples=(
        "721234567",
        "BSNR 7212345678",
        "BSNR und LANR: 123456601",
        "Praxis 721234567",
    ),
)
