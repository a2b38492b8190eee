"""A pair as it stands in the store, worked out from the docs alone: address, hash and seal."""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from service.cipher import Key, KeyRing
from service.vault import Pair
from service.vault.sealed_job import SealedJob

DOCS = Path(__file__).parent.parent.parent / "docs" / "security.md"
BLOCK = re.compile(r"^```text\n(address .*?)^```", re.MULTILINE | re.DOTALL)
KEY = bytes(range(32))
NONCE = bytes(range(0xA0, 0xAC))
PAIR = Pair("PERSON", "Person", "Sabine Krämer")
ALPHABET = "ABCDEFGHJKLMNPQRSTVWXYZ23456789"


def framed(*parts: str | bytes) -> bytes:
    encoded = [one if isinstance(one, bytes) else one.encode() for one in parts]
    return b"".join(len(one).to_bytes(4, "big") + one for one in encoded)


def derived(info: bytes) -> bytes:
    """HKDF-SHA256 (RFC 5869) without salt, one block."""
    extracted = hmac.digest(bytes(32), KEY, "sha256")
    return hmac.digest(extracted, info + b"\x01", "sha256")


def told() -> dict[str, str]:
    """Return the vector in the docs."""
    block = re.search(
        r"^```text\n(address .*?)^```", DOCS.read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    assert block is not None
    return dict(line.split(maxsplit=1) for line in block[1].splitlines())


def test_the_vector_in_the_docs_is_what_the_code_stores_and_what_the_standards_give() -> None:
    vector = told()
    job = SealedJob(KeyRing([Key("k1", KEY)]), "acme", "job_1")
    assert vector["address"] == job.address
    assert vector["field"] == job.hash("k1", PAIR, 0)
    assert vector["plaintext"] == json.dumps([PAIR.entity, PAIR.label, PAIR.value])
    sealed = bytes.fromhex(vector["sealed"])
    assert job.open_pair(vector["field"], sealed).value == PAIR.value

    digest = hashlib.sha256(framed("acme", "job_1")).hexdigest()
    assert vector["address"] == f"deckname:{{{digest[:40]}}}"
    message = framed("placeholder", "acme", "job_1", PAIR.entity, PAIR.value, "0")
    number = int.from_bytes(hmac.digest(derived(b"deckname/fingerprint/v1"), message, "sha256")[:8])
    first = ""
    for _ in range(5):
        number, place = divmod(number, len(ALPHABET))
        first += ALPHABET[place]
    assert vector["field"][:5] == first

    key = derived(framed("deckname/seal/v1", framed("acme", "job_1")))
    header = b"\x01\x02k1"
    context = header + framed("acme", "job_1", vector["field"])
    assert sealed == header + NONCE + AESGCM(key).encrypt(
        NONCE, vector["plaintext"].encode(), context
    )
