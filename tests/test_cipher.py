from __future__ import annotations

import base64
import hashlib
import hmac
import traceback

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.cipher import Key, KeyRing, frame
from service.errors import SealBrokenError

OLD = Key("k1", bytes(range(32)))
NEW = Key("k2", bytes(range(100, 132)))
SCOPE = frame("acme", "job_1")
CONTEXT = frame("acme", "job_1", "QSEZB6")


def text_of(key: Key) -> str:
    return f"{key.id}:{base64.b64encode(key.material).decode()}"


# --- sealing


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # of a busy machine
@given(st.binary(max_size=200), st.binary(max_size=50), st.binary(max_size=50))
def test_what_is_sealed_opens_again(plaintext: bytes, scope: bytes, context: bytes) -> None:
    sealed = KeyRing([OLD]).box(scope).seal(plaintext, context)

    assert KeyRing([OLD]).box(scope).open(sealed, context) == plaintext


def test_two_seals_of_the_same_value_differ() -> None:
    box = KeyRing([OLD]).box(SCOPE)

    assert box.seal(b"value", CONTEXT) != box.seal(b"value", CONTEXT)


def test_any_changed_byte_breaks_the_seal() -> None:
    box = KeyRing([OLD, NEW]).box(SCOPE)
    sealed = box.seal(b"Sabine", CONTEXT)

    for place in range(len(sealed)):
        for flip in (0x01, 0x80, 0xFF):
            changed = bytearray(sealed)
            changed[place] ^= flip
            with pytest.raises(SealBrokenError):
                box.open(bytes(changed), CONTEXT)


def test_any_cut_or_addition_breaks_the_seal() -> None:
    box = KeyRing([OLD]).box(SCOPE)
    sealed = box.seal(b"Sabine", CONTEXT)

    for end in range(len(sealed)):
        with pytest.raises(SealBrokenError):
            box.open(sealed[:end], CONTEXT)
    with pytest.raises(SealBrokenError):
        box.open(sealed + b"\0", CONTEXT)


def test_random_bytes_never_open_and_never_raise_anything_else() -> None:
    box = KeyRing([OLD]).box(SCOPE)
    for number in range(2000):
        with pytest.raises(SealBrokenError):
            box.open(
                b"\x01" + hashlib.shake_256(bytes([number % 256])).digest(number % 60), CONTEXT
            )


@pytest.mark.parametrize(
    ("scope", "context"),
    [
        (frame("acme", "job_2"), CONTEXT),
        (frame("other", "job_1"), CONTEXT),
        (SCOPE, frame("acme", "job_1", "QSEZB7")),
        (SCOPE, frame("acme", "job_", "1QSEZB6")),
        (SCOPE, b""),
    ],
)
def test_another_scope_or_context_breaks_the_seal(scope: bytes, context: bytes) -> None:
    sealed = KeyRing([OLD]).box(SCOPE).seal(b"Sabine", CONTEXT)

    with pytest.raises(SealBrokenError):
        KeyRing([OLD]).box(scope).open(sealed, context)


def test_a_key_id_pointing_at_another_key_of_the_ring_breaks_the_seal() -> None:
    ring = KeyRing([OLD, NEW])
    sealed = ring.box(SCOPE).seal(b"Sabine", CONTEXT)

    with pytest.raises(SealBrokenError):
        ring.box(SCOPE).open(sealed.replace(b"k1", b"k2", 1), CONTEXT)


def test_a_rotated_ring_seals_with_the_new_key_and_opens_both() -> None:
    sealed_before = KeyRing([OLD]).box(SCOPE).seal(b"before", CONTEXT)
    box = KeyRing([NEW, OLD]).box(SCOPE)
    sealed_after = box.seal(b"after", CONTEXT)

    assert box.open(sealed_before, CONTEXT) == b"before"
    assert KeyRing([NEW]).box(SCOPE).open(sealed_after, CONTEXT) == b"after"
    with pytest.raises(SealBrokenError):
        KeyRing([NEW]).box(SCOPE).open(sealed_before, CONTEXT)


def test_published_vector_of_the_sealed_format() -> None:
    """Quoted in the docs; recomputed here from the standards, by other means than the code's.

    key `k1` = 00 01 … 1f, nonce = a0 a1 … ab, plaintext "Sabine Krämer" in UTF-8,
    scope = frame("acme", "job_1"), context = frame("acme", "job_1", "QSEZB6").
    """
    nonce = bytes(range(0xA0, 0xAC))
    sealed = KeyRing([OLD]).box(SCOPE)._seal(nonce, "Sabine Krämer".encode(), CONTEXT)

    assert sealed.hex() == (
        "01026b31a0a1a2a3a4a5a6a7a8a9aaab"
        "9ba993c1bc5570a7d353d1ccb9ac65783b9a61968e4869420df8ad617742"
    )

    # RFC 5869: extract with a salt of 32 zero bytes, expand one block
    extracted = hmac.digest(bytes(32), OLD.material, "sha256")
    derived = hmac.digest(extracted, frame("deckname/seal/v1", SCOPE) + b"\x01", "sha256")
    header = b"\x01\x02k1"
    encrypted = AESGCM(derived).encrypt(nonce, "Sabine Krämer".encode(), header + CONTEXT)
    assert sealed == header + nonce + encrypted


def test_a_broken_seal_reports_no_cause() -> None:
    sealed = KeyRing([OLD]).box(SCOPE).seal(b"Sabine", CONTEXT)
    with pytest.raises(SealBrokenError) as caught:
        KeyRing([OLD]).box(SCOPE).open(sealed, b"")

    assert "InvalidTag" not in "".join(traceback.format_exception(caught.value))


# --- framing


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text(), max_size=4), st.lists(st.text(), max_size=4))
def test_frames_of_different_parts_differ(one: list[str], two: list[str]) -> None:
    assert (frame(*one) == frame(*two)) == (one == two)


def test_lone_surrogates_are_framed_and_not_put_into_an_error() -> None:
    assert frame("\ud800") == b"\0\0\0\x03\xed\xa0\x80"


# --- fingerprints


def test_fingerprints_are_stable_and_differ_by_key_and_message() -> None:
    ring, rotated = KeyRing([OLD]), KeyRing([NEW, OLD])
    one = ring.fingerprint("k1", b"message")

    assert len(one) == 32
    assert rotated.fingerprint("k1", b"message") == one
    assert rotated.fingerprint("k2", b"message") != one
    assert ring.fingerprint("k1", b"messagf") != one


def test_a_fingerprint_is_hmac_under_a_key_of_its_own_purpose() -> None:
    extracted = hmac.digest(bytes(32), OLD.material, "sha256")
    derived = hmac.digest(extracted, b"deckname/fingerprint/v1\x01", "sha256")

    assert KeyRing([OLD]).fingerprint("k1", b"x") == hmac.digest(derived, b"x", "sha256")


def test_a_fingerprint_under_a_dropped_key_is_refused() -> None:
    with pytest.raises(SealBrokenError):
        KeyRing([NEW]).fingerprint("k1", b"message")


# --- keys


def test_keys_are_read_from_a_comma_list_and_from_a_file_with_comments() -> None:
    listed = KeyRing.parse(f"{text_of(NEW)}, {text_of(OLD)}")
    filed = KeyRing.parse(f"# made in May\r\n{text_of(NEW)}\n\n  # older\n{text_of(OLD)}\n")

    assert listed.first_id == filed.first_id == "k2"
    assert repr(listed) == repr(filed) == "KeyRing(k2, k1)"
    assert listed.fingerprint("k1", b"x") == filed.fingerprint("k1", b"x")


def test_a_generated_key_reads_back_from_its_text() -> None:
    key = Key.generate("2026-05")

    assert Key.parse(key.reveal()).material == key.material
    assert len(key.material) == 32
    assert Key.generate("2026-05").material != key.material


def test_generated_rings_share_no_key() -> None:
    one, two = KeyRing.generate(), KeyRing.generate()

    assert one.fingerprint(one.first_id, b"x") != two.fingerprint(two.first_id, b"x")


MATERIAL = base64.b64encode(OLD.material).decode()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "There is no vault key"),
        (" \n# nothing\n,", "There is no vault key"),
        (MATERIAL, "Vault key 1 cannot be used: it must be written id:base64."),
        (f"k1:{MATERIAL},{MATERIAL}", "Vault key 2 cannot be used: it must be written id:base64."),
        (f"{MATERIAL}:k1", "Vault key 1 cannot be used: its second part is not base64."),
        (f"k1:{MATERIAL[:-1]}", "Vault key 1 cannot be used: its second part is not base64."),
        (f"k1:{MATERIAL[:-2]}ä=", "Vault key 1 cannot be used: its second part is not base64."),
        (f"k1: {MATERIAL}", "Vault key 1 cannot be used: its second part is not base64."),
        (f"k1:{MATERIAL[:40]}", "Vault key 1 cannot be used: it must be 32 bytes long"),
        ("k1:", "Vault key 1 cannot be used: it must be 32 bytes long"),
        (f"k1:{'A' * 43}=", "Vault key 1 cannot be used: it is not random"),
        (f":{MATERIAL}", "Vault key 1 cannot be used: its id must be 1 to 16"),
        (f"{'k' * 17}:{MATERIAL}", "Vault key 1 cannot be used: its id must be 1 to 16"),
        (f"kä:{MATERIAL}", "Vault key 1 cannot be used: its id must be 1 to 16"),
        (f"{text_of(OLD)},k1:{base64.b64encode(NEW.material).decode()}", "2 has the id of an ea"),
        (f"{text_of(OLD)},k2:{MATERIAL}", "Vault key 2 is a copy of an earlier one."),
    ],
)
def test_a_bad_key_is_refused_without_showing_it(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=r"[Vv]ault key") as caught:
        KeyRing.parse(text)

    assert words in str(caught.value)
    shown = "".join(traceback.format_exception(caught.value, chain=True))
    shown_lines = [line for line in shown.splitlines() if not line.startswith(" ")]
    for piece in (MATERIAL[i : i + 6] for i in range(len(MATERIAL) - 6)):
        assert not any(piece in line for line in shown_lines)


def test_no_repr_shows_key_material() -> None:
    ring = KeyRing([OLD])
    shown = f"{OLD!r} {OLD} {ring!r} {ring} {ring.box(SCOPE)!r}"

    assert "Key(id='k1')" in shown
    for form in (repr(OLD.material), OLD.material.hex(), MATERIAL):
        assert form not in shown
