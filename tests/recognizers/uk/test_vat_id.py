import random

import pytest

from recognizers.base.recognizer import CERTAIN
from tests.recognizers.finding import found, score


@pytest.mark.parametrize(
    "value",
    [
        "GB980780684",
        "GB 980 7806 84",
        "gb 980780684",
        "GB-980-7806-84",
        "XI980780684",
        "980 7806 84",
        "GB 980 7806\n84",
    ],
)
def test_every_written_form_is_certain_beside_a_word(value: str) -> None:
    for text in (f"VAT: {value}.", f'{{"VAT": "{value}"}}', f"{value} (VAT)"):
        assert found("UK_VAT_ID", text) == [value]
        assert score("UK_VAT_ID", text) == CERTAIN


def test_a_wrong_check_digit_is_not_certain() -> None:
    assert score("UK_VAT_ID", "VAT GB980780685") < CERTAIN


@pytest.mark.parametrize("text", ["GB980780685", "980780684", "16 GB 123 456 789"])
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert found("UK_VAT_ID", text) == []


def test_random_digits_without_a_word_are_none() -> None:
    noise = random.Random(5)  # noqa: S311  not a secret
    texts = [f"Nummer {noise.randrange(10**8, 10**9)} hier" for _ in range(1000)]
    assert [text for text in texts if found("UK_VAT_ID", text)] == []


@pytest.mark.parametrize("value", ["GB980780684"])
def test_a_form_of_its_own_needs_no_word(value: str) -> None:
    assert found("UK_VAT_ID", f"Hier steht {value}, sonst nichts.") == [value]
