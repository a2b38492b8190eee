import pytest

from tests.recognizers.finding import found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Benutzername: mmuster77", "mmuster77"),
        ("username=max.muster&x=1", "max.muster"),
        ('"userName": "mmuster"', "mmuster"),
        ("Login: mmuster Passwort: x", "mmuster"),
        ("Nutzername lautet mmuster.", "mmuster"),
        ("login mmuster77", "mmuster77"),
        ("Instagram: @max.muster", "max.muster"),
        ("mein Twitter-Account @maxmuster!", "maxmuster"),
        ("Discord: muster#1234", "muster#1234"),
        ("user id: 4711081", "4711081"),
        ("reddit: /u/max_muster", "max_muster"),
    ],
)
def test_the_name_alone_is_the_value(text: str, value: str) -> None:
    assert found("USER_NAME", text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "@property", "@media print", "@dataclass(frozen=True)  # user", "user: User | None = None",
        "login erforderlich", "Der Benutzer hat sich angemeldet", "username is required",
        "username: str = ''", "user=self.user", "Benutzername oder Passwort falsch",
        "Benutzername: max@example.org", "git@github.com:max/x", "user = User.objects.get(id=1)",
        "folgt @import url", "Benutzername: ****",
    ],
)  # fmt: skip
def test_words_and_code_are_none(text: str) -> None:
    assert found("USER_NAME", text) == []
