"""Telephone numbers of any country, and those of DE, AT, CH, GB and US without a prefix.

Source: ITU-T E.164 and E.123, https://www.itu.int/rec/T-REC-E.164; numbering plans by the
library `phonenumbers`, https://github.com/daviddrysdale/python-phonenumbers
"""

from __future__ import annotations

from collections.abc import Iterator

from recognizers.base.recognizer import Match, SearchRecognizer
from recognizers.phone_number.context import Explanation, explained
from recognizers.phone_number.digit_runs import Run, runs, split
from recognizers.phone_number.shape import Shape, shape

SCORES = {Shape.INTERNATIONAL: 0.9, Shape.NATIONAL: 0.7, Shape.BARE: 0.5, Shape.NONE: 0.0}
NAMED_SCORE = 0.8
FEWEST_NAMED = 5
FARTHEST = 12  # "Ruf mich an: 1234567", but not "cells: we counted 1234567"
ADJACENT = 6  # "Rechnung Nr. 030/1234567", but not "Bestellung unter 030/1234567"
GUESSED = (Shape.BARE, Shape.NONE)


def _search(text: str) -> Iterator[Match]:
    for run in runs(text):
        score = _score(text, run)
        # Another number may stand before: "Kundennummer 4711 0170 1234567".
        for part in [run] if score else split(text, run):
            part_score = score or _score(text, part)
            if part_score:
                yield Match(part.start, part.end, part_score)


def _score(text: str, run: Run) -> float:
    """Return how sure it is that `run` is a telephone number: by its words, then by its shape."""
    near, distance = explained(text, run.start, run.end)
    found = shape(run.text)
    if run.glued and near is not Explanation.TELEPHONE:
        return 0.0
    if near is Explanation.OTHER:
        taken = found in GUESSED or (found is Shape.NATIONAL and distance <= ADJACENT)
        return 0.0 if taken else SCORES[found]
    if near is Explanation.NOTHING or (found is Shape.NONE and distance > FARTHEST):
        return SCORES[found]
    return max(NAMED_SCORE, SCORES[found]) if run.digits >= FEWEST_NAMED else 0.0


recognizer = SearchRecognizer(
    entity="PHONE_NUMBER",
    label="telephone_number",
    search=_search,
    examples=(
        "Mobil «+49 170 1234567»",
        "Tel. «030 123456-78», Fax folgt",
        "«0170/1234567»",
        "«089 / 12 34 56»",
        "«0049 170 1234567»",
        "«+49 (0) 170 1234567»",
        "(«030/123456»)",
        "call «(202) 555-0143» now",
        "«020 7946 0958»",
        "«07700 900123»",
        "«+43 664 1234567»",
        "«044 668 18 00»",
        "Handy: «01701234567»",
        "Telefon «4711-0815»",
        "«06221 / 54-0»",
    ),
    counterexamples=(
        "Bestellung 1234567890",
        "Rechnung 2023-001234",
        "Konto 0532013000",
        "1700000000",
        "192.168.1.100",
        "12.03.1985",
        "2023-01-12 14:30",
        "DE89 3704 0044 0532 0130 00",
        "1.234.567,89 EUR",
        "0,123456789",
        "ISBN 0-306-40615-2",
        "Auftrag 0301234567",
        "01 02 03 04 05",
        "01067 Dresden",
    ),
)
