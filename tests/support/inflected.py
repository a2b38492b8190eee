"""German and English texts with names in the genitive, in compounds and behind titles."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from service.text.spans import Span

FIRST = (
    *("Sabine", "Jonas", "Anna-Lena", "Max", "Jürgen", "Zoë", "Liam", "Aylin", "Hans", "Thomas"),
    *("Grete", "Siân"),
)
LAST = (
    *("Krämer", "Brettschneider", "Müller", "O'Connor", "Großmann", "Fuchs", "Weiss", "Yılmaz"),
    *("Peters", "Nowak", "Özdemir", "Lüdenscheidt", "Kowalski", "Ashworth"),
)
GERMAN_TITLES = ("", "Frau ", "Herrn ", "Frau Dr. ", "Prof. Dr. med. ", "Familie ")
ENGLISH_TITLES = ("", "Mr ", "Mrs. ", "Dr. ")
THINGS = ("Akte", "Vertrag", "neue Rechnung", "Handy")
SIBILANTS = ("s", "ß", "x", "z")


@dataclass(frozen=True, slots=True)
class Inflected:
    """A text, the words that a model would call names, and the names that stand there."""

    text: str
    claims: tuple[Span, ...]
    names: tuple[str, ...]


def texts(number: int, seed: int = 6) -> Iterator[Inflected]:
    """Yield `number` texts; the same ones for the same seed."""
    chance = random.Random(seed)  # noqa: S311  not secret
    for _ in range(number):
        yield _text(chance)


def _text(chance: random.Random) -> Inflected:
    first, last = chance.choice(FIRST), chance.choice(LAST)
    parts = [_named(chance, f"{first} {last}")]
    for _ in range(chance.randint(1, 4)):
        name = chance.choice((last, f"{first} {last}", first))
        sentence = chance.choice((_german, _english))
        parts.append(sentence(chance, name))
    chance.shuffle(parts)
    text, claims, names = "", [], []
    for before, name, ending, after in parts:
        start = len(text) + len(before)
        end = start + len(name) + (len(ending) if ending.isalpha() else 0)
        claims.append(Span(start, end, "PERSON", 0.85))
        names.append(name)
        text += before + name + ending + after + chance.choice((" ", "\n", "  "))
    return Inflected(text, tuple(claims), tuple(names))


def _named(chance: random.Random, name: str) -> tuple[str, str, str, str]:
    return chance.choice((("Es geht um ", name, "", "."), ("This is about ", name, "", ".")))


def _german(chance: random.Random, name: str) -> tuple[str, str, str, str]:
    title = "" if name in FIRST else chance.choice(GERMAN_TITLES)
    thing = chance.choice(THINGS)
    if chance.random() < 0.3:
        return f"Die {title}", name, f"-{thing.split()[-1]}", " ist da."
    ending = chance.choice("'’") if name.endswith(SIBILANTS) else "s"
    return f"Wo ist {title}", name, ending, f" {thing}?"


def _english(chance: random.Random, name: str) -> tuple[str, str, str, str]:
    title = "" if name in FIRST else chance.choice(ENGLISH_TITLES)
    return f"Where is {title}", name, chance.choice(("'s", "’s", "'")), " file?"
