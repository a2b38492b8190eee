"""REST as the clients of the reference product call it: jobs in the background, and their state."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field

from service.background_jobs import Order, Report
from service.errors import JobNotFoundError
from service.parts import Parts
from service.pipeline import Job
from service.routes.openapi_document import answers
from service.routes.openapi_links import DESCRIBE_JOB, FORGET_JOB, STATUS, STRINGS, links
from service.routes.request.authentication import Authentication
from service.routes.request.body import JOB_ID_FORM, describe_body, read_model
from service.routes.request.context import RequestContext
from service.routes.request.languages import GivenLanguage
from service.routes.request.retention import Retention
from service.routes.rest.answers import (
    AcceptedAnswer,
    ShortRestoreAnswer,
    StatusAnswer,
    StringsAnswer,
)
from service.text import placeholders
from service.text.language import identify
from service.vault.records import is_derived
from service.vault.sealed_job import check_job_id
from service.wire.system_prompt import RULE

ACCEPTED = 202
FOLLOWING = links(STATUS, STRINGS, DESCRIBE_JOB, FORGET_JOB)
CREATED = "Job created successfully. Use /api/status/{job_id} to check status."


class TextRequest(BaseModel):
    """Body of POST /api/anonymize."""

    model_config = ConfigDict(extra="forbid", strict=True, hide_input_in_errors=True)
    text: str = Field(examples=["Sehr geehrte Frau Sabine Krämer"])
    language: GivenLanguage = "auto"
    job_id: str | None = Field(
        None, description="Go on with this job; unset: a new one.", json_schema_extra=JOB_ID_FORM
    )


class MaskedText(BaseModel):
    """Body of POST /api/deanonymize."""

    model_config = ConfigDict(extra="forbid", strict=True, hide_input_in_errors=True)
    text: str = Field(examples=["Liebe Frau [[Person-8VTTWP]]"])
    job_id: str | None = Field(
        None,
        description="The job; unset: any that /api/anonymize made.",
        json_schema_extra=JOB_ID_FORM,
    )


class Desk:
    """Where orders are placed and asked after, for one caller at a time."""

    def __init__(self, parts: Parts) -> None:
        self._orders = parts.background_jobs
        self._pipeline = parts.pipeline
        self._vault = parts.vault
        self._language = parts.settings.language
        self._repairs = parts.settings.integrity != "report"

    async def order(self, context: RequestContext, asked: TextRequest, *, wait: bool) -> Response:
        """Answer with the finished text, or that it is being worked on."""
        named = self._vault.new_job_id() if asked.job_id is None else check_job_id(asked.job_id)
        job = context.job(named)
        context.note_texts([asked.text])
        language = self._language if asked.language == "auto" else asked.language
        if language == "auto":
            language = identify(asked.text)
        order = Order(job, asked.text, language)
        if wait:
            report = await self._orders.fulfil(order)
            context.note_job(job.id)
            context.log.add(entities=report.entities)
            return JSONResponse(_told(job, report))
        await self._orders.place(order)
        context.note_job(job.id)
        body = {"job_id": job.id, "status": "processing", "message": CREATED}
        return JSONResponse(body, ACCEPTED)

    async def status(self, job: Job, *, include_original: bool) -> dict[str, Any]:
        """Return how far a job is; the original is made from the masked text."""
        report = await self._orders.look_up(job)
        told = _told(job, report)
        if include_original and report.state == "completed":
            told["original_text"] = (await self._pipeline.restore(job, [report.text])).texts[0]
        return told

    async def strings(self, job: Job) -> dict[str, Any]:
        """List what a job replaced; of conversations nobody is told, who may be several."""
        if is_derived(job.id):
            raise JobNotFoundError
        pairs = [
            {
                "original": one.value,
                "hash": one.hash,
                "prefix_name": one.label,
                "placeholder": placeholders.write(one.label, one.hash),
            }
            for one in await self._orders.strings(job)
        ]
        return {"job_id": job.id, "count": len(pairs), "total": len(pairs), "hash_pairs": pairs}

    async def restore(self, context: RequestContext, asked: MaskedText) -> dict[str, Any]:
        """Put values back: those of the job, or of all jobs that were ordered here."""
        context.note_texts([asked.text])
        if asked.job_id is None:
            text, count = await self._orders.restore(
                context.tenant, asked.text, context.ttl_seconds
            )
            context.log.add(entities=count)
            return {"text": text, "replacements": count}
        if not await self._vault.exists(context.tenant, asked.job_id):
            raise JobNotFoundError
        context.note_job(asked.job_id)
        done = await self._pipeline.restore(
            context.job(asked.job_id), [asked.text], repair=self._repairs
        )
        context.log.add(entities=done.replacements)
        return {"text": done.texts[0], "replacements": done.replacements}


def router(parts: Parts, authentication: Authentication) -> APIRouter:
    """Return the routes."""
    routes = APIRouter(tags=["anymize"])
    desk, retention = Desk(parts), Retention(parts.settings.retention)

    @routes.post(
        "/api/anonymize",
        status_code=ACCEPTED,
        response_model=None,
        summary="Anonymize a text in the background, or at once with wait=true",
        responses={
            200: answers(StatusAnswer, FOLLOWING | {"description": "With `wait`: the result."}),
            ACCEPTED: answers(AcceptedAnswer, FOLLOWING),
        },
        openapi_extra=describe_body(TextRequest),
    )
    async def anonymize(request: Request, wait: bool = False, sync: bool = False) -> Response:
        """Anonymize a text in the background, or at once with `wait` (or `sync`)."""
        context = authentication.admit(request)
        retention.need(context.headers)
        asked = await read_model(request, context.limits, TextRequest)
        return await desk.order(context, asked, wait=wait or sync)

    _add_status(routes, desk, authentication)

    @routes.post(
        "/api/deanonymize",
        response_model=None,
        summary="Put values back, of one job or of all that were made here",
        responses={200: answers(ShortRestoreAnswer)},
        openapi_extra=describe_body(MaskedText),
    )
    async def deanonymize(request: Request) -> dict[str, Any]:
        """Put the values back into a text, from whichever jobs of the caller they are."""
        context = authentication.admit(request)
        asked = await read_model(request, context.limits, MaskedText)
        return await desk.restore(context, asked)

    return routes


def _add_status(routes: APIRouter, desk: Desk, authentication: Authentication) -> None:
    @routes.get(
        "/api/status/{job_id}",
        operation_id=STATUS,
        response_model=None,
        summary="Tell how far a text is, and the masked text once it is done",
        responses={200: answers(StatusAnswer)},
    )
    async def status(
        job_id: str, request: Request, include_original: bool = False
    ) -> dict[str, Any]:
        """Return how far a job is, and when it is done the masked text."""
        context = authentication.admit(request)
        told = await desk.status(context.job(job_id), include_original=include_original)
        context.note_job(job_id)
        return told

    @routes.get(
        "/api/status/{job_id}/strings",
        operation_id=STRINGS,
        response_model=None,
        summary="List the placeholders of a job with their values",
        responses={200: answers(StringsAnswer)},
    )
    async def strings(job_id: str, request: Request) -> dict[str, Any]:
        """List the placeholders of a job with their values."""
        context = authentication.admit(request)
        listed = await desk.strings(context.job(job_id))
        context.note_job(job_id)
        return listed


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
