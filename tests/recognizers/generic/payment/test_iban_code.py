import pytest

from recognizers.base.recognizer import CERTAIN
from tests.recognizers.finding import found, score

NUMBER = "DE89370400440532013000"


@pytest.mark.parametrize(
    "value",
    [
        NUMBER,
        NUMBER.lower(),
        "DE89 3704 0044 0532 0130 00",
        "DE 89 370 400 440 532 013 000",
        "DE89\u00a03704\u00a00044\u00a00532\u00a00130\u00a000",
        "DE89\u202f3704 0044 0532 0130 00",
        "DE89  3704  0044  0532  0130  00",
        "DE89\n3704 0044 0532 0130 00",
        "DE89-3704-0044-0532-0130-00",
        "DE89.3704.0044.0532.0130.00",
        "DE89 3704 0044 0532 013000",
        "GB82 WEST 1234 5698 7654 32",
        "FR14 2004 1010 0505 0001 3M02 606",
        "CH93 0076 2011 6238 5295 7",
    ],
)
def test_an_account_is_found_whole_in_any_grouping(value: str) -> None:
    assert found("IBAN_CODE", f"Bitte auf {value} zahlen.") == [value]
    assert score("IBAN_CODE", value) == CERTAIN


@pytest.mark.parametrize("before", ["IBAN", "IBAN:", "IBAN ", "iban: ", "Meine IBAN lautet "])
def test_the_word_stays_outside(before: str) -> None:
    assert found("IBAN_CODE", f"{before}{NUMBER}") == [NUMBER]


def test_what_follows_on_the_next_line_stays_outside() -> None:
    assert found("IBAN_CODE", f"{NUMBER}\n12345 Musterstadt") == [NUMBER]


def test_a_wrong_check_digit_is_found_but_not_certain() -> None:
    assert 0.4 <= score("IBAN_CODE", "DE88 3704 0044 0532 0130 00") < CERTAIN


@pytest.mark.parametrize(
    "text",
    [
        "DE89 3704 0044",
        f"{NUMBER}0",
        f"X{NUMBER}",
        "ab12 3456 7890 1234 5678 90",
        "DE89 ABCD 0044 0532 0130 00",
    ],
)
def test_what_has_not_the_layout_of_its_country_is_none(text: str) -> None:
    assert found("IBAN_CODE", text) == []
