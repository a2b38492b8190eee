"""The words before a number that say it is a telephone number, or something else."""

from __future__ import annotations

import re
from enum import Enum, auto

from recognizers.base.context import Context

DIGIT = re.compile(r"[0-9]")
BEFORE = 30
AFTER = 14

TELEPHONE = Context(
    (
        "tel", "telefon*", "*telefon", "*telefonnummer", "telephone*", "fon", "*handy*", "mobil",
        "mobile*", "mobilnummer*", "mobilfunk*", "mobiltelefon*", "*fax", "telefax*", "faxnummer*",
        "phone*", "*phone", "call", "cell*", "ruf", "rufnummer*", "rufen", "anruf*", "anrufen",
        "angerufen", "durchwahl*", "hotline*", "whatsapp*", "signal", "sms", "festnetz*", "ring",
        "dial", "text me", "erreichbar", "erreichen", "desk", "office", "reach",
        "contact number", "phone_number", "telefon_nr", "telnr", "tel-nr",
    )
)  # fmt: skip
OTHER = Context(
    (
        "*bestellung*", "bestell*", "*rechnung*", "*auftrag*", "*kundennummer*", "kunden-nr*",
        "kundennr*", "*artikel*", "*konto*", "kto", "blz", "iban*", "bic", "*steuer*",
        "aktenzeichen*", "az", "isbn*", "issn*", "ean", "gtin*", "pzn", "*version*", "order*",
        "invoice*", "account*", "ref", "reference*", "*ticket*", "case", "vorgang*", "*vertrag*",
        "contract*", "*seriennummer*", "serial*", "charge*", "batch*", "tracking*", "sendung*",
        "hrb", "hra", "ust*", "*kartennummer*", "card number*", "*ausweis*", "passport*", "ssn",
        "social security*", "timestamp*", "*versicherungsnummer*", "*versichertennummer*",
        "policy*", "customer number*", "customer no*", "customer id*", "member id*",
        "member number*", "mitgliedsnummer*", "id", "idnr", "plz", "euro", "eur", "usd",
        "patent*", "din", "iso", "matrikel*", "personalnummer*", "mobile app*",
    )
)  # fmt: skip


class Explanation(Enum):
    """What the nearest word that explains a number says."""

    NOTHING = auto()
    TELEPHONE = auto()
    OTHER = auto()


def explained(text: str, start: int, end: int) -> tuple[Explanation, int]:
    """Return what the last word that explains text[start:end] says, and how far it stands off."""
    before = _before(text, start)
    telephone, other = TELEPHONE.last(before), OTHER.last(before)
    if telephone >= max(other, 0):
        return Explanation.TELEPHONE, len(before) - telephone
    # "Rechnung 4711, 0170 1234567": the first number took the word.
    if other >= 0 and not DIGIT.search(before, other):
        return Explanation.OTHER, len(before) - other
    after = text[end : end + AFTER].partition("\n")[0]
    if TELEPHONE.last(after) >= 0:  # "555-0143 (mobil)", but not "1234567 mobile users"
        return Explanation.TELEPHONE, 0 if after.lstrip().startswith(("(", "[")) else AFTER
    return Explanation.NOTHING, 0


def _before(text: str, start: int) -> str:
    """Return the line up to `start`, or the line above where that one is a heading: "Phone:"."""
    lines = text[max(0, start - BEFORE) : start].split("\n")
    return lines[-1] if len(lines) == 1 or lines[-1].strip() else "\n".join(lines[-2:])
