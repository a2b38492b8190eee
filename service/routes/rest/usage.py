"""REST: how much the caller used."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request

from service.routes.openapi_document import answers
from service.routes.request.authentication import Authentication
from service.routes.rest.answers import UsageAnswer
from service.tenants.usage import TOKENS, Usage

PATHS = ("/v1/usage", "/api/v1/usage")
SCOPE = "Counted by this process since it started; other processes count for themselves."


def router(usage: Usage, authentication: Authentication) -> APIRouter:
    """Return the routes."""
    routes = APIRouter(tags=["usage"])

    async def used(request: Request) -> dict[str, Any]:
        """Return counts of the caller's requests, characters, entities and tokens; never text."""
        counts = usage.of(authentication.admit(request).tenant)
        return {
            "object": "usage",
            "since": usage.since,
            "scope": SCOPE,
            "requests": counts.requests,
            "characters": counts.characters,
            "entities": dict(sorted(counts.entities.items())),
            "tokens": {name: counts.tokens[name] for name in TOKENS},
        }

    for path in PATHS:
        routes.add_api_route(
            path,
            used,
            methods=["GET"],
            response_model=None,
            summary="Count what the caller used",
            responses={200: answers(UsageAnswer)},
        )
    return routes
