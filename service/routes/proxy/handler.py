"""The proxy: OpenAI's API in front of any upstream, with placeholders on the far side."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from fastapi import Request, Response

from service.errors import (
    InvalidRequestError,
    RouteNotAllowedError,
    UpstreamError,
)
from service.integrity import Demands
from service.pipeline import Job, Pipeline
from service.policy import Policies, Policy
from service.routes.proxy.response import (
    EVENT_STREAM,
    OK,
    Exchange,
    Whole,
    answered,
    read_whole,
    streamed,
    whole,
)
from service.routes.request.authentication import policy_name
from service.tenants.usage import Meter, Usage
from service.text import placeholders
from service.text.json_source import dump
from service.text.language import identify
from service.text.names import coreference
from service.text.repair.finder import Forms
from service.text.repair.repairer import Repair
from service.upstream.pool import Upstreams
from service.vault import Vault
from service.vault.deadlines import together
from service.wire.answer_scan import Scan
from service.wire.answer_steps import Treatment, repair_of_answer
from service.wire.json_walk import strings
from service.wire.openai.request import Outgoing
from service.wire.openai.stream_adapters import Metered, PassedOn
from service.wire.slots import Replacement, Slot, render
from service.wire.stop_sequences import with_masked_stops
from service.wire.system_prompt import SystemNote

# Stands in the address as it is: nothing that leads elsewhere, and no @, which names people.
MODEL_NAME = re.compile(r"[A-Za-z0-9._:+-]+(?:/[A-Za-z0-9._:+-]+)*")

NOT_KEPT = "With retention none no earlier answer is known here; send the conversation itself."


class Proxy:
    """Masks a request, sends it, restores the answer."""

    def __init__(
        self,
        pipeline: Pipeline,
        vault: Vault,
        policies: Policies,
        upstreams: Upstreams,
        usage: Usage,
        *,
        fleeting: Callable[[], Pipeline],
        ttl_seconds: int,
        language: str,
        system_note: SystemNote,
        scan: Scan | None = None,
        demands: Demands | None = None,
    ) -> None:
        """Mask by `pipeline`, or by a new `fleeting` one where nothing may be kept."""
        self._pipeline = pipeline
        self._fleeting = fleeting
        self._vault = vault
        self._policies = policies
        self._upstreams = upstreams
        self._usage = usage
        self._ttl_seconds = ttl_seconds
        self._language = language
        self._system_note = system_note
        self._scan = scan
        self._demands = demands or Demands()

    async def send(
        self, tenant: str, asked: Outgoing, request: Request, *, masking: bool = True
    ) -> Response:
        """Mask a request, send it, and answer restored, whole or streamed.

        Without `masking` the caller has anonymized it himself, and gets the answer as it comes.
        Raises JobNotFoundError for a request that follows an answer nobody knows.
        """
        self._upstreams.of(tenant)  # refused before anything is done
        with together():
            work = self._mask if masking else self._let_pass
            asked, exchange = await work(tenant, asked, request)
        meter = self._usage.meter(tenant)
        content = dump(asked.body).encode()
        upstream = self._upstreams.of(tenant)
        answer = await upstream.send("POST", asked.path, request.headers, content)
        if asked.stream and answer.status == OK and answer.content_type == EVENT_STREAM:
            translator = asked.translator(exchange.values, exchange.metadata, exchange.treatment)
            passed = translator if masking else PassedOn(translator)
            return streamed(answer, exchange, Metered(passed, meter))
        read = await read_whole(answer, exchange, meter)
        if exchange.demand.mode == "retry":
            read, exchange = await self._ask_again(read, exchange, asked, request, meter)
        return await answered(read, exchange)

    async def _ask_again(
        self, read: Whole, exchange: Exchange, asked: Outgoing, request: Request, meter: Meter
    ) -> tuple[Whole, Exchange]:
        """Ask until the placeholders are as demanded, or often enough; return the last answer."""
        headers = {
            name: value
            for name, value in request.headers.items()
            if name != "idempotency-key"  # with it the same answer would come
        }
        while exchange.retries < self._demands.retries:
            lost = read.lost(exchange)
            body = None if lost is None else asked.asked_again(lost)
            if body is None:
                break
            other = exchange.again()
            try:
                answer = await self._upstreams.of(exchange.job.tenant).send(
                    "POST", asked.path, headers, dump(body).encode()
                )
                second = await read_whole(answer, other, meter)
            except UpstreamError:
                break
            if second.status != OK:
                break
            read, exchange = second, other
        return read, exchange

    async def stored(self, tenant: str, request: Request, name: str, below: str = "") -> Response:
        """Fetch, or with DELETE forget, an answer that the provider keeps.

        Raises JobNotFoundError when it belongs to no job of this tenant.
        """
        self._upstreams.of(tenant)
        job_id = await self._vault.linked(tenant, name)
        job = Job(tenant, job_id, self._ttl_seconds)
        upstream = self._upstreams.of(tenant)
        answer = await upstream.send(request.method, f"/responses/{name}{below}", request.headers)
        values = await self._pipeline.all_values(job)
        log = request.scope.setdefault("deckname", {})
        exchange = self._exchange(job, "", frozenset(), values, log)
        if not below:  # below are the caller's own words
            report = not self._demands.of(tenant, request.headers).repairs
            repair = Repair(Forms(values), report=report) if values else None
            treatment = Treatment(self._scan_for(values.values()), repair)
            exchange = replace(exchange, treatment=treatment)
        return await whole(answer, exchange)

    async def models(self, tenant: str, request: Request, name: str | None) -> Response:
        """Pass the list of models, or one, through.

        Raises RouteNotAllowedError for a name that would lead to another path of the upstream.
        """
        upstream = self._upstreams.of(tenant)
        if name is not None and not _is_model_name(name):
            raise RouteNotAllowedError
        path = "/models" if name is None else f"/models/{name}"
        answer = await upstream.send("GET", path, request.headers)
        return await whole(answer, None)

    async def _mask(
        self, tenant: str, asked: Outgoing, request: Request
    ) -> tuple[Outgoing, Exchange]:
        """Return the request anonymized, and what its answer needs."""
        demand = self._demands.of(tenant, request.headers)
        slots = asked.slots()
        texts = [slot for slot in slots if not slot.identity]
        pipeline = self._pipeline if asked.kept else self._fleeting()
        policy = self._policies.choose(policy_name(request))
        language = self._language if asked.language == "auto" else asked.language
        if language == "auto":
            language = identify("\n".join(slot.text for slot in slots))
        job = Job(tenant, await self._job_id(tenant, asked), self._ttl_seconds)
        recall = bool(asked.job_id or asked.follows)  # else the conversation sends its history
        done = await pipeline.anonymize(job, texts, policy, keep_empty=False, recall=recall)
        earlier = await pipeline.all_values(job) if asked.follows else {}
        values = earlier | done.values
        identities = [slot for slot in slots if slot.identity]
        pseudonyms = await pipeline.pseudonymise(tenant, identities, policy, values.values())
        replacements = [*done.replacements, *pseudonyms]
        asked = self._rendered(asked, replacements, values, policy)
        log = request.scope.setdefault("deckname", {})
        log.update(
            job_id=job.id,
            stream=asked.stream,
            texts=len(slots),
            characters=sum(len(slot.text) for slot in slots),
            sent=len(done.values),
        )
        exchange = self._exchange(
            job, language, frozenset(done.values), values, log, kept=asked.kept
        )
        known = [*(slot.view for slot in slots), *values.values()]
        repair = repair_of_answer(slots, replacements, values, report=not demand.repairs)
        return asked, replace(
            exchange,
            treatment=Treatment(self._scan_for(known), repair),
            demand=demand,
            foreign=_foreign(texts) - values.keys(),
        )

    def _rendered(
        self,
        asked: Outgoing,
        replacements: list[Replacement],
        values: Mapping[str, str],
        policy: Policy,
    ) -> Outgoing:
        """Return the request as the upstream gets it, the rule for placeholders in it."""
        body = with_masked_stops(render(asked.body, replacements), values)
        masked = replace(asked, body=body)
        if not values:
            return masked
        return masked.with_rule(self._system_note, _links(masked, values, policy))

    def _scan_for(self, known: Iterable[str]) -> Scan | None:
        """Return what an answer is searched for, to a caller who knows some texts."""
        return replace(self._scan, known=tuple(known)) if self._scan else None

    async def _let_pass(
        self, tenant: str, asked: Outgoing, request: Request
    ) -> tuple[Outgoing, Exchange]:
        """Return the request as it is, with the rule where the caller put placeholders."""
        slots = asked.slots()
        if any(placeholders.PLACEHOLDER.search(slot.view) for slot in slots):
            asked = asked.with_rule(self._system_note)
        job = Job(tenant, await self._job_id(tenant, asked), self._ttl_seconds)
        log = request.scope.setdefault("deckname", {})
        log.update(stream=asked.stream, texts=len(slots))
        exchange = self._exchange(job, "", frozenset(), {}, log, kept=asked.kept)
        return asked, replace(exchange, masked=False)

    async def _job_id(self, tenant: str, asked: Outgoing) -> str:
        """Return the job: the named one, that of the earlier answer, or the conversation's.

        Raises InvalidRequestError for a request that follows another and may not be kept.
        """
        if asked.follows and not asked.kept:
            raise InvalidRequestError("previous_response_id", NOT_KEPT)
        if asked.follows:  # has to be the tenant's own, also where a job is named
            job_id = await self._vault.linked(tenant, asked.follows)
            return asked.job_id or job_id
        if asked.job_id:
            return asked.job_id
        return self._vault.conversation_job_id(tenant, asked.opening)

    def _exchange(
        self,
        job: Job,
        language: str,
        sent: frozenset[str],
        values: dict[str, str],
        log: dict[str, Any],
        *,
        kept: bool = True,
    ) -> Exchange:
        async def link(name: str) -> None:
            if kept:
                await self._vault.link(job.tenant, name, job.id, self._ttl_seconds)

        return Exchange(job, language, sent, values, log, link)


def _foreign(slots: Iterable[Slot]) -> frozenset[str]:
    """Return everything in the form of a placeholder that stood in the request."""
    return frozenset(found[0] for slot in slots for found in placeholders.find(slot.view))


def _links(asked: Outgoing, values: Mapping[str, str], policy: Policy) -> list[str]:
    """Return what the model is told about placeholders that are one person.

    They are those of the beginning: it is the same in each turn, so the provider's cache for what
    was sent before goes on working. Of a conversation that the provider keeps, all are.
    """
    texts = [text for one in asked.beginning() for _, text in strings(one)]
    if asked.follows:
        texts.append(" ".join(values))
    links = coreference.links(texts, values, policy.labels.get("PERSON", ""))
    return list(coreference.lines(links))


def _is_model_name(name: str) -> bool:
    """Say whether `name` can stand in a path and stays below /models."""
    return bool(MODEL_NAME.fullmatch(name)) and not {".", ".."} & set(name.split("/"))
