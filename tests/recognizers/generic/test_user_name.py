import pytest

from recognizers.generic.user_name import NO_HANDLE
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


@pytest.mark.parametrize(
    "label",
    [
        "Benutzername", "Nutzerkonto", "Nutzer", "user", "user_name", "login", "login-name", "nick",
        "Anmeldename", "account name", "Kontoname", "screen_name", "nickname", "handle", "gamertag",
        "skype", "skype-name", "insta", "Instagram", "Twitter", "TikTok", "Telegram", "Snapchat",
        "Discord", "GitHub",
    ],
)  # fmt: skip
def test_each_word_for_an_account_names_one(label: str) -> None:
    assert found("USER_NAME", f"{label}: mmuster77") == ["mmuster77"]


@pytest.mark.parametrize("label", ["abuser", "users", "nicker", "instance", "githubs"])
def test_a_word_that_only_holds_one_names_none(label: str) -> None:
    assert found("USER_NAME", f"{label}: mmuster77") == []


@pytest.mark.parametrize(
    "word",
    [
        "property", "abstractmethod", "overload", "cached_property", "media", "dataclass",
        "override", "test", "autowired", "staticmethod", "classmethod", "param", "params", "return",
        "see", "throws", "everyone", "here", "channel", "import", "include", "charset", "keyframes",
        "supports", "deprecated", "author", "app", "pytest", "fixture", "nullable", "entity",
        "bean", "service", "component", "inject", "id", "type", "todo", "all", "alle",
    ],
)  # fmt: skip
def test_a_word_of_programs_and_chats_is_no_handle(word: str) -> None:
    assert NO_HANDLE.fullmatch(word)
    assert found("USER_NAME", f"folgt @{word}") == []


@pytest.mark.parametrize("handle", ["testerin", "mediamuster", "appel"])
def test_a_handle_that_begins_alike_is_one(handle: str) -> None:
    assert found("USER_NAME", f"folgt @{handle}") == [handle]
