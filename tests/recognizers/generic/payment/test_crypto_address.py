import pytest

from recognizers.base.recognizer import CERTAIN
from tests.recognizers.finding import found, score

VALUES = [
    "184bKsG6cVdKDZh7koBwv2Bq52DBYAopmn",
    "38kcFQkYAPwhJjPYstrYLeYmDYVu5dQW4A",
    "LSHYb5Zvh9sNUNPGvwBFC3FbHEaTh96VFu",
    "DCCgs8CjuuXbkZsiVPBWTnMRx9wUwkv6q3",
    "TH2oKvdpmDkGNjkkM4qfSAsxyoxVp9kdMR",
    "bc1qf4mvsxl7gcpqayfue6stgxk0su28ppxp7v0j0p",
    "BC1QF4MVSXL7GCPQAYFUE6STGXK0SU28PPXP7V0J0P",
    "bc1p94c3vs4hy6cygqtz0j5lhtpj7hy9xra3jq7vfkczykr30ys6fzqs3kh3lj",
]


@pytest.mark.parametrize("value", VALUES)
def test_a_checksum_makes_it_certain(value: str) -> None:
    assert found("CRYPTO_ADDRESS", f"an {value}.") == [value]
    assert score("CRYPTO_ADDRESS", value) == CERTAIN


@pytest.mark.parametrize("value", VALUES)
def test_one_wrong_character_is_none(value: str) -> None:
    wrong = value[:-3] + ("q" if value[-3].lower() != "q" else "p") + value[-2:]
    assert found("CRYPTO_ADDRESS", wrong) == []


def test_ethereum_is_known_by_its_form() -> None:
    value = "0x" + "0123456789abcdefABCD" * 2
    assert found("CRYPTO_ADDRESS", f"ETH: {value}") == [value]
    assert found("CRYPTO_ADDRESS", value + "0") == []
    assert found("CRYPTO_ADDRESS", value[2:]) == []
