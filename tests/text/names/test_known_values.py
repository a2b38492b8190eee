from __future__ import annotations

import pytest

from service.text.names.known_values import Fact, KnownValues, recalled

SABINE = Fact("PERSON", 0.85, True, "Sabine Krämer")


def found(text: str, *facts: Fact) -> list[str]:
    return [text[span.start : span.end] for span in KnownValues(facts).find(text)]


def person(value: str, *, sure: bool = True) -> Fact:
    return Fact("PERSON", 0.85, sure, value)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("input_value='Sabine Krämer', input_type=str", ["Sabine Krämer"]),
        ("Krämer, Sabine", ["Krämer", "Sabine"]),
        ("Sabine\nKrämer", ["Sabine\nKrämer"]),
        ("Krämers Akte, die Krämer-Akte, Krämer's, Sabines", ["Krämer"] * 3 + ["Sabine"]),
        ("SABINE KRAEMER / sabine kramer", ["SABINE KRAEMER", "sabine kramer"]),
        ("Kra\u0308mer", ["Kra\u0308mer"]),
        ("sabine.kraemer@example.org", ["sabine.kraemer"]),
        ("skraemer84, SKRAMER, s.kraemer", ["skraemer", "SKRAMER", "s.kraemer"]),
        ("/home/sabine/Krämer_2.docx", ["sabine", "Krämer"]),
        ("Sabine Krämerin", ["Sabine"]),  # a longer word hides nothing that it begins with
        ("Krämerin, Verkrämer, Sabinerin, skraemerei", []),
        ("", []),
    ],
)
def test_a_name_is_found_again_however_it_is_written(text: str, places: list[str]) -> None:
    assert found(text, SABINE) == places


def test_an_umlaut_is_found_for_a_name_that_is_written_without() -> None:
    assert found("Herr Großmann-Krämer", person("Jens Grossmann-Kraemer")) == []
    assert found("Frau Krämer", person("Jens Kraemer")) == ["Krämer"]
    assert found("GROSSMANN", person("Jens Großmann")) == ["GROSSMANN"]


@pytest.mark.parametrize(
    ("name", "text", "places"),
    [
        ("Thomas Koch", "Der Koch kocht, ein Koch, KOCH, des Kochs Messer", []),
        ("Thomas Koch", "Herr Koch, Dr. Koch, Thomas Koch", ["Koch", "Koch", "Thomas Koch"]),
        ("Thomas Koch", "Kochs Vertrag liegt bei den Unterlagen.", ["Koch"]),
        ("Frieda Winter", "Im Winter kommt niemand. Winter ist es auch hier.", []),
        ("Jonathan Price", "The price is high. Price List. It is the Price we pay.", []),
        ("Jonathan Price", "We asked Price about it, then Price's boss.", ["Price", "Price"]),
        ("Jonathan Price", "jprice and jonathan_price", ["jprice", "jonathan_price"]),
        ("Neil Young", "young people, Young People, the Young", []),
        ("Ida Li", "Li, li", []),  # two letters
        ("Uwe Kramer", "uwe", []),  # a first name of three letters
    ],
)
def test_an_ordinary_word_counts_where_it_is_written_like_a_name(
    name: str, text: str, places: list[str]
) -> None:
    assert found(text, person(name)) == places


def test_a_name_that_stood_alone_needs_a_title_or_quotes() -> None:
    unsure = person("Brettschneider", sure=False)
    text = "Brettschneider: der Brettschneider, 'Brettschneider' und Herr Brettschneider"
    places = [span.start for span in KnownValues([unsure]).find(text)]
    assert places == [text.index("'") + 1, text.rindex("Brettschneider")]


@pytest.mark.parametrize("phrase", ["Meine IBAN", "Ich bin Sabine", "Guten Tag", "Telefon 7"])
def test_a_phrase_that_a_model_took_for_a_name_is_not_carried(phrase: str) -> None:
    assert not KnownValues([person(phrase)])


@pytest.mark.parametrize(
    ("entity", "value", "text", "places"),
    [
        ("ADDRESS", "Lindenweg 7, 80331 München", "LINDENWEG 7\n80331 München", 2),
        ("ADDRESS", "Lindenweg 7, 80331 München", "Lindenweg 70, München", 0),
        ("CUSTOMER_NUMBER", "4711-0815", "4711-0815, x4711-0815, 4711-08152", 1),
        ("CUSTOMER_NUMBER", "4711", "4711", 0),
        ("AGE", "42 Jahre", "42 Jahre", 0),
        ("USER_NAME", "tigerlilly", "/home/tigerlilly, Tigerlilly", 1),
        ("EMAIL_ADDRESS", "jo@example.org", "JO@EXAMPLE.ORG", 1),
        ("ORGANIZATION", "Nordlicht", "Nordlicht", 0),
        ("ORGANIZATION", "Nordlicht Verlag", "Nordlicht Verlag, nordlicht verlag", 1),
    ],
)
def test_other_values_are_found_as_they_are(
    entity: str, value: str, text: str, places: int
) -> None:
    spans = KnownValues([Fact(entity, 1.0, True, value)]).find(text)
    assert [(span.entity, span.score) for span in spans] == [(entity, 1.0)] * places


def test_names_yield_to_patterns_and_a_sure_fact_comes_first() -> None:
    (span,) = KnownValues([Fact("PERSON", 1.0, False, "Krämer"), SABINE]).find("krämer")
    assert span.score == 0.85


def test_a_recalled_name_is_sure_only_in_full() -> None:
    assert recalled("PERSON", "Sabine Krämer").sure
    assert not recalled("PERSON", "Bericht").sure
    assert recalled("ADDRESS", "Lindenweg 7").sure


def test_each_character_keeps_its_place() -> None:
    text = "İİ Krämer"  # its small letter has two characters
    assert found(text, SABINE) == ["Krämer"]
