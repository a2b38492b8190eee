"""Austrian number plates: district, then digits and letters, or letters and digits by choice.

Source: § 26 KDV, https://de.wikipedia.org/wiki/Kfz-Kennzeichen_(Österreich)
"""

from __future__ import annotations

from recognizers.base.lexicon import words
from recognizers.base.recognizer import Form, PatternRecognizer
from recognizers.base.writing import BLANK, DASH, DASHES

DISTRICT = (
    "(?:AM|B[ABDGHLMNPRZ]?|D[LO]|E[FU]?|F[BEFKRVW]|G[BDFMRSU]?|H[ABEFLO]|I[LM]?|J[EOUW]"
    "|K[BFGILORSU]?|L[ABEFILNZ]?|M[ADEITUZ]|N[DK]|OP|OW|P[ELT]?|R[AEIO]|S[BDELOPRVWZ]?"
    "|T[AU]|UU|V[BIKLO]|W[BDEKLNOTUYZ]?|Z[ETW])"
)
BEGIN = rf"(?<![^\W_])(?<![^\W_]{DASH})"
END = rf"(?![^\W_]|{DASH}[^\W_])"
# "DO-178C" and "E-220 CDI" are none: five signs at least, and no letters of a model or currency.
MODEL = r"(?!(?:CDI|TDI|GTI|AMG|MAX|NEO|EUR|CHF|USD)(?!\w))"
LETTERS_LAST = rf"[1-9][0-9]{{0,4}}{BLANK}?[A-Z]{{1,4}}"
DIGITS_LAST = rf"[A-ZÄÖÜ]{{1,5}}{BLANK}?[1-9][0-9]{{0,4}}"

recognizer = PatternRecognizer(
    entity="AT_VEHICLE_PLATE",
    label="at_vehicle_plate",
    forms=(
        Form(
            pattern=rf"{BEGIN}{DISTRICT}{DASH}(?=[0-9A-Z]{{2,5}}{BLANK}[0-9A-Z]{{1,3}}(?!\w))"
            rf"(?:[1-9][0-9]{{2}}{BLANK}{MODEL}[A-Z]{{2,3}}|[1-9][0-9]{{3}}{BLANK}{MODEL}[A-Z]{{1,2}}"
            rf"|[1-9][0-9]{{4}}{BLANK}{MODEL}[A-Z]){END}",
            score=0.6,
        ),
        Form(
            pattern=rf"{BEGIN}(?i:{DISTRICT}(?:{BLANK}?[{DASHES}·•]{BLANK}?|{BLANK}?)"
            rf"(?:{LETTERS_LAST}|{DIGITS_LAST})){END}",
            score=0.6,
            needs_context=True,
        ),
        Form(
            pattern=rf"{BEGIN}{DISTRICT}{DASH}[1-9][0-9]{{3,5}}{END}", score=0.5, needs_context=True
        ),
    ),
    context=words("labels", "plate"),
    examples=(
        "Das Auto «W-12345 A» parkt falsch.",
        "«GU-123 AB»",
        "Kennzeichen «W 12345A»",
        "Kfz-Kennzeichen: «S-MAXI 1»",
        "Nummerntafel «G ABC 12»",
        "kennzeichen: «w-12345a»",
        "licence plate «BN-1 ABC»",
    ),
    counterexamples=(
        "DO-178C",
        "E-220 CDI",
        "XX-12345 A",
        "W 12345 A",
        "Kennzeichen QQ-12345 A",
        "Raum W-12",
        "SO 2",
        "G 20",
    ),
)
