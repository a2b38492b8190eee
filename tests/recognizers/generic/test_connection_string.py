import pytest

from tests.recognizers.finding import found


@pytest.mark.parametrize(
    "value",
    [
        "postgres://max:geheim@db.example.org:5432/kunden",
        "amqps://max:ge/he#im@mq.example.org",
        "redis://:geheim@cache.example.org/0",
        "mysql+pymysql://max:g%40h@127.0.0.1/k?charset=utf8",
        "https://max:geheim@example.org/repo.git",
        "Server=db.example.org,1433;Database=k;User Id=sa;Password=g3h{im;Encrypt=true;",
        "Data Source=db;Initial Catalog=k;Uid=max;Pwd=geheim",
        "jdbc:sqlserver://db.example.org:1433;user=max;password=geheim",
    ],
)
def test_it_is_one_span(value: str) -> None:
    assert found("CONNECTION_STRING", f'url = "{value}"') == [value]
    assert found("CONNECTION_STRING", f"Siehe {value}") == [value]


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org:443/a@b",
        "redis://[[username]:[password]]@localhost:6379/0",
        "postgres://max:${PW}@db",
        "postgres://max:***@db",
        "Server=db;Database=k;Trusted_Connection=True;",
        "a = b; c = d;",
    ],
)
def test_without_a_password_there_is_none(text: str) -> None:
    assert found("CONNECTION_STRING", text) == []


@pytest.mark.parametrize(
    "key",
    [
        "Server", "Data Source", "Host", "hostname", "addr", "Address", "Driver", "DSN", "uid",
        "user", "User Id", "username", "Initial Catalog", "database", "Password", "pwd",
        "DefaultEndpointsProtocol", "Endpoint", "AccountName",
    ],
)  # fmt: skip
def test_each_key_may_begin_a_run_of_pairs(key: str) -> None:
    value = f"{key}=x;Password=geheim"
    assert found("CONNECTION_STRING", f"in {value} steht") == [value]


def test_a_quoted_value_may_hold_what_parts_pairs() -> None:
    value = "Server=db;Password='a;b c';Uid=max;"
    assert found("CONNECTION_STRING", f"in {value} steht") == [value]


@pytest.mark.parametrize("text", ["Observer=x;Password=geheim", "Server: x;Password=geheim"])
def test_any_other_key_begins_none(text: str) -> None:
    assert found("CONNECTION_STRING", text) == []
