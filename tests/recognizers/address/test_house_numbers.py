"""A case for each branch of who lives at a house number."""

import pytest

from recognizers.address.house_numbers import DWELLER


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("die Nachbarin aus Nr. 14", "Nr. 14"),
        ("sie wohnt in nr 7", "nr 7"),
        ("wohnhaft in Nummer 12 a", "Nummer 12 a"),
        ("Mieterin von Nr. 3", "Nr. 3"),
        ("Bewohner von #5", "#5"),
        ("gegenüber, Nr. 14", "Nr. 14"),
        ("nebenan in Nr. 14", "Nr. 14"),
        ("our neighbour at no. 7b", "no. 7b"),
        ("neighbors in number 7", "number 7"),
        ("she lives at No. 7", "No. 7"),
        ("lived in no 7", "no 7"),
        ("the resident of no. 7", "no. 7"),
        ("tenants at no. 7", "no. 7"),
        ("next door, no. 7", "no. 7"),
        ("opposite no. 7", "no. 7"),
        ("moved to no. 7", "no. 7"),
    ],
)
def test_who_or_what_is_at_home_at_a_number_tells_it(text: str, value: str) -> None:
    found = DWELLER.search(text)
    assert found is not None
    assert found["value"] == value


@pytest.mark.parametrize(
    "text",
    ["Seite Nr. 14", "Wohnung Nr. 14", "die Nachbarin. Nr. 14 folgt", "olives no. 7",
     "tenants have 7 rooms", "sie wohnt in Nr. 12,5"],
)  # fmt: skip
def test_anything_else_does_not(text: str) -> None:
    assert DWELLER.search(text) is None
