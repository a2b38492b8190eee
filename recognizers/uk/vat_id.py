"""The British VAT number: GB (XI in Northern Ireland) and nine or twelve digits.

Source: https://www.gov.uk/vat-registration/your-vat-number,
https://en.wikipedia.org/wiki/VAT_identification_number
"""

from __future__ import annotations

from stdnum.gb import vat

from recognizers.base.digits import END, GAP, free
from recognizers.base.recognizer import CERTAIN, Form, PatternRecognizer
from recognizers.base.writing import compact

DIGITS = rf"[0-9](?:{GAP}?[0-9]){{8}}"
NUMBER = rf"(?<![^\W_])(?i:GB|XI){GAP}?{DIGITS}(?:(?:{GAP}?[0-9]){{3}})?{END}"


def has_check_digits(value: str) -> bool:
    """Return whether the last two of nine digits fit the others (MOD 97, or with 55 added)."""
    return bool(vat.is_valid(compact(value)))


recognizer = PatternRecognizer(
    entity="UK_VAT_ID",
    label="uk_vat_id",
    forms=(
        Form(pattern=NUMBER, score=CERTAIN, is_valid=has_check_digits),
        Form(
            pattern=rf"(?<![^\W_])(?:GB|XI){GAP}?{DIGITS}{END}",
            score=CERTAIN,
            is_valid=has_check_digits,
        ),
        Form(pattern=free(9), score=CERTAIN, is_valid=has_check_digits, needs_context=True),
        Form(pattern=rf"(?<![^\W_])(?:GB|XI){GAP}?(?:GD|HA)[0-9]{{3}}{END}", score=0.6),
        Form(pattern=NUMBER, score=0.6, needs_context=True),
    ),
    context=("vat*", "value added tax*", "ust*", "umsatzsteuer*", "mwst*"),
    examples=(
        "VAT no. «GB 980 7806 84»",
        "«GB980780684»",
        "«gb 980780684»",
        "«GB-980-7806-84»",
        "«XI980780684»",
        "VAT «980 7806 84»",
        "branch «GB 980 7806 84 001»",
        "«GBGD001»",
        "VAT number «GB123456789» as a sample",
    ),
    counterexamples=(
        "GB123456789",
        "980780684",
        "GB9807806840",
        "16 GB 980 7806 85",
    ),
)
