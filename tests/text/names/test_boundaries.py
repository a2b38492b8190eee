from __future__ import annotations

import pytest

from service.text.names import boundaries
from service.text.spans import Span


def settled(text: str, value: str, *others: str, score: float = 0.85) -> str | None:
    start = text.index(value)
    span = Span(start, start + len(value), "PERSON", score)
    name = boundaries.settle(text, span, boundaries.evidence([value, *others]))
    return name and text[name.start : name.end]


@pytest.mark.parametrize(
    ("text", "value", "name"),
    [
        ("Müllers Vertrag", "Müllers", "Müller"),
        ("Wo ist Frau Krämers Akte?", "Krämers", "Krämer"),
        ("Frau Krämers neue Akte", "Frau Krämers", "Krämer"),
        ("Sabine Krämers Vertrag", "Sabine Krämers", "Sabine Krämer"),
        ("Frau Krämers Akte", "Krämers Akte", "Krämer"),
        ("Max' Handy", "Max'", "Max"),
        ("O'Connor’s brother", "O'Connor’s", "O'Connor"),
        ("Die Krämer-Akte", "Krämer-Akte", "Krämer"),
        ("Herrn Prof. Dr. med. Jonas Brett", "Herrn Prof. Dr. med. Jonas Brett", "Jonas Brett"),
        ("Ich bin Sabine Krämer,", "Ich bin Sabine Krämer,", "Sabine Krämer"),
        ("Hans fragt Klaus Fuchs Geld", "Klaus Fuchs", "Klaus Fuchs"),
        ("Jonas Vertrag", "Jonas", "Jonas"),
        ("Weiss Vertrag", "Weiss", "Weiss"),
        ("Frau Peters Akte", "Peters", "Peters"),
        ("Frau Müller-Schmidt", "Müller-Schmidt", "Müller-Schmidt"),
        ("Krämers kommen", "Krämers", "Krämers"),
        ("Sabines Hund", "Sabines Hund", "Sabines Hund"),
        ("Thomas Mann", "Thomas Mann", "Thomas Mann"),
        ("die Akte", "Akte", None),
        ("meine Akte", "meine", None),
        ("Frau Akte", "Akte", "Akte"),
    ],
)
def test_the_stem_is_the_value(text: str, value: str, name: str | None) -> None:
    assert settled(text, value) == name


@pytest.mark.parametrize(
    ("value", "other", "name"),
    [
        ("Krämers", "Sabine Krämer", "Krämer"),
        ("Annas", "Anna", "Anna"),
        ("Peters", "Peter", "Peter"),
        ("Jonas", "Jona", "Jona"),
        ("Klaus", "Klau Weber", "Klau"),
        ("Hans", "Sabine", "Hans"),
    ],
)
def test_a_stem_elsewhere_in_the_request_decides(value: str, other: str, name: str) -> None:
    assert settled(f"{value} kommt", value, other) == name


def test_what_was_asked_for_in_so_many_words_stays() -> None:
    assert settled("Frau Krämers Akte", "Frau Krämers", score=1.0) == "Frau Krämers"
