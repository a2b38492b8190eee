import pytest

from tests.recognizers.finding import found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("EIN 91-1144442", "91-1144442"),
        ("EIN: 911144442", "911144442"),
        ("91-1144442 (EIN)", "91-1144442"),
        ('{"ein": "91-1144442"}', "91-1144442"),
        ("name,ein\nMuster,91-1144442", "91-1144442"),
        ("federal tax ID 91-1144442", "91-1144442"),
        ("Employer Identification Number 91–1144442", "91–1144442"),
    ],
)
def test_a_number_counts_beside_its_word(text: str, value: str) -> None:
    assert found("US_EIN", text) == [value]


@pytest.mark.parametrize(
    "text",
    ["91-1144442", "ein 91-1144442", "nur ein Teil 911144442", "EIN 07-1144442", "EIN 91-11444421"],
)
def test_the_german_word_ein_and_other_numbers_are_none(text: str) -> None:
    assert found("US_EIN", text) == []
