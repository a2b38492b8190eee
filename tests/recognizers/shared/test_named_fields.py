from __future__ import annotations

import pytest

from tests.recognizers.finding import found

CRM = """Kd-Nr;Nachname;Vorname;Straße;PLZ;Ort;Status
1;Muster;Erika;Am Muster 3;01067;Musterstadt;aktiv
2;de Probe Lima;Max;Beispielring 12/3;1010;Probedorf;neu"""


def test_a_column_of_names_is_found_whatever_the_words_are() -> None:
    assert found("PERSON", CRM) == ["Muster", "Erika", "de Probe Lima", "Max"]


def test_beside_a_column_of_streets_postcodes_and_towns_are_addresses() -> None:
    whole = "".join(found("ADDRESS", CRM)).replace(";", "")
    assert whole == "Am Muster 301067MusterstadtBeispielring 12/31010Probedorf"


def test_a_table_without_streets_tells_no_addresses() -> None:
    assert found("ADDRESS", "PLZ;Ort;Einwohner\n01067;Musterstadt;9000") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('{"first": "Björn", "last": "O\'Sample"}', ["Björn", "O'Sample"]),
        ('{"first": "Monday", "third": "Friday"}', []),
        ('{"name": "Bolt", "price": "3"}', []),
        ("name;preis\nBolzen;3\nMutter;4", []),
        ("name;telefon\nErika Muster;-\nMutter;-", ["Erika Muster", "Mutter"]),
        ("Vor- und Nachname: Erika Muster-Probe", ["Erika Muster-Probe"]),
        ("Nachname, Vorname: Muster, Erika", ["Muster, Erika"]),
        ("Account holder: Dr. Erika von der Probe", ["Dr. Erika von der Probe"]),
        ("**Ansprechpartner:** Erika Muster\n", ["Erika Muster"]),
        ("Der Vorname: er ist schön.", []),
        ("    last_name: str = ''", []),
        ("<given-name>Erika</given-name>", ["Erika"]),
        ('{"surname": "SURNAME", "forename": "Please enter"}', []),
    ],
)
def test_a_field_tells_a_name(text: str, names: list[str]) -> None:
    assert found("PERSON", text) == names


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        (
            '{"shipping_address": {"line1": "x", "street": "1 Sample Rd", "city": "Sampletown"}}',
            ["1 Sample Rd", "Sampletown"],
        ),
        (
            '{"line1": "1 Sample Quay", "line2": "Flat 3", "county": "Sampleshire"}',
            ["1 Sample Quay", "Flat 3", "Sampleshire"],
        ),
        (
            '{"addr1": "Am Muster 1", "kanton": "Uri", "postal_town": "Muster"}',
            ["Am Muster 1", "Uri", "Muster"],
        ),
        (
            "street: 1 Sample Rd\ncity: Sampletown\nzip: 00001\nstate: ready",
            ["1 Sample Rd", "Sampletown", "00001"],
        ),
        (
            "Straße: Am Muster 1\nPLZ: 01234\nOrt: Musterort",
            ["Am Muster 1", "01234", "Musterort"],
        ),
        ('street="1 Sample Rd" city=Sampletown zip=1', ["1 Sample Rd", "Sampletown", "1"]),
        ("city: Sampletown\nplz: 00001", []),
        ("street: where you live\ncity: yours", []),
        ('{"line1": "to be or not", "line2": "to be"}', []),
        ('{"city": "Sampletown", "zip": "01234"}', []),
        ('{"address": "192.0.2.1"}', []),
        ('{"homeAddress": "Am Muster 1a"}', ["Am Muster 1a"]),
        ("name,street\n-,Sample Mews", ["Sample Mews"]),
    ],
)
def test_a_field_tells_an_address(text: str, addresses: list[str]) -> None:
    assert found("ADDRESS", text) == addresses


def test_a_town_far_from_any_street_is_no_address() -> None:
    text = '{"street": "Am Muster 1"}' + " " * 400 + '{"city": "Sampletown"}'
    assert found("ADDRESS", text) == ["Am Muster 1"]
