import random

import pytest

from tests.recognizers.finding import found

STATES = [
    "93815/08152", "181/815/08155", "21/815/08150", "048/815/08155", "75 815 08152",
    "02/815/08156", "013 815 08153", "079/815/08151", "24/815/08149", "133/8150/8159",
    "22/815/08154", "010/815/08182", "201/123/12340", "101/815/08154", "29/815/08158",
    "151/815/08156", "181/815/0815 5", "2893081508152", "28 93 0 815 08152", "18181508155",
]  # fmt: skip


@pytest.mark.parametrize("value", STATES)
@pytest.mark.parametrize(
    "text",
    [
        "Steuernummer: {}",
        "St.-Nr. {}",
        "steuernr={}",
        "{} (Steuernummer)",
        "Steuernummer;x\n{};1\n",
    ],
)
def test_every_state_counts_beside_a_word(text: str, value: str) -> None:
    assert found("DE_TAX_NUMBER", text.format(value)) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "12/345/67890",
        "12/2023/4567",
        "01/02/2023",
        "3/4/5",
        "Steuernummer fehlt. Tel. 030 12345678",
        "Steuernummer: siehe Steuer-ID 86095742719",
        "Bild 181/815/081556",
        "pfad/181/815/08155",
        "Steuernummer 12345",
    ],
)
def test_dates_fractions_and_other_numbers_are_none(text: str) -> None:
    assert found("DE_TAX_NUMBER", text) == []


def test_random_numbers_without_a_word_are_none() -> None:
    noise = random.Random(5)  # noqa: S311  not a secret
    sizes = (10, 11, 13)
    texts = [
        f"Nr. {noise.randrange(10 ** (size - 1), 10**size)}" for size in sizes for _ in "a" * 99
    ]
    assert [text for text in texts if found("DE_TAX_NUMBER", text)] == []
