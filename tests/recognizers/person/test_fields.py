"""A case for each branch of the patterns of fields."""

import pytest

from recognizers.person.fields import NAMED, NO_NAME, OF_PERSONS
from tests.recognizers.finding import found


@pytest.mark.parametrize(
    "label",
    [
        "Vorname", "Nachnamen", "Familienname", "Zuname", "Rufname", "Geburtsname", "Mädchenname",
        "Ehename", "Vor- und Nachname", "first name", "Given Names", "lastName", "family_name",
        "middle name", "maiden name", "full name", "surname", "forename", "f_name", "lname",
        "Patientenname", "Kundenname", "customer first name", "Name des Kunden", "name of client",
        "Name der Patientin", "name of the tenant", "Kontoinhaberin", "Karteninhaber",
        "account holder", "card holder name", "name on card", "Versicherungsnehmerin",
        "Ansprechpartnerin", "Sprechpartner", "contact person", "Sachbearbeiterin",
        "Nachname, Vorname", "Vorname Nachname", "Last, First",
    ],
)  # fmt: skip
def test_a_field_of_this_name_holds_a_name(label: str) -> None:
    assert found("PERSON", f"{label}: Erika Muster\n") == ["Erika Muster"]


@pytest.mark.parametrize("label", ["name", "dateiname", "Firma", "namen", "inhaber"])
def test_any_other_field_holds_none(label: str) -> None:
    assert not NAMED.fullmatch(label)


@pytest.mark.parametrize(
    "column",
    ["e mail", "mail", "telefonnummer", "tel", "phone", "mobile", "handy", "geboren",
     "date of birth", "birthday", "dob", "alter", "age", "straße", "strasse", "street", "address",
     "adresse", "anschrift", "wohnort", "vorname", "geschlecht", "gender", "titel", "anrede",
     "abteilung", "department", "gehalt", "salary", "iban", "patient", "diagnose"],
)  # fmt: skip
def test_a_column_beside_tells_that_a_table_is_of_persons(column: str) -> None:
    assert OF_PERSONS.fullmatch(column)
    assert found("PERSON", f"name;{column}\nErika Muster;-\n")[-1:] == ["Erika Muster"]


@pytest.mark.parametrize(
    "value",
    ["Name", "Vorname", "surname", "string", "varchar", "null", "None", "undefined", "true",
     "required", "input", "yes", "Nein", "Summe", "unbekannt", "keiner", "n a", "na", "TODO",
     "empty", "Pflichtfeld", "bitte ausfüllen", "see below", "Feld", "Spalte", "max. Zeichen",
     "Muster GmbH", "Sample Ltd", "Verein e. V"],
)  # fmt: skip
def test_such_a_value_is_no_name(value: str) -> None:
    assert NO_NAME.fullmatch(value)
    assert found("PERSON", f"Nachname: {value}\n") == []


@pytest.mark.parametrize("value", ["Erika", "Nameth", "Jaanus", "Stringer"])
def test_a_name_that_begins_alike_is_one(value: str) -> None:
    assert not NO_NAME.fullmatch(value)
    assert found("PERSON", f"Nachname: {value}\n") == [value]
