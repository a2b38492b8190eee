import pytest

from recognizers.base.lexicon import words
from recognizers.public_name import matcher
from tests.recognizers.finding import found, score

LISTS = ("brands", "single_names", *matcher.OTHERS)


def publics(text: str) -> list[str]:
    return found("PUBLIC_NAME", text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Partiten von J. S. Bach, J.S. Bach", ["J. S. Bach", "J.S. Bach"]),
        ("Albrecht Dürer und Albert Dürer", ["Albrecht Dürer", "Albert Dürer"]),
        ("Wolfgang Amadeus\nMozarts Requiem", ["Wolfgang Amadeus\nMozart"]),
        ("Wolfgang  Amadeus \t Mozart", ["Wolfgang  Amadeus \t Mozart"]),
        ("KARL MARX und karl marx", ["KARL MARX", "karl marx"]),
        ("Jane Austen's and Karl Marx’ works", ["Jane Austen", "Karl Marx"]),
        ("»Hänsel und Gretel« mit Rotkäppchen", ["Hänsel und Gretel", "Rotkäppchen"]),
        ("'Oliver Twist', Lady Macbeth", ["Oliver Twist", "Lady Macbeth"]),
        ("Harry-Potter-Film, Karl-Marx-Stadt", ["Harry-Potter-Film", "Karl-Marx-Stadt"]),
        ("Ben & Jerry’s, Jack Daniel's", ["Ben & Jerry’s", "Jack Daniel's"]),
        ("Dr. Oetker und Dr Oetker", ["Dr. Oetker", "Dr Oetker"]),
        ("alle Dramen Shakespeares, die Sinfonien Beethovens", ["Shakespeare", "Beethoven"]),
        ("Mozart und Beethoven", ["Mozart", "Beethoven"]),
        ("jack daniels, ben and jerrys", ["jack daniels", "ben and jerrys"]),
        ("Ben und Jerry´s, hugoboss", ["Ben und Jerry´s", "hugoboss"]),
        ("Georg Friedrich Haendel, Emily Bronte", ["Georg Friedrich Haendel", "Emily Bronte"]),
        ("Dvorak spielt man oft, Beck’s", ["Dvorak", "Beck’s"]),
        ("neue App von klarna, ein ikea-regal", ["klarna", "ikea"]),
    ],
)
def test_listed_names_are_found_as_people_write_them(text: str, names: list[str]) -> None:
    assert publics(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Karl\n\nMarx", "Karl, Marx", "Karlmarx", "XKarl Marx", "Karl Marxer", "ich höre mozart",
        "mozartkugel", "Mozart-Sample", "Sample-Mozart", "@ikea", "ikea.example.org", "/home/ikea",
        "user=Mozart", "Becks Haus", "becks", "Jane Austen-Sample", "d'Mozart",
        "Karl Marx@example.org",
    ],
)  # fmt: skip
def test_pieces_of_something_else_are_none(text: str) -> None:
    assert publics(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Frau Mozart", "Herrn Dr. Karl Marx", "Dear Ms Austen, Dear Jane Austen", "Hallo Mozart",
        "Sehr geehrter Karl Marx", "Ich heiße Karl Marx", "my name is Jane Austen",
        "Viele Grüße\n\nKarl Marx", "Regards,\nJane Austen", "our client, Jane Austen",
        "unser Kollege Karl Marx", "Kunde: Karl Marx", '"customer": "Jane Austen"',
        "From: Karl Marx", "Von:Karl Marx", "Passwort: Winnetou", "mein Onkel Karl Marx",
        "Karl Marx <k@example.org>", "Karl Marx (k@example.org)", "Mozart [at] example.org",
        "Jane Austen at example dot org", "Das Kennwort lautet Winnetou", "Login bei uns: ikea",
        "Anna Jane Austen", "Hans Mozart", "Hans-Peter Mozart", "H. Mozart", "Sample Mozart",
        "Napoleon Muster", "Beethoven Platz 3", "Karl-Marx-Straße 5", "12 Jane Austen Road",
    ],
)  # fmt: skip
def test_people_who_are_called_so_are_none(text: str) -> None:
    assert publics(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Robert-Koch-Institut", "Robert-Koch-Instituts", "Epstein-Barr-Virus", "Sudeck-Syndrom",
        "Creutzfeldt-Jakob-Krankheit", "Max-Planck-Gesellschaft", "Colles-Fraktur",
        "Heimlich-Griff", "Lachman-Test", "Non-Hodgkin-Lymphom", "Lachmann Test",
        "Morbus Bechterew", "M. Crohn", "Mb. Parkinson", "Parkinson's", "Alzheimer’s disease",
        "Huntington's disease", "Tinel sign", "Marfan syndrome", "Guillain-Barré syndrome",
        "Epstein–Barr virus", "Bayes theorem", "Murphy's law", "Occam's razor", "Foley catheter",
        "Ackermann function", "Gleason score", "Tuckman's stages", "Kolmogorov-Test", "Diels-Alder",
        "Tuckmans stages", "Braxton Hicks contractions", "Satz des Pythagoras", "Noonan syndrome",
    ],
)  # fmt: skip
def test_names_that_stand_for_a_thing_are_found(text: str) -> None:
    assert publics(f"das: {text}, ja") == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Müller-Akte", "Müller-Haus", "Müller-Klinik", "Müller-Verfahren", "Müller-Plan",
        "Sample-Müller-Verfahren", "Schmidts Haus", "Anna's test", "Sample's syndrome",
        "Barrett's test results", "Pascal's score", "Sample score", "Sample fracture", "M. Sample",
        "Morbus Sample", "Corona-Test", "Online-Test", "The syndrome", "HIV-Test",
    ],
)  # fmt: skip
def test_what_is_somebodys_own_or_no_name_at_all_is_none(text: str) -> None:
    assert publics(f"das: {text}, ja") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Cushing ruled out", "Cushing"),
        ("V. a. Addison, Labor folgt", "Addison"),
        ("DD: Crohn, Colitis", "Crohn"),
        ("Lasègue bds. negativ", "Lasègue"),
        ("Babinski -ve", "Babinski"),
        ("Budd-Chiari excluded", "Budd-Chiari"),
    ],
)
def test_charts_name_diseases_and_signs_without_a_noun(text: str, name: str) -> None:
    assert publics(text) == [name]


@pytest.mark.parametrize(
    "text",
    ["Cushing comes at 5", "Brief an Addison", "Frau Cushing ausgeschlossen", "Sample excluded"],
)
def test_people_in_charts_are_none(text: str) -> None:
    assert publics(text) == []


def test_it_is_surer_than_the_model_and_less_sure_than_a_field() -> None:
    assert 0.85 < score("PUBLIC_NAME", "Wir hören Mozart.") < 0.9


def test_each_entry_of_the_lists_is_found() -> None:
    entries = [one for name in LISTS for one in words(name)]
    assert [one for one in entries if not publics(f"({one})")] == []


def test_no_list_holds_the_names_that_stand_for_anybody() -> None:
    everything = " ".join(one for name in LISTS for one in words(name))
    assert not any(one in everything for one in ("Muster", "Sample", "Doe", "Krämer"))
    assert "Johann Sebastian Bach" in words("historic_people")
