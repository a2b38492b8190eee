import random

import pytest

from recognizers.base.recognizer import CERTAIN
from tests.recognizers.finding import found, score


@pytest.mark.parametrize(
    "value",
    [
        "7569217076985",
        "756.9217.0769.85",
        "756 9217 0769 85",
        "756\xa09217\xa00769\xa085",
        "756-9217-0769-85",
        "756.9217.\n0769.85",
    ],
)
def test_every_written_form_is_certain_beside_a_word(value: str) -> None:
    for text in (f"AHV-Nummer: {value}.", f'{{"AHV-Nummer": "{value}"}}', f"{value} (AHV-Nummer)"):
        assert found("CH_AHV", text) == [value]
        assert score("CH_AHV", text) == CERTAIN


def test_a_wrong_check_digit_is_not_certain() -> None:
    assert score("CH_AHV", "AHV-Nummer 756.9217.0769.84") < CERTAIN


@pytest.mark.parametrize(
    "text", ["EAN 7612345678900", "7569217076984", "756.9217.0769.851", "1756.9217.0769.85"]
)
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert found("CH_AHV", text) == []


def test_hardly_any_random_digits_are_one() -> None:
    noise = random.Random(5)  # noqa: S311  not a secret
    texts = [f"Nummer {noise.randrange(10**12, 10**13)} hier" for _ in range(1000)]
    assert len([text for text in texts if found("CH_AHV", text)]) <= 1


@pytest.mark.parametrize("value", ["7569217076985", "756 9217 0769 85"])
def test_a_form_of_its_own_needs_no_word(value: str) -> None:
    assert found("CH_AHV", f"Hier steht {value}, sonst nichts.") == [value]
