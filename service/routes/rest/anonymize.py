"""REST: anonymize, restore, analyze, and what is recognized."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from typing import Annotated, Any, Self

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, model_validator

from service.errors import InvalidRequestError, JobNotFoundError
from service.parts import Parts
from service.pipeline import Anonymized, Found
from service.policy import Policy, PolicyDocument
from service.policy.operators import PLACEHOLDER
from service.routes.openapi_links import DESCRIBE_JOB, FORGET_JOB, links
from service.routes.request.authentication import Authentication
from service.routes.request.body import JOB_ID_FORM, describe_body, exactly_one, read_model
from service.routes.request.context import RequestContext
from service.routes.request.job_texts import TextsOfJob
from service.routes.request.languages import AnyLanguage, GivenLanguage
from service.routes.request.retention import Retention
from service.routes.rest.details import detail, explanations, placed
from service.text.language import identify
from service.vault.deadlines import together
from service.wire.slots import render, text_slots

GivenPolicy = Annotated[
    Annotated[str, Tag("<name>")] | Annotated[PolicyDocument, Tag("<object>")],
    Discriminator(lambda given: "<name>" if isinstance(given, str) else "<object>"),
]


NO_PATTERNS = (
    "Patterns in requests are switched off (DECKNAME_REQUEST_PATTERNS, or request_patterns of the"
    " tenant). A policy in the operator's file may hold them; name that policy here."
)


class Message(BaseModel):
    """One message of a conversation."""

    model_config = ConfigDict(extra="forbid", strict=True)
    role: str
    content: str


class Texts(BaseModel):
    """One text, several, or a conversation."""

    model_config = ConfigDict(
        extra="forbid",
        strict=True,
        hide_input_in_errors=True,
        json_schema_extra=exactly_one(text="string", texts="array", messages="array"),
    )
    text: str | None = None
    texts: list[str] | None = None
    messages: list[Message] | None = None
    language: GivenLanguage = "auto"
    entities: list[str] | None = Field(None, description="Only these entities, any policy.")
    policy: GivenPolicy | None = Field(None, description="The name of a policy, or a policy.")

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        if sum(form is not None for form in (self.text, self.texts, self.messages)) != 1:
            raise ValueError
        return self

    def contents(self) -> list[str]:
        """Return the texts, whatever form they came in."""
        if self.text is not None:
            return [self.text]
        return self.texts or [message.content for message in self.messages or []]

    def of_each(self, details: Iterable[Any]) -> Any:
        """Return what there is to tell of each text, or of the one text that was given alone."""
        listed = list(details)
        return listed[0] if self.text is not None else listed

    def answer(self, texts: Sequence[str], details: Sequence[Any]) -> dict[str, Any]:
        """Return the texts and their details in the form they came in."""
        if self.text is not None:
            return {"text": texts[0], "entities": details[0]}
        if self.texts is not None:
            return {"texts": list(texts), "entities": list(details)}
        pairs = zip(self.messages or [], texts, strict=True)
        messages = [{"role": message.role, "content": text} for message, text in pairs]
        return {"messages": messages, "entities": list(details)}


class AnonymizeRequest(Texts):
    """Body of POST /v1/anonymize."""

    job_id: str | None = Field(
        None, description="Go on with this job; unset: a new one.", json_schema_extra=JOB_ID_FORM
    )
    ttl_seconds: int | None = Field(None, ge=1)
    include_values: bool = Field(default=False, description="Give the values in the answer too.")


class AnalyzeRequest(Texts):
    """Body of POST /v1/analyze."""

    explain: bool = Field(
        default=False, description="Tell of every claim what made it and what became of it."
    )


class RestoreRequest(TextsOfJob):
    """Body of POST /v1/deanonymize."""

    repair: bool | None = Field(
        None, description="Repair damaged placeholders; unset: as DECKNAME_INTEGRITY says."
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
                [detail(placed(slot, span)) for span in spans]
                for slot, spans in zip(slots, found, strict=True)
            ),
        }
        if asked.explain:
            explained = await self._pipeline.explain(context.tenant, slots, policy)
            answer["explanations"] = asked.of_each(map(explanations, slots, explained))
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
        responses={200: links(DESCRIBE_JOB, FORGET_JOB)},
        openapi_extra=describe_body(AnonymizeRequest),
    )
    async def anonymize(request: Request) -> dict[str, Any]:
        """Replace personal data by placeholders; the values rest in the vault under a job id."""
        context = authentication.admit(request)
        return await calls.anonymize(
            context, await read_model(request, context.limits, AnonymizeRequest)
        )

    @routes.post("/v1/deanonymize", openapi_extra=describe_body(RestoreRequest))
    async def deanonymize(request: Request) -> dict[str, Any]:
        """Put the values of a job back into text."""
        context = authentication.admit(request)
        asked = await read_model(request, context.limits, RestoreRequest)
        return await calls.restore(context, asked)

    @routes.post("/v1/analyze", openapi_extra=describe_body(AnalyzeRequest))
    async def analyze(request: Request) -> dict[str, Any]:
        """Return where personal data stands; nothing is stored."""
        context = authentication.admit(request)
        asked = await read_model(request, context.limits, AnalyzeRequest)
        return await calls.analyze(context, asked)

    @routes.get("/v1/entities")
    async def entities(request: Request) -> dict[str, Any]:
        """List what is recognized, the label of its placeholders, and what masks it."""
        authentication.admit(request)
        return calls.entities()

    return routes


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
