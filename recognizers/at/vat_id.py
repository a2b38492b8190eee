"""The Austrian VAT number (UID): ATU and eight digits, the last one a check digit.

Source: Art. 28 UStG 1994, https://de.wikipedia.org/wiki/Umsatzsteuer-Identifikationsnummer
"""

from __future__ import annotations

from stdnum.at import uid

from recognizers.base.digits import END, GAP
from recognizers.base.recognizer import CERTAIN, Form, PatternRecognizer
from recognizers.base.writing import compact

DIGITS = rf"[0-9](?:{GAP}?[0-9]){{7}}{END}"
NUMBER = rf"(?<![^\W_])(?i:AT){GAP}?(?i:U){GAP}?{DIGITS}"


def has_check_digit(value: str) -> bool:
    """Return whether the last digit fits the seven before it (a variant of Luhn)."""
    return bool(uid.is_valid(compact(value)))


recognizer = PatternRecognizer(
    entity="AT_VAT_ID",
    label="at_vat_id",
    forms=(
        Form(pattern=NUMBER, score=CERTAIN, is_valid=has_check_digit),
        Form(pattern=NUMBER, score=0.6, needs_context=True),
        Form(pattern=rf"(?<![^\W_])U{GAP}?{DIGITS}", score=0.6, needs_context=True),
    ),
    context=("uid*", "ust*", "umsatzsteuer*", "mwst*", "mehrwertsteuer*", "vat*", "atu-nummer*"),
    examples=(
        "UID «ATU13585627»",
        "«ATU 13585627»",
        "«AT U13585627»",
        "VAT no. «ATU-1358.5627»",
        "«atu13585627»",
        "«ATU1358\n5627»",
        "UID-Nummer: «U13585627»",
        "UID: «ATU12345678» ohne gültige Prüfziffer",
    ),
    counterexamples=(
        "Artikel ATU12345678",
        "ATU135856270",
        "XATU13585627",
        "Teil U13585627",
        "UID ATU1358562",
    ),
)
