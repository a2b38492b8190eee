"""A case for each branch of what is no telephone number inside a run of digits."""

import pytest

from recognizers.phone_number.digit_runs import NOT_A_NUMBER


@pytest.mark.parametrize(
    "text",
    ["12.03.1985", "12/03/85", "12-03-1985", "1985-03-12", "2024/3/1", "192.0.2.17", "10.0.0.255"],
)
def test_a_date_and_the_address_of_a_machine_are_none(text: str) -> None:
    found = NOT_A_NUMBER.search(f"am {text} um")
    assert found is not None
    assert found[0] == text


@pytest.mark.parametrize(
    "text",
    ["12.03/1985", "12.03.19855", "030/1234", "1785-03-12", "192.0.2.256", "192.0.2", "192.01.2.3",
     "1.2.3.4.5"],
)  # fmt: skip
def test_other_digits_may_be_one(text: str) -> None:
    assert NOT_A_NUMBER.search(f"am {text} um") is None
