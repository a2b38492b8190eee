import random

import pytest

from recognizers.base.recognizer import CERTAIN
from tests.recognizers.finding import found, score


@pytest.mark.parametrize(
    "value", ["591199013", "59-119/9013", "59 119/9013", "59\xa0119\xa09013", "59/119/9013"]
)
def test_every_written_form_is_certain_beside_a_word(value: str) -> None:
    for text in (
        f"Steuernummer: {value}.",
        f'{{"Steuernummer": "{value}"}}',
        f"{value} (Steuernummer)",
    ):
        assert found("AT_TAX_NUMBER", text) == [value]
        assert score("AT_TAX_NUMBER", text) == CERTAIN


def test_a_wrong_check_digit_is_not_certain() -> None:
    assert score("AT_TAX_NUMBER", "Steuernummer 59-119/9014") < CERTAIN


@pytest.mark.parametrize("text", ["59-119/9013", "591199013", "Steuernummer 5911990130"])
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert found("AT_TAX_NUMBER", text) == []


def test_random_digits_without_a_word_are_none() -> None:
    noise = random.Random(5)  # noqa: S311  not a secret
    texts = [f"Nummer {noise.randrange(10**8, 10**9)} hier" for _ in range(1000)]
    assert [text for text in texts if found("AT_TAX_NUMBER", text)] == []
