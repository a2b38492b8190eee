import pytest

from tests.recognizers.finding import found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("US passport 123456789", "123456789"),
        ("passport A12345678", "A12345678"),
        ("U.S. passport: a12345678", "a12345678"),
        ("us_passport=123 456 789", "123 456 789"),
    ],
)
def test_a_number_counts_beside_its_word(text: str, value: str) -> None:
    assert found("US_PASSPORT", text) == [value]


@pytest.mark.parametrize(
    "text", ["123456789", "A12345678", "passport A1234567", "passport 1234567890"]
)
def test_other_numbers_are_none(text: str) -> None:
    assert found("US_PASSPORT", text) == []
