import pytest

from recognizers.base.recognizer import CERTAIN
from recognizers.de.passport_mrz import CARD, PASSPORT
from tests.recognizers.finding import found, score


@pytest.mark.parametrize("lines", [CARD, PASSPORT])
@pytest.mark.parametrize("line_break", ["\n", "\r\n", " \n  ", "\n> ", " "])
def test_all_lines_are_one_value(lines: str, line_break: str) -> None:
    value = lines.replace("\n", line_break)
    assert found("DE_PASSPORT_MRZ", f"MRZ:\n{value}\nEnde") == [value]
    assert score("DE_PASSPORT_MRZ", value) == CERTAIN


@pytest.mark.parametrize("line", [*CARD.split("\n"), *PASSPORT.split("\n")])
def test_a_line_alone_is_found(line: str) -> None:
    assert found("DE_PASSPORT_MRZ", f"Zeile: {line} gelesen") == [line]


def test_a_slip_in_a_check_digit_is_less_sure() -> None:
    slip = PASSPORT.replace("6408125", "6408124")
    assert found("DE_PASSPORT_MRZ", slip) == [slip]
    assert score("DE_PASSPORT_MRZ", slip) < CERTAIN


@pytest.mark.parametrize("text", ["<" * 44, "cout << x << y;", "<<<<<<< HEAD", "A" * 30, "P<<<<<<"])
def test_arrows_alone_are_none(text: str) -> None:
    assert found("DE_PASSPORT_MRZ", text) == []
