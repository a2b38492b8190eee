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
