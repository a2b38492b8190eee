import pytest

from recognizers.base.recognizer import CERTAIN
from tests.recognizers.finding import found, score


@pytest.mark.parametrize(
    "value", ["L01X00T471", "C01X00T478", "L01X00T47 1", "T220001293", "L01X00T471D"]
)
def test_the_tenth_character_makes_a_number_certain(value: str) -> None:
    assert found("DE_ID_CARD", f"Nr. {value}.") == [value]
    assert score("DE_ID_CARD", value) == CERTAIN


@pytest.mark.parametrize(
    "word", ["Personalausweis", "Ausweis-Nr.", "Perso", "Reisepass", "passport number", "ID card"]
)
@pytest.mark.parametrize("value", ["L01X00T47", "C01X00T47", "T22000129", "l01x00t47"])
def test_the_serial_alone_needs_a_word(word: str, value: str) -> None:
    assert found("DE_ID_CARD", f"{word} {value}") == [value]
    assert found("DE_ID_CARD", f"Artikel {value}") == []


def test_a_residence_permit_is_found() -> None:
    assert found("DE_ID_CARD", "Aufenthaltstitel AY1234567") == ["AY1234567"]


@pytest.mark.parametrize(
    "text", ["L01X00T472", "Ausweis KNTRLLFHR", "Personal 123456789", "XL01X00T471", "L01X00T4712"]
)
def test_what_does_not_add_up_is_none(text: str) -> None:
    assert found("DE_ID_CARD", text) == []
