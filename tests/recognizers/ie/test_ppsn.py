import random

import pytest

from recognizers.base.recognizer import CERTAIN
from tests.recognizers.finding import found, score


@pytest.mark.parametrize(
    "value", ["6433435F", "6433435FW", "6433435OA", "6433435 OA", "6433435-F", "6433435oa"]
)
def test_every_written_form_is_certain_beside_a_word(value: str) -> None:
    for text in (f"PPSN: {value}.", f'{{"PPSN": "{value}"}}', f"{value} (PPSN)"):
        assert found("IE_PPSN", text) == [value]
        assert score("IE_PPSN", text) == CERTAIN


def test_a_wrong_check_digit_is_not_certain() -> None:
    assert score("IE_PPSN", "PPSN 6433435E") < CERTAIN


@pytest.mark.parametrize("text", ["6433435OA", "PPSN 643343F", "PPSN 6433435"])
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert found("IE_PPSN", text) == []


def test_random_digits_without_a_word_are_none() -> None:
    noise = random.Random(5)  # noqa: S311  not a secret
    texts = [f"Nummer {noise.randrange(10**7, 10**8)} hier" for _ in range(1000)]
    assert [text for text in texts if found("IE_PPSN", text)] == []
