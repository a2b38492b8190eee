import random

import pytest

from recognizers.base.recognizer import CERTAIN
from recognizers.generic.payment.credit_card import CARD
from tests.recognizers.finding import found, score


@pytest.mark.parametrize(
    "value",
    [
        "4111111111111111",
        "4111 1111 1111 1111",
        "4111-1111-1111-1111",
        "4111.1111.1111.1111",
        "4111\u00a01111\u00a01111\u00a01111",
        "4111 1111\n1111 1111",
        "5555 5555 5555 4444",
        "2223003122003222",
        "378282246310005",
        "3782 822463 10005",
        "30569309025904",
        "3056 930902 5904",
        "6759649826438453",
        "6011 1111 1111 1117",
        "3530 1113 3330 0000",
    ],
)
def test_a_published_test_card_is_found_whole_and_certain(value: str) -> None:
    assert found("CREDIT_CARD", f"Karte Nr. {value}, danke") == [value]
    assert score("CREDIT_CARD", value) == CERTAIN


def test_expiry_and_check_value_stay_outside() -> None:
    assert found("CREDIT_CARD", "4111 1111 1111 1111 12/27 CVV 123") == ["4111 1111 1111 1111"]


def test_a_slip_in_a_card_is_found_beside_a_word() -> None:
    assert found("CREDIT_CARD", "Kreditkarte 4111 1111 1111 1112") == ["4111 1111 1111 1112"]
    assert found("CREDIT_CARD", "Auftrag 4111 1111 1111 1112") == []


@pytest.mark.parametrize(
    "text", ["4006381333931", "1700000000000", "0000000000000000", "41111111111111110"]
)
def test_other_long_numbers_are_none(text: str) -> None:
    assert found("CREDIT_CARD", text) == []


def test_no_random_number_in_a_sentence_passes_without_a_word_for_cards() -> None:
    noise = random.Random(3)  # noqa: S311  not a secret
    numbers = [str(noise.randrange(10**15, 10**16)) for _ in range(2000)]
    assert sum(bool(found("CREDIT_CARD", f"Sendung {number} ist da")) for number in numbers) == 0


def test_a_card_alone_on_its_line_needs_no_word() -> None:
    text = "Hier bitte:\n4111111111111111\nDanke"
    assert found("CREDIT_CARD", text) == ["4111111111111111"]


def test_a_number_of_four_digits_before_a_card_hides_nothing() -> None:
    text = "4711\n\n4111-1111-1111-1111"
    assert found("CREDIT_CARD", text) == ["4111-1111-1111-1111"]


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("4111111111111111", "plain"),
        ("4111 1111 1111 1111", "fours"),
        ("6759 6498 2643 8453 123", "fours"),
        ("3782 822463 10005", "sixes"),
    ],
)
def test_digits_are_grouped_as_schemes_print_them(text: str, group: str) -> None:
    match = CARD.search(f"Nr. {text}")
    assert match is not None
    assert text.startswith(match[group])


@pytest.mark.parametrize(
    "text", ["41111 1111 1111 1111", "x4111111111111111", "0,4111111111111111"]
)
def test_other_groups_are_no_card(text: str) -> None:
    assert CARD.search(text) is None
