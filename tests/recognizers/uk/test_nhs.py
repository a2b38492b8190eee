import random

import pytest

from recognizers.base.recognizer import CERTAIN
from tests.recognizers.finding import found, score


@pytest.mark.parametrize(
    "value",
    [
        "9434765919",
        "943 476 5919",
        "943\xa0476\xa05919",
        "943-476-5919",
        "943.476.5919",
        "943 476\n5919",
    ],
)
def test_every_written_form_is_certain_beside_a_word(value: str) -> None:
    for text in (f"NHS number: {value}.", f'{{"NHS number": "{value}"}}', f"{value} (NHS number)"):
        assert found("UK_NHS", text) == [value]
        assert score("UK_NHS", text) == CERTAIN


def test_a_wrong_check_digit_is_not_certain() -> None:
    assert score("UK_NHS", "NHS number 943 476 5918") < CERTAIN


@pytest.mark.parametrize(
    "text", ["9434765919", "943-476-5919", "call 943 476 5918", "NHS number 94347659191", "NHS 111"]
)
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert found("UK_NHS", text) == []


def test_random_digits_without_a_word_are_none() -> None:
    noise = random.Random(5)  # noqa: S311  not a secret
    texts = [f"Nummer {noise.randrange(10**9, 10**10)} hier" for _ in range(1000)]
    assert [text for text in texts if found("UK_NHS", text)] == []


@pytest.mark.parametrize("value", ["943 476 5919"])
def test_a_form_of_its_own_needs_no_word(value: str) -> None:
    assert found("UK_NHS", f"Hier steht {value}, sonst nichts.") == [value]
