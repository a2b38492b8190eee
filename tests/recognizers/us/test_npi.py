import random

import pytest

from recognizers.base.recognizer import CERTAIN
from tests.recognizers.finding import found, score


@pytest.mark.parametrize("value", ["1234567893", "1234 567 893", "1234-567-893"])
def test_every_written_form_is_certain_beside_a_word(value: str) -> None:
    for text in (f"NPI: {value}.", f'{{"NPI": "{value}"}}', f"{value} (NPI)"):
        assert found("US_NPI", text) == [value]
        assert score("US_NPI", text) == CERTAIN


def test_a_wrong_check_digit_is_not_certain() -> None:
    assert score("US_NPI", "NPI 1234567894") < CERTAIN


@pytest.mark.parametrize("text", ["1234567893", "NPI 3234567893", "NPI 12345678931"])
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert found("US_NPI", text) == []


def test_random_digits_without_a_word_are_none() -> None:
    noise = random.Random(5)  # noqa: S311  not a secret
    texts = [f"Nummer {noise.randrange(10**9, 10**10)} hier" for _ in range(1000)]
    assert [text for text in texts if found("US_NPI", text)] == []
