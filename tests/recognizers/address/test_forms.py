from __future__ import annotations

import pytest

from tests.recognizers.finding import found


@pytest.mark.parametrize(
    "value",
    [
        "Postfach 120, 8021 Zürich 1",
        "Burg Musterfels, 52382 Musterdorf",
        "Schloss 1, 35321 Musterdorf",
        "Musterallee 112, Bad Muster",
        "Musterallee 112, Musterheim",
        "Musterstraße 12, 4. OG",
        "Musterstraße 12, Whg. 12",
        "Mustergasse 12, Top 4",
        "Musterstraße 12, Apt 4",
        "Musterstraße 12, Hinterhaus, 3. Stock",
        "musterweg 3, 31134 musterstadt",
        "Minta utca 3",
        "ul. Przykładowa 5",
        "Via Esempio 12, 39100 Bolzano (BZ)",
        "12, rue de l'Exemple, 75001 Paris",
        "Route de l'Exemple 12, 1201 Genève",
        "Örnek Sokak No: 5",
        "Calle Ejemplo 5, Madrid",
        "2 Ffordd yr Enghraifft",
        "An Sample, 5 Shore St, Sampletown",
        "12 Sample Road, Springfield, Illinois",
        "12 Sample Street, Second Floor, Springfield, IL",
        "Twenty-one Sample Avenue, Springfield, IL",
        "Three-oh-four Sample Road",
    ],
)
def test_a_rarer_spelling_is_one_span(value: str) -> None:
    assert found("ADDRESS", f"c. Adresse: {value}.") == [value]


@pytest.mark.parametrize(
    "text",
    [
        "One Main Street bank",
        "Via Telefon 12",
        "Musterstadt, Route 5",
        "Wir fahren in 12 rue",
        "Burg Musterfels wurde 1200 erbaut",
        "Das ist gut. Gut Ding, 12 Wochen",
        "Tér 3",
        "City: Brooklyn has 11218 people",
        'def street(mode: str = "fast"): ...',
        "street, str, b\nc, Shape, d",
    ],
)
def test_what_only_looks_like_a_rarer_spelling_is_none(text: str) -> None:
    assert found("ADDRESS", text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Musterweg 3, 12345 Musterstadt – Klägerin", "Musterweg 3, 12345 Musterstadt"),
        ("Musterweg 3, 12345 Musterstadt;aktiv", "Musterweg 3, 12345 Musterstadt"),
        ("Musterweg 3, 12345 Musterstadt\nFamilie Probe", "Musterweg 3, 12345 Musterstadt"),
        ("Postfach 120, 3000 Bern 7 Tage", "Postfach 120, 3000 Bern"),
        ("Musterweg 3, Musterheim-Probe", "Musterweg 3"),
        ("12 Sample Road, Monday, July 3", "12 Sample Road"),
    ],
)
def test_what_follows_stays_outside(text: str, value: str) -> None:
    assert found("ADDRESS", text) == [value]


def test_a_street_may_be_called_str_in_data() -> None:
    assert found("ADDRESS", '{"address": {"str": "Am Muster 3"}}') == ["Am Muster 3"]
    assert found("ADDRESS", "Str;Adresszusatz\nMusterweg;\n") == ["Musterweg"]
