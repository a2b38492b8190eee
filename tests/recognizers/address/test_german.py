"""A case for each branch of the patterns of German addresses."""

import pytest

from recognizers.address.german import BOX, ESTATE, PLACED, TOWN_ALONE
from tests.recognizers.finding import found


@pytest.mark.parametrize(
    "front",
    ["Am", "An der", "An dem", "Im", "In der", "Auf der", "Auf dem", "Unter der", "Zum", "Zur",
     "Zu den", "Hinter der", "Vor dem", "Beim", "Bei der", "Ob der", "Auf'm"],
)  # fmt: skip
def test_a_place_with_a_number_is_a_street(front: str) -> None:
    for street in (f"{front} Muster 3", f"{front} Alten Muster 3", f"{front} Muster-Probe 3"):
        assert PLACED.fullmatch(street)
        assert found("ADDRESS", f"wohnhaft {street}.") == [street]


@pytest.mark.parametrize(
    "text", ["Ab Muster 3", "Am 3", "am Muster 3", "x-Am Muster 3", "Am Ab 3 km"]
)
def test_a_place_of_another_form_is_none(text: str) -> None:
    assert PLACED.search(text) is None


@pytest.mark.parametrize(
    "box",
    ["Postfach 120", "postfach 1200", "POSTFACH 1200", "Postfach Nr. 5", "Postfach Nummer 5",
     "Postfach: 1200", "PF 1234", "Pf. 1234", "Postfach 12 34 56",
     "Postfach 120, 12345 Musterstadt", "Postfach 120\n3000 Bern 7"],
)  # fmt: skip
def test_each_way_to_write_a_post_office_box_is_taken_whole(box: str) -> None:
    assert BOX.fullmatch(box)


@pytest.mark.parametrize(
    "text", ["Postfach", "Postfach 12.03.2024", "Postfach 1a", "pf 12", "PF12"]
)
def test_other_boxes_are_none(text: str) -> None:
    assert BOX.search(text) is None


@pytest.mark.parametrize(
    "before", ["", "\n", ", ", ",", "Ort: ", "(", "| ", '"', "in ", "aus ", "nach ", "PLZ ", "Ort "]
)
def test_code_and_town_stand_behind_a_mark_or_a_small_word(before: str) -> None:
    match = TOWN_ALONE.search(f"{before}12345 Musterstadt.")
    assert match is not None
    assert match["value"] == "12345 Musterstadt"


@pytest.mark.parametrize("before", ["Artikel ", "kostet ", "Berlin ", "x"])
def test_behind_another_word_it_is_no_town(before: str) -> None:
    assert TOWN_ALONE.search(f"{before}12345 Musterstadt.") is None


@pytest.mark.parametrize(
    "kind",
    ["Gut", "Burg", "Schloss", "Schloß", "Hof", "Kloster", "Stift", "Gutshof", "Rittergut",
     "Landgut", "Weingut", "Forsthaus", "Domäne", "Villa", "Haus"],
)  # fmt: skip
def test_an_estate_needs_no_number_before_its_code(kind: str) -> None:
    for between in (", ", "\n"):
        match = ESTATE.search(f"auf {kind} Muster am See{between}")
        assert match is not None
        assert match["value"] == f"{kind} Muster am See"
    value = f"{kind} Musterstein, 12345 Musterstadt"
    assert found("ADDRESS", f"auf {value}.") == [value]


@pytest.mark.parametrize(
    "text", ["Halle Muster, ", "Gut muster, ", "Gut Muster. ", "Gut Muster, x"]
)
def test_another_thing_is_no_estate(text: str) -> None:
    assert ESTATE.search(text) is None
