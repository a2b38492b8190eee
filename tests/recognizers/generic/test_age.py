import pytest

from tests.recognizers.finding import found


@pytest.mark.parametrize(
    "text",
    [
        "die 47-jährige Patientin", "der 47-Jährige war dort", "47jähriger Mann", "47 Jahre alt",
        "47 Jahre jung", "im Alter von 47 Jahren", "Alter: 47", "Alter 47", "Lebensalter: 47",
        "aged 47", "47-year-old woman with history of asthma", "47 years old", "47 years of age",
        "47 y/o", "at the age of 47", "age=47", '"age": 47', '"alter": "47"', "| Alter | 47 |",
    ],
)  # fmt: skip
def test_the_number_is_the_value(text: str) -> None:
    assert found("AGE", text) == ["47"]


@pytest.mark.parametrize(
    "text",
    [
        "seit 47 Jahren", "47 Jahre Garantie", "100-jähriges Bestehen", "in 47 Jahren",
        "ein 47-jähriger Vertrag", "47-year-old bridge", "max-age=47", "age 47%", "Alter: 47 Tage",
        "Jahre alt", "1247 Jahre alt", "page 47", "images 47", "Alter: 1.5",
    ],
)  # fmt: skip
def test_other_years_are_none(text: str) -> None:
    assert found("AGE", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "47‑jähriger", "47 jährige", "47 Lebensjahre alt", "47 Jahre alter Mann", "47 years old",
        "47-year-olds", "47 yo", "47 y.o.", "ALTER 47", "Age 47", "AGE=47", "Patientenalter: 47",
        "patient_age: 47", "Aged 47", "mit age 47", "with age 47", "Alter (in Jahren): 47",
        "Age (yrs): 47", "Alter von 47", "age of 47",
    ],
)  # fmt: skip
def test_each_way_to_tell_an_age_is_found(text: str) -> None:
    assert found("AGE", text) == ["47"]


@pytest.mark.parametrize(
    "text",
    [
        "47-jährigkeit", "47 Jahre altern", "47 year older", "47 yonder", "stage 47", "max-age 47",
        "Alterung 47", "at the age 47/2", "Alter 47.5", "age 47 %", "Alter 47 Tage",
        "Alter 47 Stunden", "Alter 47 Minuten", "Alter 47 Wochen", "age 47 days", "age 47 hours",
        "age 47 s", "age 47 min", "age 47ms",
    ],
)  # fmt: skip
def test_what_only_begins_so_is_none(text: str) -> None:
    assert found("AGE", text) == []


@pytest.mark.parametrize(
    "thing",
    [
        "Firmenjubiläum", "Bestehen", "Garantie", "Vertragslaufzeit", "Berufserfahrung", "Vertrags",
        "Frist", "Zeitraums", "Haft", "Freiheitsstrafe", "Ausbildung", "Studium", "Ehe", "Arbeit",
        "Geschichte", "Tradition", "Bindung", "Mitgliedschaft", "Pause", "Kredit", "Anleihen",
        "Tätigkeit", "Amtszeit", "Krieg", "Planung", "Bestandes", "Studie", "Haus", "Gebäude",
        "Eiche", "Baum", "Auto", "Wagen", "Firma", "Unternehmen", "Whisky", "Wein", "Brücke",
        "Kirche", "Stadt", "Tier", "Hund", "Katze", "building", "house", "company", "firm", "wine",
        "tree", "car", "law", "bridge", "church", "city", "mortgage", "bond", "software",
        "großes Haus",
    ],
)  # fmt: skip
def test_a_thing_of_that_age_is_no_person(thing: str) -> None:
    assert found("AGE", f"47-jährige {thing}") == []


@pytest.mark.parametrize("who", ["Hausmann", "Frau mit Hund", "Kunde in Haft", "Autorin"])
def test_a_person_beside_a_thing_is_one(who: str) -> None:
    assert found("AGE", f"47-jährige {who}") == ["47"]
