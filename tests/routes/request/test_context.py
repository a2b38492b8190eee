from __future__ import annotations

from dataclasses import FrozenInstanceError
from typing import Any

import pytest
from starlette.datastructures import Headers

from service.observability.request_notes import RequestNotes
from service.pipeline import Job
from service.routes.request.context import RequestContext, notes_of, put_notes
from service.routes.request.limits import Limits
from service.tenants.tenants import Terms

LIMITS = Limits(body_bytes=1024, values=10, seconds=1)


def context(*, policy: str | None = None, **headers: str) -> RequestContext:
    named = Headers({name.replace("_", "-"): value for name, value in headers.items()})
    return RequestContext("acme", Terms(keys=[], policy=policy), named, LIMITS, 60, RequestNotes())


def test_a_request_names_its_policy_else_its_tenant_does() -> None:
    assert context().policy is None
    assert context(policy="strict").policy == "strict"
    assert context(policy="strict", x_deckname_policy="standard").policy == "standard"


def test_a_job_is_the_tenants_and_lives_as_long_as_is_usual_or_asked() -> None:
    assert context().job("j") == Job("acme", "j", 60)
    assert context().job("j", 5) == Job("acme", "j", 5)


def test_it_cannot_be_changed_and_shows_no_header() -> None:
    known = context(authorization="Bearer dn-secret")
    assert "dn-secret" not in repr(known)
    with pytest.raises(FrozenInstanceError):
        known.tenant = "other"  # type: ignore[misc]


def test_what_is_noted_through_the_scope_comes_out_where_it_was_put_in() -> None:
    scope: dict[str, Any] = {}
    notes = RequestNotes()
    put_notes(scope, notes)
    notes_of(scope).add(code="x")
    assert notes.as_fields() == {"code": "x"}


def test_without_a_log_line_what_is_noted_is_lost() -> None:
    scope: dict[str, Any] = {}
    notes_of(scope).add(code="x")
    assert scope == {}
