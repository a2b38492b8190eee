from __future__ import annotations

import time

import pytest

from service.wire.lost_words import LostWords, known_words, tally_of

LOST = [
    *("[Name anonymisiert]", "[anonymized]", "[REDACTED]", "[[REDACTED]]", "[Adresse geschwärzt]"),
    *("<Name>", "<EMAIL_ADDRESS>", "<Nachname>", "<redacted>", "[PERSON_1]", "[[Name]]", "█████"),
    *("[E-Mail-Adresse entfernt]", "[name removed]", "[Platzhalter für Name]", "[Name 2]"),
]
TEXT = [
    *("[Name]", "[Ihr Ort]", "[1]", "(siehe oben)", "a < b > c", "<div>", "[[Person-QSEZB6]]"),
    *("[Link](https://x.example)", "anonymisiert", "<b>Name</b>", "list[str]", "[x] entfernt"),
]


@pytest.mark.parametrize("word", LOST)
def test_words_that_stand_for_a_lost_placeholder_are_known_however_they_come(word: str) -> None:
    text = f"Sehr geehrte Frau {word}, danke."
    assert list(tally_of(text, ()).forms) == [word]
    assert tally_of(text, ()).kinds == {"word": 1}
    for size in (1, 2, 3, 7):
        watching = LostWords()
        for start in range(0, len(text), size):
            watching.feed(text[start : start + size])
        assert list(watching.tally.forms) == [word]


@pytest.mark.parametrize("text", TEXT)
def test_what_stands_for_itself_is_no_lost_placeholder(text: str) -> None:
    assert not tally_of(f"So: {text} da", ()).forms


def test_words_of_the_request_and_markup_are_no_lost_placeholders() -> None:
    known = known_words(["Schreibe [redacted] dafür"])
    assert not tally_of("Hier: [REDACTED]", known).forms
    assert not tally_of("<kunde><name>Max</name></kunde>", ()).forms


@pytest.mark.parametrize("piece", ["[a", "<", "[anonym", "█", "[[Name", "<name "])
def test_a_megabyte_takes_no_time(piece: str) -> None:
    began = time.process_time()
    tally_of(piece * (1_000_000 // len(piece)), ())
    assert time.process_time() - began < 3
