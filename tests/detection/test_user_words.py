from __future__ import annotations

import math
import time

import pytest

from service.detection.user_words import MOST_TOKENS, UserWords
from service.errors import DetectionFailedError


def found(text: str, *words: str, any_case: bool = False) -> list[str]:
    matches = UserWords(words, any_case=any_case).find(text, math.inf)
    return [text[match.start : match.end] for match in matches]


@pytest.mark.parametrize(
    ("text", "word", "places"),
    [
        ("Projekt Nordlicht läuft.", "nordlicht", ["Nordlicht"]),
        ("NORDLICHT, nordlicht!", "nordlicht", ["NORDLICHT", "nordlicht"]),
        ("NORDLICHT, nordlicht, Nordlicht", "Nordlicht", ["Nordlicht"]),
        ("Nordlichter und Polarnordlicht, Nordlicht2", "nordlicht", []),
        ("project_nordlicht_2024", "nordlicht", ["nordlicht"]),
        ("(Nordlicht)", "nordlicht", ["Nordlicht"]),
        ("das Projekt\n  Nordlicht", "projekt nordlicht", ["Projekt\n  Nordlicht"]),
        ("Projekt-Nordlicht", "projekt nordlicht", []),
        ("Projekt Nord, Projekt Nordlicht", "projekt nordlicht", ["Projekt Nordlicht"]),
        ("an @nord-licht.", "@nord-licht", ["@nord-licht"]),
        ("Die STRASSE und die Straße", "straße", ["STRASSE", "Straße"]),
        ("Kra\u0308mer ruft an", "krämer", ["Kra\u0308mer"]),
        ("a b a b c", "a b c", ["a b c"]),
        ("Mr. Smith", "mr.", ["Mr."]),
        ("", "x", []),
    ],
)
def test_an_entry_is_found_as_whole_words(text: str, word: str, places: list[str]) -> None:
    assert found(text, word) == places


def test_several_entries_may_overlap_and_the_longer_ones_are_found_too() -> None:
    assert found("Projekt Nordlicht Süd", "nordlicht", "projekt nordlicht", "Süd") == [
        "Projekt Nordlicht",
        "Nordlicht",
        "Süd",
    ]


def test_capitals_may_be_told_to_mean_nothing() -> None:
    assert found("MRS. smith", "Mrs.", any_case=True) == ["MRS."]


@pytest.mark.parametrize("word", ["", "  ", "x" * 201, "a " * MOST_TOKENS])
def test_an_entry_is_neither_empty_nor_endless(word: str) -> None:
    with pytest.raises(ValueError, match="empty or too long"):
        UserWords([word])


def test_a_thousand_entries_cost_no_more_than_one() -> None:
    text = "Am Montag schrieb jemand wegen des Projekts. " * 200
    words = UserWords([f"projekt {number} {number % 7}" for number in range(1_000)])
    began = time.process_time()
    assert list(words.find(text, math.inf)) == []
    assert time.process_time() - began < 1


def test_what_takes_too_long_is_a_failure() -> None:
    words = UserWords(["a " * 19 + "b"])
    with pytest.raises(DetectionFailedError):
        list(words.find("a " * 500_000, time.monotonic() + 0.05))


def test_no_entry_shows_in_a_repr() -> None:
    assert "nordlicht" not in repr(UserWords(["nordlicht"]))
