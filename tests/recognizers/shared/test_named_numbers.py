import re

import pytest

from recognizers.shared.named_numbers import VALUE
from tests.recognizers.finding import found

LABELS = {
    "CUSTOMER_NUMBER": ("Kundennummer", "Kd.-Nr.", "Kundennr.", "customer no.", "customer_id"),
    "CONTRACT_NUMBER": ("Vertragsnummer", "Vertrag Nr.", "contract no.", "contractId"),
    "PATIENT_NUMBER": ("Patienten-Nr.", "Fallnummer", "patient id", "MRN", "patient_number"),
    "PERSONNEL_NUMBER": ("Personalnummer", "Pers.-Nr.", "employee ID", "Mitarbeiternummer"),
    "MEMBER_NUMBER": ("Mitgliedsnummer", "Mitglieds-Nr.", "member id", "memberNumber"),
    "POLICY_NUMBER": ("Versicherungsschein-Nr.", "Policen-Nr.", "policy no.", "claim number"),
    "STUDENT_NUMBER": ("Matrikelnummer", "Matrikel-Nr.", "student id", "student_number"),
    "INVOICE_NUMBER": ("Rechnungsnummer", "Rechnung Nr.", "invoice no.", "invoice_id"),
}
PAIRS = [(entity, label) for entity, labels in LABELS.items() for label in labels]
VALUES = ["4711081", "K-1234567", "12 345 678", "2024/0012-7", "AB.123.456", "10 20 30 40"]
FORMS = [
    "{label} {value}",
    "{label}: {value}.",
    "{label}={value}",
    '{{"{label}": "{value}", "plz": "01067"}}',
    "| {label} | {value} |",
    "{label}\n{value}\n",
    "Ihre {label} lautet {value}, bitte angeben.",
    "{label} bei uns: {value}",
    "**{label}:** {value}",
    "{value} ({label})",
    "Name;{label};Ort\nMuster;{value};Köln",
    "| Name | {label} |\n|---|---|\n| a | - |\n| Muster | {value} |",
]


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize(("entity", "label"), PAIRS)
def test_a_value_is_found_whole_in_every_form(entity: str, label: str, value: str) -> None:
    texts = [form.format(label=label, value=value) for form in FORMS]
    assert [(text, found(entity, text)) for text in texts if found(entity, text) != [value]] == []


@pytest.mark.parametrize("entity", LABELS)
@pytest.mark.parametrize(
    "text",
    [
        "Bestellung 1234567890",
        "ISBN 978-3-16-148410-0",
        "EAN 4006381333931",
        "Preis 1.234,56 Euro",
        "Version 1.2.3.4",
        "am 12.03.2024 um 12:30",
        "Nummer 4711081",
        "id=4711081",
    ],
)
def test_numbers_without_a_label_are_none(entity: str, text: str) -> None:
    assert found(entity, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Kundennummer: 12.03.2024",
        "Kundennummer, Tel. 030 1234567",
        "Kundennummer 120,50",
        "Kundennummer: 500 %",
        "Kundennummer (10-stellig)",
        "Kundennummern. 2024 kamen neue hinzu",
        "Kundennote 4711081",
        "customer novelty 4711081",
        "2024 – Kundennummer",
        "Name;Kundennummer\nMuster 4711081;keine",
    ],
)
def test_what_stands_by_a_label_may_be_something_else(text: str) -> None:
    assert found("CUSTOMER_NUMBER", text) == []


def test_another_number_after_it_stays() -> None:
    assert found("CUSTOMER_NUMBER", "Kundennummer 4711 0170 1234567") == ["4711"]
    assert found("CUSTOMER_NUMBER", "Kundennummer 471108, Bestellung 081512") == ["471108"]


def test_a_plural_names_all_that_follow() -> None:
    text = "Kundennummern 471108, 471109 und K-4711"
    assert found("CUSTOMER_NUMBER", text) == ["471108", "471109", "K-4711"]
    assert found("CUSTOMER_NUMBER", '"customer_ids": ["4711", "4712"]') == ["4711", "4712"]


def test_a_column_is_not_mistaken_for_its_neighbour() -> None:
    text = "Bestellung;Kundennummer\n1234567;4711081\n7654321;4711082"
    assert found("CUSTOMER_NUMBER", text) == ["4711081", "4711082"]


def test_letters_that_change_their_length_in_lower_case_move_nothing() -> None:
    assert found("CUSTOMER_NUMBER", "İİİ Kundennummer 4711081") == ["4711081"]


@pytest.mark.parametrize(
    "value",
    ["4711 0815 123", "K 4711 0815", "47 11 08", "10 20 30 40", "K 471108", "4711 0815/12",
     "4711", "K-4711/08.B", "AB_12_C"],
)  # fmt: skip
def test_each_way_to_write_a_value_is_taken_whole(value: str) -> None:
    assert [one[0] for one in re.finditer(VALUE, f"({value})")] == [value]


@pytest.mark.parametrize("text", ["K-ABC", "12,50", "12:30", "500 %", "12 EUR", "x@y"])
def test_other_signs_are_no_value(text: str) -> None:
    assert re.match(VALUE, text) is None
