import pytest

from tests.recognizers.finding import found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Passwort: Sommer2024!", "Sommer2024!"),
        ("Passwort: geheim", "geheim"),
        ("Passwort: geheim, Benutzer: max", "geheim"),
        ("Kennwort lautet Sommer.", "Sommer"),
        ("password is hunter2.", "hunter2"),
        ("Passwort „blauer Hund“", "blauer Hund"),
        ("PASSWORD=abc$def", "abc$def"),
        ("--password hunter2", "hunter2"),
        ("passwd: 'a b c'", "a b c"),
        ('{\\"password\\": \\"hunter2\\"}', "hunter2"),
        ("?user=a&pwd=a%20b&x=1", "a%20b"),
        ("**Passwort:** hunter2", "hunter2"),
        ("| Passwort | hunter2 |", "hunter2"),
        ("Passwort:\nhunter2\n", "hunter2"),
        ("DB_PASSWORD: hunter2", "hunter2"),
        ("password123: x", None),
        ("PIN 1234", "1234"),
        ("die PIN lautet 1234.", "1234"),
        ("mTAN: 482913", "482913"),
        ("Ihr Bestätigungscode ist 482913", "482913"),
        ("CVV 123", "123"),
    ],
)
def test_the_whole_value_is_found(text: str, value: str | None) -> None:
    assert found("PASSWORD", text) == ([value] if value else [])


@pytest.mark.parametrize(
    "text",
    [
        "Passwort vergessen?", "Passwort ändern", "Das Passwort ist abgelaufen", "password: str",
        "Passwort: Bitte mindestens acht Zeichen", "password = getpass()", "password=password",
        "password: <your password>", "password: ${PASSWORD}", "passwords must be long",
        "password=self.password", "password: Optional[str] = None", "password: ********",
        "db_password=db_password", "Passwort-Manager 2024", "ein Pin 13", "PIN 12,50 Euro",
        "def f(password: bytes, user: str)", "passt 1234", "password reset 2024-01-12",
    ],
)  # fmt: skip
def test_talk_and_code_are_none(text: str) -> None:
    assert found("PASSWORD", text) == []
