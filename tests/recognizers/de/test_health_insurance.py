import random

import pytest

from recognizers.base.recognizer import CERTAIN
from tests.recognizers.finding import found, score


@pytest.mark.parametrize(
    "value",
    [
        "A123456780",
        "A 123 456 780",
        "A123 456 780",
        "a123456780",
        "A\u00a0123456780",
        "A-123456780",
    ],
)
@pytest.mark.parametrize(
    "word", ["KVNR:", "Versichertennummer", "Versicherten-Nr.", "insurance no"]
)
def test_any_grouping_is_certain_beside_a_word(word: str, value: str) -> None:
    assert found("DE_HEALTH_INSURANCE", f"{word} {value}") == [value]
    assert score("DE_HEALTH_INSURANCE", f"{word} {value}") == CERTAIN


def test_twenty_signs_with_both_check_digits_need_no_word() -> None:
    assert found("DE_HEALTH_INSURANCE", "Nr. A1234567801000000053") == ["A1234567801000000053"]
    assert found("DE_HEALTH_INSURANCE", "Nr. A1234567801000000054") == []


def test_a_wrong_check_digit_is_less_sure() -> None:
    assert 0.4 <= score("DE_HEALTH_INSURANCE", "KVNR A123456781") < CERTAIN


def test_random_codes_without_a_word_are_none() -> None:
    noise = random.Random(5)  # noqa: S311  not a secret
    texts = [f"Teil {noise.choice('ABCXYZ')}{noise.randrange(10**8, 10**9)}" for _ in range(300)]
    assert [text for text in texts if found("DE_HEALTH_INSURANCE", text)] == []


@pytest.mark.parametrize("text", ["KVNR A1234567801", "KVNR XA123456780", "KVNR 1234567890"])
def test_a_part_of_a_longer_code_is_none(text: str) -> None:
    assert found("DE_HEALTH_INSURANCE", text) == []
