from __future__ import annotations

import pytest

from service.detection.span_edges import fitted


def values(text: str, entity: str = "PERSON") -> list[str]:
    return [text[start:end] for start, end in fitted(text, 0, len(text), entity)]


@pytest.mark.parametrize(
    ("found", "value"),
    [
        ("Erika Muster", "Erika Muster"),
        ("- Erika Muster", "Erika Muster"),
        ("#Erika Muster –", "Erika Muster"),
        ("• „Erika Muster“;", "Erika Muster"),
        ("Erika Muster (", "Erika Muster"),
        (") Erika Muster", "Erika Muster"),
        ("Muster (Erika)", "Muster (Erika)"),
        ("Erika M.", "Erika M."),
        ("- Dr. Muster", "Muster"),
        ("Familie Muster", "Muster"),
    ],
)
def test_marks_around_a_value_stay_outside(found: str, value: str) -> None:
    assert values(found) == [value]


@pytest.mark.parametrize(
    "found", ["#", "–", "Hr.", "Hr", "Dr. ", "MMag.", "Prof. Dr.", "PHK", "Familie", "Major", "; -"]
)
def test_marks_and_titles_alone_are_no_value(found: str) -> None:
    assert values(found) == []


@pytest.mark.parametrize("entity", ["PERSON", "ADDRESS", "LOCATION", "ORGANIZATION"])
def test_a_value_ends_with_its_cell(entity: str) -> None:
    assert values("Musterweg 3;aktiv", entity) == ["Musterweg 3"]
    assert values("Muster;Erika|neu", entity) == ["Muster", "Erika"]
    assert values("Muster','Erika", entity) == ["Muster", "Erika"]
    assert values("Muster</last><first>Erika</fi", entity) == ["Muster", "Erika"]


@pytest.mark.parametrize(
    ("found", "value"),
    [("Frau Musterweg 3", "Musterweg 3"), ("Dr. Muster Straße 3", "Dr. Muster Straße 3")],
)
def test_a_salutation_is_no_part_of_an_address_but_a_degree_may_be(found: str, value: str) -> None:
    assert values(found, "ADDRESS") == [value]


def test_a_word_in_small_letters_that_is_the_whole_value_stays() -> None:
    assert values("- erika") == ["erika"]


@pytest.mark.parametrize(
    ("found", "value"),
    [
        ("Musterweg 3, 12345 Musterstadt – Klägerin", "Musterweg 3, 12345 Musterstadt"),
        ("Musterweg 3, 12345 Musterstadt - die Beklagte", "Musterweg 3, 12345 Musterstadt"),
        ("1 Sample St,Sample,MA,00001,Gold", "1 Sample St,Sample,MA,00001"),
        ("1 Sample St,Sample,MA,00001,USA", "1 Sample St,Sample,MA,00001,USA"),
        ("1 Sample St,Sample,ZZ1 1ZZ,Gold\n2", "1 Sample St,Sample,ZZ1 1ZZ"),
        ("12 Sample Road, Sampletown, Mon, Mar 2", "12 Sample Road, Sampletown"),
        ("Musterweg 3\n12345 Musterstadt\nFamilie", "Musterweg 3\n12345 Musterstadt"),
        ("Musterweg 3\nHerr Probe", "Musterweg 3"),
        ("Musterweg 3 – Hinterhaus", "Musterweg 3 – Hinterhaus"),
        ("c/o Familie Muster, Musterweg 3", "c/o Familie Muster, Musterweg 3"),
    ],
)
def test_an_address_ends_before_the_next_thing(found: str, value: str) -> None:
    assert values(found, "ADDRESS") == [value]
