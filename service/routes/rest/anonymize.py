"""REST: anonymize, restore, analyze, and what is recognized."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Annotated, Any, Literal, Self

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, model_validator

from service.errors import JobNotFoundError
from service.pipeline import Anonymized, Found, Job, Pipeline
from service.policy import Policies, Policy, PolicyDocument
from service.policy.operators import PLACEHOLDER
from service.routes.openapi_links import DESCRIBE_JOB, FORGET_JOB, links
from service.routes.request.authentication import Caller, policy_name
from service.routes.request.body import JOB_ID_FORM, describe_body, exactly_one, read_model
from service.routes.request.job_texts import TextsOfJob
from service.routes.request.limits import Limits
from service.routes.request.retention import Retention
from service.text.language import identify
from service.text.spans import Span
from service.vault import Vault
from service.vault.deadlines import together
from service.wire.slots import Slot, render, text_slots

Language = Literal["de", "en", "auto"]
GivenPolicy = Annotated[
    Annotated[str, Tag("<name>")] | Annotated[PolicyDocument, Tag("<object>")],
    Discriminator(lambda given: "<name>" if isinstance(given, str) else "<object>"),
]


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
    language: Language = "auto"
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


class RestoreRequest(TextsOfJob):
    """Body of POST /v1/deanonymize."""

    repair: bool | None = Field(
        None, description="Repair damaged placeholders; unset: as DECKNAME_INTEGRITY says."
    )


def router(
    pipeline: Pipeline,
    vault: Vault,
    policies: Policies,
    caller: Caller,
    retention: Retention,
    *,
    fleeting: Callable[[], Pipeline],
    ttl_seconds: int,
    max_ttl_seconds: int,
    language: Language,
    limits: Limits,
    repair: bool = True,
) -> APIRouter:
    """Return the routes."""
    routes = APIRouter(tags=["anonymize"])

    @routes.post(
        "/v1/anonymize",
        responses={200: links(DESCRIBE_JOB, FORGET_JOB)},
        openapi_extra=describe_body(AnonymizeRequest),
    )
    async def anonymize(request: Request) -> dict[str, Any]:
        """Replace personal data by placeholders; the values rest in the vault under a job id."""
        tenant = caller.tenant(request)
        asked = await read_model(request, limits, AnonymizeRequest)
        if not asked.include_values:
            retention.need(request, hint="; ask for it with include_values")
        line = pipeline if retention.keeps(request) else fleeting()
        texts = asked.contents()
        job = Job(
            tenant,
            vault.new_job_id() if asked.job_id is None else asked.job_id,
            min(asked.ttl_seconds or ttl_seconds, max_ttl_seconds),
        )
        tongue = _language(asked, language, texts)
        policy = await _chosen(policies, asked, policy_name(request))
        recall = asked.job_id is not None
        with together():
            done = await line.anonymize(job, text_slots(texts), policy, recall=recall)
        details = _details(done, include_values=asked.include_values)
        masked = render(texts, done.replacements)
        return {"job_id": job.id, "language": tongue, **asked.answer(masked, details)}

    @routes.post("/v1/deanonymize", openapi_extra=describe_body(RestoreRequest))
    async def deanonymize(request: Request) -> dict[str, Any]:
        """Put the values of a job back into text."""
        tenant = caller.tenant(request)
        asked = await read_model(request, limits, RestoreRequest)
        job = Job(tenant, asked.job_id, ttl_seconds)
        if not await vault.exists(tenant, job.id):
            raise JobNotFoundError
        mends = repair if asked.repair is None else asked.repair
        restored = await pipeline.restore(job, asked.contents, repair=mends)
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

    @routes.post("/v1/analyze", openapi_extra=describe_body(Texts))
    async def analyze(request: Request) -> dict[str, Any]:
        """Say where personal data stands; nothing is stored."""
        caller.tenant(request)
        asked = await read_model(request, limits, Texts)
        slots = text_slots(asked.contents())
        found = await pipeline.analyze(slots, await _chosen(policies, asked, policy_name(request)))
        details = [
            [_detail(_placed(slot, span)) for span in spans]
            for slot, spans in zip(slots, found, strict=True)
        ]
        return {
            "language": _language(asked, language, [slot.text for slot in slots]),
            "entities": details[0] if asked.text is not None else details,
        }

    @routes.get("/v1/entities")
    async def entities(request: Request) -> dict[str, Any]:
        """List what is recognized, the label of its placeholders, and what masks it."""
        caller.tenant(request)
        standard = policies.choose("standard").labels
        return {
            "languages": ["de", "en"],
            "policies": policies.names,
            "entities": [
                {"entity_type": name, "label": label, "standard": name in standard}
                for name, label in sorted(policies.labels.items())
            ],
        }

    return routes


async def _chosen(policies: Policies, asked: Texts, usual: str | None) -> Policy:
    """Return the policy of a request; one that it brings is compiled aside, which takes a while."""
    wanted = usual if asked.policy is None else asked.policy
    return await asyncio.to_thread(policies.choose, wanted, asked.entities)


def _language(asked: Texts, default: Language, texts: Sequence[str]) -> str:
    wanted = default if asked.language == "auto" else asked.language
    return identify("\n".join(texts)) if wanted == "auto" else wanted


def _placed(slot: Slot, span: Span) -> Span:
    return Span(slot.place(span.start), slot.place(span.end), span.entity, span.score)


def _detail(span: Span) -> dict[str, Any]:
    return {
        "entity_type": span.entity,
        "start": span.start,
        "end": span.end,
        "score": round(span.score, 3),
    }


def _written(found: Found) -> dict[str, Any]:
    if found.operator == PLACEHOLDER:
        return {"placeholder": found.replacement}
    return {"operator": found.operator, "replacement": found.replacement}


def _details(done: Anonymized, *, include_values: bool) -> list[list[dict[str, Any]]]:
    return [
        [
            _detail(one.span) | _written(one) | ({"value": one.value} if include_values else {})
            for one in found
        ]
        for found in done.found
    ]
