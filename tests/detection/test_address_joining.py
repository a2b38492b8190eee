from __future__ import annotations

import pytest

from service.detection.address_joining import with_towns
from service.text.spans import Span


def joined(text: str, address: str, *places: str) -> list[str]:
    """Return what is claimed beside `address` and `places` themselves."""
    spans = [_span(text, address, "ADDRESS"), *(_span(text, one, "LOCATION") for one in places)]
    found = list(with_towns(text, spans))
    assert found[: len(spans)] == spans
    return [text[one.start : one.end] for one in found[len(spans) :]]


def _span(text: str, value: str, entity: str) -> Span:
    start = text.index(value)
    return Span(start, start + len(value), entity, 0.8)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Lindenweg 4 in Probstadt.", "Lindenweg 4 in Probstadt"),
        ("Lindenweg 4, Probstadt", "Lindenweg 4, Probstadt"),
        ("Lindenweg 4\nProbstadt", "Lindenweg 4\nProbstadt"),
        ("Lindenweg 4 Probstadt", "Lindenweg 4 Probstadt"),
        ("Probstadt, Lindenweg 4", "Probstadt, Lindenweg 4"),
    ],
)
def test_a_place_beside_an_address_is_a_part_of_it(text: str, whole: str) -> None:
    assert joined(text, "Lindenweg 4", "Probstadt") == [whole]


def test_all_places_in_a_row_behind_an_address_are_parts_of_it() -> None:
    text = "at 4 Sample Road, Testham, Exshire, where"
    assert joined(text, "4 Sample Road", "Testham", "Exshire") == [
        "4 Sample Road, Testham, Exshire"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Lindenweg 4 und Probstadt",
        "Lindenweg 4. Probstadt ist weit.",
        "Lindenweg 4\n\nProbstadt",
        "Lindenweg 4;Probstadt",
        "Probstadt und Lindenweg 4",
    ],
)
def test_a_place_apart_stays_a_place(text: str) -> None:
    assert joined(text, "Lindenweg 4", "Probstadt") == []


def test_a_town_that_is_claimed_as_an_address_takes_no_other_in() -> None:
    assert joined("Probstadt, Testheim", "Probstadt", "Testheim") == []


def test_a_place_that_is_unsure_is_left_alone() -> None:
    spans = [Span(0, 11, "ADDRESS", 0.9), Span(13, 22, "LOCATION", 0.3)]
    assert list(with_towns("Lindenweg 4, Probstadt", spans)) == spans
