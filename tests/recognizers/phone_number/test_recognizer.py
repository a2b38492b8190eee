import random

import pytest

from tests.recognizers.finding import found, score


@pytest.mark.parametrize(
    "value",
    [
        "+49 170 1234567",
        "+491701234567",
        "+49-30-1234567",
        "+49.170.1234567",
        "0049 170 1234567",
        "+49 (0) 170 1234567",
        "0049(0)30/123456",
        "(+49) 30 123456",
        "0170/1234567",
        "0170-1234567",
        "030 123456-78",
        "030/1234567-0",
        "(030) 123456",
        "089 / 12 34 56",
        "06221 / 54-0",
        "0170\u00a01234567",
        "030 1234–567",
        "+43 664 1234567",
        "0664/1234567",
        "+41 44 668 18 00",
        "079 123 45 67",
        "020 7946 0958",
        "07700 900123",
        "+44 20 7946 0958",
        "(202) 555-0143",
        "202-555-0143",
        "1-202-555-0143",
        "+1 202 555 0143",
        "+33 1 23 45 67 89",
    ],
)
def test_a_number_is_found_whole_however_it_is_written(value: str) -> None:
    assert found("PHONE_NUMBER", f"Sie sehen: {value}, danke.") == [value]


@pytest.mark.parametrize(
    "text",
    [
        "Tel.: 01701234567",
        "ruf an: 2025550143",
        "Durchwahl 4711-12",
        "555-0143 (mobil)",
        "M:Tel0301234567",
    ],
)
def test_bare_digits_are_found_beside_a_word_that_explains_them(text: str) -> None:
    assert len(found("PHONE_NUMBER", text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Bestellung 1234567890",
        "Rechnung 2023-001234",
        "Konto 0532013000",
        "1700000000",
        "192.168.1.100",
        "03.03.1985",
        "1985-03-12",
        "01.02.2023 - 05.02.2023",
        "12/03/2024 0815",
        "DE89 3704 0044 0532 0130 00",
        "GB82 WEST 1234 5698 7654 32",
        "4111 1111 1111 1111",
        "1.234.567,89 €",
        "0,123456789",
        "978-3-16-148410-0",
        "ISBN 0-306-40615-2",
        "2023/2024",
        "Steuernummer 093/815/08152",
        "Az. 012 345/67",
        "200 300 4000",
        "Artikelnummer 0170-1234567",
        "01 02 03 04 05 06",
        "call center handled 12345 requests",
        "a mobile app for 1234567 people",
        "2001:0db8:0:0:0:0:0:1",
        "A0301234567",
        "#0301234567",
    ],
)
def test_other_numbers_are_none(text: str) -> None:
    assert found("PHONE_NUMBER", text) == []


def test_random_digits_without_a_word_are_none() -> None:
    noise = random.Random(7)  # noqa: S311  not a secret
    numbers = [str(noise.randrange(10**9, 10**10)) for _ in range(300)]
    assert [number for number in numbers if found("PHONE_NUMBER", f"Wert {number} hier")] == []


def test_two_numbers_on_a_line_are_two() -> None:
    both = ["030 1234567", "0170 1234567"]
    assert found("PHONE_NUMBER", " / ".join(both)) == both
    assert found("PHONE_NUMBER", " ".join(both)) == both
    assert found("PHONE_NUMBER", f"Tel. {both[0]}, Fax {both[1]}") == both


def test_the_number_before_takes_the_word_that_stands_there() -> None:
    assert found("PHONE_NUMBER", "Kundennummer 4711, 0170 1234567") == ["0170 1234567"]
    assert found("PHONE_NUMBER", "Kundennummer 4711 0170 1234567") == ["0170 1234567"]


def test_a_country_code_counts_whatever_stands_before() -> None:
    assert found("PHONE_NUMBER", "Auftrag: +49 170 1234567") == ["+49 170 1234567"]


def test_a_word_makes_a_number_surer() -> None:
    assert score("PHONE_NUMBER", "Tel. 0170 1234567") > score("PHONE_NUMBER", "0170 1234567")


def test_an_extension_belongs_to_the_number() -> None:
    assert found("PHONE_NUMBER", "Desk: (202)555-0143x4587") == ["(202)555-0143x4587"]
    assert found("PHONE_NUMBER", "+1 202 555 0143 ext. 12, ok") == ["+1 202 555 0143 ext. 12"]


def test_a_heading_on_the_line_above_explains_a_number() -> None:
    assert found("PHONE_NUMBER", "Phone:\n71-33-52-22") == ["71-33-52-22"]
    assert found("PHONE_NUMBER", "Phone: none\nOrder 71-33-52-22") == []
