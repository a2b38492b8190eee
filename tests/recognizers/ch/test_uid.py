import random

import pytest

from recognizers.base.recognizer import CERTAIN
from tests.recognizers.finding import found, score


@pytest.mark.parametrize(
    "value",
    [
        "CHE116281710",
        "CHE-116.281.710",
        "CHE 116 281 710",
        "che-116.281.710",
        "CHE-116.281.710 MWST",
        "CHE-116.281.710 HR/MWST",
        "CHE-116.281.\n710",
    ],
)
def test_every_written_form_is_certain_beside_a_word(value: str) -> None:
    for text in (f"UID: {value}.", f'{{"UID": "{value}"}}', f"{value} (UID)"):
        assert found("CH_UID", text) == [value]
        assert score("CH_UID", text) == CERTAIN


def test_a_wrong_check_digit_is_not_certain() -> None:
    assert score("CH_UID", "UID CHE-116.281.711") < CERTAIN


@pytest.mark.parametrize(
    "text", ["CHE-116.281.711", "116.281.710", "CHE-116.281.7100", "116.281.710 CHF"]
)
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert found("CH_UID", text) == []


def test_random_digits_without_a_word_are_none() -> None:
    noise = random.Random(5)  # noqa: S311  not a secret
    texts = [f"Nummer {noise.randrange(10**8, 10**9)} hier" for _ in range(1000)]
    assert [text for text in texts if found("CH_UID", text)] == []


@pytest.mark.parametrize("value", ["CHE-116.281.710", "CHE116281710"])
def test_a_form_of_its_own_needs_no_word(value: str) -> None:
    assert found("CH_UID", f"Hier steht {value}, sonst nichts.") == [value]
