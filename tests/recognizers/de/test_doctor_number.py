import random

import pytest

from recognizers.base.recognizer import CERTAIN
from tests.recognizers.finding import found, score


@pytest.mark.parametrize("value", ["123456601", "1234566 01", "123456 6 01", "123 456 601"])
@pytest.mark.parametrize("text", ["LANR: {}", "Arztnummer {}", '"lanr": "{}"', "{} (LANR)"])
def test_any_grouping_is_certain_beside_a_word(text: str, value: str) -> None:
    assert found("DE_DOCTOR_NUMBER", text.format(value)) == [value]
    assert score("DE_DOCTOR_NUMBER", text.format(value)) == CERTAIN


def test_the_nearest_label_decides() -> None:
    text = "LANR 123456601, BSNR 721234567, IK 109519005"
    assert found("DE_DOCTOR_NUMBER", text) == ["123456601"]
    table = "BSNR;LANR\n721234567;123456601\n"
    assert found("DE_DOCTOR_NUMBER", table) == ["123456601"]


def test_a_list_has_one_label() -> None:
    assert found("DE_DOCTOR_NUMBER", "LANR 123456601, 999999900") == ["123456601", "999999900"]


def test_random_numbers_without_a_word_are_none() -> None:
    noise = random.Random(5)  # noqa: S311  not a secret
    texts = [f"Nummer {noise.randrange(10**8, 10**9)} hier" for _ in range(300)]
    assert [text for text in texts if found("DE_DOCTOR_NUMBER", text)] == []


@pytest.mark.parametrize("text", ["IK 109519005", "LANR 1234566011", "LANR 12345660"])
def test_other_numbers_are_none(text: str) -> None:
    assert found("DE_DOCTOR_NUMBER", text) == []
