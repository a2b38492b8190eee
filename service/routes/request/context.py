"""The request context: who asks and what holds for them, handed on by argument, never changed.

The one door between the layer that writes the log line and the routes is here too: the layer puts
notes into the ASGI scope (`put_notes`), authentication and error answers get them (`notes_of`).
"""

from __future__ import annotations

from collections.abc import MutableMapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from starlette.datastructures import Headers

from service.observability.request_notes import RequestNotes
from service.pipeline import Job
from service.routes.request.limits import Limits
from service.tenants.tenants import Terms

POLICY_HEADER = "x-deckname-policy"
SCOPE_KEY = "deckname"


@dataclass(frozen=True, slots=True)
class RequestContext:
    """Who asks, on which terms, within which limits, and where facts for the log line go.

    `headers` are the caller's without a key of ours that came as `Authorization`; a job of theirs
    lives for `ttl_seconds` after each use.
    """

    tenant: str
    terms: Terms = field(repr=False)
    headers: Headers = field(repr=False)
    limits: Limits
    ttl_seconds: int
    log: RequestNotes = field(repr=False)

    @property
    def policy(self) -> str | None:
        """The policy that the header asks for, else the tenant's own, if there is one."""
        return self.headers.get(POLICY_HEADER, self.terms.policy)

    def note_texts(self, texts: Sequence[str]) -> None:
        """Note for the log line how much text came."""
        self.log.add(texts=len(texts), characters=sum(map(len, texts)))

    def note_job(self, job_id: str) -> None:
        """Note for the log line a job that there is: any other id may be anything."""
        self.log.add(job_id=job_id)

    def job(self, job_id: str, ttl_seconds: int | None = None) -> Job:
        """Return a job of the caller, which may live for another time than usual."""
        return Job(self.tenant, job_id, self.ttl_seconds if ttl_seconds is None else ttl_seconds)


def put_notes(scope: MutableMapping[str, Any], notes: RequestNotes) -> None:
    """Store where the facts of a request are noted."""
    scope[SCOPE_KEY] = notes


def notes_of(scope: MutableMapping[str, Any]) -> RequestNotes:
    """Return where the facts of a request are noted; without a log line, where nobody reads."""
    notes = scope.get(SCOPE_KEY)
    return notes if isinstance(notes, RequestNotes) else RequestNotes()
