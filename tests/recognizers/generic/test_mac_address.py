import pytest

from tests.recognizers.finding import found


@pytest.mark.parametrize(
    "value",
    [
        "00:1B:44:11:3A:B7", "00-1B-44-11-3A-B7", "001b.4411.3ab7", "0a:0b:0c:0d:0e:0f",
        "00:11:22:33:44:55",
    ],
)  # fmt: skip
def test_every_form_is_found_without_a_word(value: str) -> None:
    assert found("MAC_ADDRESS", f"Gerät {value}, im Keller") == [value]


@pytest.mark.parametrize("value", ["001B44113AB7", "00-11-22-33-44-55", "0011.2233.4455"])
def test_what_may_be_something_else_needs_a_word(value: str) -> None:
    assert found("MAC_ADDRESS", f"MAC:{value}") == [value]
    assert found("MAC_ADDRESS", f"Teil {value}") == []


@pytest.mark.parametrize(
    "text",
    [
        "DE89.3704.0044.0532.0130.00", "4111.1111.1111.1111", "12:30:45", "2001:db8::1b:44:11:3a",
        "fe80:10:20:30:40:50:60:70", "Version 10.12.2021", "00:00:00:00:00:00",
        "MD5:aa:bb:cc:dd:ee:ff:00:11:22:33:44:55:66:77:88:99",
    ],
)  # fmt: skip
def test_others_are_none(text: str) -> None:
    assert found("MAC_ADDRESS", text) == []
