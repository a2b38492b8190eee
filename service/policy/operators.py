"""Operators: what is written in place of a value when it is not a placeholder.

This is the only file that imports presidio_anonymizer. Its operators are called one by one, never
its engine, which merges neighbours; and its hash never without a salt, which would be random.
None of this can be undone, and nothing written here has the form of a placeholder.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from presidio_anonymizer.operators import Hash as PresidioHash
from presidio_anonymizer.operators import Mask as PresidioMask
from presidio_anonymizer.operators import Replace as PresidioReplace
from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag

from service.cipher import KeyRing, frame

USUALLY_KEPT = 4
HASH_DIGITS = 12  # 48 bits: two of a million values are the same with a chance of 1 in 500


class Mask(BaseModel):
    """Writes a sign for each character but the last ones.

    At most half of a value stays: of a short one, nothing does.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)
    type: Literal["mask"]
    # None of them can be a part of a placeholder.
    character: Literal["*", "#", "•", "█", "~"] = "*"
    keep_last: int = Field(default=USUALLY_KEPT, ge=0, le=32)

    def write(self, value: str) -> str:
        """Return the masked value."""
        kept = self.keep_last if len(value) >= 2 * self.keep_last else 0
        options: dict[str, Any] = {
            "masking_char": self.character,
            "chars_to_mask": len(value) - kept,
            "from_end": False,
        }
        return str(PresidioMask().operate(value, options))


Name = Literal["placeholder", "redact", "mask", "hash", "keep"]
Operator = Annotated[
    Annotated[Name, Tag("<name>")] | Annotated[Mask, Tag("<object>")],
    Discriminator(lambda given: "<object>" if isinstance(given, dict | Mask) else "<name>"),
]
PLACEHOLDER: Name = "placeholder"
KEEP: Name = "keep"


class Operators:
    """Writes what stands in place of a value; the keys make hashes that nobody else can make."""

    def __init__(self, keys: KeyRing) -> None:
        self._keys = keys

    def write(self, operator: Operator, tenant: str, entity: str, label: str, value: str) -> str:
        """Return what `operator`, which is neither placeholder nor keep, makes of `value`."""
        if operator == "mask":
            operator = Mask(type="mask", keep_last=USUALLY_KEPT)
        if isinstance(operator, Mask):
            return operator.write(value)
        if operator == "hash":
            return f"[{label}:{self._hash(tenant, entity, value)}]"
        return str(PresidioReplace().operate(value, {"new_value": f"[{label.upper()}]"}))

    def _hash(self, tenant: str, entity: str, value: str) -> str:
        """Return a short hash: the same for a value of a tenant as long as the first key stays."""
        salt = self._keys.fingerprint(self._keys.first_id, frame("hash", tenant, entity))
        options = {"hash_type": "sha256", "salt": salt}
        return str(PresidioHash().operate(value, options))[:HASH_DIGITS]
