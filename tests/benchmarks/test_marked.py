from __future__ import annotations

from collections import Counter

import pytest

from benchmarks.marked import BLIND, parse, read_letters


def test_marks_become_spans_of_the_text_without_them() -> None:
    passage = parse("An ⟦PERSON|Ada Muster⟧,\n⟦ADDRESS|Weg 1\n12345 Ort⟧ ⟦DECOY|Morbus Crohn⟧.")

    assert passage.text == "An Ada Muster,\nWeg 1\n12345 Ort Morbus Crohn."
    assert [(passage.text[start:end], label) for start, end, label in passage.spans] == [
        ("Ada Muster", "PERSON"),
        ("Weg 1\n12345 Ort", "ADDRESS"),
        ("Morbus Crohn", "DECOY"),
    ]


@pytest.mark.parametrize(
    "broken",
    ["⟦NAME|Ada⟧", "⟦PERSON|Ada", "Ada⟧", "⟦PERSON|Ada ⟦DECOY|Crohn⟧⟧", "⟦PERSON|⟧"],
)
def test_what_is_no_mark_is_an_error(broken: str) -> None:
    with pytest.raises(ValueError, match=r"mark|label"):
        parse(broken)


def test_the_letters_hold_as_much_as_their_readme_says() -> None:
    german, english = read_letters("de"), read_letters("en")
    counts = Counter(label for one in (german | english).values() for _, _, label in one.spans)

    assert min(len(german), len(english)) >= 36
    assert counts["PERSON"] >= 350
    assert counts["ADDRESS"] >= 110
    assert counts["DECOY"] >= 220


def test_the_blind_documents_hold_as_much_as_their_readme_says() -> None:
    german, english = read_letters("de", BLIND), read_letters("en", BLIND)
    counts = Counter(label for one in (german | english).values() for _, _, label in one.spans)

    assert len(german) == len(english) == 24
    assert counts["PERSON"] >= 800
    assert counts["ADDRESS"] >= 125
    assert counts["DECOY"] >= 450


def test_the_blind_documents_are_as_long_as_what_users_send() -> None:
    for name, one in read_letters(folder=BLIND).items():
        assert 120 <= len(one.text.split()) <= 400, name
