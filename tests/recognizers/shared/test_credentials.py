"""A case for each branch of the patterns that tell a value behind a label from none."""

import pytest

from recognizers.shared.credentials import EXPRESSION, NOT_GIVEN, VALUE


@pytest.mark.parametrize(
    ("text", "link", "value"),
    [
        ("=hunter2", "sign", "hunter2"),
        (" := hunter2", "sign", "hunter2"),
        (" => 'hunter2'", "sign", "hunter2"),
        (">hunter2<", "sign", "hunter2"),
        (" | hunter2 |", "bar", "hunter2"),
        (": hunter2", "colon", "hunter2"),
        (":** hunter2", "colon", "hunter2"),
        (":\nhunter2", "line", "hunter2"),
        ('": "two words"', "colon", "two words"),
        ('\\":\\"hunter2\\"', "colon", "hunter2"),
        (" lautet hunter2", "verb", "hunter2"),
        (" is: „hunter2“", "verb", "hunter2"),
        (" hunter2", "blank", "hunter2"),
        (" «two words»", "blank", "two words"),
    ],
)
def test_a_link_leads_to_the_value(text: str, link: str, value: str) -> None:
    found = VALUE.match(text)
    assert found is not None
    assert found[link] is not None
    assert (found["quoted"] or found["bare"]) == value


@pytest.mark.parametrize("text", ["hunter2", ", hunter2", "; x", ":", " \n\n"])
def test_without_a_link_there_is_no_value(text: str) -> None:
    assert VALUE.match(text) is None


@pytest.mark.parametrize(
    "value",
    [
        "********", "xxxx", "...", "$DB_PASSWORD", "%PW%", "{{ password }}", "<password>",
        "[redacted]", "(none)", "str", "string", "text", "bytes", "none", "null", "nil", "true",
        "false", "undefined", "required", "optional", "any", "int", "varchar(255)", "self", "this",
        "vergessen?", "ändern", "eingeben", "unbekannt", "unknown", "missing", "falsch", "wrong",
        "invalid", "ungültig", "Pflichtfeld", "hidden", "redacted", "leer", "empty", "n/a", "siehe",
        "see", "bitte", "please", "ja", "nein", "yes", "no", "ok", "CharField", "input", "password",
        "Passwort", "username", "Benutzername", "user", "type", "field", "Feld", "name", "prompt",
        "default", "getpass",
    ],
)  # fmt: skip
def test_a_filler_is_no_value(value: str) -> None:
    assert NOT_GIVEN.fullmatch(value)


@pytest.mark.parametrize("value", ["hunter2", "strong", "nonesuch", "x1", "user7", "abc$"])
def test_anything_else_may_be_one(value: str) -> None:
    assert not NOT_GIVEN.fullmatch(value)


@pytest.mark.parametrize(
    "value",
    [
        "getpass()", "os.environ['X']", "app.secrets.get(", "self.password", "!this.valid",
        "request.form", "config.db", "settings.pw", "env.PW", "process.env", "options.pw",
        "credentials.user", "session.key", "Optional.of", "SecretStr.x", "models.CharField",
        "System.getenv", "1.2.3", "v1.2", "8-stellig",
    ],
)  # fmt: skip
def test_a_piece_of_a_program_is_an_expression(value: str) -> None:
    assert EXPRESSION.fullmatch(value)


@pytest.mark.parametrize("value", ["hunter2", "max.muster", "1234", "self", "8-8"])
def test_a_value_is_none(value: str) -> None:
    assert not EXPRESSION.fullmatch(value)
