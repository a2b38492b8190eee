from __future__ import annotations

import pytest

from service.text.names.coreference import lines, links

VALUES = {
    "[[Person-AAAAAA]]": "Sabine Krämer",
    "[[Person-BBBBBB]]": "Krämer",
    "[[Person-CCCCCC]]": "Sabine",
    "[[Person-DDDDDD]]": "Jonas Krämer",
    "[[Person-EEEEEE]]": "KRAEMER, Sabine",
    "[[Person-FFFFFF]]": "skraemer",
    "[[Person-GGGGGG]]": "Brett",
    "[[email-HHHHHH]]": "Sabine Krämer",
}
A, B, C, D, E, F, G, MAIL = VALUES


def told(*texts: str) -> list[str]:
    return list(lines(links(texts, VALUES, "Person")))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"{A}. {B} und {C}", f"These are one person: {A}, {B}, {C}."),
        (f"{B}, {A}", f"These are one person: {B}, {A}."),
        (f"Frau Dr. {A} – {B}", f"These are one person (a woman): {A}, {B}."),
        (f"{A}, Mr {B}", f"These are one person (a man): {A}, {B}."),
        (f"{A} = {E} = {F}", f"These are one person: {A}, {E}, {F}."),
        (f"{A}, {D}, {C}", f"These are one person: {A}, {C}."),
    ],
)
def test_partial_names_are_linked_to_the_full_one(text: str, line: str) -> None:
    assert told(text) == [line]
    assert told("", text, "sonst") == [line]


@pytest.mark.parametrize(
    "text",
    [
        f"{A}, {D}, {B}",  # two of that name
        f"Frau {A}, Herr {B}",
        f"{A}, Frau {B}, Herr {B}",
        f"{B}, {C}, {G}",  # nobody in full
        f"{A}, {MAIL}, [[Person-ZZZZZZ]]",
        f"{A} {A}",
        "",
    ],
)
def test_where_somebody_else_may_be_meant_there_is_no_link(text: str) -> None:
    assert told(text) == []


def test_no_value_is_told() -> None:
    (line,) = told(f"Frau {A} {B} {C} {F}")
    assert not [value for value in VALUES.values() if value in line]
