"""Texts for the load: German and English, invented, with words and values that never come again."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

CONSONANTS = ["b", "br", "d", "dr", "f", "g", "gr", "h", "k", "kl", "l", "m", "n", "p", "r", "s"]
CONSONANTS += ["sch", "st", "t", "tr", "v", "w", "z"]
VOWELS = ["a", "e", "i", "o", "u", "au", "ei", "ie", "ö", "ü"]
FIRST = ["Sabine", "Jonas", "Mehmet", "Katharina", "Leonore", "John", "Emily", "Oliver", "Grace"]
GERMAN = [
    "Sehr geehrte Frau {name}, Ihre Anfrage zum {word} haben wir am Montag erhalten.",
    "Bitte überweisen Sie den Betrag für {word} auf das Konto {iban}.",
    "Herr {name} ist unter {phone} oder {mail} zu erreichen.",
    "Die {word} wurde geprüft, das {word} liegt der {word} bei, und mehr war nicht zu tun.",
    "Wir wohnen seit dem Frühjahr in der {street}, {town}.",
]
ENGLISH = [
    "Dear Mr {name}, thank you for your letter about the {word}.",
    "Please send the {word} to {mail} and call {phone} if the {word} is late.",
    "Our records show {name}, {street}, as the holder of account {iban}.",
    "The {word} was checked, the {word} is attached to the {word}, and no more was to be done.",
]


@dataclass(frozen=True, slots=True)
class Text:
    """A text, and a value in it that must come back."""

    content: str
    value: str


class Texts:
    """Invents; the same seed gives the same texts, in the same order."""

    def __init__(self, seed: int) -> None:
        self._draw = random.Random(seed)
        self._count = 0

    def make(self, sentences: int) -> Text:
        """Return a text of so many sentences, in one of the languages; one holds a mail address."""
        self._count += 1
        forms = self._draw.choice([GERMAN, ENGLISH])
        mail = f"{self._word()}{self._count}@{self._word()}.example"
        first = next(form for form in forms if "{mail}" in form)
        chosen = [first, *self._draw.choices(forms, k=sentences - 1)]
        self._draw.shuffle(chosen)
        return Text(" ".join(self._filled(form, mail) for form in chosen), mail)

    def _filled(self, form: str, mail: str) -> str:
        surname = self._word().title()
        values = {
            "name": f"{self._draw.choice(FIRST)} {surname}",
            "street": f"{self._word().title()}straße {self._draw.randrange(1, 200)}",
            "town": f"{self._draw.randrange(10_000, 99_999)} {self._word().title()}",
            "phone": f"+49 30 {self._draw.randrange(10**6, 10**7)}",
            "iban": self._iban(),
            "mail": mail,
        }
        while "{word}" in form:
            form = form.replace("{word}", self._word().title(), 1)
        return form.format(**values)

    def _word(self) -> str:
        syllables = self._draw.randrange(2, 5)
        return "".join(
            self._draw.choice(CONSONANTS) + self._draw.choice(VOWELS) for _ in range(syllables)
        ) + self._draw.choice(["n", "r", "l", "t"])

    def _iban(self) -> str:
        account = f"{self._draw.randrange(10**17, 10**18)}"
        check = 98 - int(f"{account}131400") % 97
        return f"DE{check:02d}{account}"


def percentile(times: Sequence[float], percent: float) -> float:
    """Return the value that so many percent of `times` do not exceed."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))]
