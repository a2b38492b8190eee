import pytest

from recognizers.base.lexicon import by_tag
from tests.recognizers.finding import found


def publics(text: str) -> list[str]:
    return found("PUBLIC_NAME", text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("die Knoll Stühle sind da", "Knoll"),
        ("zwei Knoll Bürostühle", "Knoll"),
        ("ein Billy-Regal kaufen", "Billy-Regal"),
        ("Schuhe von Gabor, bitte", "Gabor"),
        ("boots by Clarks", "Clarks"),
        ("eine Uhr der Marke Junghans", "Junghans"),
        ("eine Wagner Pizza", "Wagner"),
        ("jacobs kaffee kaufen", "jacobs"),
        ("Das kommt per Hermes, das Paket.", "Hermes"),
        ("hermes hat die Sendung", "hermes"),
        ("Norton blocks the page", "Norton"),
        ("norton antivirus", "norton"),
        ("seit Cassandra 4.1 so", "Cassandra"),
        ("der Jenkins-Job", "Jenkins-Job"),
        ("das Julia-Skript", "Julia-Skript"),
        ("Palandt/Grüneberg, § 242 Rn. 5", "Palandt/Grüneberg"),
        ("das steht im Schönfelder", "Schönfelder"),
        ("dinner at the Ritz", "Ritz"),
    ],
)
def test_a_brand_counts_beside_what_it_makes(text: str, name: str) -> None:
    assert publics(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Knoll sagt ab", "die Akte Knoll", "der Stuhl von Frau Knoll", "Schuhe von Gabor Szabo",
        "Pizza von Wagner", "das Klavier von Wagner", "Wagner Klavier Mo 15 Uhr", "Hermes kommt um",
        "Herr Hermes hat das Paket", "Peter Ford Werkstatt", "Julia App zeigen", "Samuel during",
        "Jacob committee", "Samuel hiring", "Felix Futter", "Cassandra 4.5.", "Cassandra bringt es",
        "Kunde: Wagner Pizza", "Mike Jenkins job", "Thomas Ring", "Brandt, Zwieback",
        "Brown account",
        "Palandt kommt später", "Ritz ruft an", "Wagner-Akte", "Jenkins reports a bug",
    ],
)  # fmt: skip
def test_a_person_who_is_called_as_a_brand_is_none(text: str) -> None:
    assert publics(text) == []


def test_each_kind_of_maker_has_its_goods() -> None:
    told_otherwise = {"law", "housed", "carrier", "common", "given"}
    makers = by_tag("brands_in_context").keys() - told_otherwise
    assert makers == by_tag("brand_goods").keys() - {"whole"}
