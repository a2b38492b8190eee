"""Tenants: their API keys, kept as hashes, and what holds for each of them."""

from __future__ import annotations

import hashlib
import hmac
import json
import math
import re
import secrets
import time
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictInt, StringConstraints, ValidationError

from service.config.config_file import once
from service.integrity import Mode
from service.upstream.account import Account

SETTING = "DECKNAME_API_KEYS_FILE"
DEFAULT_TENANT = "default"
NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")
PREFIX = "sha256:"
HASH = rf"^{PREFIX}[0-9a-f]{{64}}$"
KEY_BYTES = 32
MINUTE = 60.0

KeyHash = Annotated[str, StringConstraints(strict=True, pattern=HASH)]
Count = Annotated[StrictInt, Field(ge=1)]


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


class Terms(BaseModel):
    """What the file says of one tenant; what it leaves out is as the settings have it."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    keys: list[KeyHash] = Field(repr=False)
    policy: str | None = None
    ttl_seconds: Count | None = None
    max_body_bytes: Count | None = None
    requests_per_minute: Count | None = None
    jobs: Count | None = None
    integrity: Mode | None = None
    request_patterns: Literal["on", "off"] | None = None
    upstream: Account | None = None


NO_TERMS = Terms(keys=[])


class Tenants:
    """Knows who a key belongs to. With no keys at all, everybody is the tenant `default`."""

    def __init__(
        self,
        terms: Mapping[str, Terms | list[str]] | None,
        policies: Collection[str] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Keep the terms, or only the hashes, of each tenant; `clock` counts seconds.

        Raises TenantsError for a policy that is not among `policies`, if those are given.
        """
        self._policies = policies
        self._clock = clock
        self._spent: dict[str, tuple[float, int]] = {}
        self._set(terms)

    @classmethod
    def from_file(cls, path: Path | None, policies: Collection[str] | None = None) -> Tenants:
        """Read the file of API keys.

        Raises TenantsError.
        """
        if path is None:
            return cls(None)
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, ValueError):
            raise TenantsError(f"{SETTING} cannot be read as JSON") from None
        return cls(parse(text), policies)

    def take(self, text: str) -> None:
        """Go on with what another file says: a key that is gone from it is refused from now on.

        Raises TenantsError, and changes nothing.
        """
        self._set(parse(text))

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

    def terms(self, tenant: str) -> Terms:
        """Return what holds for a tenant."""
        return self._terms.get(tenant, NO_TERMS)

    @property
    def accounts(self) -> frozenset[Account]:
        """The accounts that tenants have of their own."""
        return frozenset(one.upstream for one in self._terms.values() if one.upstream is not None)

    def has_turn(self, tenant: str) -> bool:
        """Count a request, and return whether the tenant has one left in this minute.

        Each process counts for itself.
        """
        limit = self.terms(tenant).requests_per_minute
        if limit is None:
            return True
        now = self._clock()
        began, spent = self._spent.get(tenant, (now, 0))
        if now - began >= MINUTE:
            began, spent = now, 0
        self._spent[tenant] = (began, spent + 1)
        return spent < limit

    def seconds_to_turn(self, tenant: str) -> int:
        """Return after how many seconds a tenant without a turn has one again."""
        began, _ = self._spent.get(tenant, (self._clock(), 0))
        return max(1, math.ceil(began + MINUTE - self._clock()))

    def _set(self, terms: Mapping[str, Terms | list[str]] | None) -> None:
        known = {
            name: one if isinstance(one, Terms) else Terms(keys=one)
            for name, one in (terms or {}).items()
        }
        named = {one.policy for one in known.values()} - {None}
        if self._policies is not None and not named <= set(self._policies):
            raise TenantsError(f"{SETTING} names a policy that there is not")
        _check_keys(known)
        self._terms = known
        self._hashes = (
            None
            if terms is None
            else [(tenant, known) for tenant, one in self._terms.items() for known in one.keys]
        )


def parse(text: str) -> dict[str, Terms]:
    """Read `{"tenant": ["sha256:…", …]}`, or for a list an object with `keys` and terms.

    Raises TenantsError.
    """
    try:
        content = json.loads(text, object_pairs_hook=once)
    except (json.JSONDecodeError, RecursionError):
        raise TenantsError(f"{SETTING} cannot be read as JSON") from None
    except ValueError:
        raise TenantsError(f"{SETTING} names something twice in one place") from None
    try:
        return _checked(content)
    except (ValidationError, TypeError, ValueError):
        raise TenantsError(
            f'{SETTING} must hold {{"tenant": ["sha256:…", …]}}, or for a list'
            f" an object of {', '.join(Terms.model_fields)};"
            " make a key with `deckname keys tenant NAME`"
        ) from None


def _checked(content: Any) -> dict[str, Terms]:
    """Return the terms by tenant. Raises ValueError or TypeError for anything else."""
    if not isinstance(content, dict) or not all(NAME.fullmatch(name) for name in content):
        raise TypeError
    return {
        name: Terms.model_validate({"keys": one} if isinstance(one, list) else one)
        for name, one in content.items()
    }


def _check_keys(terms: Mapping[str, Terms]) -> None:
    """Raise TenantsError for a key that is another tenant's too, doubled, or no key at all."""
    hashes = [known for one in terms.values() for known in one.keys]
    if len(set(hashes)) < len(hashes):
        raise TenantsError(f"{SETTING} holds a hash twice: a key has one tenant")
    if hash_key("") in hashes:
        raise TenantsError(f"{SETTING} holds the hash of an empty key: it would let everybody in")
