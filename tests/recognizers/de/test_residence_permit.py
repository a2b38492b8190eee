import pytest

from recognizers.base.recognizer import CERTAIN
from tests.recognizers.finding import found, score


@pytest.mark.parametrize(
    "value", ["AY1234567", "AY 1234567", "AY 123 4567", "ay1234567", "Y01X00T47"]
)
@pytest.mark.parametrize(
    "word", ["Aufenthaltstitel", "Aufenthaltserlaubnis Nr.", "residence permit:"]
)
def test_a_serial_counts_beside_a_word(word: str, value: str) -> None:
    assert found("DE_RESIDENCE_PERMIT", f"{word} {value}") == [value]


def test_a_check_digit_makes_it_certain() -> None:
    assert score("DE_RESIDENCE_PERMIT", "Aufenthaltstitel AY12345670") == CERTAIN


@pytest.mark.parametrize(
    "text", ["AY1234567", "Aufenthaltstitel AY12345678", "Aufenthaltstitel nach § 18 AufenthG"]
)
def test_without_a_word_or_of_another_length_it_is_none(text: str) -> None:
    assert found("DE_RESIDENCE_PERMIT", text) == []
