"""The proxy: OpenAI's API in front of any upstream, with placeholders on the far side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial

from fastapi import Response

from service.errors import UpstreamError
from service.parts import Parts
from service.pipeline import Job
from service.policy import Policy
from service.routes.proxy.conversation import conversation_of
from service.routes.proxy.foreign import may_be_expired, placeholders_of, words_of
from service.routes.proxy.response import (
    EVENT_STREAM,
    OK,
    Exchange,
    Whole,
    answered,
    judging,
    read_whole,
    streamed,
    whole,
)
from service.routes.proxy.upstream_paths import answer_path, link_name, model_path
from service.routes.request.body import beside
from service.routes.request.context import RequestContext
from service.tenants.usage import Meter
from service.text import placeholders
from service.text.json_source import dump
from service.text.language import identify
from service.text.names import coreference
from service.text.repair.finder import Forms
from service.text.repair.repairer import Repair
from service.vault.deadlines import together
from service.wire.answer_scan import Scan
from service.wire.answer_steps import Treatment, repair_of_answer
from service.wire.json_walk import strings
from service.wire.openai.request import Outgoing
from service.wire.openai.stopped import Stopped
from service.wire.openai.stream_adapters import Metered, PassedOn
from service.wire.slots import Replacement, Slot, render
from service.wire.stop_sequences import with_safe_stops
from service.wire.system_prompt import SystemNote


class Proxy:
    """Masks a request, sends it, restores the answer."""

    def __init__(self, parts: Parts) -> None:
        self._pipeline = parts.pipeline
        self._fleeting = parts.fleeting_pipeline  # where nothing may be kept
        self._vault = parts.vault
        self._policies = parts.policies
        self._upstreams = parts.upstreams
        self._usage = parts.usage
        self._language = parts.settings.language
        self._system_note: SystemNote = parts.settings.system_note
        self._scan = parts.scan
        self._demands = parts.demands

    async def send(
        self, context: RequestContext, asked: Outgoing, *, masking: bool = True
    ) -> Response:
        """Mask a request, send it, and answer restored, whole or streamed.

        Without `masking` the caller has anonymized it before, and gets the answer as it comes.
        Raises JobNotFoundError for a request that follows an answer nobody knows.
        """
        self._upstreams.of(context.tenant)  # refused before anything is done
        with together():
            work = self._mask if masking else self._let_pass
            asked, exchange = await work(context, asked)
        exchange = replace(exchange, stream=asked.stream)
        meter = self._usage.meter(context.tenant)
        content = dump(asked.body).encode()
        upstream = self._upstreams.of(context.tenant)
        answer = await upstream.send("POST", asked.path, context.headers, content)
        if asked.stream and answer.status == OK and answer.content_type == EVENT_STREAM:
            judge = judging(exchange, context.log)
            translator = asked.translator(exchange.values, judge, exchange.treatment)
            passed = translator if masking else PassedOn(translator)
            if exchange.stops:
                passed = Stopped(passed, exchange.stops)
            return streamed(answer, exchange, Metered(passed, meter), context.log)
        read = await read_whole(answer, exchange, meter)
        if exchange.demand.mode == "retry":
            read, exchange = await self._ask_again(read, exchange, asked, context, meter)
        return await answered(read, exchange, context.log)

    async def _ask_again(
        self,
        read: Whole,
        exchange: Exchange,
        asked: Outgoing,
        context: RequestContext,
        meter: Meter,
    ) -> tuple[Whole, Exchange]:
        """Ask until the placeholders are as demanded, or often enough; return the last answer."""
        headers = {
            name: value
            for name, value in context.headers.items()
            if name != "idempotency-key"  # with it the same answer would come
        }
        while exchange.retries < self._demands.retries:
            exchange.note(read.report, context.log)  # for a caller who hangs up meanwhile
            lost = read.lost(exchange.demand)
            body = None if lost is None else asked.asked_again(lost)
            if body is None:
                break
            other = exchange.again()
            try:
                answer = await self._upstreams.of(context.tenant).send(
                    "POST", asked.path, headers, dump(body).encode()
                )
                second = await read_whole(answer, other, meter)
            except UpstreamError:
                break
            if second.status != OK:
                break
            read, exchange = second, other
        return read, exchange

    async def stored(
        self, context: RequestContext, method: str, name: str, below: str = ""
    ) -> Response:
        """Fetch, or with DELETE forget, an answer that the provider keeps.

        Raises JobNotFoundError when it belongs to no job of this tenant, and RouteNotAllowedError
        for an id that would lead to another path.
        """
        self._upstreams.of(context.tenant)
        path = f"{answer_path(name)}{below}"
        linked = await self._vault.linked(context.tenant, link_name(name))
        job = context.job(linked.job_id)
        upstream = self._upstreams.of(context.tenant)
        answer = await upstream.send(method, path, context.headers)
        opens = linked.hashes if linked.is_derived else None
        values = await self._pipeline.all_values(job, opens)
        exchange = self._exchange(job, "", frozenset(), values, named=not linked.is_derived)
        if not below:  # below are the caller's own words
            report = not self._demands.of(context.tenant, context.headers).repairs
            repair = Repair(Forms(values), report=report) if values else None
            treatment = Treatment(self._scan_for(values.values()), repair)
            exchange = replace(exchange, treatment=treatment)
        return await whole(answer, exchange, context.log)

    async def models(self, context: RequestContext, name: str | None) -> Response:
        """Pass the list of models, or one, through.

        Raises RouteNotAllowedError for a name that would lead to another path of the upstream.
        """
        upstream = self._upstreams.of(context.tenant)
        answer = await upstream.send("GET", model_path(name), context.headers)
        return await whole(answer, None, context.log)

    async def _mask(self, context: RequestContext, asked: Outgoing) -> tuple[Outgoing, Exchange]:
        """Return the request anonymized, and what its answer needs."""
        demand = self._demands.of(context.tenant, context.headers)
        slots = await beside(asked.large, partial(asked.slots, quiet=True))
        texts = [slot for slot in slots if not slot.identity]
        heard = [slot for slot in slots if not slot.quiet]
        pipeline = self._pipeline if asked.kept else self._fleeting()
        policy = self._policies.choose(context.policy)
        talk = await conversation_of(self._vault, context, asked)
        job = context.job(talk.job_id)
        recall = bool(asked.job_id or asked.follows)  # else the conversation sends its history
        expired = await self._expired(job, may_be_expired(asked, texts))
        done = await pipeline.anonymize(
            job, texts, policy, keep_empty=False, recall=recall, typed=talk.named
        )
        earlier = await pipeline.all_values(job, talk.opens) if asked.follows else {}
        values = earlier | done.values
        identities = [slot for slot in slots if slot.identity]
        pseudonyms = await pipeline.pseudonymise(
            context.tenant, identities, policy, values.values()
        )
        replacements = [*done.replacements, *pseudonyms]
        context.log.add(
            job_id=job.id,
            stream=asked.stream,
            texts=len(heard),
            characters=sum(len(slot.text) for slot in heard),
            entities=sum(map(len, done.found)),
            sent=len(done.values),
        )
        language, sent = self._language_of(asked, heard), frozenset(done.values)
        exchange = self._exchange(job, language, sent, values, kept=asked.kept, named=talk.named)
        foreign = placeholders_of(texts) - values.keys()
        exchange = replace(exchange, demand=demand, foreign=foreign, expired=expired & foreign)
        return await beside(
            asked.large,
            partial(self._settled, asked, exchange, slots, replacements, policy),
        )

    async def _expired(self, job: Job, names: frozenset[str]) -> frozenset[str]:
        """Return those of `names` that an expired job may have given: all, if there is no job."""
        if names and not await self._vault.exists(job.tenant, job.id):
            return names
        return frozenset()

    def _settled(
        self,
        asked: Outgoing,
        exchange: Exchange,
        slots: list[Slot],
        replacements: list[Replacement],
        policy: Policy,
    ) -> tuple[Outgoing, Exchange]:
        """Return the request with all replacements and the rule, and what its answer needs."""
        values = exchange.values
        stopping = with_safe_stops(render(asked.body, replacements), values)
        asked = self._with_rule(replace(asked, body=stopping.body), values, policy)
        known = [*(slot.view for slot in slots), *values.values()]
        words = words_of(asked, slots) if values else None
        report = not exchange.demand.repairs
        repair = repair_of_answer(slots, replacements, values, report=report)
        treatment = Treatment(self._scan_for(known), repair, words)
        return asked, replace(exchange, treatment=treatment, stops=stopping.ours)

    def _language_of(self, asked: Outgoing, slots: Iterable[Slot]) -> str:
        """Return the language that the request or the setting names, else that of its texts."""
        language = self._language if asked.language == "auto" else asked.language
        return identify("\n".join(slot.text for slot in slots)) if language == "auto" else language

    def _with_rule(self, masked: Outgoing, values: Mapping[str, str], policy: Policy) -> Outgoing:
        """Return a masked request as the upstream gets it, the rule for placeholders in it."""
        if not values:
            return masked
        return masked.with_rule(self._system_note, _links(masked, values, policy))

    def _scan_for(self, known: Iterable[str]) -> Scan | None:
        """Return what an answer is searched for, to a caller who knows some texts."""
        return replace(self._scan, known=tuple(known)) if self._scan else None

    async def _let_pass(
        self, context: RequestContext, asked: Outgoing
    ) -> tuple[Outgoing, Exchange]:
        """Return the request as it is, with the rule where the caller put placeholders."""
        slots = asked.slots()
        if any(placeholders.PLACEHOLDER.search(slot.view) for slot in slots):
            asked = asked.with_rule(self._system_note)
        talk = await conversation_of(self._vault, context, asked)
        job = context.job(talk.job_id)
        context.log.add(stream=asked.stream, texts=len(slots))
        exchange = self._exchange(job, "", frozenset(), {}, kept=asked.kept, named=talk.named)
        return asked, replace(exchange, masked=False)

    def _exchange(
        self,
        job: Job,
        language: str,
        sent: frozenset[str],
        values: dict[str, str],
        *,
        kept: bool = True,
        named: bool,
    ) -> Exchange:
        hashes = placeholders.hashes_in(values)

        async def link(answer_id: str) -> None:
            if kept:
                name = link_name(answer_id)
                await self._vault.link(job.tenant, name, job.id, job.ttl_seconds, hashes)

        return Exchange(job, language, sent, values, link, named=named)


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
