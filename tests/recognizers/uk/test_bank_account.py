import pytest

from tests.recognizers.finding import found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("sort code 12-34-56", "12-34-56"),
        ("Sort Code: 12 34 56", "12 34 56"),
        ('{"sort_code": "123456"}', "123456"),
        ("account number 12345678", "12345678"),
        ("bank account 12-34-56 12345678", "12-34-56 12345678"),
        ("bank account 12345678, 12-34-56", "12345678, 12-34-56"),
        ("account details, sort code 12-34-56\n12345678", "12-34-56\n12345678"),
    ],
)
def test_a_number_counts_beside_its_word(text: str, value: str) -> None:
    assert found("UK_BANK_ACCOUNT", text) == [value]


@pytest.mark.parametrize(
    "text", ["12-34-56 12345678", "account opened 12-03-24", "account number 123456789", "12345678"]
)
def test_other_numbers_are_none(text: str) -> None:
    assert found("UK_BANK_ACCOUNT", text) == []


def test_words_between_stay_outside() -> None:
    text = "sort code 12-34-56, account number 12345678"
    assert found("UK_BANK_ACCOUNT", text) == ["12-34-56", "12345678"]
