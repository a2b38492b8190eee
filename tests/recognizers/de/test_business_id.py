import pytest

from recognizers.base.recognizer import CERTAIN
from tests.recognizers.finding import found, score


@pytest.mark.parametrize(
    "value",
    ["DE136695976-00001", "DE 136 695 976-00002", "de136695976-00001", "DE136695976 – 00001"],
)
def test_the_whole_number_is_certain(value: str) -> None:
    assert found("DE_BUSINESS_ID", f"Nr. {value}.") == [value]
    assert score("DE_BUSINESS_ID", value) == CERTAIN


def test_without_its_suffix_a_word_must_say_so() -> None:
    assert found("DE_BUSINESS_ID", "W-IdNr. DE136695976") == ["DE136695976"]
    assert found("DE_BUSINESS_ID", "USt DE136695976") == []


def test_a_wrong_check_digit_is_less_sure() -> None:
    assert 0.4 <= score("DE_BUSINESS_ID", "DE123456780-00001") < CERTAIN


@pytest.mark.parametrize("text", ["DE136695976-000012", "XDE136695976-00001", "DE136695976-1"])
def test_what_is_longer_or_shorter_is_none(text: str) -> None:
    assert found("DE_BUSINESS_ID", text) == []
