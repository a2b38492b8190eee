from __future__ import annotations

import pytest

from service.text.language import DEFAULT, identify
from tests.support.letters import ENGLISH, GERMAN


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (GERMAN, "de"),
        (ENGLISH, "en"),
        ("Wie spät ist es heute Abend?", "de"),
        ("What time is it this evening?", "en"),
        ("Schreibe an [[Person-QSEZB6]], [[email-34L66Y]]", "de"),
        ("Write to [[Person-QSEZB6]], [[email-34L66Y]]", "en"),
    ],
)
def test_german_and_english_are_told_apart(text: str, language: str) -> None:
    assert identify(text) == language


@pytest.mark.parametrize("text", ["", "   ", "abc", "123 456 789", "a-b-c!", "\U0001f600" * 9])
def test_what_is_too_short_to_tell_is_german(text: str) -> None:
    assert identify(text) == DEFAULT == "de"


def test_the_front_of_a_long_text_decides() -> None:
    english = "This is the English part of the letter. " * 60
    assert identify(english + GERMAN * 100) == "en"


@pytest.mark.parametrize("text", ["Что это такое?", "Où est la bibliothèque ?", "これは何ですか"])
def test_no_third_language_is_ever_named(text: str) -> None:
    assert identify(text) in {"de", "en"}
