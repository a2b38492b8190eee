"""The proxy: OpenAI's API in front of any upstream, with placeholders on the far side."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from fastapi import Request, Response

from service.errors import InvalidRequestError, NoUpstreamError, RouteNotAllowedError
from service.outgoing import Outgoing
from service.passing import Metered, PassedOn
from service.pipeline import Job, Pipeline
from service.policy import Policies
from service.routes.relay import EVENT_STREAM, OK, Exchange, streamed, whole
from service.text import placeholders
from service.text.json_text import dump
from service.text.language import identify
from service.text.note import SystemNote
from service.text.scan import Scan
from service.text.stops import settle_stops
from service.upstream import Upstream
from service.usage import Usage
from service.vault import Vault

POLICY_HEADER = "x-deckname-policy"
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
        upstream: Upstream | None,
        usage: Usage,
        *,
        fleeting: Callable[[], Pipeline],
        ttl_seconds: int,
        language: str,
        system_note: SystemNote,
        scan: Scan | None = None,
    ) -> None:
        """Mask by `pipeline`, or by a new `fleeting` one where nothing may be kept."""
        self._pipeline = pipeline
        self._fleeting = fleeting
        self._vault = vault
        self._policies = policies
        self._upstream = upstream
        self._usage = usage
        self._ttl_seconds = ttl_seconds
        self._language = language
        self._system_note = system_note
        self._scan = scan

    async def send(
        self, tenant: str, asked: Outgoing, request: Request, *, masking: bool = True
    ) -> Response:
        """Mask a request, send it, and answer restored, whole or streamed.

        Without `masking` the caller has anonymized it himself, and gets the answer as it comes.
        Raises JobNotFoundError for a request that follows an answer nobody knows.
        """
        upstream = self._need_upstream()
        exchange = await (self._mask if masking else self._let_pass)(tenant, asked, request)
        meter = self._usage.meter(tenant)
        content = dump(asked.body).encode()
        answer = await upstream.send("POST", asked.path, request.headers, content)
        if asked.stream and answer.status == OK and answer.content_type == EVENT_STREAM:
            translator = asked.translator(exchange.values, exchange.metadata, exchange.scan)
            passed = translator if masking else PassedOn(translator)
            return streamed(answer, exchange, Metered(passed, meter))
        return await whole(answer, exchange, meter)

    async def stored(self, tenant: str, request: Request, name: str, below: str = "") -> Response:
        """Fetch, or with DELETE forget, an answer that the provider keeps.

        Raises JobNotFoundError when it belongs to no job of this tenant.
        """
        upstream = self._need_upstream()
        job_id = await self._vault.linked(tenant, name)
        job = Job(tenant, job_id, self._ttl_seconds)
        answer = await upstream.send(request.method, f"/responses/{name}{below}", request.headers)
        values = await self._pipeline.all_values(job)
        log = request.scope.setdefault("deckname", {})
        exchange = self._exchange(job, "", frozenset(), values, log)
        if not below:  # below are the caller's own words
            exchange = replace(exchange, scan=self._scan_for(values.values()))
        return await whole(answer, exchange)

    async def models(self, request: Request, name: str | None) -> Response:
        """Pass the list of models, or one, through.

        Raises RouteNotAllowedError for a name that would lead to another path of the upstream.
        """
        upstream = self._need_upstream()
        if name is not None and not _is_model_name(name):
            raise RouteNotAllowedError
        path = "/models" if name is None else f"/models/{name}"
        answer = await upstream.send("GET", path, request.headers)
        return await whole(answer, None)

    def _need_upstream(self) -> Upstream:
        if self._upstream is None:
            raise NoUpstreamError
        return self._upstream

    async def _mask(self, tenant: str, asked: Outgoing, request: Request) -> Exchange:
        """Anonymize the request in place."""
        slots = asked.slots()
        texts = [slot for slot in slots if not slot.identity]
        pipeline = self._pipeline if asked.kept else self._fleeting()
        policy = self._policies.choose(request.headers.get(POLICY_HEADER))
        language = self._language if asked.language == "auto" else asked.language
        if language == "auto":
            language = identify("\n".join(slot.text for slot in slots))
        job = Job(tenant, await self._job_id(tenant, asked), self._ttl_seconds)
        done = await pipeline.anonymize(job, texts, policy, keep_empty=False)
        earlier = await pipeline.all_values(job) if asked.follows else {}
        values = earlier | done.values
        identities = [slot for slot in slots if slot.identity]
        await pipeline.pseudonymise(tenant, identities, policy, values.values())
        settle_stops(asked.body, values)
        if values:
            asked.add_rule(self._system_note)
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
        return replace(exchange, scan=self._scan_for(known))

    def _scan_for(self, known: Iterable[str]) -> Scan | None:
        """Return what an answer is searched for, to a caller who knows some texts."""
        return replace(self._scan, known=tuple(known)) if self._scan else None

    async def _let_pass(self, tenant: str, asked: Outgoing, request: Request) -> Exchange:
        """Leave the request as it is; tell the model of placeholders that the caller put there."""
        slots = asked.slots()
        if any(placeholders.PLACEHOLDER.search(slot.view) for slot in slots):
            asked.add_rule(self._system_note)
        job = Job(tenant, await self._job_id(tenant, asked), self._ttl_seconds)
        log = request.scope.setdefault("deckname", {})
        log.update(stream=asked.stream, texts=len(slots))
        exchange = self._exchange(job, "", frozenset(), {}, log, kept=asked.kept)
        return replace(exchange, masked=False)

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


def _is_model_name(name: str) -> bool:
    """Say whether `name` can stand in a path and stays below /models."""
    return bool(MODEL_NAME.fullmatch(name)) and not {".", ".."} & set(name.split("/"))
