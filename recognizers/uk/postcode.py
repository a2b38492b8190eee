"""British postcodes: a house or a few stand behind each of them.

Area letters are those in use; the last two letters are never C, I, K, M, O or V.
Source: https://en.wikipedia.org/wiki/Postcodes_in_the_United_Kingdom
"""

from __future__ import annotations

from recognizers.base.lexicon import words
from recognizers.base.recognizer import Form, PatternRecognizer
from recognizers.base.writing import BLANK

TWO = (
    "A[BL]|B[ABDFHLNRSTX]|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]|F[KY]|G[LUY]|H[ADGPRSUX]|I[GMPV]|JE"
    "|K[ATWY]|L[ADELNSU]|M[EKL]|N[EGNPRW]|O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]|T[ADFNQRSW]"
    "|UB|W[ACDFNRSV]|YO|ZE"
)
DISTRICT = "[0-9][0-9A-HJKMNPR-Y]?"
UNIT = "[ABD-HJLNP-UW-Z]{2}"
# "M2 8GB", "the B3 2ND": measures and ordinals are units of a postcode as well.
NO_UNIT = r"(?![0-9](?i:GB|TB|HZ|ST|ND|RD|TH|ER|EN|ES|DB|LB)(?!\w))"
BEGIN = r"(?<![\w/+.@#=-])"
END = r"(?![\w/@=]|[.-]\w)"
BETWEEN = rf"(?:{BLANK}{{1,2}}|{BLANK}?\r?\n{BLANK}{{0,4}})"

recognizer = PatternRecognizer(
    entity="UK_POSTCODE",
    label="postcode",
    forms=(
        Form(
            pattern=rf"{BEGIN}(?:(?:{TWO}){DISTRICT}{BLANK}{{1,2}}[0-9]{UNIT}"
            rf"|[BEGLMNSW]{DISTRICT}{BLANK}{{1,2}}{NO_UNIT}[0-9]{UNIT}"
            rf"|(?i:(?:{TWO}){DISTRICT}){BLANK}{NO_UNIT}(?i:[0-9]{UNIT})|GIR{BLANK}?0AA){END}",
            score=0.6,
        ),
        Form(pattern=rf"{BEGIN}(?:{TWO}){DISTRICT}{NO_UNIT}[0-9]{UNIT}{END}", score=0.5),
        Form(
            pattern=rf"(?<![^\W_])(?i:(?:{TWO}|[BEGLMNSW]){DISTRICT}(?:{BETWEEN}|-)?[0-9]{UNIT})"
            r"(?![^\W_])",
            score=0.7,
            needs_context=True,
        ),
    ),
    context=words("labels", "address"),
    examples=(
        "near «SW1A 2AA» in London",
        "lives in «M1 1AE»",
        "«sw1a 2aa»",
        "Leeds «LS1 4AP»",
        "postcode: «LS14AP»",
        "«EC1A1BB»",
        "Postcode «b33 8th»",
        "postcode «CR2\u00a06XH»",
        "«GIR 0AA»",
    ),
    counterexamples=(
        "A1 2BC",
        "Apple M2 8GB",
        "AWS S3 4TB",
        "QX1 2AB",
        "SW1A 2CC",
        "E14 5 AB",
        "Teil M16DB",
        "e1 6an",
        "Sockel B2 3RD",
    ),
)
