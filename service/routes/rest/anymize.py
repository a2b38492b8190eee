"""REST as the clients of the reference product call it: jobs in the background, and their state."""

from __future__ import annotations

from typing import Any, Literal

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field

from service.background_jobs import Order, Orders, Report
from service.errors import JobNotFoundError
from service.pipeline import Job, Pipeline
from service.routes.openapi_links import DESCRIBE_JOB, FORGET_JOB, STATUS, STRINGS, links
from service.routes.request.authentication import Caller
from service.routes.request.body import JOB_ID_FORM, describe_body, read_model
from service.routes.request.limits import Limits
from service.routes.request.retention import Retention
from service.text import placeholders
from service.text.language import identify
from service.vault import Vault
from service.vault.sealed_job import check_job_id
from service.wire.system_prompt import RULE

ACCEPTED = 202
FOLLOWING = links(STATUS, STRINGS, DESCRIBE_JOB, FORGET_JOB)
CREATED = "Job created successfully. Use /api/status/{job_id} to check status."


class TextRequest(BaseModel):
    """Body of POST /api/anonymize."""

    model_config = ConfigDict(extra="forbid", strict=True, hide_input_in_errors=True)
    text: str
    language: Literal["de", "en", "auto"] = "auto"
    job_id: str | None = Field(
        None, description="Go on with this job; unset: a new one.", json_schema_extra=JOB_ID_FORM
    )


class MaskedText(BaseModel):
    """Body of POST /api/deanonymize."""

    model_config = ConfigDict(extra="forbid", strict=True, hide_input_in_errors=True)
    text: str
    job_id: str | None = Field(
        None,
        description="The job; unset: any that /api/anonymize made.",
        json_schema_extra=JOB_ID_FORM,
    )


class Desk:
    """Where orders are given and asked after, for one tenant at a time."""

    def __init__(
        self,
        orders: Orders,
        pipeline: Pipeline,
        vault: Vault,
        *,
        ttl_seconds: int,
        language: str,
        repair: bool = True,
    ) -> None:
        self._orders = orders
        self._pipeline = pipeline
        self._vault = vault
        self._ttl_seconds = ttl_seconds
        self._language = language
        self._repair = repair

    async def order(self, tenant: str, asked: TextRequest, *, wait: bool) -> Response:
        """Answer with the finished text, or that it is being worked on."""
        named = self._vault.new_job_id() if asked.job_id is None else check_job_id(asked.job_id)
        job = self._job(tenant, named)
        language = self._language if asked.language == "auto" else asked.language
        if language == "auto":
            language = identify(asked.text)
        order = Order(job, asked.text, language)
        if wait:
            return JSONResponse(_told(job, await self._orders.fulfil(order)))
        await self._orders.place(order)
        body = {"job_id": job.id, "status": "processing", "message": CREATED}
        return JSONResponse(body, ACCEPTED)

    async def status(self, tenant: str, job_id: str, *, include_original: bool) -> dict[str, Any]:
        """Say how far a job is; the original is made from the masked text."""
        job = self._job(tenant, job_id)
        report = await self._orders.look_up(job)
        told = _told(job, report)
        if include_original and report.state == "completed":
            told["original_text"] = (await self._pipeline.restore(job, [report.text])).texts[0]
        return told

    async def strings(self, tenant: str, job_id: str) -> dict[str, Any]:
        """List what a job replaced."""
        pairs = [
            {
                "original": one.value,
                "hash": one.hash,
                "prefix_name": one.label,
                "placeholder": placeholders.write(one.label, one.hash),
            }
            for one in await self._orders.strings(self._job(tenant, job_id))
        ]
        return {"job_id": job_id, "count": len(pairs), "total": len(pairs), "hash_pairs": pairs}

    async def restore(self, tenant: str, asked: MaskedText) -> dict[str, Any]:
        """Put values back: those of the job, or of all jobs that were ordered here."""
        if asked.job_id is None:
            text, count = await self._orders.restore(tenant, asked.text, self._ttl_seconds)
            return {"text": text, "replacements": count}
        if not await self._vault.exists(tenant, asked.job_id):
            raise JobNotFoundError
        done = await self._pipeline.restore(
            self._job(tenant, asked.job_id), [asked.text], repair=self._repair
        )
        return {"text": done.texts[0], "replacements": done.replacements}

    def _job(self, tenant: str, job_id: str) -> Job:
        return Job(tenant, job_id, self._ttl_seconds)


def router(desk: Desk, caller: Caller, retention: Retention, limits: Limits) -> APIRouter:
    """Return the routes."""
    routes = APIRouter(tags=["anymize"])

    @routes.post(
        "/api/anonymize",
        status_code=ACCEPTED,
        responses={
            200: {"description": "With `wait=true`: the result."} | FOLLOWING,
            ACCEPTED: {"description": "The job was taken on."} | FOLLOWING,
        },
        openapi_extra=describe_body(TextRequest),
    )
    async def anonymize(request: Request, wait: bool = False, sync: bool = False) -> Response:
        """Anonymize a text in the background, or at once with `wait` (or `sync`)."""
        tenant = caller.tenant(request)
        retention.need(request)
        asked = await read_model(request, limits, TextRequest)
        return await desk.order(tenant, asked, wait=wait or sync)

    @routes.get("/api/status/{job_id}", operation_id=STATUS)
    async def status(
        job_id: str, request: Request, include_original: bool = False
    ) -> dict[str, Any]:
        """Say how far a job is; when it is done, give the masked text."""
        tenant = caller.tenant(request)
        return await desk.status(tenant, job_id, include_original=include_original)

    @routes.get("/api/status/{job_id}/strings", operation_id=STRINGS)
    async def strings(job_id: str, request: Request) -> dict[str, Any]:
        """List the placeholders of a job with their values."""
        return await desk.strings(caller.tenant(request), job_id)

    @routes.post("/api/deanonymize", openapi_extra=describe_body(MaskedText))
    async def deanonymize(request: Request) -> dict[str, Any]:
        """Put the values back into a text, from whichever jobs of the caller they are."""
        tenant = caller.tenant(request)
        return await desk.restore(tenant, await read_model(request, limits, MaskedText))

    return routes


def _told(job: Job, report: Report) -> dict[str, Any]:
    """Return a report in both forms that the reference product is known to answer in."""
    told: dict[str, Any] = {"job_id": job.id, "status": report.state}
    if report.state == "processing":
        return told | {"progress": 0}
    if report.state == "failed":
        return told | {"error": report.reason, "message": report.reason, "code": report.code}
    return told | {
        "progress": 100,
        "anonymized_text_raw": report.text,
        "result": {
            "text": report.text,
            "entities_found": report.entities,
            "processing_time_ms": report.duration_ms,
        },
        "metadata": {"language": report.language},
        "systemprompt": RULE,
    }
