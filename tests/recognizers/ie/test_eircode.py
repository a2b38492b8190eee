import pytest

from tests.recognizers.finding import found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A65 F4E2", "A65 F4E2"),
        ("Dublin D6W X285", "D6W X285"),
        ("eircode a65f4e2", "a65f4e2"),
        ("address: A65-F4E2", "A65-F4E2"),
    ],
)
def test_a_postcode_is_found(text: str, value: str) -> None:
    assert found("IE_EIRCODE", text) == [value]


@pytest.mark.parametrize(
    "text", ["A65 2024", "A64 F4E2", "A65F4E2", "D02 ABCD", "A65 F4E21", "A65 FOUR"]
)
def test_other_codes_are_none(text: str) -> None:
    assert found("IE_EIRCODE", text) == []
