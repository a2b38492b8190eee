"""Invented people, with names of every origin that lives where German or English is spoken.

Drawn from Faker's lists, from Wiktionary's lists, and from `names/`: transliterated names that
neither of them holds, and surnames that are common words. Nobody here exists.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

from corpora import read_words
from faker import Faker

ORIGINS = {
    "de": {"de_DE": 50, "de_AT": 8, "de_CH": 8, "tr_TR": 8, "pl_PL": 5, "it_IT": 4, "hr_HR": 4}
    | {"ro_RO": 2, "es_ES": 2, "fr_FR": 2, "nl_NL": 2, "hu_HU": 1, "en_GB": 2, "cs_CZ": 2},
    "en": {"en_US": 40, "en_GB": 26, "en_IE": 6, "es_ES": 5, "fr_FR": 3, "en_IN": 6, "pl_PL": 3}
    | {"pt_PT": 2, "it_IT": 3, "de_DE": 5, "nl_NL": 2, "sv_SE": 2},
}
NAMES = Path(__file__).parent / "names"
NOBLE = {
    "de": ("von", "von", "von der", "vom", "zu", "von und zu", "van", "Freiherr von", "Graf"),
    "en": ("de", "van der", "van", "le", "St.", "al-", "bin"),
}


@dataclass(frozen=True, slots=True)
class Person:
    """A name in its parts; `first` may be two names, `last` a double name or hold a `von`."""

    first: str
    last: str

    @property
    def initials(self) -> str:
        """Return the name as its initials, one to each of first and last name."""
        return f"{self.first[0]}. {self.last[0]}."


class People:
    """Draws people; the same `chance` gives the same people."""

    def __init__(self, data: Path, chance: random.Random) -> None:
        self.chance = chance
        self.fakers = {one: Faker(one) for origin in ORIGINS.values() for one in origin}
        for number, faker in enumerate(self.fakers.values()):
            faker.seed_instance(chance.randint(0, 10**9) + number)
        folder = data / "gaz_wiktionary_names"
        self.surnames = _names(folder / "dataset_Surnames.txt")
        self.first_names = [
            *_names(folder / "dataset_Female_given_names.txt"),
            *_names(folder / "dataset_Male_given_names.txt"),
        ]
        self.other_first = read_words(NAMES / "first.txt")
        self.other_last = read_words(NAMES / "last.txt")
        self.words = {one: read_words(NAMES / f"words.{one}.txt") for one in ("de", "en")}

    def person(self, language: str) -> Person:
        """Draw one person who may be written of in `language`."""
        if self.chance.random() < 0.12:  # names that Faker has no origin for
            return Person(self.chance.choice(self.other_first), self.chance.choice(self.other_last))
        faker = self._faker(language)
        return Person(self._first(faker), self._last(faker, language))

    def word(self, language: str) -> str:
        """Draw a surname that is a common word."""
        return self.chance.choice(self.words[language])

    def written(self, person: Person) -> str:
        """Return the whole name as one of the ways to write it."""
        draw, first, last = self.chance.random(), person.first, person.last
        if draw < 0.07:
            return f"{first[0]}. {last}"
        if draw < 0.10:
            return f"{first} {last[0]}."
        if draw < 0.15:
            return f"{first} {self.chance.choice('ABCDEFGHJKLMPRSTW')}. {last}"
        if draw < 0.19:
            return f"{last}, {first}"
        if draw < 0.22:
            return f"{last} {first}"
        return f"{first} {last}"

    def _faker(self, language: str) -> Faker:
        tongue = language if self.chance.random() < 0.9 else self.chance.choice(("de", "en"))
        origins = ORIGINS[tongue]
        return self.fakers[self.chance.choices(list(origins), list(origins.values()))[0]]

    def _first(self, faker: Faker) -> str:
        draw = self.chance.random()
        if draw < 0.12:
            return self.chance.choice(self.first_names)
        first = str(faker.first_name())
        if draw < 0.18:
            return f"{first} {faker.first_name()}"
        if draw < 0.23:
            return f"{first}-{faker.first_name()}" if "-" not in first else first
        return first

    def _last(self, faker: Faker, language: str) -> str:
        draw = self.chance.random()
        if draw < 0.22:
            return self.chance.choice(self.surnames)
        last = str(faker.last_name())
        if draw < 0.30:
            return self.word(language)
        if draw < 0.36:
            return f"{last}-{faker.last_name()}"
        if draw < 0.40:
            return f"{self.chance.choice(NOBLE[language])} {last}".replace("- ", "-")
        return last


def _names(path: Path) -> list[str]:
    """Read a list of names without its entries of one or two letters and its odd ones."""
    return [one for one in read_words(path) if len(one) > 2 and one[0].isupper() and " " not in one]
