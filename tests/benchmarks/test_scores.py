from __future__ import annotations

import math

import pytest

from benchmarks.corpora import NEUTRAL
from benchmarks.marked import Passage, parse
from benchmarks.scores import Counts, count, rates, table_of

PERSONS = ("PERSON",)
ADA = parse("Frau ⟦PERSON|Ada Lovelace⟧ kennt ⟦DECOY|Morbus Crohn⟧ und ⟦PERSON|Bo⟧.")
FULL, FIRST, LAST, BO, CROHN = (5, 17), (5, 8), (9, 17), (41, 43), (24, 36)


def spans(*places: tuple[int, int], name: str = "PERSON") -> list[tuple[int, int, str]]:
    return [(start, end, name) for start, end in places]


def test_the_places_in_this_file_are_right() -> None:
    assert [ADA.text[start:end] for start, end in (FULL, FIRST, LAST, BO, CROHN)] == [
        "Ada Lovelace",
        "Ada",
        "Lovelace",
        "Bo",
        "Morbus Crohn",
    ]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (spans(FULL, BO), {"found": 2, "strict": 2, "touched": 2, "touching": 2, "whole": 2}),
        (spans(FIRST), {"found": 1, "touched": 1, "touching": 1, "leaked": 2}),
        # two parts cover a name wholly, and neither is right to the letter
        (spans(FIRST, LAST), {"found": 2, "touched": 1, "touching": 2, "whole": 1, "leaked": 1}),
        (spans(CROHN), {"found": 1, "alarms": 1, "leaked": 2}),
        # masked as something else: not found, and not leaked either
        (spans(FULL, BO, name="USER_NAME"), {}),
        # `standard` masks no organisation
        (spans(FULL, BO, name="ORGANIZATION"), {"leaked": 2}),
    ],
)
def test_spans_are_counted(found: list[tuple[int, int, str]], expected: dict[str, int]) -> None:
    counts = count(ADA, found, PERSONS, {})["PERSON"]

    told = {"marked": 2, "words": 8} | expected
    kept = Counts(**told, words_found=counts.words_found, words_right=counts.words_right)
    assert counts == kept


def test_word_precision_is_the_share_of_found_words_that_are_marked() -> None:
    counts = count(ADA, spans((0, 17), CROHN), PERSONS, {})["PERSON"]

    assert (counts.words_right, counts.words_found) == (2, 5)


def test_a_decoy_is_hit_by_a_name_or_an_address_but_not_by_an_organisation() -> None:
    for name, hit in (("PERSON", 1), ("ADDRESS", 1), ("ORGANIZATION", 0)):
        decoy = count(ADA, spans(CROHN, name=name), PERSONS, {})["DECOY"]
        assert (decoy.marked, decoy.touched) == (1, hit)


def test_a_span_on_neutral_words_alone_is_not_scored() -> None:
    passage = Passage("Dr. Ada", ((0, 3, NEUTRAL), (4, 7, "PERSON")))

    assert count(passage, spans((0, 3)), PERSONS, {})["PERSON"].found == 0
    wide = count(passage, spans((0, 7)), PERSONS, {})["PERSON"]
    assert (wide.found, wide.strict, wide.whole, wide.words_found) == (1, 0, 1, 1)


def test_a_span_of_the_wrong_label_is_wrong_but_no_false_alarm() -> None:
    counts = count(ADA, spans(FULL, name="ADDRESS"), ("PERSON", "ADDRESS"), {})

    assert counts["ADDRESS"].found == 1
    assert counts["ADDRESS"].alarms == 0


def test_what_a_corpus_does_not_know_is_renamed() -> None:
    counts = count(
        parse("⟦LOCATION|Weg 1⟧"),
        spans((0, 5), name="ADDRESS"),
        ("LOCATION",),
        {"ADDRESS": "LOCATION"},
    )

    assert counts["LOCATION"].strict == 1


def test_rates_are_those_of_the_sums() -> None:
    documents = [
        Counts(marked=3, found=2, strict=1, touched=2, touching=2, whole=1, leaked=1, words=100),
        Counts(marked=1, found=2, strict=1, touched=1, touching=1, whole=1, alarms=1, words=100),
    ]
    found = {name: round(rate.value, 4) for name, rate in rates(table_of(documents)).items()}

    assert found["strict_f1"] == 50  # 2 of 4 found, 2 of 4 marked
    assert found["partial_f1"] == 75
    assert found["whole"] == 50
    assert found["leaked"] == 25
    assert found["alarms"] == 5


def test_an_interval_holds_its_rate_and_is_narrow_where_documents_agree() -> None:
    mixed = [Counts(marked=1, leaked=number % 2, words=5) for number in range(100)]
    same = [Counts(marked=2, leaked=1, words=5) for _ in range(100)]

    rate = rates(table_of(mixed))["leaked"]
    assert rate.low < rate.value == 50 < rate.high
    assert 15 < rate.high - rate.low < 25  # 2 × 1.96 × 5 percent points
    assert rates(table_of(same))["leaked"].low == 50
    assert rates(table_of(mixed))["leaked"] == rate


def test_nothing_found_is_no_precision_and_a_score_of_zero() -> None:
    told = rates(table_of([Counts(marked=2, leaked=2, words=5)]))

    assert told["strict_f1"].value == told["partial_f1"].value == 0
    assert math.isnan(told["word_precision"].value)
