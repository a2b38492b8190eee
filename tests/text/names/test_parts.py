from __future__ import annotations

import pytest

from service.text.names import parts as name_parts
from service.text.names import titles
from service.text.names.parts import Name


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("Sabine Krämer", Name(("Sabine",), "Krämer")),
        ("Krämer, Sabine", Name(("Sabine",), "Krämer")),
        ("Anna-Lena  von Müller-Weiß", Name(("Anna-Lena",), "Müller-Weiß")),
        ("Liam O'Connor", Name(("Liam",), "O'Connor")),
        ("J. R. Miller", Name((), "Miller")),
        ("Krämer", Name((), "Krämer")),
        ("von", None),
        ("Krämer 7", None),
        ("", None),
        ("one two three four five six seven", None),
    ],
)
def test_a_name_is_read_in_its_parts(value: str, name: Name | None) -> None:
    assert name_parts.read(value) == name


def test_spellings_of_an_umlaut() -> None:
    assert set(name_parts.spellings("Krämer")) == {"krämer", "kraemer", "kramer", "kra\u0308mer"}
    assert set(name_parts.spellings("Kraemer")) == {"kraemer", "krämer"}
    assert name_parts.fold("KRÄMER") == name_parts.fold("Kraemer") == "kraemer"
    assert name_parts.fold("René") == "rene"


@pytest.mark.parametrize(
    ("text", "name", "gender"),
    [
        ("Frau Dr. Krämer", "Krämer", "female"),
        ("Herrn Prof. Dr. med. Brett", "Brett", "male"),
        ("Mrs Price", "Price", "female"),
        ("Mr. Price", "Price", "male"),
        ("Dr. Krämer", "Krämer", None),
        ("Herr und Frau Krämer", "Krämer", "female"),
        ("Familie Krämer", "Krämer", None),
    ],
)
def test_titles_stand_outside_a_name_and_tell_the_gender(
    text: str, name: str, gender: str | None
) -> None:
    start = text.index(name)
    told = titles.before(text, start)
    assert text.endswith(told + name)
    assert titles.gender(told) == gender
    assert titles.leading(told + name, 0, len(told + name)) == len(told)


@pytest.mark.parametrize("text", ["Umfrau Krämer", "missing Krämer", "frau Krämer", "Krämer"])
def test_other_words_are_no_titles(text: str) -> None:
    assert titles.before(text, text.index("Krämer")) == ""
