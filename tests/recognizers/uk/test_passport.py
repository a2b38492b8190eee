import pytest

from tests.recognizers.finding import found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("UK passport 123456789", "123456789"),
        ("passport 123 456 789", "123 456 789"),
        ("Passport no.: PA1234567", "PA1234567"),
        ("passport pa 1234567", "pa 1234567"),
        ("name;passport\nMax;123456789", "123456789"),
    ],
)
def test_a_number_counts_beside_its_word(text: str, value: str) -> None:
    assert found("UK_PASSPORT", text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "123456789",
        "PA1234567",
        "passport 12345678",
        "passport 1234567890",
        "passport desk 123 456 789 0",
    ],
)
def test_other_numbers_are_none(text: str) -> None:
    assert found("UK_PASSPORT", text) == []
