"""Invented addresses in the forms of Germany, Austria, Switzerland, Britain, Ireland and America.

Streets and towns exist (OpenStreetMap, GeoNames), numbers and their meeting in one address are
drawn. GeoNames' codes for bulk customers name companies instead of towns and are left out.
"""

from __future__ import annotations

import json
import random
import re
import zipfile
from pathlib import Path

from corpora import read_words
from faker import Faker

COUNTRIES = {
    "de": "Deutschland Österreich Schweiz Frankreich Italien Polen Türkei Spanien Niederlande "
    "Großbritannien USA Syrien Ukraine Rumänien Belgien Griechenland Indien China",
    "en": "Germany Austria Switzerland France Italy Poland Turkey Ireland Spain UK USA India "
    "Ukraine Nigeria Canada Australia China Japan England Scotland Wales Russia Israel Iraq",
}
TOWN = re.compile(r"[A-ZÄÖÜ][\w\-]+(?: (?:am|an der|im|in|bei|ob|a\.|i\.|b\.|v\.)[ \w.()\-]*)?")
EXTRAS = {
    "de": "3. OG|2. Stock links|EG rechts|Hinterhaus|Whg. 14|Top 5|App. 112|Gebäude C|Aufgang B"
    "|c/o {S}|bei {S}|DG|1. Etage",
    "en": "Flat 2|Apt 4B|Apt. 12|Suite 300|Unit 7|2nd Floor|#5|Room 214|c/o {S}|Ground Floor"
    "|The Annexe|Bldg. 3",
}


class Places:
    """Draws towns, streets and addresses; the same `chance` gives the same ones."""

    def __init__(self, data: Path, chance: random.Random) -> None:
        self.chance = chance
        self.english = {one: Faker(one) for one in ("en_US", "en_GB", "en_IE")}
        for number, faker in enumerate(self.english.values()):
            faker.seed_instance(chance.randint(0, 10**9) + number)
        self.streets = [s for s in read_words(data / "gaz_osm/strassennamen.list") if len(s) > 4]
        self.towns = [t for t in read_words(data / "gaz_osm/stadtnamen.list") if TOWN.fullmatch(t)]
        self.cities = read_words(Path(__file__).parent / "names/cities.txt")
        folder = data / "gaz_geonames_postal"
        self.codes = {one: _codes(folder / f"data_{one}.zip") for one in ("DE", "AT", "CH")}

    def town(self, language: str) -> str:
        """Draw a town, now and then a country."""
        if self.chance.random() < 0.12:
            return self.country(language)
        draw = self.chance.random()
        if draw < (0.8 if language == "de" else 0.12):
            return self.chance.choice(self.towns)
        if draw < 0.6:
            return self.chance.choice(self.cities)
        return str(self._english().city())

    def country(self, language: str) -> str:
        """Draw a country."""
        return self.chance.choice(COUNTRIES[language].split())

    def street(self, language: str) -> str:
        """Draw the name of a street, without a number."""
        if language == "de" or self.chance.random() < 0.15:
            return self._german_street()
        return str(self._english().street_name())

    def numbered(self, language: str) -> str:
        """Draw a street and number."""
        if language == "de" or self.chance.random() < 0.15:
            return f"{self._german_street()} {self._number()}"
        return str(self._english().street_address()).replace("\n", ", ")

    def coded(self, language: str) -> str:
        """Draw a postcode and town."""
        if language == "de" or self.chance.random() < 0.15:
            country = self.chance.choices(("DE", "AT", "CH"), (8, 1, 1))[0]
            code, town = self.chance.choice(self.codes[country])
            prefix = self.chance.choices(("", f"{country[0]}-", f"{country}-"), (18, 1, 1))[0]
            return f"{prefix if country != 'CH' else prefix[:3]}{code} {town}"
        faker = self._english()
        if faker is self.english["en_US"]:
            state = faker.state_abbr() if self.chance.random() < 0.8 else faker.state()
            return f"{faker.city()}, {state} {faker.postcode()}"
        separator = self.chance.choice((", ", " ", "\n"))
        return f"{faker.city()}{separator}{faker.postcode()}"

    def address(self, language: str, separator: str, extra: str = "") -> str:
        """Draw a whole address; `extra` is a floor, flat or c/o; `separator` joins its lines."""
        lines = [self.numbered(language), self.coded(language).replace("\n", separator)]
        draw = self.chance.random()
        if extra:
            lines.insert(
                self.chance.choice((0, 1)) if "/o" in extra or language == "en" else 1, extra
            )
        if draw < 0.06:
            lines.append(self.country(language))
        elif draw < 0.10:
            lines = [self._box(language), *lines[-1:]]
        return separator.join(lines)

    def _box(self, language: str) -> str:
        number = self.chance.randint(10, 99999)
        if language == "de":
            written = f"{number // 100} {number % 100:02d}" if number > 999 else str(number)
            return f"Postfach {written}"
        return f"{self.chance.choice(('PO Box', 'P.O. Box', 'P O Box'))} {number}"

    def _english(self) -> Faker:
        return self.english[self.chance.choices(("en_US", "en_GB", "en_IE"), (5, 4, 1))[0]]

    def _german_street(self) -> str:
        street = self.chance.choice(self.streets)
        if street.endswith(("straße", "Straße")) and self.chance.random() < 0.4:
            return street[:-3] + self.chance.choice((".", ".", "asse"))
        return street

    def _number(self) -> str:
        number = str(self.chance.randint(1, self.chance.choice((9, 40, 180))))
        if self.chance.random() < 0.75:
            return number
        letter = self.chance.choice("abcdABCf")
        other = f"-{int(number) + 2}"
        return number + self.chance.choice(
            (letter, f" {letter}", other, f"/{letter}", f"/{other[1:]}/4")
        )


def _codes(path: Path) -> list[tuple[str, str]]:
    with zipfile.ZipFile(path) as archive:
        name = next(one for one in archive.namelist() if one.endswith(".json"))
        rows = json.loads(archive.read(name))
    pairs = {(row["zipcode"], row["place"]) for row in rows}
    return sorted(pair for pair in pairs if TOWN.fullmatch(pair[1]))
