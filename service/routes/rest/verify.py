"""REST: which placeholders of a job a text holds, lacks, has damaged or made up."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request

from service.errors import JobNotFoundError
from service.pipeline import Pipeline
from service.routes.openapi_document import answers
from service.routes.request.authentication import Authentication
from service.routes.request.body import describe_body, read_model
from service.routes.request.job_texts import TextsOfJob
from service.routes.rest.answers import VerifyAnswer
from service.text.repair.finder import Fix
from service.vault import Vault


class VerifyRequest(TextsOfJob):
    """Body of POST /v1/verify."""


def router(pipeline: Pipeline, vault: Vault, authentication: Authentication) -> APIRouter:
    """Return the route."""
    routes = APIRouter(tags=["anonymize"])

    @routes.post(
        "/v1/verify",
        response_model=None,
        summary="Compare a text with the placeholders of a job",
        responses={200: answers(VerifyAnswer)},
        openapi_extra=describe_body(VerifyRequest),
    )
    async def verify(request: Request) -> dict[str, Any]:
        """Return what became of the placeholders of a job in a text; nothing is restored."""
        context = authentication.admit(request)
        asked = await read_model(request, context.limits, VerifyRequest)
        context.note_texts(asked.contents)
        if not await vault.exists(context.tenant, asked.job_id):
            raise JobNotFoundError
        context.note_job(asked.job_id)
        found = await pipeline.verify(context.job(asked.job_id), asked.contents)
        context.log.add(entities=len(found.kept))
        return {
            "kept": list(found.kept),
            "missing": list(found.missing),
            "altered": [_told(fix) for fix in found.tally.forms.values()],
            "invented": list(found.invented),
        }

    return routes


def _told(fix: Fix) -> dict[str, Any]:
    return {"form": fix.source, "placeholder": fix.name, "kind": fix.kind}
