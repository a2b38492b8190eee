"""A case for each branch of the patterns of letters."""

import pytest

from tests.recognizers.finding import found


@pytest.mark.parametrize(
    "formula",
    [
        "Mit freundlichen Grüßen", "Mit vielen lieben Grüßen", "Beste Grüße aus Köln",
        "Mit herzlichem und kollegialen Gruß", "Vielen herzlichen Dank", "Schönste Grüße",
        "Grüße", "Grüsse", "Gruß", "Gruss", "Hochachtungsvoll", "Herzlichst",
        "LG", "VG", "MfG", "BG", "HG", "GLG",
        "Dein", "Deine", "Eure", "Ihr", "Ihre", "Danke", "Vielen Dank",
        "Bis dann", "Bis bald", "Bis morgen", "Bis später",
    ],
)  # fmt: skip
def test_a_german_formula_tells_the_name_below(formula: str) -> None:
    assert found("PERSON", f"{formula}\n\nErika Muster\n") == ["Erika Muster"]


@pytest.mark.parametrize(
    "formula",
    [
        "Regards", "With best regards", "Kind and warm wishes", "Many thanks", "Best",
        "All the best", "Cheers", "Thanks", "Thanks a lot", "Thanks again", "Thank you",
        "Sincerely", "Yours faithfully", "Yours", "Sincerely yours", "Love", "Lots of love",
        "Take care", "Respectfully", "xo", "xx", "--",
    ],
)  # fmt: skip
def test_an_english_formula_tells_the_name_below(formula: str) -> None:
    assert found("PERSON", f"{formula},\n\nJohn Sample\n") == ["John Sample"]


@pytest.mark.parametrize(
    "before", ["i. A. ", "i.V. ", "ppa. ", "gez. ", "sgd. ", "signed ", "Dr. ", "Frau Mag. ", "Mr "]
)
def test_what_stands_before_the_signature_stays_outside(before: str) -> None:
    assert found("PERSON", f"Grüße\n{before}Erika Muster\n") == ["Erika Muster"]


@pytest.mark.parametrize(
    "formula",
    ["LG", "lg,", "VG", "mfg", "glg", "hg", "Grüße", "Viele Grüße,", "Gruß", "Cheers,", "Thanks,",
     "Best,", "Love,", "Regards,", "Best regards,", "Kind regards,", "Sincerely,", "LG deine",
     "LG euer", "Love, your", "Cheers, from"],
)  # fmt: skip
def test_a_formula_tells_the_name_behind(formula: str) -> None:
    assert found("PERSON", f"Bis dahin. {formula} Erika") == ["Erika"]


@pytest.mark.parametrize("formula", ["Thanks", "Best", "Regards"])
def test_an_english_formula_without_a_comma_tells_nothing_behind(formula: str) -> None:
    assert found("PERSON", f"{formula} Erika") == []


@pytest.mark.parametrize(
    "greeting",
    [
        "Hallo", "Hi", "Hey", "Hello", "Dear", "Lieber", "Liebste", "Moin", "Moin moin", "Servus",
        "Grüezi", "Grüß Gott", "Gruess dich", "Hoi", "Salü", "Guten Tag", "Guten Abend",
        "Good morning", "Good day", "Sehr geehrte", "Sehr geehrter", "Geschätzte", "Verehrter",
        "Werte", "Hallo lieber", "Sehr geehrte Frau Dr.", "Dear Mr.", "Hallo Hr.",
    ],
)  # fmt: skip
def test_a_greeting_tells_the_name_behind(greeting: str) -> None:
    for end in (",", "!", " und willkommen", " &  Co", "\nwie geht es?"):
        assert found("PERSON", f"{greeting} Muster{end}") == ["Muster"], end


@pytest.mark.parametrize(
    "below",
    ["", "\n\nSent from my phone", "\nVon meinem Handy", "\nGesendet von unterwegs", "\n> alt",
     "\nOn Monday, Rob wrote:", "\nAm Montag schrieb jemand", "\nFrom: a", "\nVon: a"],
)  # fmt: skip
def test_a_dash_tells_the_name_at_the_end_of_a_message(below: str) -> None:
    assert found("PERSON", f"see you.\n\n-erika{below}")[:1] == ["erika"]
