"""Numbers with a check digit: certain beside a word, and hardly ever by chance."""

from __future__ import annotations

import random
from dataclasses import dataclass

import pytest

from recognizers.base.recognizer import CERTAIN
from tests.recognizers.finding import found, score


@dataclass(frozen=True)
class Numbers:
    """One entity: its forms, what only looks like them, and the forms that need no word."""

    entity: str
    word: str
    forms: tuple[str, ...]
    wrong: str  # the word and a number whose check digit is not right
    others: tuple[str, ...]
    digits: int  # of a random number; of a form with letters those that it has
    alone: tuple[str, ...] = ()
    by_chance: int = 0  # of 1,000 random numbers so many may look like one


NUMBERS = (
    Numbers(
        "AT_VAT_ID",
        word="UID",
        forms=(
            "ATU13585627",
            "ATU 13585627",
            "AT U13585627",
            "atu13585627",
            "ATU-1358-5627",
            "ATU1358\n5627",
        ),
        wrong="UID ATU13585626",
        others=("Artikel ATU12345678", "ATU135856270", "U13585627"),
        digits=8,
        alone=("ATU13585627", "ATU 1358 5627"),
    ),
    Numbers(
        "AT_TAX_NUMBER",
        word="Steuernummer",
        forms=("591199013", "59-119/9013", "59 119/9013", "59\xa0119\xa09013", "59/119/9013"),
        wrong="Steuernummer 59-119/9014",
        others=("59-119/9013", "591199013", "Steuernummer 5911990130"),
        digits=9,
    ),
    Numbers(
        "AT_SOCIAL_SECURITY",
        word="SVNR",
        forms=(
            "1237010180",
            "1237 010180",
            "1237\xa0010180",
            "1237-010180",
            "1237/010180",
            "1237 01 01 80",
            "1237\n010180",
        ),
        wrong="SVNR 1238 010180",
        others=(
            "Rechnung 1237-010180",
            "1237010180",
            "Telefon 1238 010180",
            "SVNR 12370101801",
            "2024 010124",
        ),
        digits=10,
        alone=("1237 010180", "1237\xa0010180"),
    ),
    Numbers(
        "UK_VAT_ID",
        word="VAT",
        forms=(
            "GB980780684",
            "GB 980 7806 84",
            "gb 980780684",
            "GB-980-7806-84",
            "XI980780684",
            "980 7806 84",
            "GB 980 7806\n84",
        ),
        wrong="VAT GB980780685",
        others=("GB980780685", "980780684", "16 GB 123 456 789"),
        digits=9,
        alone=("GB980780684",),
    ),
    Numbers(
        "UK_UTR",
        word="UTR",
        forms=(
            "1955839661",
            "19558 39661",
            "19558\xa039661",
            "195 583 9661",
            "1955839661K",
            "19558\n39661",
        ),
        wrong="UTR 2955839661",
        others=("1955839661", "Utrecht 1955839661", "UTR 19558396610"),
        digits=10,
    ),
    Numbers(
        "UK_NHS",
        word="NHS number",
        forms=(
            "9434765919",
            "943 476 5919",
            "943\xa0476\xa05919",
            "943-476-5919",
            "943.476.5919",
            "943 476\n5919",
        ),
        wrong="NHS number 943 476 5918",
        others=(
            "9434765919",
            "943-476-5919",
            "call 943 476 5918",
            "NHS number 94347659191",
            "NHS 111",
        ),
        digits=10,
        alone=("943 476 5919",),
    ),
    Numbers(
        "IE_PPSN",
        word="PPSN",
        forms=("6433435F", "6433435FW", "6433435OA", "6433435 OA", "6433435-F", "6433435oa"),
        wrong="PPSN 6433435E",
        others=("6433435OA", "PPSN 643343F", "PPSN 6433435"),
        digits=8,
    ),
    Numbers(
        "US_NPI",
        word="NPI",
        forms=("1234567893", "1234 567 893", "1234-567-893"),
        wrong="NPI 1234567894",
        others=("1234567893", "NPI 3234567893", "NPI 12345678931"),
        digits=10,
    ),
    Numbers(
        "CH_AHV",
        word="AHV-Nummer",
        forms=(
            "7569217076985",
            "756.9217.0769.85",
            "756 9217 0769 85",
            "756\xa09217\xa00769\xa085",
            "756-9217-0769-85",
            "756.9217.\n0769.85",
        ),
        wrong="AHV-Nummer 756.9217.0769.84",
        others=("EAN 7612345678900", "7569217076984", "756.9217.0769.851", "1756.9217.0769.85"),
        digits=13,
        alone=("7569217076985", "756 9217 0769 85"),
        by_chance=1,
    ),
    Numbers(
        "CH_UID",
        word="UID",
        forms=(
            "CHE116281710",
            "CHE-116.281.710",
            "CHE 116 281 710",
            "che-116.281.710",
            "CHE-116.281.710 MWST",
            "CHE-116.281.710 HR/MWST",
            "CHE-116.281.\n710",
        ),
        wrong="UID CHE-116.281.711",
        others=("CHE-116.281.711", "116.281.710", "CHE-116.281.7100", "116.281.710 CHF"),
        digits=9,
        alone=("CHE-116.281.710", "CHE116281710"),
    ),
)


@pytest.fixture(params=NUMBERS, ids=lambda one: one.entity)
def numbers(request: pytest.FixtureRequest) -> Numbers:
    one: Numbers = request.param
    return one


def test_every_written_form_is_certain_beside_a_word(numbers: Numbers) -> None:
    word = numbers.word
    for value in numbers.forms:
        for text in (f"{word}: {value}.", f'{{"{word}": "{value}"}}', f"{value} ({word})"):
            assert found(numbers.entity, text) == [value]
            assert score(numbers.entity, text) == CERTAIN


def test_a_wrong_check_digit_is_not_certain(numbers: Numbers) -> None:
    assert score(numbers.entity, numbers.wrong) < CERTAIN


def test_what_only_looks_like_one_is_none(numbers: Numbers) -> None:
    assert [text for text in numbers.others if found(numbers.entity, text)] == []


def test_random_digits_without_a_word_are_none(numbers: Numbers) -> None:
    noise, most = random.Random(5), 10**numbers.digits  # noqa: S311  not a secret
    texts = [f"Nummer {noise.randrange(most // 10, most)} hier" for _ in range(1000)]
    assert len([text for text in texts if found(numbers.entity, text)]) <= numbers.by_chance


def test_a_form_of_its_own_needs_no_word(numbers: Numbers) -> None:
    for value in numbers.alone:
        assert found(numbers.entity, f"Hier steht {value}, sonst nichts.") == [value]
