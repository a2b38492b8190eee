import random

import pytest

from recognizers.base.recognizer import CERTAIN
from tests.recognizers.finding import found, score


@pytest.mark.parametrize("value", ["B072RRE2I55", "B072 RRE2I 5 5", "b072rre2i55", "B072-RRE2I-55"])
@pytest.mark.parametrize("word", ["Führerschein", "Führerscheinnummer:", "driving licence no."])
def test_the_check_digit_makes_it_certain_beside_a_word(word: str, value: str) -> None:
    assert found("DE_DRIVING_LICENCE", f"{word} {value}") == [value]
    assert score("DE_DRIVING_LICENCE", f"{word} {value}") == CERTAIN


def test_without_a_word_the_specimen_is_likely() -> None:
    assert 0.4 <= score("DE_DRIVING_LICENCE", "B072RRE2I55") < CERTAIN


@pytest.mark.parametrize("text", ["B072RRE2I65", "Z072RRE2I55", "B072RRE2I555", "A12345678901"])
def test_what_does_not_add_up_is_none(text: str) -> None:
    assert found("DE_DRIVING_LICENCE", text) == []


def test_hardly_any_random_code_is_one() -> None:
    noise = random.Random(5)  # noqa: S311  not a secret
    signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    texts = ["".join(noise.choices(signs, k=11)) for _ in range(5000)]
    assert sum(bool(found("DE_DRIVING_LICENCE", text)) for text in texts) <= 5
