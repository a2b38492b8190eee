from __future__ import annotations

import re

import pydantic
import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.cipher import KeyRing
from service.policy.operators import Mask, Operators
from service.text import placeholders

KEYS = KeyRing.generate()
IBAN = "DE89 3704 0044 0532 0130 00"
OPERATOR = st.sampled_from(["redact", "mask", "hash"]) | st.builds(
    Mask,
    type=st.just("mask"),
    character=st.sampled_from("*#•█~"),
    keep_last=st.integers(0, 32),
)


def write(operator: object, value: str = IBAN, tenant: str = "acme", keys: KeyRing = KEYS) -> str:
    return Operators(keys).write(operator, tenant, "IBAN_CODE", "iban", value)  # type: ignore[arg-type]


def test_redact_writes_the_label() -> None:
    assert write("redact") == "[IBAN]"


@pytest.mark.parametrize(
    ("keep_last", "value", "masked"),
    [
        (4, IBAN, "***********************0 00"),
        (0, "Krämer", "******"),
        (4, "12345678", "****5678"),
        (4, "1234567", "*******"),
        (4, "1234", "****"),
        (32, "x", "*"),
    ],
)
def test_mask_keeps_the_last_characters_but_never_more_than_half(
    keep_last: int, value: str, masked: str
) -> None:
    assert write(Mask(type="mask", keep_last=keep_last), value) == masked


def test_mask_by_its_name_keeps_four() -> None:
    assert write("mask") == write(Mask(type="mask", keep_last=4))


@pytest.mark.parametrize("wrong", [{"character": "a"}, {"character": "["}, {"keep_last": -1}])
def test_a_mask_is_made_of_signs_that_belong_to_no_placeholder(wrong: dict[str, object]) -> None:
    with pytest.raises(pydantic.ValidationError):
        Mask(type="mask", **wrong)  # type: ignore[arg-type]


def test_a_hash_is_stable_and_differs_by_value_tenant_and_key() -> None:
    assert re.fullmatch(r"\[iban:[0-9a-f]{12}\]", write("hash"))
    assert write("hash") == write("hash")
    others = {
        write("hash", "DE00"),
        write("hash", tenant="other"),
        write("hash", keys=KeyRing.generate()),
    }
    assert len(others | {write("hash")}) == 4


@given(OPERATOR, st.text(min_size=1, max_size=40), st.text(max_size=12), st.text(max_size=12))
def test_nothing_that_is_written_makes_a_placeholder(
    operator: object, value: str, before: str, after: str
) -> None:
    text = before + write(operator, value) + after
    made = {found[0] for found in placeholders.find(text)}
    assert made <= {found[0] for found in placeholders.find(before + value + after)}


@given(OPERATOR, st.text(min_size=2, max_size=40))
def test_no_value_stays_whole(operator: object, value: str) -> None:
    written = write(operator, value)
    assert written != value or set(value) <= set("*#•█~")
