"""Invented everyday text: letters, forms, e-mails, chats, tickets, with names and addresses marked.

`{P}` is a person's full name, `{S}` a surname, `{F}` a first name, `{A}` a postal address,
`{O}` an organisation, `{L}` a place, `{D}` a date, `{T}` a phone number, `{N}` a number,
`{E}` an e-mail address. Persons are drawn from Faker's lists; nobody here exists.
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
MARKED = {"P": "PERSON", "S": "PERSON", "F": "PERSON", "A": "ADDRESS", "O": "ORGANIZATION", "L": "LOCATION"}
FIELD = re.compile(r"\{([A-Z])\}")

GERMAN = r"""Sehr geehrter Herr {S},\n\nvielen Dank für Ihre Nachricht vom {D}. Wir melden uns bis Freitag.\n\nMit freundlichen Grüßen\n{P}
Sehr geehrte Frau {S},\n\nIhre Bestellung {N} wird an folgende Anschrift geliefert:\n{A}\n\nMit freundlichen Grüßen\n{P}\n{O}
Sehr geehrte Frau Dr. {S}, sehr geehrter Herr {S},\nanbei der Befund Ihrer Patientin {P}, geb. {D}, wohnhaft {A}.
Liebe {F},\n\nich hoffe, es geht dir gut. Grüß bitte auch {F} von mir!\n\nAlles Liebe\n{F}
Hallo {F},\nhast du schon mit {S} von {O} gesprochen? Er meinte, {P} wisse Bescheid.\nVG {F}
Name: {P}\nGeburtsdatum: {D}\nAnschrift: {A}\nTelefon: {T}\nE-Mail: {E}
Vorname: {F}\nNachname: {S}\nOrt: {L}\nKundennummer: {N}
Nachname;Vorname;Ort;Telefon\n{S};{F};{L};{T}\n{S};{F};{L};{T}
Patient: {P}, geb. {D}\nDiagnose: Morbus Crohn, Verdacht auf Parkinson\nBehandelnder Arzt: Dr. med. {P}
Der Patient {S} wurde am {D} in unsere Klinik aufgenommen. Frau {S} begleitete ihn.
Herrn\n{P}\n{A}\n\n{L}, den {D}\n\nKündigung des Mietvertrags
{P}\n{A}\n\n{O}\n{A}\n\nBetreff: Widerspruch gegen den Bescheid vom {D}
Der Zeuge {P}, wohnhaft {A}, sagte aus, er habe die Angeklagte {S} nicht gesehen.
Der Kläger {S} beantragt, die Beklagte {O} zu verurteilen. Das Amtsgericht {L} wies die Klage ab.
Ticket {N}: Kunde {P} beschwert sich über die Lieferung. Bearbeiter: {S}.
Am {D} rief {P} an und bat um Rückruf unter {T}.
hi {F}, kannst du {F} bitte sagen, dass ich später komme? danke, {F}
moin, hier ist {P} aus {L}, meine rechnung {N} stimmt nicht
Schreibe eine E-Mail an {P}, in der du ihn an den Termin am {D} erinnerst.
Fasse den Brief von {P} an {O} zusammen.
Formuliere eine Absage an {P}, {E}, höflich und kurz.
Übersetze ins Englische: "{P} wohnt seit {D} in {L} und arbeitet bei {O}."
Protokoll: Anwesend waren {P}, {P}, Frau {S} und Herr {S}. Entschuldigt: {P}.
{S}: Wie war Ihr Tag?\n{S}: Gut, danke. Ich war bei {F} in {L}.
Überweisung von {P} an {P}, Verwendungszweck: Miete {D}.
Unser Kunde {P} ({O}) hat am {D} den Vertrag unterschrieben.
Ansprechpartnerin ist {P}, Telefon {T}, {E}.
Müllers und {S}s Kinder spielen bei Familie {S} im Garten.
Die Nachbarin, Frau {S}, hat mit {F} gesprochen; {F}s Auto steht noch in der {A}.
{S}, {F}, geboren am {D} in {L}
Versicherungsnehmerin: {S}, {F}; Anschrift: {A}; Vertrag: {N}
{"name": "{P}", "ort": "{L}", "firma": "{O}", "email": "{E}"}
{"kunde": {"vorname": "{F}", "nachname": "{S}"}, "nummer": "{N}"}
Lieferadresse: {O}, z. Hd. {P}, {A}
Ich bin umgezogen, meine neue Adresse lautet {A}.
Wir treffen uns um 14 Uhr, {A}. Bring bitte {F} mit.
Von: {P} <{E}>\nAn: {P} <{E}>\nBetreff: Termin am {D}\n\nHallo Herr {S},
-- \n{P}\nLeiterin Einkauf\n{O}\n{A}\nTel. {T}
Frau Professorin {S} und ihr Mitarbeiter Dr. {P} forschen an der Universität {L}.
Die Erbengemeinschaft {S} verkauft das Haus in {L} an Eheleute {S}.
Bitte überweisen Sie den Betrag innerhalb von 14 Tagen auf unser Konto.
Die Rechnung Nr. {N} vom {D} über 120,50 Euro ist noch offen.
Das Robert-Koch-Institut meldet neue Zahlen; der Bericht erscheint am {D}.
Artikelnummer {N}, Menge 3, Preis 19,99 EUR, Lieferung frei Haus.
Guten Tag, ich habe eine Frage zu meinem Vertrag und bitte um Rückruf.
Bei der Besprechung ging es um Qualität, Termine und Kosten.
Der Koch bereitet das Essen zu, der Müller mahlt das Korn, im Winter ist es kalt.
Parkinson und Alzheimer sind Krankheiten des Nervensystems; Diesel ist ein Kraftstoff.
ERROR 2024-03-01 12:00:01 Verbindung zu Datenbank verloren, Versuch {N}
def summe(werte): return sum(werte)  # Summe aller Werte"""
ENGLISH = r"""Dear Mr {S},\n\nThank you for your letter of {D}. We will reply by Friday.\n\nKind regards,\n{P}
Dear Ms. {S},\nyour order {N} has been shipped to:\n{A}\n\nBest regards\n{P}\n{O}
Hi {F},\n\ncould you forward this to {P}? Thanks!\n{F}
Hey {F}, did {F} call you back about {O}? - {F}
Name: {P}\nDate of birth: {D}\nAddress: {A}\nPhone: {T}\nEmail: {E}
First name: {F}\nLast name: {S}\nCity: {L}\nMember number: {N}
name,city,phone\n{P},{L},{T}\n{P},{L},{T}
Patient: {P}, DOB {D}. Seen by Dr. {S} for suspected Parkinson's disease.
Mrs. {S} was admitted on {D}; her husband {F} was informed.
{P}\n{A}\n\n{O}\n{A}\n\nRe: claim {N}
The tenant {P}, residing at {A}, signed the lease on {D}.
The witness, {P}, told the court in {L} that {S} had left early.
Ticket {N}: customer {P} complains about the delivery. Assigned to {S}.
{P} from {O} called on {D} and asked us to ring back on {T}.
hi {F}, can you tell {F} i'll be late? cheers {F}
my name is {P} and i live in {L}, my bill {N} is wrong
Write an e-mail to {P} reminding her of the meeting on {D}.
Summarise the letter from {P} to {O}.
I'm {P}, {E}, phone {T}. {S}'s brother {F} called.
Attendees: {P}, {P}, Ms {S} and Mr {S}. Apologies: {P}.
{F}: How was your day?\n{F}: Fine, thanks. I saw {P} in {L}.
Please contact {P} at {O}, {A}, {T}.
{S}, {F}, born on {D} in {L}
{"name": "{P}", "city": "{L}", "company": "{O}", "email": "{E}"}
{"customer": {"first_name": "{F}", "last_name": "{S}"}, "id": "{N}"}
Ship to: {P}, {A}
I moved recently. My new address is {A}.
From: {P} <{E}>\nTo: {P} <{E}>\nSubject: Meeting on {D}\n\nHi {F},
-- \n{P}\nHead of Sales\n{O}\n{A}\nTel {T}
Professor {S} and her assistant Dr {P} work at the University of {L}.
{P}'s contract with {O} ends on {D}; {S}'s deputy is {P}.
Invoice {N} is overdue. Please pay within 14 days.
The meeting starts at 9 am in the main hall.
Order {N} of 3 items will arrive on Monday.
The young cook paid a fair price in winter; the miller ground the corn.
Parkinson's and Alzheimer's are diseases of the nervous system.
WARN 2024-03-01 12:00:01 connection to database lost, retry {N}
def total(values): return sum(values)  # sum of all values"""


class Letters:
    """Draws passages; the same seed gives the same passages."""

    def __init__(self, data: Path, seed: int) -> None:
        self.chance = random.Random(seed)
        Faker.seed(seed)
        self.fakers = {name: Faker(name) for names in LOCALES.values() for name in set(names)}
        self.streets = [s for s in read_words(data / "gaz_osm/strassennamen.list") if len(s) > 4]
        self.places = read_words(data / "gaz_osm/stadtnamen.list")
        self.surnames = read_words(data / "gaz_wiktionary_names/dataset_Surnames.txt")
        self.templates = {"de": GERMAN.split("\n"), "en": ENGLISH.split("\n")}

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
                day, month, year = draw.randint(1, 28), draw.randint(1, 12), draw.randint(1940, 2025)
                return f"{day:02d}.{month:02d}.{year}" if language == "de" else f"{month}/{day}/{year}"
            case "T":
                return f"+49 30 {draw.randint(10**5, 10**8)}"
            case "E":
                return f"{faker.user_name()}@example.org"
            case _:
                return str(draw.randint(10**4, 10**9))

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
        number = f"{draw.randint(1, 180)}{draw.choice(('', '', '', 'a', ' b', f'-{draw.randint(2, 190)}'))}"
        street = f"{draw.choice(self.streets)} {number}"
        place = f"{draw.randint(1067, 99998):05d} {draw.choice(self.places)}"
        return draw.choice((street + separator + place, street + separator + place, street, place))
