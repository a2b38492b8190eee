"""The US Medicare Beneficiary Identifier (MBI): eleven characters, each place with its kind.

Letters are never S, L, O, I, B or Z. Until 2019: the Social Security number and a letter.
Source: https://www.cms.gov/medicare/new-medicare-card/understanding-the-mbi
"""

from __future__ import annotations

from recognizers.base.digits import ALONE, BEGIN
from recognizers.base.recognizer import Form, PatternRecognizer
from recognizers.base.writing import BLANK, DASH

A = "[AC-HJKMNP-RT-Y]"
E = "[0-9AC-HJKMNP-RT-Y]"
GAP = rf"(?:{DASH}|{BLANK})?"
MBI = rf"[1-9]{A}{E}[0-9]{GAP}{A}{E}[0-9]{GAP}{A}{{2}}[0-9]{{2}}"
END = r"(?![^\W_]|-[^\W_])"

recognizer = PatternRecognizer(
    entity="US_MEDICARE_ID",
    label="medicare_id",
    forms=(
        Form(pattern=rf"{BEGIN}{MBI}{END}", score=0.7),
        Form(pattern=rf"{BEGIN}(?i:{MBI}){END}", score=0.7, needs_context=True),
        Form(
            pattern=rf"{BEGIN}[0-9]{{3}}{GAP}[0-9]{{2}}{GAP}[0-9]{{4}}{GAP}[A-Z][0-9A-Z]?{END}{ALONE}",
            score=0.6,
            needs_context=True,
        ),
    ),
    context=("medicare*", "mbi", "beneficiary*", "hicn", "mbi_*", "claim number*"),
    examples=(
        "«1EG4-TE5-MK73»",
        "MBI «1EG4TE5MK73»",
        "Medicare: «1eg4-te5-mk73»",
        "medicare_id=«1EG4 TE5 MK73»",
        "Medicare claim number «900-12-3456A»",
    ),
    counterexamples=(
        "0EG4-TE5-MK73",
        "1SG4-TE5-MK73",
        "1eg4te5mk73",
        "1EG4-TE5-MK733",
        "900-12-3456A",
    ),
)
