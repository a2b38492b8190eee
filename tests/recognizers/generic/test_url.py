import pytest

from tests.recognizers.finding import found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Siehe https://example.org/?q=max.", "https://example.org/?q=max"),
        ("(https://example.org/u/max)", "https://example.org/u/max"),
        ("https://example.org/a_(b)?c=d", "https://example.org/a_(b)?c=d"),
        ("**https://example.org/@max**", "https://example.org/@max"),
        ('"https://example.org/~max"', "https://example.org/~max"),
        ("<https://example.org/in/max|Max>", "https://example.org/in/max"),
        ("ftp://max:geheim@example.org/x", "ftp://max:geheim@example.org/x"),
        (
            "https://example.org/abmelden/max%40example.org",
            "https://example.org/abmelden/max%40example.org",
        ),
        ("https://müller.example/?a=ü!", "https://müller.example/?a=ü"),
        ("WWW.example.org/users/4711", "WWW.example.org/users/4711"),
    ],
)
def test_a_link_that_leads_to_a_person_is_found_whole(text: str, value: str) -> None:
    assert found("URL", text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org",
        "https://example.org/docs/a.html#teil-2",
        "https://example.org/users",
        "https://example.org/?",
        "https://example.org/#/login",
        "main.py",
        "z.B.am",
        "gut.So",
        "https://",
        "www.",
        "http://?a=b",
    ],
)
def test_a_plain_link_is_none(text: str) -> None:
    assert found("URL", text) == []
