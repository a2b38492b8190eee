import random

import pytest

from recognizers.base.recognizer import CERTAIN
from tests.recognizers.finding import found, score


@pytest.mark.parametrize(
    "value",
    ["1955839661", "19558 39661", "19558\xa039661", "195 583 9661", "1955839661K", "19558\n39661"],
)
def test_every_written_form_is_certain_beside_a_word(value: str) -> None:
    for text in (f"UTR: {value}.", f'{{"UTR": "{value}"}}', f"{value} (UTR)"):
        assert found("UK_UTR", text) == [value]
        assert score("UK_UTR", text) == CERTAIN


def test_a_wrong_check_digit_is_not_certain() -> None:
    assert score("UK_UTR", "UTR 2955839661") < CERTAIN


@pytest.mark.parametrize("text", ["1955839661", "Utrecht 1955839661", "UTR 19558396610"])
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert found("UK_UTR", text) == []


def test_random_digits_without_a_word_are_none() -> None:
    noise = random.Random(5)  # noqa: S311  not a secret
    texts = [f"Nummer {noise.randrange(10**9, 10**10)} hier" for _ in range(1000)]
    assert [text for text in texts if found("UK_UTR", text)] == []
