"""Tenants and their API keys, kept as hashes."""

from __future__ import annotations

import hashlib
import hmac
import json
import re
import secrets
from collections.abc import Mapping
from pathlib import Path

DEFAULT_TENANT = "default"
NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")
PREFIX = "sha256:"
HASH = re.compile(rf"{PREFIX}[0-9a-f]{{64}}")
KEY_BYTES = 32


class TenantsError(ValueError):
    """The file of API keys cannot be used; the message shows nothing of its content."""


def new_api_key() -> tuple[str, str]:
    """Return a fresh API key and the hash that goes into the file.

    A plain SHA-256 is enough because a key holds 256 random bits: there is nothing to guess.
    """
    key = f"dn-{secrets.token_urlsafe(KEY_BYTES)}"
    return key, hash_key(key)


def hash_key(key: str) -> str:
    """Return the hash of an API key as the file holds it."""
    return PREFIX + hashlib.sha256(key.encode()).hexdigest()


class Tenants:
    """Knows who a key belongs to. With no keys at all, everybody is the tenant `default`."""

    def __init__(self, hashes: Mapping[str, list[str]] | None) -> None:
        self._hashes = (
            None
            if hashes is None
            else [(tenant, known) for tenant, keys in hashes.items() for known in keys]
        )

    @classmethod
    def from_file(cls, path: Path | None) -> Tenants:
        """Read `{"tenant": ["sha256:…", …]}`.

        Raises TenantsError.
        """
        if path is None:
            return cls(None)
        try:
            content = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            raise TenantsError("DECKNAME_API_KEYS_FILE cannot be read as JSON") from None
        if not _is_valid(content):
            raise TenantsError(
                'DECKNAME_API_KEYS_FILE must hold {"tenant": ["sha256:…", …]};'
                " make a key with `deckname keys tenant NAME`"
            )
        return cls(content)

    @property
    def asks_for_keys(self) -> bool:
        """Whether callers need a key."""
        return self._hashes is not None

    def find(self, key: str | None) -> str | None:
        """Return the tenant of an API key; None when it is not known.

        Every stored hash is compared, so that time tells nothing.
        """
        if self._hashes is None:
            return DEFAULT_TENANT
        offered = hash_key(key or "")
        found = None
        for tenant, known in self._hashes:
            if hmac.compare_digest(offered, known):
                found = tenant
        return found


def _is_valid(content: object) -> bool:
    return isinstance(content, dict) and all(
        NAME.fullmatch(tenant)
        and isinstance(keys, list)
        and all(isinstance(key, str) and HASH.fullmatch(key) for key in keys)
        for tenant, keys in content.items()
    )
