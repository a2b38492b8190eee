"""A case for each kind of key, and for each sign behind one."""

import pytest

from tests.recognizers.finding import found


@pytest.mark.parametrize(
    "key",
    ["owner", "userName", "user_name", "customer.name", "patientin", "bearbeiterin", "name",
     "createdBy", "fullName", "full_name", "display-name", "realname", "cardholder_name"],
)  # fmt: skip
def test_a_key_tells_a_quoted_name(key: str) -> None:
    assert found("PERSON", f'{key}="Erika Muster"') == ["Erika Muster"]


@pytest.mark.parametrize("sign", ["=", ":", ": ", " = ", " => ", ":= ", '": '])
def test_a_sign_joins_a_key_to_its_name(sign: str) -> None:
    assert found("PERSON", f'"owner{sign}"Erika Muster"') == ["Erika Muster"]


@pytest.mark.parametrize("key", ["filename", "host"])
def test_a_longer_word_is_no_key(key: str) -> None:
    assert found("PERSON", f'{key}="Erika Muster"') == []
