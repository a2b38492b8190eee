"""Invented everyday text: letters, forms, e-mails, chats, tickets, with names and addresses marked.

`{P}` is a person's full name, `{S}` a surname, `{F}` a first name, `{A}` a postal address,
`{O}` an organisation, `{L}` a place, `{D}` a date, `{T}` a phone number, `{N}` a number,
`{E}` an e-mail address. The templates lie in `templates/`, one a line. Persons are drawn from
Faker's lists; nobody here exists.
"""

from __future__ import annotations

import random
import re
from pathlib import Path

from corpora import read_words
from faker import Faker
from passages import Passage

LOCALES = {
    "de": ("de_DE", "de_DE", "de_DE", "de_AT", "de_CH", "tr_TR", "pl_PL", "it_IT", "hr_HR"),
    "en": ("en_US", "en_US", "en_GB", "en_GB", "en_IE", "es_ES", "fr_FR", "en_IN"),
}
MARKED = dict.fromkeys("PSF", "PERSON") | {
    "A": "ADDRESS",
    "O": "ORGANIZATION",
    "L": "LOCATION",
}
FIELD = re.compile(r"\{([A-Z])\}")
TEMPLATES = Path(__file__).parent / "templates"


class Letters:
    """Draws passages; the same seed gives the same passages."""

    def __init__(self, data: Path, seed: int) -> None:
        self.chance = random.Random(seed)
        Faker.seed(seed)
        self.fakers = {name: Faker(name) for names in LOCALES.values() for name in set(names)}
        self.streets = [s for s in read_words(data / "gaz_osm/strassennamen.list") if len(s) > 4]
        self.places = read_words(data / "gaz_osm/stadtnamen.list")
        self.surnames = read_words(data / "gaz_wiktionary_names/dataset_Surnames.txt")
        self.templates = {one: read_words(TEMPLATES / f"{one}.txt") for one in ("de", "en")}

    def passage(self, language: str) -> Passage:
        """Draw one text in `language` (`de` or `en`)."""
        template = self.chance.choice(self.templates[language]).replace("\\n", "\n")
        text = ""
        spans: list[tuple[int, int, str]] = []
        end = 0
        for field in FIELD.finditer(template):
            text += template[end : field.start()]
            value = self._value(field[1], language)
            if field[1] in MARKED:
                spans.append((len(text), len(text) + len(value), MARKED[field[1]]))
            text += value
            end = field.end()
        return Passage(text + template[end:], tuple(spans))

    def _faker(self, language: str) -> Faker:
        tongue = language if self.chance.random() < 0.85 else self.chance.choice(("de", "en"))
        return self.fakers[self.chance.choice(LOCALES[tongue])]

    def _value(self, field: str, language: str) -> str:
        draw = self.chance
        faker = self._faker(language)
        match field:
            case "P":
                return self._person(faker)
            case "S":
                return self._surname(faker)
            case "F":
                return str(faker.first_name())
            case "A":
                return self._address(language, draw.choice((", ", "\n")))
            case "O":
                return str(self.fakers[draw.choice(LOCALES[language][:4])].company())
            case "L":
                return draw.choice(self.places) if language == "de" else str(faker.city())
            case "D":
                return self._date(language)
            case "T":
                return f"+49 30 {draw.randint(10**5, 10**8)}"
            case "E":
                return f"{faker.user_name()}@example.org"
            case _:
                return str(draw.randint(10**4, 10**9))

    def _date(self, language: str) -> str:
        day, month = self.chance.randint(1, 28), self.chance.randint(1, 12)
        year = self.chance.randint(1940, 2025)
        return f"{day:02d}.{month:02d}.{year}" if language == "de" else f"{month}/{day}/{year}"

    def _surname(self, faker: Faker) -> str:
        if self.chance.random() < 0.35:
            return self.chance.choice(self.surnames)
        double = self.chance.random() < 0.06
        return str(faker.last_name()) + (f"-{faker.last_name()}" if double else "")

    def _person(self, faker: Faker) -> str:
        first, last = str(faker.first_name()), self._surname(faker)
        kind = self.chance.random()
        if kind < 0.08:
            return f"{first[0]}. {last}"
        if kind < 0.16:
            return f"{last}, {first}"
        if kind < 0.26:
            return f"{first} {faker.first_name()} {last}"
        if kind < 0.32:
            return f"{first}-{faker.first_name()} {last}"
        if kind < 0.36:
            return f"{first} {self.chance.choice(('von', 'van der', 'de', 'zu'))} {last}"
        return f"{first} {last}"

    def _address(self, language: str, separator: str) -> str:
        draw = self.chance
        if language == "en":
            faker = self.fakers[draw.choice(("en_US", "en_GB"))]
            return str(faker.address()).replace("\n", separator)
        extra = draw.choice(("", "", "", "a", " b", f"-{draw.randint(2, 190)}"))
        street = f"{draw.choice(self.streets)} {draw.randint(1, 180)}{extra}"
        place = f"{draw.randint(1067, 99998):05d} {draw.choice(self.places)}"
        return draw.choice((street + separator + place, street + separator + place, street, place))
