import pytest

from tests.recognizers.finding import found


@pytest.mark.parametrize(
    "value",
    [
        "12.03.1985",
        "12.3.85",
        "12. 03. 1985",
        "1985-03-12",
        "03/12/1985",
        "12-03-1985",
        "3. März 1985",
        "12. Jan. 2020",
        "3 March 1985",
        "March 3, 1985",
        "3rd of March 1985",
        "Mar 3 1985",
        "1. Mai",
        "12.03.",
    ],
)
@pytest.mark.parametrize(
    "word", ["geb. am ", "Geburtsdatum: ", "born on ", "DOB: ", "* geb. ", "date of birth "]
)
def test_a_date_beside_a_word_is_found_without_the_word(word: str, value: str) -> None:
    assert found("DATE_OF_BIRTH", f"Muster, {word}{value} (Köln)") == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"geburtsdatum": "1985-03-12"}', "1985-03-12"),
        ('"dateOfBirth":"1985-03-12T00:00:00Z"', "1985-03-12"),
        ("user_dob=1985-03-12&x", "1985-03-12"),
        ("| Geburtsdatum | 12.03.1985 |", "12.03.1985"),
        ("**Geburtsdatum:** 12.03.1985", "12.03.1985"),
        ("Geburtsdatum:\n12.03.1985", "12.03.1985"),
        ("geboren in Bad Muster am 12.03.1985", "12.03.1985"),
        ("am 3. März 1985 in Köln geboren", "3. März 1985"),
        ("die am 3.3.1985 geborene Erika", "3.3.1985"),
        ("Max Muster (*12.03.1985)", "12.03.1985"),
        ("Max Muster (* 12. März 1985 in Köln)", "12. März 1985"),
        ("my birthday is March 3", "March 3"),
    ],
)
def test_data_formats_and_sentences(text: str, value: str) -> None:
    assert found("DATE_OF_BIRTH", text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "12.03.1985",
        "Rechnung vom 12.03.2024",
        "* 12.03.2024 Besprechung",
        "*12.03.2024*",
        "**12.03.2024**",
        "Frau Krause geb. Schmidt, 12.03.2020",
        "Version 1.2.20",
        "born to run",
        "ausgeborgt 12.03.2024",
        "dobre 12.03.2024",
    ],
)
def test_other_dates_are_none(text: str) -> None:
    assert found("DATE_OF_BIRTH", text) == []


@pytest.mark.parametrize(
    "month",
    [
        "January", "Januar", "Jan.", "Jänner", "February", "Februar", "Feber", "March", "März",
        "Mär.", "Mrz", "Maerz", "April", "May", "Mai", "June", "Juni", "July", "Juli", "August",
        "September", "Sept.", "October", "Oktober", "Okt.", "November", "December", "Dezember",
    ],
)  # fmt: skip
def test_each_month_makes_a_date(month: str) -> None:
    assert found("DATE_OF_BIRTH", f"geboren am 3. {month} 1985") == [f"3. {month} 1985"]
    assert found("DATE_OF_BIRTH", f"born {month} 3rd, 1985") == [f"{month} 3rd, 1985"]


@pytest.mark.parametrize(
    "word",
    [
        "geb", "geb.", "geboren", "geborene", "Geb.-Datum", "geb. Tag", "Geburtsdatum",
        "geburts_datum", "Geburtstag", "Geburtsdat.", "born", "DOB", "d.o.b.", "birthday",
        "birth-date", "birth_dates", "date of birth", "dateofbirth",
    ],
)  # fmt: skip
def test_each_word_for_birth_names_a_date(word: str) -> None:
    assert found("DATE_OF_BIRTH", f"{word} 12.03.1985") == ["12.03.1985"]


@pytest.mark.parametrize("word", ["angeb", "gebucht", "Geburtsort", "borne", "dober", "rebirth"])
def test_a_word_that_only_begins_so_names_none(word: str) -> None:
    assert found("DATE_OF_BIRTH", f"{word} 12.03.1985") == []


@pytest.mark.parametrize(
    "between",
    [": ", "=", " | ", " am ", " on ", " ist der ", " in Bad Muster am ", " am Montag, den ",
     '": "', "**: ", "\n"],
)  # fmt: skip
def test_marks_places_and_small_words_may_stand_before_the_date(between: str) -> None:
    assert found("DATE_OF_BIRTH", f"Geburtstag{between}12.03.1985") == ["12.03.1985"]


@pytest.mark.parametrize("between", [" wird gefeiert am ", "; ", " Nummer "])
def test_anything_else_parts_a_word_from_a_date(between: str) -> None:
    assert found("DATE_OF_BIRTH", f"Geburtstag{between}12.03.1985") == []


@pytest.mark.parametrize("date", ["1985-03-123", "12.03.198", "198503121", "3. Mardi 1985"])
def test_digits_that_are_no_date_are_none(date: str) -> None:
    assert date not in found("DATE_OF_BIRTH", f"geboren am {date}")
