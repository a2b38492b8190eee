import random

import pytest

from recognizers.base.recognizer import CERTAIN
from tests.recognizers.finding import found, score


@pytest.mark.parametrize(
    "value",
    [
        "65170839J003", "65 170839 J 003", "65\u00a0170839\u00a0J\u00a0003", "65-170839-J-003",
        "65 17 08 39 J 00 3", "65 170839 J003", "65170839j003", "65 170839\nJ 003",
        "65.170839.J.003",
    ],
)  # fmt: skip
def test_any_grouping_is_certain(value: str) -> None:
    assert found("DE_PENSION_NUMBER", f"Nr. {value}.") == [value]
    assert score("DE_PENSION_NUMBER", value) == CERTAIN


def test_a_wrong_check_digit_counts_beside_a_word_only() -> None:
    assert found("DE_PENSION_NUMBER", "65 170839 J 004") == []
    assert 0.4 <= score("DE_PENSION_NUMBER", "RV-Nummer 65 170839 J 004") < CERTAIN


@pytest.mark.parametrize("text", ["RVNR 65991339J003", "A65170839J003", "65170839J0035", "RV 2024"])
def test_no_date_or_a_longer_code_is_none(text: str) -> None:
    assert found("DE_PENSION_NUMBER", text) == []


def test_random_numbers_are_none() -> None:
    noise = random.Random(5)  # noqa: S311  not a secret
    texts = [str(noise.randrange(10**11, 10**12)) for _ in range(300)]
    assert [text for text in texts if found("DE_PENSION_NUMBER", text)] == []
