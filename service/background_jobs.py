"""Background jobs: texts that wait to be anonymized, what became of each, and restoring."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from typing import Literal

from service.errors import (
    DecknameError,
    DetectionFailedError,
    InvalidRequestError,
    JobNotFoundError,
    TooManyJobsError,
)
from service.observability import metrics
from service.observability.logs import log
from service.pipeline import Job, Pipeline
from service.policy import Policies
from service.tenants.guesses import Guesses
from service.tenants.turns import Places, Turns
from service.text import placeholders
from service.vault import Issued, Vault
from service.vault.hash_index import HashIndex
from service.wire.slots import render, text_slots

# From taking a text on to its end, waiting included. What is not done by then never will be: its
# process may have died.
LONGEST_SECONDS = 600
STALE_SECONDS = LONGEST_SECONDS + 60
# Jobs that one text may be restored from when it names none.
MOST_JOBS = 100
State = Literal["processing", "completed", "failed"]


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a text: how far it is, the masked text, or the code and words of an error."""

    state: State
    language: str
    started_at: float
    text: str = field(default="", repr=False)
    entities: int = 0
    duration_ms: int = 0
    code: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """A text to anonymize for a job."""

    job: Job
    text: str = field(repr=False)
    language: str


class Orders:
    """Accepts texts, works on one at a time in the background, and knows how far each is.

    What becomes of them is kept in the vault, with the job: any replica can tell.
    """

    def __init__(
        self,
        pipeline: Pipeline,
        vault: Vault,
        index: HashIndex,
        policies: Policies,
        *,
        most_waiting: int,
        grace_seconds: float = 5.0,
        clock: Callable[[], float] = time.time,
        policy_of: Callable[[str], str | None] = lambda _: None,
        are_several: Callable[[], bool] = lambda: False,
        guesses: Guesses | None = None,
    ) -> None:
        """Keep at most `most_waiting` texts under way; at `close` they have `grace_seconds` to end.

        The `clock` is the one of all replicas; `policy_of` names a tenant's own policy. Where
        `are_several` tenants, none takes all places; `guesses` bounds what each may try.
        """
        self._policy_of = policy_of
        self._pipeline = pipeline
        self._vault = vault
        self._index = index
        self._policies = policies
        self._grace_seconds = grace_seconds
        self._clock = clock
        self._places = Places(most_waiting, are_several)
        self._tasks: set[asyncio.Task[None]] = set()
        self._turns = Turns()
        self._guesses = guesses or Guesses()

    async def place(self, order: Order) -> None:
        """Accept a text; return when everybody can see that it is being worked on.

        Raises TooManyJobsError and VaultError.
        """
        tenant = order.job.tenant
        if not self._places.take(tenant):
            raise TooManyJobsError
        metrics.background(1)
        try:
            report = Report("processing", order.language, self._clock())
            await self._keep(order, report)
        except BaseException:
            self._leave(tenant)
            raise
        task = asyncio.create_task(self._run(order, report))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        task.add_done_callback(lambda _: self._leave(tenant))

    async def fulfil(self, order: Order) -> Report:
        """Anonymize a text at once. Raises DetectionFailedError and VaultError."""
        report = await self._anonymize(order)
        await self._keep(order, report)
        return report

    async def look_up(self, job: Job) -> Report:
        """Return how far the last text of a job is.

        Raises JobNotFoundError for a job that has none, or is another tenant's.
        """
        report = Report(**json.loads(await self._vault.report(job.tenant, job.id)))
        if report.state == "processing" and self._clock() > report.started_at + STALE_SECONDS:
            return _failed(report, DetectionFailedError())
        return report

    async def strings(self, job: Job) -> list[Issued]:
        """Return all placeholders of a job with their values. Raises JobNotFoundError."""
        if not await self._vault.exists(job.tenant, job.id):
            await self._vault.report(job.tenant, job.id)
        issued = await self._vault.everything(job.tenant, job.id)
        return sorted(issued.values(), key=lambda one: (one.label, one.hash))

    async def restore(self, tenant: str, text: str, ttl_seconds: int) -> tuple[str, int]:
        """Put back the values of whichever jobs of the tenant were placed here; count the places.

        A placeholder that stands for two values in two jobs stays as it is.
        Raises InvalidRequestError for placeholders of too many jobs, or too many of none, and
        TooManyGuessesError for a tenant that sends those again and again.
        """
        self._guesses.check(tenant)
        hashes = {found["hash"] for found in placeholders.find(text)}
        jobs = await self._index.jobs(tenant, hashes)
        self._guesses.count(tenant, len(hashes.difference(*jobs.values())))
        if len(jobs) > MOST_JOBS:
            raise InvalidRequestError(
                "text", f"The text has placeholders of more than {MOST_JOBS} jobs; give a job_id."
            )
        values: dict[str, str] = {}
        doubtful: set[str] = set()
        for job_id, issued in jobs.items():
            found = await self._pipeline.values(Job(tenant, job_id, ttl_seconds), [text])
            if found:  # the job was used, so both live on
                await self._index.add(tenant, job_id, issued)
            doubtful |= {name for name in found if values.get(name, found[name]) != found[name]}
            values |= found
        values = {name: value for name, value in values.items() if name not in doubtful}
        count = sum(found[0] in values for found in placeholders.find(text))
        return placeholders.restore(text, values).text, count

    async def close(self) -> None:
        """Wait a moment for what is under way; what is late is given up, and told as failed."""
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=self._grace_seconds)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    def _leave(self, tenant: str) -> None:
        self._places.give_back(tenant)
        metrics.background(-1)

    async def _run(self, order: Order, begun: Report) -> None:
        """Work on a text; whatever goes wrong is remembered, never raised."""
        cause: str | None = None
        try:
            async with asyncio.timeout(LONGEST_SECONDS), self._turns.turn(order.job.tenant):
                report = await self._anonymize(order)
        except DecknameError as error:
            report, cause = _failed(begun, error), error.cause
        except TimeoutError:
            report = _failed(begun, DetectionFailedError())
        except (Exception, asyncio.CancelledError):  # noqa: BLE001  nobody would hear of it
            report = _failed(begun, DecknameError())
        with suppress(DecknameError):  # the report goes stale, which tells as much
            await self._keep_unless_forgotten(order, report)
        metrics.background_ended(report.code)
        log(
            "background",
            logging.ERROR if report.code else logging.INFO,
            tenant=order.job.tenant,
            job_id=order.job.id,
            code=report.code or None,
            cause=cause,
            characters=len(order.text),
            entities=report.entities,
            duration_ms=report.duration_ms,
        )

    async def _anonymize(self, order: Order) -> Report:
        started_at, started = self._clock(), time.perf_counter()
        job = order.job
        texts = [order.text]
        policy = self._policies.choose(self._policy_of(job.tenant))
        done = await self._pipeline.anonymize(job, text_slots(texts), policy)
        names = [one for name in done.values for one in placeholders.find(name)]
        await self._index.add(job.tenant, job.id, {one["hash"] for one in names})
        return Report(
            "completed",
            order.language,
            started_at,
            text=render(texts, done.replacements)[0],
            entities=sum(map(len, done.found)),
            duration_ms=round((time.perf_counter() - started) * 1000),
        )

    async def _keep(self, order: Order, report: Report) -> None:
        job = order.job
        content = json.dumps(asdict(report), ensure_ascii=False)
        await self._vault.keep_report(job.tenant, job.id, content, job.ttl_seconds)

    async def _keep_unless_forgotten(self, order: Order, report: Report) -> None:
        """Keep the report; but a job that was deleted while it was worked on stays deleted."""
        tenant, job_id = order.job.tenant, order.job.id
        try:
            await self._vault.report(tenant, job_id)
            await self._keep(order, report)
            gone = report.state == "completed" and not await self._vault.exists(tenant, job_id)
        except JobNotFoundError:
            gone = True
        if gone:
            await self._vault.forget(tenant, job_id)


def _failed(report: Report, error: DecknameError) -> Report:
    return Report(
        "failed", report.language, report.started_at, code=error.code, reason=error.sentence
    )
