import pytest

from tests.recognizers.finding import found


@pytest.mark.parametrize(
    "value", ["900-12-3456", "987-65-4320", "900 12 3456", "900.12.3456", "900–12–3456"]
)
def test_three_groups_are_found(value: str) -> None:
    assert found("US_SSN", f"It is {value}.") == [value]


def test_bare_digits_need_a_word() -> None:
    assert found("US_SSN", "SSN: 900123456") == ["900123456"]
    assert found("US_SSN", '"user_ssn": "900123456"') == ["900123456"]
    assert found("US_SSN", "order 900123456") == []


@pytest.mark.parametrize(
    "text",
    [
        "000-12-3456",
        "666-12-3456",
        "900-00-3456",
        "900-12-0000",
        "900-12-34567",
        "1900-12-3456",
        "900-12 3456",
        "900-12-3456-7",
    ],
)
def test_numbers_that_cannot_be_issued_are_none(text: str) -> None:
    assert found("US_SSN", text) == []
