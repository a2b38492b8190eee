import pytest

from recognizers.base.context import Context
from recognizers.base.tables import cells, header

LONG = "ein Feld das länger ist als alles was noch in der Nähe stehen kann"
ROW = f"{LONG};{LONG}\n"


def header_over(text: str) -> str:
    return header(text, text.index("4711")).strip().strip('"')


@pytest.mark.parametrize(
    "text",
    [
        "Name,SSN,Ort\nMuster,4711,Köln",
        "Name;SSN;Ort\r\nMuster;4711;Köln\r\n",
        "Name\tSSN\tOrt\nMuster\t4711\tKöln",
        '"Name","SSN"\n"Muster, Max","4711"',
        '"Name";"SSN"\n"a;b";"4711"',
        "| Name | SSN |\n|---|:--|\n| a | b |\n| Muster | 4711 |",
        "Name | SSN\n--- | ---\nMuster | 4711",
        "+---+---+\n| a | SSN |\n+===+===+\n| b | c |\n+---+---+\n| d | 4711 |\n+---+---+",
        " id | SSN \n----+-----\n  1 | 4711\n",
        f"Name;SSN\n{ROW * 50}Muster;4711",
        "Sehr geehrte Frau Muster, anbei:\nName,SSN,Ort\nMuster,4711,Köln",
        "Hallo Frau Muster, anbei\nName,SSN,Ort\nMuster,4711,Köln",
        "Liste 2024;;\nName;SSN;Ort\nMuster;4711;Köln",
        "Name;Ort\na;b\n\nName;SSN\nMuster;4711",
        "Name;SSN\na;b;c;d\nMuster;4711",
    ],
)
def test_a_value_knows_the_header_of_its_column(text: str) -> None:
    assert header_over(text) == "SSN"


@pytest.mark.parametrize(
    "text",
    [
        "SSN 4711",
        "SSN, 4711",
        "SSN;Ort\n\nMuster;4711",
        "Die SSN, die wir brauchen\nlautet 4711",
        "SSN,Name\nMuster kam, sah, siegte, 4711",
        "SSN 0815;Name\n4711;a",
        "4711,SSN\n1,2",
    ],
)
def test_prose_and_other_lines_have_none(text: str) -> None:
    assert header_over(text) == ""


def test_context_reaches_the_header_of_a_column_only() -> None:
    text = f"SSN;Bestellung\n{ROW * 3}4711;0815"
    context = Context(("ssn",))
    assert context.near(text, text.index("4711"), text.index("4711") + 4)
    assert not context.near(text, text.index("0815"), text.index("0815") + 4)


def test_the_next_text_is_read_anew_and_none_is_kept() -> None:
    assert header("SSN;a\n1;2", 6) == "SSN"
    assert header("IMEI;a\n1;2", 7) == "IMEI"
    assert cells("kein Text mit Tabelle") == []


def test_the_key_of_the_next_value_is_not_the_word_for_this_one() -> None:
    context = Context(("ssn",))
    text = '{"order": 4711, "ssn": 1}'
    assert not context.near(text, 10, 14)
    assert context.near("4711 (SSN)", 0, 4)
    assert context.near("4711, das ist die SSN", 0, 4)
