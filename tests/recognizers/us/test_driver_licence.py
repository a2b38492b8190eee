import pytest

from tests.recognizers.finding import found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("driver's license D1234567", "D1234567"),
        ("driver’s license no. S123-456-78-901-0", "S123-456-78-901-0"),
        ("DL# 12345678", "12345678"),
        ("drivers license S1234 56789 01234", "S1234 56789 01234"),
        ("driver license 12ABC34567", "12ABC34567"),
        ("driver license WDLABCD456DG", "WDLABCD456DG"),
        ("driver license 123456789", "123456789"),
        ("driver_license: d1234567", "d1234567"),
    ],
)
def test_the_forms_of_the_states_count_beside_a_word(text: str, value: str) -> None:
    assert found("US_DRIVER_LICENCE", text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "D1234567",
        "12345678",
        "driver's license expires 2027-03-12",
        "driver's license since 12-03-2024",
        "driver's license class C",
        "driver's license, 2 years",
    ],
)
def test_other_numbers_and_dates_are_none(text: str) -> None:
    assert found("US_DRIVER_LICENCE", text) == []
