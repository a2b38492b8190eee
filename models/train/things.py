"""Things that are named like people: brands, the bearers of eponyms, and animals.

Most are drawn from the surnames and first names of people, so that only the words around them
tell that they are no person.
"""

from __future__ import annotations

from corpora import read_words
from people import NAMES, People

JOINTS = ("&", "&", " & ", " & ", " + ", "-", " und ", " and ", " ")
STARTS = "Bra|Cle|Do|Fi|Gro|Hel|Ka|Lo|Mar|Ne|Or|Pel|Qui|Ro|Sal|Tor|Ul|Vel|Wi|Xe|Zan"
MIDDLES = "|||da|li|no|ra|ve|mi|lo|si|tu|ba|ne"
ENDS = "x|n|la|vo|do|tek|ra|lin|co|fit|sa|ro|nia|zen|mo|ster|ler|lex"


class Things:
    """Draws names of things from the people's `chance`, so that one seed gives the same."""

    def __init__(self, people: People) -> None:
        self.people = people
        self.chance = people.chance
        self.brands = read_words(NAMES / "brands.txt")
        self.eponyms = read_words(NAMES / "eponyms.txt")
        self.animals = read_words(NAMES / "animals.txt")

    def named(self, kind: str, language: str, glued: bool) -> str:
        """Draw one thing; a word is `glued` if the text goes on without a space behind it."""
        if kind == "B":
            return self._brand(language, glued)
        return self._eponym(language) if kind == "K" else self._animal(language)

    def _brand(self, language: str, glued: bool) -> str:
        draw = self.chance.random()
        if draw < 0.35:
            return self.chance.choice(self.brands)
        if draw < 0.80:
            return self._maker(language, glued)
        parts = (self.chance.choice(one.split("|")) for one in (STARTS, MIDDLES, ENDS))
        return "".join(parts)

    def _maker(self, language: str, glued: bool) -> str:
        """Draw a brand that bears the name of whoever founded it."""
        person, draw = self.people.person(language), self.chance.random()
        last = bare(person.last)
        if draw < 0.14:
            return f"{last}{self.chance.choice(JOINTS)}{bare(self.people.person(language).last)}"
        if draw < 0.28:
            return f"{person.first} {person.last}"
        if draw < 0.36:
            return person.first
        if draw < 0.44 and not glued:
            return f"{last}'s"
        if draw < 0.50 and not glued:
            series = self.chance.choice(("", "", "X", "S", "GT", "Pro "))
            return f"{last} {series}{self.chance.randint(1, 99) * 10}"
        return last

    def _eponym(self, language: str) -> str:
        draw = self.chance.random()
        if draw < 0.40:
            return self.chance.choice(self.eponyms)
        last, other = (bare(self.people.person(language).last) for _ in range(2))
        return f"{last}-{other}" if draw < 0.52 else last

    def _animal(self, language: str) -> str:
        if self.chance.random() < 0.5:
            return self.chance.choice(self.animals)
        return self.people.person(language).first


def bare(last: str) -> str:
    """Return a surname without its `von`, which no brand and no eponym bears."""
    return last.rpartition(" ")[2]
