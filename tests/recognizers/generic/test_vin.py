import random
import string

import pytest

from recognizers.base.recognizer import CERTAIN
from tests.recognizers.finding import found, score


def test_the_check_digit_makes_it_certain() -> None:
    assert found("VIN", "1M8GDM9AXKP042788") == ["1M8GDM9AXKP042788"]
    assert score("VIN", "1M8GDM9AXKP042788") == CERTAIN


@pytest.mark.parametrize(
    "word", ["FIN", "VIN:", "Fahrgestellnummer", "Fahrzeug-Identnr.", "chassis"]
)
@pytest.mark.parametrize("value", ["WVWZZZ1JZ3W386752", "wvwzzz1jz3w386752", "WVW ZZZ1JZ 3W386752"])
def test_others_need_a_word(word: str, value: str) -> None:
    assert found("VIN", f"{word} {value}") == [value]
    assert found("VIN", f"Artikel {value}") == []


def test_hardly_any_random_run_is_one() -> None:
    noise = random.Random(7)  # noqa: S311  not a secret
    signs = string.ascii_uppercase + string.digits
    texts = ["".join(noise.choices(signs, k=17)) for _ in range(5000)]
    texts += ["".join(noise.choices(string.digits, k=17)) for _ in range(5000)]
    assert sum(bool(found("VIN", text)) for text in texts) <= 5
