"""REST: anonymize, restore, analyze, and what is recognized."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

from fastapi import APIRouter, Request

from service.errors import InvalidRequestError, JobNotFoundError
from service.parts import Parts
from service.pipeline import Anonymized, Found
from service.policy import Policy, PolicyDocument
from service.policy.details import detail, explanations, placed
from service.policy.operators import PLACEHOLDER
from service.routes.openapi_document import answers
from service.routes.openapi_links import DESCRIBE_JOB, FORGET_JOB, links
from service.routes.request.authentication import Authentication
from service.routes.request.body import describe_body, read_model
from service.routes.request.context import RequestContext
from service.routes.request.languages import AnyLanguage
from service.routes.request.retention import Retention
from service.routes.rest.answers import (
    AnalyzeAnswer,
    AnonymizeAnswer,
    EntitiesAnswer,
    RestoreAnswer,
)
from service.routes.rest.text_bodies import AnalyzeRequest, AnonymizeRequest, RestoreRequest, Texts
from service.text.language import identify
from service.vault.deadlines import together
from service.wire.slots import render, text_slots

NO_PATTERNS = (
    "Patterns in requests are switched off (DECKNAME_REQUEST_PATTERNS, or request_patterns of the"
    " tenant). A policy in the operator's file may hold them; name that policy here."
)


class TextCalls:
    """What the routes do, once it is known who asks for what."""

    def __init__(self, parts: Parts) -> None:
        self._fleeting = parts.fleeting_pipeline
        self._language = parts.settings.language
        self._max_ttl_seconds = parts.settings.max_ttl_seconds
        self._pipeline = parts.pipeline
        self._policies = parts.policies
        self._takes_patterns = parts.takes_patterns
        self._repairs = parts.settings.integrity != "report"
        self._retention = Retention(parts.settings.retention)
        self._vault = parts.vault

    async def anonymize(self, context: RequestContext, asked: AnonymizeRequest) -> dict[str, Any]:
        """Return texts with placeholders, and what was replaced where."""
        if not asked.include_values:
            self._retention.need(context.headers, hint="; ask for it with include_values")
        keeps = self._retention.keeps(context.headers)
        pipeline = self._pipeline if keeps else self._fleeting()
        texts = asked.contents()
        context.note_texts(texts)
        job = context.job(
            self._vault.new_job_id() if asked.job_id is None else asked.job_id,
            min(asked.ttl_seconds or context.ttl_seconds, self._max_ttl_seconds),
        )
        language = _language(asked, self._language, texts)
        policy = await self._chosen(context, asked)
        recall = asked.job_id is not None
        with together():
            done = await pipeline.anonymize(job, text_slots(texts), policy, recall=recall)
        context.note_job(job.id)
        context.log.add(entities=sum(map(len, done.found)))
        details = _details(done, include_values=asked.include_values)
        masked = render(texts, done.replacements)
        return {"job_id": job.id, "language": language, **asked.answer(masked, details)}

    async def restore(self, context: RequestContext, asked: RestoreRequest) -> dict[str, Any]:
        """Return texts with the values of a job. Raises JobNotFoundError."""
        context.note_texts(asked.contents)
        if not await self._vault.exists(context.tenant, asked.job_id):
            raise JobNotFoundError
        context.note_job(asked.job_id)
        repair = self._repairs if asked.repair is None else asked.repair
        restored = await self._pipeline.restore(
            context.job(asked.job_id), asked.contents, repair=repair
        )
        context.log.add(entities=restored.replacements)
        form: dict[str, Any] = (
            {"texts": restored.texts} if asked.text is None else {"text": restored.texts[0]}
        )
        return form | {
            "replacements": restored.replacements,
            "placeholders": {
                "restored": len(restored.restored),
                "altered": len(restored.tally.forms),
                "repaired": restored.tally.repaired,
                "unknown": len(restored.unknown),
            },
        }

    async def analyze(self, context: RequestContext, asked: AnalyzeRequest) -> dict[str, Any]:
        """Return where the policy finds something, and why, if that is asked for."""
        texts = asked.contents()
        context.note_texts(texts)
        slots = text_slots(texts)
        policy = await self._chosen(context, asked)
        found = await self._pipeline.analyze(context.tenant, slots, policy)
        context.log.add(entities=sum(map(len, found)))
        answer: dict[str, Any] = {
            "language": _language(asked, self._language, texts),
            "entities": asked.of_each(
                [detail(placed(slot.place, span)) for span in spans]
                for slot, spans in zip(slots, found, strict=True)
            ),
        }
        if asked.explain:
            explained = await self._pipeline.explain(context.tenant, slots, policy)
            answer["explanations"] = asked.of_each(
                map(explanations, [slot.place for slot in slots], explained)
            )
        return answer

    async def _chosen(self, context: RequestContext, asked: Texts) -> Policy:
        """Return the policy of a request; one that it brings is compiled aside: it takes a while.

        Raises InvalidRequestError, also for patterns where none are taken.
        """
        wanted = context.policy if asked.policy is None else asked.policy
        if isinstance(wanted, PolicyDocument) and not self._takes_patterns(context.tenant):
            for member in ("patterns", "allow_patterns"):
                if getattr(wanted, member):
                    raise InvalidRequestError(f"policy.{member}", NO_PATTERNS)
        return await asyncio.to_thread(self._policies.choose, wanted, asked.entities)

    def entities(self) -> dict[str, Any]:
        """Return what can be recognized."""
        standard = self._policies.choose("standard").labels
        return {
            "languages": ["de", "en"],
            "policies": self._policies.names,
            "entities": [
                {"entity_type": name, "label": label, "standard": name in standard}
                for name, label in sorted(self._policies.labels.items())
            ],
        }


def router(parts: Parts, authentication: Authentication) -> APIRouter:
    """Return the routes."""
    routes = APIRouter(tags=["anonymize"])
    calls = TextCalls(parts)

    @routes.post(
        "/v1/anonymize",
        response_model=None,
        summary="Replace personal data by placeholders",
        responses={200: answers(AnonymizeAnswer, links(DESCRIBE_JOB, FORGET_JOB))},
        openapi_extra=describe_body(AnonymizeRequest),
    )
    async def anonymize(request: Request) -> dict[str, Any]:
        """Replace personal data by placeholders; the values rest in the vault under a job id."""
        context = authentication.admit(request)
        return await calls.anonymize(
            context, await read_model(request, context.limits, AnonymizeRequest)
        )

    @routes.post(
        "/v1/deanonymize",
        response_model=None,
        summary="Put the values of a job back into text",
        responses={200: answers(RestoreAnswer)},
        openapi_extra=describe_body(RestoreRequest),
    )
    async def deanonymize(request: Request) -> dict[str, Any]:
        """Put the values of a job back into text."""
        context = authentication.admit(request)
        asked = await read_model(request, context.limits, RestoreRequest)
        return await calls.restore(context, asked)

    _add_searching(routes, calls, authentication)
    return routes


def _add_searching(routes: APIRouter, calls: TextCalls, authentication: Authentication) -> None:
    @routes.post(
        "/v1/analyze",
        response_model=None,
        summary="Find personal data, store nothing",
        responses={200: answers(AnalyzeAnswer)},
        openapi_extra=describe_body(AnalyzeRequest),
    )
    async def analyze(request: Request) -> dict[str, Any]:
        """Return where personal data stands; nothing is stored."""
        context = authentication.admit(request)
        asked = await read_model(request, context.limits, AnalyzeRequest)
        return await calls.analyze(context, asked)

    @routes.get(
        "/v1/entities",
        response_model=None,
        summary="List what is recognized",
        responses={200: answers(EntitiesAnswer)},
    )
    async def entities(request: Request) -> dict[str, Any]:
        """List what is recognized, the label of its placeholders, and what masks it."""
        authentication.admit(request)
        return calls.entities()


def _language(asked: Texts, default: AnyLanguage, texts: Sequence[str]) -> str:
    wanted = default if asked.language == "auto" else asked.language
    return identify("\n".join(texts)) if wanted == "auto" else wanted


def _written(found: Found) -> dict[str, Any]:
    if found.operator == PLACEHOLDER:
        return {"placeholder": found.replacement}
    return {"operator": found.operator, "replacement": found.replacement}


def _details(done: Anonymized, *, include_values: bool) -> list[list[dict[str, Any]]]:
    return [
        [
            detail(one.span) | _written(one) | ({"value": one.value} if include_values else {})
            for one in found
        ]
        for found in done.found
    ]
