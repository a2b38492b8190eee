import pytest

from recognizers.base.recognizer import CERTAIN
from tests.recognizers.finding import found, score


@pytest.mark.parametrize(
    "value", ["DE136695976", "DE 136695976", "DE 136 695 976", "DE-136.695.976", "de136695976"]
)
def test_a_number_is_found_whole_and_certain(value: str) -> None:
    assert found("DE_VAT_ID", f"USt-IdNr.: {value}.") == [value]
    assert score("DE_VAT_ID", value) == CERTAIN


def test_a_wrong_check_digit_counts_beside_a_word_only() -> None:
    assert 0.4 <= score("DE_VAT_ID", "VAT DE123456789") < CERTAIN
    assert found("DE_VAT_ID", "Modell DE123456789") == []


@pytest.mark.parametrize(
    "text", ["DE89 3704 0044 0532 0130 00", "DE1366959760", "IDE136695976", "AT136695976"]
)
def test_parts_of_other_numbers_are_none(text: str) -> None:
    assert found("DE_VAT_ID", text) == []
