import pytest

from recognizers.address.recognizer import NUMBER_AND_WORD
from tests.recognizers.finding import found


@pytest.mark.parametrize(
    "value",
    [
        "Musterstraße 12",
        "Musterstr. 12a",
        "Robert-Koch-Str. 5",
        "Große Bergstraße 12 b",
        "Lindenweg 5-7",
        "Musterstraße 12, 80331 München",
        "Musterstraße 12, D-80331 München",
        "Musterweg 3\n8001 Zürich",
        "Musterweg 3, A-1060 Wien",
        "Mustergasse 5/2/14, 1010 Wien, Österreich",
        "MUSTERSTRASSE 12, 80331 MÜNCHEN",
        "Musterstraße 12, 3. OG links, 60311 Frankfurt am Main",
        "Karl Marx Allee 103, 10243 Berlin-Mitte",
        "c/o Max Muster, Musterstraße 12, 06108 Halle (Saale)",
        "Platz der Republik 1, 11011 Berlin",
        "Am Markt 3, 80331 München",
        "Im Winkel 7, 4600 Wels",
        "Unter den Linden 77",
        "Marienplatz 8",
        "Postfach 12 34 56, 10115 Berlin",
        "10 Downing Street, London SW1A 2AA",
        "123 Main Street",
        "Flat 2, 14 Sample Gardens, Sampletown, SA1 2BC",
        "350 5th Avenue, New York, NY 10118",
        "12 Sample Road, Apt 4, Springfield, IL 62704-1234",
        "P.O. Box 123, Springfield, IL 62704",
        "PO BOX 12",
        "Post Office Box 12",
        "P.O. Box 9, Springfield, IL 62704-1234",
        "p.o. box 12, springfield, il 62704",
        "PSC 123 Box 456, APO AE 09012",
        "123 MAIN STREET, SPRINGFIELD, IL 62704",
        "1 Sample Loop, Springfield, IL 62704",
        "Flat 2, 14 Sample Gardens, Leeds LS1 4AP",
        "Flat 3B, Sample House, 22 High Street, Manchester M1 1AE",
        "12-14 High Street, Leeds LS1 4AP",
        "14 The Sample, Leeds LS1 4AP",
        "The Old Rectory, Church Lane, Sampletown AB1 2CD",
        "12 sample road, leeds ls1 4ap",
        "42 Sample Quay, Dublin 2, D02 X285",
    ],
)
def test_an_address_is_one_span(value: str) -> None:
    assert found("ADDRESS", f"Adresse: {value}.") == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Frau Müller, Hauptstraße 5 12345 Musterstadt", "Hauptstraße 5 12345 Musterstadt"),
        ("in der Berliner Straße 5 um 18 Uhr", "Berliner Straße 5"),
        ("Karl-Marx-Allee 103, 10243 Berlin Termin", "Karl-Marx-Allee 103, 10243 Berlin"),
        ("Er wohnt Am Alten Markt 3.", "Am Alten Markt 3"),
        ("umgezogen nach 50667 Köln.", "50667 Köln"),
        ("musterstr. 5 bitte", "musterstr. 5"),
    ],
)
def test_words_around_stay_outside(text: str, value: str) -> None:
    assert found("ADDRESS", text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "Robert-Koch-Straße",
        "die Straße 12",
        "am 3. März",
        "Im Jahr 2020",
        "am Ende 5",
        "Am Ende 5",
        "auf Platz 3",
        "Parkplatz 17",
        "im Supermarkt 3 Äpfel",
        "Heidelberg 04",
        "Bahnhof 5",
        "Bundesstraße 27",
        "Nürburgring 2024",
        "Der Weg 3 km",
        "Lindenweg 5 Minuten entfernt",
        "Im Kapitel 12",
        "In der Tabelle 5",
        "in 12345 Fällen",
        "rund 20000 Euro",
        "In 2020 Berlin wuchs",
        "In 2019 Wall Street fell",
        "I met 3 St. John people",
        "on 3 May Dr. Sample left",
        "a P.O. Box in Springfield",
        "Version IN 12345",
        "12345 Zeilen",
        "Am Montag 5 Uhr",
    ],
)
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert found("ADDRESS", text) == []


@pytest.mark.parametrize(
    "value",
    [
        "Borgerland 98, 68619 Lampertheim",
        "Löwen 5\n79100 Freiburg",
        "Großer Grasbrook 26, 20457 Hamburg",
    ],
)
def test_any_name_is_a_street_when_post_code_and_town_follow(value: str) -> None:
    assert found("ADDRESS", f"Max Muster, {value}.") == [value]


def test_the_name_of_a_town_belongs_to_its_road() -> None:
    assert found("ADDRESS", "in der Freisinger Landstraße 77") == ["Freisinger Landstraße 77"]
    assert found("ADDRESS", "auf der Landstraße 77") == []


@pytest.mark.parametrize(
    "text",
    ["Waterlow 18", "Norton: 12", "Pflegegrad 3", "Zimmer 12", "Raum 3a", "Station 4", "Seite 12",
     "Kapitel 3", "Version 2", "room 12", "page 7", "port 8080", "4. Stock", "Pos. 1", "Art. 12",
     "7448 Mbps", "offset 611669", "render(12, main window)", "Muster Probe", "12 34", "12 a b"],
)  # fmt: skip
def test_what_only_looks_like_an_address_to_the_model_is_none(text: str) -> None:
    assert NUMBER_AND_WORD.search(text) is None


@pytest.mark.parametrize("text", ["Muster 12 Probe", "12 Sample Road", "Seitenweg 12 links"])
def test_a_number_and_a_word_may_be_an_address(text: str) -> None:
    assert NUMBER_AND_WORD.search(text)
