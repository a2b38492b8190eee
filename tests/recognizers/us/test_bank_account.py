import pytest

from tests.recognizers.finding import found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("routing number 111000025", "111000025"),
        ("ABA 1110-0002-5", "1110-0002-5"),
        ("acct: 000123456789", "000123456789"),
        ("checking account 1234 5678 9012", "1234 5678 9012"),
        ("account_number=12345678901234567", "12345678901234567"),
        ("routing 111000026", "111000026"),
    ],
)
def test_a_number_counts_beside_its_word(text: str, value: str) -> None:
    assert found("US_BANK_ACCOUNT", text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "111000025",
        "order 1234567890",
        "my account since 2019",
        "routing table 10.0.0.1",
        "account number 123456789012345678",
    ],
)
def test_other_numbers_are_none(text: str) -> None:
    assert found("US_BANK_ACCOUNT", text) == []


def test_routing_and_account_stay_two_values() -> None:
    text = "Routing number 111000025, account number 000123456789"
    assert found("US_BANK_ACCOUNT", text) == ["111000025", "000123456789"]
