"""REST: what a job holds, and forgetting it."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request

from service.routes.openapi_links import DESCRIBE_JOB, FORGET_JOB
from service.routes.request.authentication import Authentication
from service.vault import Vault


def router(vault: Vault, authentication: Authentication) -> APIRouter:
    """Return the routes."""
    routes = APIRouter(tags=["jobs"])

    @routes.get("/v1/jobs/{job_id}", operation_id=DESCRIBE_JOB)
    async def describe(job_id: str, request: Request) -> dict[str, Any]:
        """Return counts, age and time to live of a job; never a value."""
        job = await vault.describe(authentication.admit(request).tenant, job_id)
        return {
            "job_id": job.job_id,
            "placeholders": job.placeholders,
            "age_seconds": job.age_seconds,
            "ttl_seconds": job.ttl_seconds,
        }

    @routes.delete("/v1/jobs/{job_id}", operation_id=FORGET_JOB)
    async def forget(job_id: str, request: Request) -> dict[str, Any]:
        """Forget a job at once."""
        await vault.forget(authentication.admit(request).tenant, job_id)
        return {"job_id": job_id, "deleted": True}

    return routes
