"""Made-up identifiers with valid check digits, and the ways people write them."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from stdnum import iban, imei, luhn
from stdnum.at import uid as at_uid
from stdnum.at import vnr
from stdnum.ch import ssn as ahv
from stdnum.ch import uid as ch_uid
from stdnum.de import idnr, vat
from stdnum.gb import nhs, utr
from stdnum.gb import vat as gb_vat
from stdnum.ie import pps

from recognizers.de.driving_licence import has_check_digit as has_licence_check
from recognizers.de.health_insurance import has_check_digit as has_insurance_check
from recognizers.de.pension_number import has_check_digit as has_pension_check
from recognizers.generic.vin import has_check_digit as has_vin_check

NBSP = "\u00a0"
LETTERS = "CFGHJKLMNPRTVWXYZ"
ALL_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
DIGITS = "0123456789"
TRIES = 200_000
Make = Callable[[random.Random], str]


@dataclass(frozen=True, slots=True)
class Kind:
    """An entity, how to make a value, how it is labelled, grouped and joined in writing."""

    entity: str
    make: Make
    labels: tuple[str, ...]
    groups: tuple[int, ...] = ()
    joints: tuple[str, ...] = (" ", NBSP)
    lower: bool = False


def forms(kind: Kind, value: str, draw: random.Random) -> Iterator[str]:
    """Yield the value compact, grouped with each joint, and in lower case where that is usual."""
    del draw
    yield value
    if kind.groups:
        pieces = []
        rest = value
        for size in kind.groups:
            pieces.append(rest[:size])
            rest = rest[size:]
        pieces += [rest] if rest else []
        for joint in kind.joints:
            yield joint.join(piece for piece in pieces if piece)
    if kind.lower:
        yield value.lower()


def digits(draw: random.Random, count: int) -> str:
    """Return random digits."""
    return "".join(draw.choice(DIGITS) for _ in range(count))


def passing(pattern: str, is_valid: Callable[[str], object]) -> Make:
    """Return a maker of values after `pattern` (`9` a digit, `A` a letter, `c` an MRZ letter)."""

    def make(draw: random.Random) -> str:
        for _ in range(TRIES):
            value = "".join(_character(one, draw) for one in pattern)
            if is_valid(value):
                return value
        raise RuntimeError(f"no valid value for {pattern}")

    return make


def _character(one: str, draw: random.Random) -> str:
    choices = {"9": DIGITS, "A": ALL_LETTERS, "c": LETTERS, "x": LETTERS + DIGITS}
    return draw.choice(choices[one]) if one in choices else one


def german_iban(draw: random.Random) -> str:
    """Return an IBAN of no real bank: bank codes beginning with 0 are not given out."""
    account = "0" + digits(draw, 17)
    return "DE" + iban.calc_check_digits("DE00" + account) + account


def steuer_id(draw: random.Random) -> str:
    """Return a tax id: of ten digits exactly one occurs twice, then the check digit."""
    while True:
        chosen = draw.sample(DIGITS, 9)
        chosen.append(draw.choice(chosen))
        draw.shuffle(chosen)
        for check in DIGITS:
            value = "".join(chosen) + check
            if idnr.is_valid(value):
                return value


def card(draw: random.Random) -> str:
    """Return a card number."""
    front = draw.choice(("4", "51", "55", "2221", "2720")) + digits(draw, 14)
    front = front[:15]
    return front + luhn.calc_check_digit(front)


def serial(draw: random.Random) -> str:
    """Return the serial of an identity card with its separate check digit (ICAO 9303)."""
    value = draw.choice("LMNPRTVWXY") + "".join(_character("x", draw) for _ in range(8))
    weights = (7, 3, 1)
    total = sum(int(one, 36) * weights[place % 3] for place, one in enumerate(value))
    return value + str(total % 10)


def ssn(draw: random.Random) -> str:
    """Return a US social security number in the area that is never given out."""
    return f"9{digits(draw, 2)}{draw.randint(10, 49)}{draw.randint(1000, 9999)}"


def email(draw: random.Random) -> str:
    """Return an address under a reserved domain."""
    name = draw.choice(("anna.beispiel", "j.muster", "größe+test", "max_muster", "o'neil"))
    host = draw.choice(("example.org", "müller.example", "mail.example.com"))
    return f"{name}{draw.randint(1, 99)}@{host}"


def phone(draw: random.Random) -> str:
    """Return a phone number out of ranges that are kept for fiction or are too short to ring."""
    return draw.choice(
        (
            f"+49 30 23125 {draw.randint(100, 999)}",
            f"030 23125-{draw.randint(100, 999)}",
            f"0171/39200{draw.randint(10, 99)}",
            f"+49 (0) 171 39200{draw.randint(10, 99)}",
            f"(202) 555-01{draw.randint(10, 99)}",
            f"+1 202-555-01{draw.randint(10, 99)}",
            f"07700 900{draw.randint(100, 999)}",
            f"+43 1 5332{draw.randint(100, 999)}0",
            f"+41 44 668 18 {draw.randint(10, 99)}",
        )
    )


def plate(draw: random.Random) -> str:
    """Return a German number plate."""
    letters = "".join(_character("c", draw) for _ in range(draw.choice((1, 2))))
    district = draw.choice(("M", "HH", "KA", "LDK", "FÜ"))
    longest = min(4, 8 - len(district) - len(letters))  # § 10 FZV: eight characters in all
    return f"{district}-{letters} {draw.randint(10, 10**longest - 1)}"


def tax_number(draw: random.Random) -> str:
    """Return a German tax number in the form of one of the states."""
    form = draw.choice(("181/999/99999", "21/999/99999", "93999/99999", "133/9999/9999"))
    return "".join(_character(one, draw) if one == "9" else one for one in form)


def vin_of_america(draw: random.Random) -> str:
    """Return a vehicle identification number with the North American check digit."""
    letters = "ABCDEFGHJKLMNPRSTUVWXYZ"
    front = "1" + "".join(draw.choice(letters + DIGITS) for _ in range(7))
    back = "".join(draw.choice(letters) for _ in range(2)) + digits(draw, 6)
    return next(value for check in DIGITS + "X" if has_vin_check(value := f"{front}{check}{back}"))


KINDS = (
    Kind(
        "IBAN_CODE",
        german_iban,
        ("IBAN", "Konto", "bank account"),
        (4, 4, 4, 4, 4, 2),
        (" ", NBSP, "  ", "-", ".", "\n"),
        lower=True,
    ),
    Kind("CREDIT_CARD", card, ("Karte", "credit card"), (4, 4, 4, 4), (" ", NBSP, "-", ".", "\n")),
    Kind(
        "DE_TAX_ID",
        steuer_id,
        ("Steuer-ID", "Steueridentifikationsnummer", "tax id"),
        (2, 3, 3, 3),
        (" ", NBSP, "/", "-", "."),
    ),
    Kind("DE_VAT_ID", passing("DE999999999", vat.is_valid), ("USt-IdNr.", "VAT ID"), (2, 3, 3, 3)),
    Kind("DE_ID_CARD", serial, ("Personalausweis", "Ausweisnummer", "ID card")),
    Kind("US_SSN", ssn, ("SSN", "social security number"), (3, 2, 4), ("-", " ", ".")),
    Kind(
        "UK_NINO",
        passing("QQ999999C", bool),
        ("NINO", "National Insurance number"),
        (2, 2, 2, 2, 1),
    ),
    Kind("EMAIL_ADDRESS", email, ("E-Mail", "mail")),
    Kind("PHONE_NUMBER", phone, ("Telefon", "phone", "Mobil")),
    Kind(
        "AT_SOCIAL_SECURITY",
        passing("9999010180", vnr.is_valid),
        ("SVNR", "Sozialversicherungsnummer"),
        (4, 6),
    ),
    Kind("AT_VAT_ID", passing("ATU99999999", at_uid.is_valid), ("UID", "VAT ID")),
    Kind(
        "CH_AHV",
        passing("7569999999999", ahv.is_valid),
        ("AHV-Nummer", "AHV"),
        (3, 4, 4, 2),
        (".", " "),
    ),
    Kind(
        "CH_UID",
        passing("CHE999999999", ch_uid.is_valid),
        ("UID", "Unternehmensnummer"),
        (3, 3, 3, 3),
        (),
    ),
    Kind(
        "UK_NHS",
        passing("9999999999", nhs.is_valid),
        ("NHS number", "NHS"),
        (3, 3, 4),
        (" ", "-", NBSP),
    ),
    Kind(
        "UK_UTR", passing("9999999999", utr.is_valid), ("UTR", "Unique Taxpayer Reference"), (5, 5)
    ),
    Kind("IE_PPSN", passing("9999999AA", pps.is_valid), ("PPS number", "PPSN")),
    Kind("DE_TAX_NUMBER", tax_number, ("Steuernummer", "St.-Nr.")),
    Kind(
        "DE_PENSION_NUMBER",
        passing("65170839A999", has_pension_check),
        ("Rentenversicherungsnummer", "Sozialversicherungsnummer"),
        (2, 6, 1, 3),
        (" ", NBSP),
    ),
    Kind(
        "DE_HEALTH_INSURANCE",
        passing("A999999999", has_insurance_check),
        ("KVNR", "Versichertennummer"),
        (1, 3, 3, 3),
        (" ", NBSP),
    ),
    Kind(
        "DE_DRIVING_LICENCE",
        passing("B072xxx99x9", has_licence_check),
        ("Führerschein", "Führerscheinnummer", "driving licence"),
    ),
    Kind("DE_VEHICLE_PLATE", plate, ("Kennzeichen", "amtliches Kennzeichen", "licence plate")),
    Kind("UK_VAT_ID", passing("GB999999999", gb_vat.is_valid), ("VAT number", "VAT ID")),
    Kind(
        "US_NPI",
        passing("1999999999", lambda value: luhn.is_valid("80840" + value)),
        ("NPI", "National Provider Identifier"),
    ),
    Kind("VIN", vin_of_america, ("VIN", "Fahrgestellnummer")),
    Kind("IMEI", passing("999999999999999", imei.is_valid), ("IMEI",), (2, 6, 6, 1), ("-", " ")),
)
