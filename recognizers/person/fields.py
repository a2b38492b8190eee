"""Names of people in fields that are called so: `Nachname`, `"last_name"`, `Kontoinhaber:`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.base.lexicon import words
from recognizers.base.recognizer import Match
from recognizers.shared.named_fields import Field, fields

SCORE = 0.9
STEMS = (
    *("name", "inhaber", "holder", "nehmer", "partner", "bearbeiter", "first", "guest", "gast"),
    *("gäste", "attendee", "participant", "visitor", "member", "student", "employee", "besucher"),
    *("schüler", "mitarbeiter", "läufer", "spieler", "bewohner", "mitglied"),
)
PERSON = r"(?:patient(?:en|in)?s?|kunden?|customer|client|mitarbeiter|employee|mieter|tenant)"
NAMED = re.compile(
    rf"""
    (?:
        (?:vor|nach|familien|zu|ruf|geburts|mädchen|ehe)name[ns]?
        | vor[ ]?(?:und|u|&)?[ ]?(?:nach|zu)name                       # Vor- und Nachname
        | (?:first|given|last|family|middle|maiden|full|sur|fore|f|l)[ ]?names?
        | {PERSON}[ ]?(?:vor|nach|first[ ]|last[ ])?name               # Kundenname
        | name[ ](?:des|der|of|of[ ]the)[ ]{PERSON}                    # Name des Kunden
        | (?:konto|karten)inhaber(?:in)?
        | (?:account|card)[ ]?holder(?:[ ]name)? | name[ ]on[ ]card
        | versicherungsnehmer(?:in)?
        | (?:an)?sprechpartner(?:in)? | contact[ ]person
        | sachbearbeiter(?:in)?
        | nachname,?[ ]?vorname | vorname,?[ ]?nachname | last,?[ ]first
    )
    """,
    re.VERBOSE,
)
# Columns of those who come; elsewhere such a word stands before anything.
GUESTS = frozenset(words("roles", "column"))
HALVES = frozenset({"first", "last"})  # each of them is a name only beside the other
NAME = "name"  # of a person only in a table that tells more of persons
OF_PERSONS = re.compile(
    r"""
    (?:
        e[ ]?mail | mail | telefon.* | tel | phone.* | mobil.* | handy.*
        | geb.* | date[ ]of[ ]birth | birth.* | dob | alter | age
        | stra(?:ß|ss)e.* | street.* | address.* | adresse | anschrift | wohnort
        | vorname | geschlecht | gender | titel | anrede
        | abteilung | department | gehalt | salary | iban              # of those who work there
        | patient.* | diagnos.*
    )
    """,
    re.VERBOSE,
)
PARTICLES = frozenset(words("particles", "field"))
WORD = r"[^\W\d_](?:[^\W\d_]|[’'.-](?=[^\W_]))*\.?"
WHOLE = re.compile(rf"{WORD}(?:,? (?:{WORD})){{0,5}}")
# What stands in such a field and is no name: a kind of data, a word for nothing, the label again.
NO_NAME = re.compile(
    r"""
    (?:.*\b)?
    (?:
        (?:vor|nach|familien|zu|geburts|benutzer|sur|fore|user|first|last)?names?
        | string | str | text | char | varchar                         # a kind of data
        | null | none | nil | any | undefined | true | false
        | required | optional | input
        | yes | no | ja | nein
        | total | summe | gesamt
        | unknown | unbekannt | keine?r? | n[ ]?a | todo | tbd | leer | empty
        | pflichtfeld | bitte | please | siehe | see | enter           # what to do there
        | field | feld | column | spalte | value | wert | max\.[ ]zeichen
        | gmbh | ag | ltd | inc | llc | kg | e\.?[ ]?v                 # a company
    )
    (?:\b.*)?
    """,
    re.IGNORECASE | re.VERBOSE,
)


def names(text: str) -> Iterator[Match]:
    """Yield the names in fields that are called so; they may overlap."""
    found = fields(text, STEMS)
    halves = {one.name for one in found} >= HALVES
    tables = {one.group for one in found if one.form == "cell" and OF_PERSONS.fullmatch(one.name)}
    for one in found:
        is_name = NAMED.fullmatch(one.name) or (halves and one.name in HALVES)
        is_name = is_name or (one.name == NAME and one.form == "cell" and one.group in tables)
        value = text[one.start : one.end]
        if one.form == "cell" and one.name in GUESTS:
            is_name = value != "" and _is_capitalised(value)
        if is_name and _is_one(value, one):
            yield Match(one.start, one.end, SCORE)


def _is_one(value: str, field: Field) -> bool:
    if not WHOLE.fullmatch(value) or NO_NAME.fullmatch(value):
        return False
    return field.form != "line" or _is_capitalised(value)


def _is_capitalised(value: str) -> bool:
    """Whether each word begins with a capital, but for the small words of names."""
    words = re.split(r",? ", value)
    small = [word for word in words if not word[0].isupper()]
    return len(small) < len(words) and PARTICLES.issuperset(small)
