"""A case for each branch of the parts of German addresses."""

import re

import pytest

from recognizers.address.german_parts import FLOOR, NUMBER, TAIL, TOWN

WHOLE_NUMBER, WHOLE_FLOOR = re.compile(NUMBER), re.compile(FLOOR)
WHOLE_TOWN, WHOLE_TAIL = re.compile(TOWN), re.compile(TAIL)


@pytest.mark.parametrize(
    "number",
    ["12", "12a", "12 a", "1400", "7-9", "7 – 9", "5/2/14", "12 + 13", "12/Top 4", "12a-12c"],
)
def test_each_way_to_write_a_house_number_is_taken_whole(number: str) -> None:
    found = WHOLE_NUMBER.match(f"{number}, Muster")
    assert found is not None
    assert found[0] == number


@pytest.mark.parametrize(
    "text",
    ["1984", "2024", "05", "12%", "12 %", "12,50", "12:30", "12 €", "20 °C", "12 km", "12 Uhr",
     "12 Euro", "12 Minuten", "12 Tage", "12 Jahre", "12 mal", "12 Prozent", "12 Grad",
     "12 Punkte", "12 Mio", "12 Autos", "12 Personen"],
)  # fmt: skip
def test_a_year_a_time_and_a_measure_are_no_house_number(text: str) -> None:
    assert WHOLE_NUMBER.match(text) is None


@pytest.mark.parametrize(
    "floor",
    [", 3. OG", ", 2. Stock links", ", 1. Etage", ", EG", ", DG rechts", ", Erdgeschoss",
     ", Dachgeschoss", ", Hinterhaus", ", Vorderhaus", ", Seitenflügel", ", HH", ", VH", ", Top 4",
     ", Whg. 12", ", Wohnung Nr. 12", ", WE 3", ", App. 4", ", Haus 2", ", Aufgang 1", ", Tür 5",
     ", Stiege 2 mitte", "\n3. OG", " EG li."],
)  # fmt: skip
def test_each_way_to_tell_a_floor_is_taken_whole(floor: str) -> None:
    assert WHOLE_FLOOR.fullmatch(floor)


@pytest.mark.parametrize("text", [", OG", ", Top", ", Whg.", ", 3. Mai", ", links", ", Haus A"])
def test_anything_else_is_no_floor(text: str) -> None:
    assert not WHOLE_FLOOR.fullmatch(text)


@pytest.mark.parametrize(
    "town",
    ["Musterstadt", "MUSTERSTADT", "Bad Muster", "Sankt Muster", "St. Muster", "Groß Muster",
     "Klein Muster", "Lutherstadt Muster", "Hansestadt Muster", "Burg Muster", "Hohen Muster",
     "Muster-Probe", "Muster (Oder)", "Muster/Fläming", "Muster am Main", "Muster an der Elbe",
     "Muster an den Seen", "Muster im Tal", "Muster in der Aue", "Muster ob der Tauber",
     "Muster vor der Höhe", "Muster in Oberbayern", "Muster in Sachsen", "Muster bei Probe",
     "Muster a. d. Elbe", "Muster v.d. Höhe", "Muster a. Main", "Muster i. Tal"],
)  # fmt: skip
def test_each_way_to_write_a_town_is_taken_whole(town: str) -> None:
    found = WHOLE_TOWN.match(f"{town}.")
    assert found is not None
    assert found[0] == town


@pytest.mark.parametrize("text", ["Euro", "Einwohner", "Stück", "Mitarbeiter", "muster", "MU"])
def test_what_is_counted_and_no_name_is_no_town(text: str) -> None:
    assert WHOLE_TOWN.match(text) is None


def test_a_second_word_that_the_first_does_not_ask_for_stays_outside() -> None:
    found = WHOLE_TOWN.match("Muster in Ordnung")
    assert found is not None
    assert found[0] == "Muster"


@pytest.mark.parametrize(
    ("tail", "town"),
    [
        (", 12345 Musterstadt", ", 12345 Musterstadt"),
        (" in 12345 Musterstadt", " in 12345 Musterstadt"),
        (", D 12345 Musterstadt", ", D 12345 Musterstadt"),
        ("\n8001 Zürich 1\nSchweiz", "\n8001 Zürich 1\nSchweiz"),
        (", 3. OG, c/o Muster, 12345 Musterstadt", ", 12345 Musterstadt"),
        (", 12345", ", 12345"),
        (", Frankfurt am Main", ", Frankfurt am Main"),
    ],
)
def test_floor_host_code_and_town_follow_a_house_number(tail: str, town: str) -> None:
    found = WHOLE_TAIL.fullmatch(tail)
    assert found is not None
    assert found["town"] == town


@pytest.mark.parametrize("text", [", 12345 €", ", 12345-6", ", 12345.5", ", Muster", " und 12345"])
def test_anything_else_does_not(text: str) -> None:
    found = WHOLE_TAIL.match(text)
    assert found is not None
    assert found["town"] is None
