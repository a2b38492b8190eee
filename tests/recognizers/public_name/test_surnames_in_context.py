import pytest

from tests.recognizers.finding import found


def publics(text: str) -> list[str]:
    return found("PUBLIC_NAME", text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Wir spielen Bach und Mozart.", ["Bach", "Mozart"]),
        ("Schubert, Haydn, Brahms", ["Schubert", "Haydn", "Brahms"]),
        ("texts by Kant and Hegel", ["Kant", "Hegel"]),
        ("Komponist: Wagner", ["Wagner"]),
        ("Philosophen wie Kant", ["Kant"]),
        ("eine Sonate von Schubert, leise", ["Schubert"]),
        ("Bachs Kantaten", ["Bach"]),
        ("Handel’s Messiah", ["Handel"]),
        ("Bach BWV 565", ["Bach"]),
        ("poems by Keats", ["Keats"]),
    ],
)
def test_a_surname_counts_in_company_of_history_or_of_a_work(text: str, names: list[str]) -> None:
    assert publics(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Wir spielen bei Bach.", "Wagner und Weber", "Musik: Wagner", "Bach, Anna", "Frau Bach und",
        "Komponist Hans Wagner", "Komponist: Herr Wagner", "Wagners Akte", "Schubert 5 Uhr",
        "Anna Bach BWV", "eine Sonate von Schubert Anna", "Kunde: Bach", "Bach Straße", "bach und",
        "Mandant Wagner ./. Keller", "Brief von Heine",
    ],
)  # fmt: skip
def test_a_surname_alone_or_of_a_person_is_none(text: str) -> None:
    assert publics(text) == []
