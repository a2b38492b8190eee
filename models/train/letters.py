"""Invented everyday text: templates of every kind of document, filled with people and addresses.

`templates/README.md` tells the fields of a template. The bank is read anew for each `Letters`,
so that it can grow while a training runs.
"""

from __future__ import annotations

import random
import re
import uuid
from pathlib import Path

from corpora import read_words
from passages import Passage
from people import People, Person
from places import EXTRAS, Places
from things import Things, bare

LABEL_OF = dict.fromkeys(("P", "PL", "F", "S", "PI", "W"), "PERSON")
LABEL_OF |= dict.fromkeys(("A", "AL", "AS", "AC", "AX", "AT"), "ADDRESS")
LABEL_OF |= dict.fromkeys(("L", "LC", "LT"), "LOCATION")
LABEL_OF |= dict.fromkeys(("O", "OP"), "ORGANIZATION")
THINGS = ("B", "K", "X")  # named like people, and unlabelled
PLAIN = ("DL", "D", "Z", "N", "Q", "M", "T", "E", "I", "H", "V", "U")
NAMES = "|".join(sorted((*LABEL_OF, *THINGS, *PLAIN), key=len, reverse=True))
FIELD = re.compile(
    rf"\{{(?P<field>{NAMES})(?P<number>\d?)(?P<case>[\^_]?)(?:=(?P<literal>[^}}]+))?\}}"
)
TEMPLATES = Path(__file__).parent / "templates"
NO_TEMPLATE = re.compile(r"#(?: |\Z)")
WEIGHTS = {"negatives": 0.5, "short": 0.3}  # of the files of short lines without names
MONTHS = {
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "en": "January February March April May June July August September October November December",
}
PUBLIC = {
    "de": "Amtsgericht {};Landgericht {};Universität {};Stadt {};Klinikum {};Finanzamt {};SV {}"
    ";Jobcenter {};Gymnasium {};FC {};Polizei {};Hochschule {};Sparkasse {};Volksbank {}"
    ";Stadtwerke {};St.-Josefs-Krankenhaus;AOK {};TSV {};Landkreis {};IHK {}",
    "en": "University of {};{} City Council;{} General Hospital;{} High School;{} United"
    ";{} Police Department;{} College;{} Rovers;Bank of {};{} County Court;{} Medical Center"
    ";NHS {};St Mary's Hospital;{} Chamber of Commerce;{} FC;{} Public Library",
}


class Letters:
    """Draws passages; the same seed and bank give the same passages."""

    def __init__(self, data: Path, seed: int) -> None:
        self.chance = random.Random(seed)
        self.people = People(data, self.chance)
        self.things = Things(self.people)
        self.places = Places(data, self.chance)
        self.companies = read_words(data / "gaz_osm/firmennamen.list")
        self.templates = {one: _bank(one) for one in ("de", "en")}

    def passage(self, language: str) -> Passage:
        """Draw one text in `language` (`de` or `en`)."""
        (template,) = self.chance.choices(*self.templates[language])
        parts: list[str] = []
        spans: list[tuple[int, int, str]] = []
        known: dict[str, Person] = {}
        end = length = 0
        for field in FIELD.finditer(template):
            value = self._written(field, language, known)
            parts += (template[end : field.start()], value)
            length += len(parts[-2]) + len(value)
            if field["field"] in LABEL_OF:
                spans.append((length - len(value), length, LABEL_OF[field["field"]]))
            end = field.end()
        return Passage("".join((*parts, template[end:])), tuple(spans))

    def _written(self, field: re.Match[str], language: str, known: dict[str, Person]) -> str:
        value = field["literal"] or self._value(field, language, known)
        changed = {"^": value.upper(), "_": value.lower()}.get(field["case"], value)
        return changed.strip()

    def _value(self, found: re.Match[str], language: str, known: dict[str, Person]) -> str:
        field, number = found["field"], found["number"]
        if field in THINGS:
            return self._thing(found, language, known)
        if field in LABEL_OF and LABEL_OF[field] == "PERSON":
            fresh = self.people.person(language)
            return self._name(field, known.setdefault(number, fresh) if number else fresh, language)
        if field in LABEL_OF:
            return self._place(field, language)
        return self._plain(field, language)

    def _thing(self, found: re.Match[str], language: str, known: dict[str, Person]) -> str:
        """Draw a thing; with a number it is named like the person of that number."""
        field, number = found["field"], found["number"]
        if number:
            namesake = known.setdefault(number, self.people.person(language))
            return namesake.first if field == "X" else bare(namesake.last)
        behind = found.string[found.end() : found.end() + 1]
        return self.things.named(field, language, behind.isalnum() or behind in ("-", "'", "’"))

    def _name(self, field: str, person: Person, language: str) -> str:
        match field:
            case "P":
                return self.people.written(person)
            case "PL":
                return f"{person.last}, {person.first}"
            case "F":
                return person.first
            case "S":
                return person.last
            case "PI":
                return person.initials if self.chance.random() < 0.7 else person.initials[:2]
            case _:
                return self.people.word(language)

    def _place(self, field: str, language: str) -> str:
        places, chance = self.places, self.chance
        match field:
            case "A":
                return places.address(language, chance.choice((", ", ", ", ", ", " ", " - ", "; ")))
            case "AL":
                return places.address(language, "\n")
            case "AX":
                extra = chance.choice(EXTRAS[language].split("|"))
                extra = extra.replace("{S}", self.people.person(language).last)
                return places.address(language, chance.choice((", ", "\n")), extra)
            case "AS":
                return places.numbered(language)
            case "AC":
                return places.coded(language)
            case "AT" | "LT":
                return places.street(language)
            case "L":
                return places.town(language)
            case "LC":
                return places.country(language)
            case "OP":
                return chance.choice(PUBLIC[language].split(";")).format(places.town(language))
            case _:
                return self._company(language)

    def _company(self, language: str) -> str:
        draw = self.chance.random()
        if draw < 0.35:
            return self.chance.choice(self.companies)
        fakers = self.people.fakers
        origin = ("de_DE", "de_DE", "de_AT") if language == "de" else ("en_US", "en_GB", "en_IE")
        return str(fakers[self.chance.choice(origin)].company())

    def _plain(self, field: str, language: str) -> str:
        draw = self.chance
        match field:
            case "D" | "DL":
                return self._date(field, language)
            case "Z":
                return f"{draw.randint(0, 23)}:{draw.randint(0, 59):02d}"
            case "Q":
                return str(draw.randint(1, draw.choice((9, 99, 999))))
            case "M":
                whole = draw.randint(1, 99999)
                return f"{whole},{draw.randint(0, 99):02d}" if language == "de" else f"{whole:,}.00"
            case "T":
                return self._phone(language)
            case "E" | "U" | "H":
                return self._online(field, language)
            case _:
                return self._code(field)

    def _date(self, field: str, language: str) -> str:
        draw = self.chance
        day, month, year = draw.randint(1, 28), draw.randint(1, 12), draw.randint(1935, 2026)
        if field == "DL":
            name = MONTHS[language].split()[month - 1]
            if language == "de":
                return f"{day}. {name} {year}"
            return draw.choice((f"{name} {day}, {year}", f"{day} {name} {year}"))
        forms = [f"{day:02d}.{month:02d}.{year}", f"{day}.{month}.{year % 100:02d}"]
        if language == "en":
            forms = [f"{month}/{day}/{year}", f"{day:02d}/{month:02d}/{year}"]
        return draw.choice((*forms, f"{year}-{month:02d}-{day:02d}"))

    def _code(self, field: str) -> str:
        draw = self.chance
        if field == "I":
            groups = " ".join(f"{draw.randint(0, 9999):04d}" for _ in range(4))
            return f"DE{draw.randint(10, 99)} {groups}"
        if field == "V":
            code = str(uuid.UUID(int=draw.getrandbits(128)))
            return draw.choice((code, code[:8], f"{draw.randint(0, 9)}.{draw.randint(0, 30)}.1"))
        return draw.choice(("", "", "A-", "K", "2026/")) + str(draw.randint(10**4, 10**9))

    def _phone(self, language: str) -> str:
        draw = self.chance
        number = draw.randint(10**5, 10**8)
        if language == "en":
            return draw.choice(
                (f"(555) 01{number % 10}-{number % 10**4:04d}", f"+44 20 7946 0{number % 1000:03d}")
            )
        return draw.choice(
            (f"+49 30 {number}", f"030/{number}", f"0171 {number}", f"089 / {number}-0")
        )

    def _online(self, field: str, language: str) -> str:
        draw = self.chance
        person = self.people.person(language)
        last = re.sub(r"\W+", "", person.last.lower())
        user = draw.choice(
            (f"{person.first[0].lower()}.{last}", f"{last}{draw.randint(1, 99)}", last)
        )
        if field == "U":
            return user
        host = draw.choice(("example.org", "example.com", "mail.example", "firma.example"))
        if field == "E":
            return f"{user}@{host}"
        path = draw.choice(("", "/login", "/api/v1/items", "/wiki/Hilfe", "/index.html"))
        return draw.choice(("https://", "http://", "www.", "")) + host + path


def _bank(language: str) -> tuple[list[str], list[float]]:
    """Read all templates of a language, and how often each is drawn; `# ` begins a comment."""
    templates: list[str] = []
    weights: list[float] = []
    for file in sorted((TEMPLATES / language).glob("*.txt")):
        lines = [line for line in read_words(file) if not NO_TEMPLATE.match(line)]
        templates += (line.replace("\\n", "\n").replace("\\t", "\t") for line in lines)
        weights += [WEIGHTS.get(file.stem, 1.0)] * len(lines)
    return templates, weights
