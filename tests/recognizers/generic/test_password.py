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


@pytest.mark.parametrize(
    "label",
    [
        "Passwort", "password", "passwd", "Kennwort", "Passphrase", "pwd", "passcode", "pass", "pw",
        "Losungswort", "db_password", "password2",
    ],
)  # fmt: skip
def test_each_word_for_a_password_names_one(label: str) -> None:
    assert found("PASSWORD", f"{label}: hunter2") == ["hunter2"]


@pytest.mark.parametrize("label", ["spw", "compass", "passwords", "password_hash", "passwordfield"])
def test_a_word_that_only_holds_one_names_none(label: str) -> None:
    assert found("PASSWORD", f"{label}: hunter2") == []


@pytest.mark.parametrize(
    "label",
    [
        "PIN", "TAN", "mTAN", "Push-TAN", "PUK", "CVV", "CVC2", "OTP", "Prüfziffer",
        "Sicherheitscode", "Zugangsnummer", "SMS-Code", "Verifizierungscode", "Einmalcode",
        "verification code", "one-time code", "unlock pin", "2fa code", "PIN-Nummer", "tan_code",
    ],
)  # fmt: skip
@pytest.mark.parametrize("link", [": ", " lautet ", " | ", " ", " ("])
def test_each_word_for_a_code_names_one(label: str, link: str) -> None:
    assert found("PASSWORD", f"{label}{link}482913") == ["482913"]


@pytest.mark.parametrize(
    "text",
    ["Spin 4829", "Tannen 4829", "Postcode 4829", "PINs 4829", "PIN 48%", "PIN: 48.29",
     "PIN 4829 13 14", "PIN 482 €", "PIN 48", "PIN 12345678901"],
)  # fmt: skip
def test_other_digits_are_no_code(text: str) -> None:
    assert found("PASSWORD", text) == []
