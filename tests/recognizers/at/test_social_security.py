import random

import pytest

from recognizers.base.recognizer import CERTAIN
from tests.recognizers.finding import found, score


@pytest.mark.parametrize(
    "value",
    [
        "1237010180",
        "1237 010180",
        "1237\xa0010180",
        "1237-010180",
        "1237/010180",
        "1237 01 01 80",
        "1237\n010180",
    ],
)
def test_every_written_form_is_certain_beside_a_word(value: str) -> None:
    for text in (f"SVNR: {value}.", f'{{"SVNR": "{value}"}}', f"{value} (SVNR)"):
        assert found("AT_SOCIAL_SECURITY", text) == [value]
        assert score("AT_SOCIAL_SECURITY", text) == CERTAIN


def test_a_wrong_check_digit_is_not_certain() -> None:
    assert score("AT_SOCIAL_SECURITY", "SVNR 1238 010180") < CERTAIN


@pytest.mark.parametrize(
    "text",
    [
        "Rechnung 1237-010180",
        "1237010180",
        "Telefon 1238 010180",
        "SVNR 12370101801",
        "2024 010124",
    ],
)
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert found("AT_SOCIAL_SECURITY", text) == []


def test_random_digits_without_a_word_are_none() -> None:
    noise = random.Random(5)  # noqa: S311  not a secret
    texts = [f"Nummer {noise.randrange(10**9, 10**10)} hier" for _ in range(1000)]
    assert [text for text in texts if found("AT_SOCIAL_SECURITY", text)] == []


@pytest.mark.parametrize("value", ["1237 010180", "1237\xa0010180"])
def test_a_form_of_its_own_needs_no_word(value: str) -> None:
    assert found("AT_SOCIAL_SECURITY", f"Hier steht {value}, sonst nichts.") == [value]
