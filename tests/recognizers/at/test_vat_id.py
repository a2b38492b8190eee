import random

import pytest

from recognizers.base.recognizer import CERTAIN
from tests.recognizers.finding import found, score


@pytest.mark.parametrize(
    "value",
    [
        "ATU13585627",
        "ATU 13585627",
        "AT U13585627",
        "atu13585627",
        "ATU-1358-5627",
        "ATU1358\n5627",
    ],
)
def test_every_written_form_is_certain_beside_a_word(value: str) -> None:
    for text in (f"UID: {value}.", f'{{"UID": "{value}"}}', f"{value} (UID)"):
        assert found("AT_VAT_ID", text) == [value]
        assert score("AT_VAT_ID", text) == CERTAIN


def test_a_wrong_check_digit_is_not_certain() -> None:
    assert score("AT_VAT_ID", "UID ATU13585626") < CERTAIN


@pytest.mark.parametrize("text", ["Artikel ATU12345678", "ATU135856270", "U13585627"])
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert found("AT_VAT_ID", text) == []


def test_random_digits_without_a_word_are_none() -> None:
    noise = random.Random(5)  # noqa: S311  not a secret
    texts = [f"Nummer {noise.randrange(10**7, 10**8)} hier" for _ in range(1000)]
    assert [text for text in texts if found("AT_VAT_ID", text)] == []


@pytest.mark.parametrize("value", ["ATU13585627", "ATU 1358 5627"])
def test_a_form_of_its_own_needs_no_word(value: str) -> None:
    assert found("AT_VAT_ID", f"Hier steht {value}, sonst nichts.") == [value]
