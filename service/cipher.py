"""Seals and opens what the vault keeps; the only file that imports `cryptography`.

A sealed entry, version 1:

    0x01 | length of the key id (1 byte) | key id (ASCII) | nonce (12 bytes) | ciphertext | tag (16)

AES-256-GCM with a random 96-bit nonce (NIST SP 800-38D, 8.2.2). The key is derived from the named
key of the ring and the scope (one job) by HKDF-SHA256 (RFC 5869), so no key ever comes near the
2^32 messages that random nonces allow. The authenticated data are the bytes before the nonce,
followed by the context that the caller gives.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from service.errors import SealBrokenError

KEY_BYTES = 32
FORMAT_VERSION = 1

_NONCE_BYTES = 12
_TAG_BYTES = 16
_KEY_ID = re.compile(r"[A-Za-z0-9_-]{1,16}", re.ASCII)
# 32 random bytes hold about 30 different ones; fewer than 16 comes up once in 10^16 draws.
_FEWEST_DIFFERENT_BYTES = 16

_SEAL_PURPOSE = b"deckname/seal/v1"
_FINGERPRINT_PURPOSE = b"deckname/fingerprint/v1"


def frame(*parts: str | bytes) -> bytes:
    """Join parts, a 4-byte length before each: no two different sequences give the same bytes.

    Lone surrogates, which JSON can carry, are encoded too: an encoding error would hold the text.
    """
    encoded = [p if isinstance(p, bytes) else p.encode("utf-8", "surrogatepass") for p in parts]
    return b"".join(len(part).to_bytes(4, "big") + part for part in encoded)


@dataclass(frozen=True, slots=True, eq=False)
class Key:
    """A named 256-bit key. Raises ValueError, in fixed words, for a bad id or a weak key."""

    id: str
    material: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if not _KEY_ID.fullmatch(self.id):
            raise ValueError("its id must be 1 to 16 letters, digits, '-' or '_'")
        if len(self.material) != KEY_BYTES:
            raise ValueError("it must be 32 bytes long (openssl rand -base64 32)")
        if len(set(self.material)) < _FEWEST_DIFFERENT_BYTES:
            raise ValueError("it is not random (openssl rand -base64 32)")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `id:base64`. Raises ValueError, in fixed words that hold nothing of the text."""
        key_id, colon, encoded = text.strip().partition(":")
        if not colon:
            raise ValueError("it must be written id:base64")
        try:
            material = base64.b64decode(encoded, validate=True)
        except ValueError:  # binascii.Error, or characters outside ASCII
            raise ValueError("its second part is not base64") from None
        return cls(key_id, material)

    @classmethod
    def generate(cls, key_id: str) -> Self:
        """Make a new random key."""
        return cls(key_id, secrets.token_bytes(KEY_BYTES))

    def reveal(self) -> str:
        """Return `id:base64`, secret part included: for `deckname keys`, never for a log."""
        return f"{self.id}:{binascii.b2a_base64(self.material, newline=False).decode('ascii')}"


class KeyRing:
    """The vault's keys: the first one seals, every one opens.

    To rotate, give a new key to every process first, then let it seal (`deckname keys rotate`), and
    drop the old one when its last job has expired.
    """

    def __init__(self, keys: Sequence[Key]) -> None:
        """Check the keys, the sealing one first. Raises ValueError for none or a double."""
        if not keys:
            raise ValueError("There is no vault key. Make one with: deckname keys new")
        for number, key in enumerate(keys, start=1):
            if any(key.id == earlier.id for earlier in keys[: number - 1]):
                raise ValueError(f"Vault key {number} has the id of an earlier one.")
            if any(key.material == earlier.material for earlier in keys[: number - 1]):
                raise ValueError(f"Vault key {number} is a copy of an earlier one.")
        self._keys = {key.id: key for key in keys}
        self._fingerprint_keys = {
            key.id: Key(key.id, _derive(key.material, _FINGERPRINT_PURPOSE)) for key in keys
        }

    def __repr__(self) -> str:
        return f"KeyRing({', '.join(self._keys)})"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `id:base64` entries, one a line or separated by commas; `#` begins a comment line.

        Raises ValueError that names the place of the bad entry and nothing of its content.
        """
        lines = (line for line in text.splitlines() if not line.lstrip().startswith("#"))
        entries = [entry for line in lines for entry in line.split(",") if entry.strip()]
        keys = []
        for number, entry in enumerate(entries, start=1):
            try:
                keys.append(Key.parse(entry))
            except ValueError as error:
                raise ValueError(f"Vault key {number} cannot be used: {error}.") from None
        return cls(keys)

    @classmethod
    def generate(cls) -> Self:
        """Make a ring of one random key, for a vault that lives no longer than this process."""
        return cls([Key.generate("memory")])

    @property
    def first_id(self) -> str:
        """The id of the key that seals."""
        return next(iter(self._keys))

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all keys, the sealing one first."""
        return tuple(self._keys)

    def take(self, other: KeyRing) -> None:
        """Become as `other`, for everybody who holds this ring: keys change while requests run."""
        self._keys, self._fingerprint_keys = other._keys, other._fingerprint_keys

    def with_new(self, key: Key) -> KeyRing:
        """Return a ring with one more key, which opens and does not seal yet."""
        return KeyRing([*self._all(), key])

    def with_last_first(self) -> KeyRing:
        """Return a ring in which the newest key, the last one, seals."""
        *rest, last = self._all()
        return KeyRing([last, *rest])

    def reveal(self) -> str:
        """Return all keys, one `id:base64` a line: for `deckname keys`, never for a log."""
        return "".join(f"{key.reveal()}\n" for key in self._all())

    def _all(self) -> list[Key]:
        return list(self._keys.values())

    def fingerprint(self, key_id: str, message: bytes) -> bytes:
        """Return the HMAC-SHA256 (RFC 2104) of a message under a named key, 32 bytes.

        Equal messages give equal fingerprints, which tell nothing without the key. Begin a message
        made with `frame` with its purpose. Raises SealBrokenError when the key is not in the ring.
        """
        try:
            key = self._fingerprint_keys[key_id]
        except KeyError:
            raise SealBrokenError from None
        return hmac.digest(key.material, message, "sha256")

    def box(self, scope: bytes) -> Box:
        """Return what seals and opens within one scope (a job), under keys derived for it alone."""
        return Box(self._keys, scope)


class Box:
    """Seals and opens entries of one scope. Made for one call, like the derived keys it holds."""

    def __init__(self, keys: dict[str, Key], scope: bytes) -> None:
        self._keys = keys
        self._scope = scope
        self._ciphers: dict[str, AESGCM] = {}

    def seal(self, plaintext: bytes, context: bytes) -> bytes:
        """Encrypt under the ring's first key; only the same scope and context open it again."""
        return self._seal(secrets.token_bytes(_NONCE_BYTES), plaintext, context)

    def open(self, sealed: bytes, context: bytes) -> bytes:
        """Decrypt what `seal` made.

        Raises SealBrokenError when a bit was changed, the entry comes from another scope or
        context, or its key is not in the ring.
        """
        header = sealed[: 2 + sealed[1]] if len(sealed) > 1 else b""
        nonce = sealed[len(header) : len(header) + _NONCE_BYTES]
        ciphertext = sealed[len(header) + _NONCE_BYTES :]
        if sealed[:1] != bytes([FORMAT_VERSION]) or len(ciphertext) < _TAG_BYTES:
            raise SealBrokenError
        try:
            cipher = self._cipher(header[2:].decode("ascii"))
            return cipher.decrypt(nonce, ciphertext, header + context)
        except (UnicodeDecodeError, KeyError, InvalidTag):
            raise SealBrokenError from None

    def _seal(self, nonce: bytes, plaintext: bytes, context: bytes) -> bytes:
        """Encrypt with a given nonce: for `seal` and for the published test vector only."""
        key_id = next(iter(self._keys))
        header = bytes([FORMAT_VERSION, len(key_id)]) + key_id.encode("ascii")
        return header + nonce + self._cipher(key_id).encrypt(nonce, plaintext, header + context)

    def _cipher(self, key_id: str) -> AESGCM:
        """Derive the scope's key from a key of the ring, once; KeyError when there is none."""
        if key_id not in self._ciphers:
            info = frame(_SEAL_PURPOSE, self._scope)
            self._ciphers[key_id] = AESGCM(_derive(self._keys[key_id].material, info))
        return self._ciphers[key_id]


def _derive(material: bytes, info: bytes) -> bytes:
    """Derive 32 bytes by HKDF-SHA256. No salt: the material is uniformly random (RFC 5869, 3.1)."""
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=info).derive(material)
