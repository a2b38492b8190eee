"""REST: what a job holds, and forgetting it."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request

from service.errors import JobNotFoundError
from service.routes.openapi_document import answers
from service.routes.openapi_links import DESCRIBE_JOB, FORGET_JOB
from service.routes.request.authentication import Authentication
from service.routes.rest.answers import ForgottenAnswer, JobAnswer
from service.vault import Vault
from service.vault.records import is_derived


def router(vault: Vault, authentication: Authentication) -> APIRouter:
    """Return the routes."""
    routes = APIRouter(tags=["jobs"])

    @routes.get(
        "/v1/jobs/{job_id}",
        operation_id=DESCRIBE_JOB,
        response_model=None,
        summary="Describe a job, without its values",
        responses={200: answers(JobAnswer)},
    )
    async def describe(job_id: str, request: Request) -> dict[str, Any]:
        """Return counts, age and time to live of a job; never a value."""
        context = authentication.admit(request)
        if is_derived(job_id):  # several people may share it, and its id is told to nobody
            raise JobNotFoundError
        job = await vault.describe(context.tenant, job_id)
        context.note_job(job_id)
        return {
            "job_id": job.job_id,
            "placeholders": job.placeholders,
            "age_seconds": job.age_seconds,
            "ttl_seconds": job.ttl_seconds,
        }

    @routes.delete(
        "/v1/jobs/{job_id}",
        operation_id=FORGET_JOB,
        response_model=None,
        summary="Forget a job and its values",
        responses={200: answers(ForgottenAnswer)},
    )
    async def forget(job_id: str, request: Request) -> dict[str, Any]:
        """Forget a job at once."""
        context = authentication.admit(request)
        await vault.forget(context.tenant, job_id)
        context.note_job(job_id)
        return {"job_id": job_id, "deleted": True}

    return routes
