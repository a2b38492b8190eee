"""One job as the vault sees it: its address in the store, its hashes, its sealed fields."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass

from service.cipher import KeyRing, frame
from service.errors import InvalidRequestError
from service.text.placeholders.hashes import make_hash
from service.vault.records import Issued, Pair

# Can never be a HASH, which is upper-case and six characters long.
META = "meta"
REPORT = "report"

JOB_ID = r"[A-Za-z0-9._:-]{1,128}"
_JOB_ID = re.compile(JOB_ID, re.ASCII)
DERIVED = "conv_"
_DERIVED = re.compile(rf"{DERIVED}[a-z2-7]{{32}}")


@dataclass(frozen=True, slots=True)
class Meta:
    """What a job remembers of itself: made when, kept how long after each use, hashed under what.

    `created_at` in seconds since 1970. The key id stays the job's own when the ring is rotated, so
    a value keeps its hash.
    """

    created_at: float
    ttl_seconds: int
    key_id: str


def is_derived(job_id: str) -> bool:
    """Return whether a job id is one that was derived from a conversation, and told to nobody."""
    return bool(_DERIVED.fullmatch(job_id))


def check_job_id(job_id: str) -> str:
    """Return a caller's job id, or raise InvalidRequestError when it has other characters."""
    if not _JOB_ID.fullmatch(job_id):
        raise InvalidRequestError(
            "job_id", "A job id has 1 to 128 letters, digits, '.', '_', ':' or '-'."
        )
    return job_id


def address(tenant: str, job_id: str) -> str:
    """Return a job's key in the store: it shows neither of both; the braces fix the Redis slot."""
    return f"deckname:{{{hashlib.sha256(frame(tenant, job_id)).hexdigest()[:40]}}}"


class Job:
    """Names, seals and opens the fields of one job. Made for one call.

    Every field is bound to the tenant, the job and its own name, so none can be moved or swapped.
    """

    def __init__(self, keys: KeyRing, tenant: str, job_id: str) -> None:
        """Take tenant and job id. Raises InvalidRequestError for a job id of a wrong form."""
        self._names = (tenant, check_job_id(job_id))
        self._keys = keys
        self._box = keys.box(frame(*self._names))

    @property
    def tenant(self) -> str:
        """Whose job it is."""
        return self._names[0]

    @property
    def address(self) -> str:
        """The key in the store."""
        return address(*self._names)

    def hash(self, key_id: str, pair: Pair, attempt: int) -> str:
        """Return the HASH for a value: the same each time, another one for each attempt.

        Raises SealBrokenError when the key is no longer in the ring.
        """
        message = frame("placeholder", *self._names, pair.entity, pair.value, str(attempt))
        return make_hash(self._keys.fingerprint(key_id, message))

    def seal_pair(self, name: str, pair: Pair) -> bytes:
        """Seal a pair for the field `name`, its HASH."""
        return self._seal(name, [pair.entity, pair.label, pair.value])

    def open_pair(self, name: str, sealed: bytes) -> Issued:
        """Open the field `name`. Raises SealBrokenError when it is not what was sealed there."""
        entity, label, value = json.loads(self._open(name, sealed))
        return Issued(hash=name, label=label, value=value, entity=entity)

    def seal_meta(self, meta: Meta) -> bytes:
        """Seal the job's own field, so that nobody can lengthen its life in the store."""
        return self._seal(META, [meta.created_at, meta.ttl_seconds, meta.key_id])

    def open_meta(self, sealed: bytes) -> Meta:
        """Open the job's own field. Raises SealBrokenError when it was changed."""
        created_at, ttl_seconds, key_id = json.loads(self._open(META, sealed))
        return Meta(created_at, ttl_seconds, key_id)

    def seal_text(self, name: str, text: str) -> bytes:
        """Seal a text for the field `name`."""
        return self._seal(name, [text])

    def open_text(self, name: str, sealed: bytes) -> str:
        """Open the field `name`. Raises SealBrokenError when it is not what was sealed there."""
        (text,) = json.loads(self._open(name, sealed))
        return str(text)

    def _seal(self, name: str, content: list[str | float]) -> bytes:
        # ASCII JSON, so that lone surrogates survive as escapes.
        return self._box.seal(json.dumps(content).encode("ascii"), frame(*self._names, name))

    def _open(self, name: str, sealed: bytes) -> bytes:
        return self._box.open(sealed, frame(*self._names, name))
