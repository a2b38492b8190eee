"""The records of the vault: pairs, issued placeholders, facts about a job."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from service.text import placeholders

DERIVED = "conv_"  # how the ids of jobs begin that follow from the opening of a conversation
_DERIVED = re.compile(rf"{DERIVED}[a-z2-7]{{32}}")


def is_derived(job_id: str) -> bool:
    """Return whether a job id was derived from a conversation's opening, and told to nobody."""
    return bool(_DERIVED.fullmatch(job_id))


@dataclass(frozen=True, slots=True)
class Pair:
    """A value that needs a placeholder: its entity (`DE_TAX_ID`) and its label (`tax_id`)."""

    entity: str
    label: str
    value: str = field(repr=False)

    def is_same_as(self, other: Pair | Issued) -> bool:
        """Return whether both mean the same value of the same entity, whatever the label."""
        return self.value == other.value and self.entity == other.entity


@dataclass(frozen=True, slots=True)
class Issued:
    """A placeholder that exists in a job, with what it stands for."""

    hash: str
    label: str
    value: str = field(repr=False)
    entity: str

    @property
    def placeholder(self) -> str:
        """The placeholder as texts hold it."""
        return placeholders.write(self.label, self.hash)


@dataclass(frozen=True, slots=True)
class Linked:
    """The job that an answer belongs to, and the hashes that its conversation was sent so far."""

    job_id: str
    hashes: frozenset[str]

    @property
    def is_derived(self) -> bool:
        """Whether the job follows from the opening of a conversation: nobody named it."""
        return is_derived(self.job_id)


@dataclass(frozen=True, slots=True)
class JobInfo:
    """Facts about a job that tell nothing of its values.

    `created_at` is in seconds since 1970; `age_seconds` counts from there; `ttl_seconds` is the
    time left if the job is not used again.
    """

    job_id: str
    created_at: float
    age_seconds: int
    ttl_seconds: int
    placeholders: int
