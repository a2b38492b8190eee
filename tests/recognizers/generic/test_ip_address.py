import pytest

from tests.recognizers.finding import found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("von 192.0.2.1.", "192.0.2.1"),
        ("192.0.2.1:8080", "192.0.2.1"),
        ("192.000.002.001", "192.000.002.001"),
        ("198.51.100.0/24,", "198.51.100.0/24"),
        ("http://192.0.2.1/admin", "192.0.2.1"),
        ("2001:DB8:0:0:8:800:200C:417A", "2001:DB8:0:0:8:800:200C:417A"),
        ("[2001:db8::1]:443", "2001:db8::1"),
        ("2001:db8::1: Zeit", "2001:db8::1"),
        ("2001:db8::/32", "2001:db8::/32"),
        ("fe80::1%eth0", "fe80::1%eth0"),
        ("::ffff:192.0.2.1", "::ffff:192.0.2.1"),
    ],
)
def test_an_address_is_found_whole(text: str, value: str) -> None:
    assert found("IP_ADDRESS", text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "Version 1.2.3.4",
        "v1.2.3.4",
        "Release: 10.0.0.1",
        "§ 1.2.3.4",
        "127.0.0.1",
        "127.1.2.3",
        "::1",
        "::",
        "0.0.0.0/0",
        "255.255.255.0",
        "256.1.1.1",
        "1.2.3.4.5",
        "12:30:45",
        "a::b",
        "std::deque",
        "x[1::2]",
        "::add",
        "00:1a:2b:3c:4d:5e",
        "1.234.567.890,00",
    ],
)
def test_what_names_no_machine_is_none(text: str) -> None:
    assert found("IP_ADDRESS", text) == []
