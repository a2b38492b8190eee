import random

import pytest
from stdnum import luhn

from recognizers.base.recognizer import CERTAIN
from tests.recognizers.finding import found, score


@pytest.mark.parametrize(
    "value",
    ["490154203237518", "49-015420-323751-8", "49 015420 323751 8", "4901 5420 3237 518"],
)
def test_every_form_is_certain_beside_a_word(value: str) -> None:
    assert found("IMEI", f"IMEI: {value}") == [value]
    assert score("IMEI", f"IMEI: {value}") == CERTAIN


def test_the_official_groups_need_no_word() -> None:
    noise = random.Random(3)  # noqa: S311  not a secret
    for _ in range(300):
        body = f"{noise.randrange(10**14):014d}"
        value = body + luhn.calc_check_digit(body)
        text = f"{value[:2]}-{value[2:8]}-{value[8:14]}-{value[14]}"
        assert found("IMEI", f"Telefon {text}") == [text]


@pytest.mark.parametrize("text", ["490154203237518", "Auftrag 490154203237518", "IMEI 4711"])
def test_others_are_none(text: str) -> None:
    assert found("IMEI", text) == []
