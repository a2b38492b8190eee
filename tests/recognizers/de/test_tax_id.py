import random

import pytest

from recognizers.base.recognizer import CERTAIN
from tests.recognizers.finding import found, score


@pytest.mark.parametrize(
    "value", ["86 095 742 719", "86/095/742/719", "86-095-742-719", "86\u00a0095 742 719"]
)
def test_the_official_grouping_needs_no_word(value: str) -> None:
    assert found("DE_TAX_ID", f"Bescheid {value}.") == [value]
    assert score("DE_TAX_ID", value) == CERTAIN


@pytest.mark.parametrize("value", ["86095742719", "8609 5742 719", "860 957 427 19"])
@pytest.mark.parametrize(
    "word", ["Steuer-ID", "Steueridentifikationsnummer", "IdNr.", "tax ID:", "TIN"]
)
def test_any_grouping_counts_beside_a_word(word: str, value: str) -> None:
    assert found("DE_TAX_ID", f"{word} {value}") == [value]


def test_a_wrong_check_digit_counts_beside_a_word_only() -> None:
    assert 0.4 <= score("DE_TAX_ID", "Steuer-ID: 12 345 678 901") < CERTAIN
    assert found("DE_TAX_ID", "12 345 678 901") == []


def test_random_numbers_without_a_word_are_none() -> None:
    noise = random.Random(5)  # noqa: S311  not a secret
    texts = [f"Nummer {noise.randrange(10**10, 10**11)} hier" for _ in range(300)]
    assert [text for text in texts if found("DE_TAX_ID", text)] == []


@pytest.mark.parametrize("text", ["Steuer-ID 860957427190", "Steuer-ID A86095742719"])
def test_a_part_of_a_longer_number_is_none(text: str) -> None:
    assert found("DE_TAX_ID", text) == []
