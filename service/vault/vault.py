"""Keeps, for each job of each tenant, which placeholder stands for which value."""

from __future__ import annotations

import base64
import functools
import secrets
import time
from collections.abc import Callable, Collection, Sequence

from service.cipher import KeyRing, frame
from service.errors import InvalidRequestError, JobNotFoundError, VaultError
from service.text.placeholders.hashes import is_well_formed
from service.vault.hash_allocation import MAX_ATTEMPTS, Allotment
from service.vault.job_quota import Roster
from service.vault.records import Issued, JobInfo, Pair
from service.vault.sealed_job import DERIVED, META, REPORT, Job, Meta
from service.vault.store import Store

# No tenant's name ends like this, so links lie beside jobs and never under the id of one.
LINKS = "\0links"
LINK = "link"
# 160 bits, 32 characters of base32: beyond guessing.
_ID_BYTES = 20
# 120 bits, within the 64 characters that providers allow.
_PSEUDONYM_LENGTH = 24
# How far the clocks of replicas and store may be apart.
_CLOCK_SECONDS = 300
# One round is the rule; more are needed only while others change the same job at the same moment.
_MAX_ROUNDS = 16


class Vault:
    """Issues placeholders and opens them again, for one tenant and job at a time.

    Holds no state of its own but the store and the keys, so any number of replicas may share one.
    Every method raises VaultError when the store fails, and those that take a job id raise
    InvalidRequestError when it has a wrong form.
    """

    def __init__(
        self,
        store: Store,
        keys: KeyRing,
        max_ttl_seconds: int,
        clock: Callable[[], float] = time.time,
        *,
        longest: Callable[[str], int | None] = lambda _: None,
        most_jobs: Callable[[str], int | None] = lambda _: None,
    ) -> None:
        """Keep no job longer than `max_ttl_seconds` from its creation by the wall `clock`.

        `longest` gives a tenant's own limit of a job's life after each use, in seconds, and
        `most_jobs` how many it may have at once.
        """
        self._store = store
        self._keys = keys
        self._max_ttl_seconds = max_ttl_seconds
        self._clock = clock
        self._longest = longest
        self._roster = Roster(store, most_jobs)

    def __repr__(self) -> str:
        return f"Vault({self._store!r})"

    @staticmethod
    def new_job_id() -> str:
        """Return an unguessable job id."""
        return f"job_{_base32(secrets.token_bytes(_ID_BYTES))}"

    def conversation_job_id(self, tenant: str, opening: bytes) -> str:
        """Return the job id of a conversation: the same for each of its turns, telling nothing.

        It depends on the ring's first key: after a rotation a conversation goes on as a new job.
        """
        message = frame("conversation", tenant, opening)
        digest = self._keys.fingerprint(self._keys.first_id, message)
        return f"{DERIVED}{_base32(digest[:_ID_BYTES])}"

    def pseudonym(self, tenant: str, value: str) -> str:
        """Return what stands for `value` in all of a tenant's requests; nothing leads back.

        It depends on the ring's first key: a rotation changes it.
        """
        digest = self._keys.fingerprint(self._keys.first_id, frame("pseudonym", tenant, value))
        return f"u_{_base32(digest)[:_PSEUDONYM_LENGTH]}"

    async def issue(
        self,
        tenant: str,
        job_id: str,
        pairs: Sequence[Pair],
        ttl_seconds: int,
        reserved: Collection[str] = (),
    ) -> dict[Pair, Issued]:
        """Give each pair its placeholder; make the job when there is none, else refresh its expiry.

        A value keeps the hash and label it first got in this job. New hashes are none of those
        `reserved` (hashes that stand in the text already). `ttl_seconds` counts only for a new job,
        and up to the vault's maximum. Two round trips, whatever the number of pairs, and one or two
        more where the tenant's jobs are counted.
        Raises InvalidRequestError for a `ttl_seconds` under 1, JobLimitError for a new job too
        many, and SealBrokenError when something stored was tampered with or its key is gone.
        """
        if ttl_seconds < 1:
            raise InvalidRequestError("ttl_seconds", "The time to live is at least 1 second.")
        job = Job(self._keys, tenant, job_id)
        fresh = Meta(self._clock(), self._allowed(tenant, ttl_seconds), self._keys.first_id)
        key_id = fresh.key_id
        for _ in range(_MAX_ROUNDS):
            allotment = Allotment(pairs, functools.partial(job.hash, key_id), reserved)
            stored = await self._store.get(job.address, [META, *allotment.probes()])
            sealed_meta = stored.pop(META, None)
            meta = fresh if sealed_meta is None else job.open_meta(sealed_meta)
            if self._is_over(meta):
                await self._store.delete(job.address)
                continue
            if meta.key_id != key_id:  # an older job, hashed under a key that no longer seals
                key_id = meta.key_id
                continue
            allotment.learn([job.open_pair(name, sealed) for name, sealed in stored.items()])
            if sealed_meta is None:
                await self._roster.admit(job)
            if await self._write(job, allotment, fresh, meta, sealed_meta):
                await self._roster.keep(job, self._seconds_left(meta))
                return allotment.result()
        raise VaultError

    async def open(self, tenant: str, job_id: str, hashes: Collection[str]) -> dict[str, Issued]:
        """Return, by hash, those placeholders that this job of this tenant has issued.

        Refreshes the job's expiry. Raises SealBrokenError when one of them was tampered with.
        """
        job = Job(self._keys, tenant, job_id)
        names = {name for name in hashes if is_well_formed(name)}
        stored = await self._store.get(job.address, [META, *names])
        sealed_meta = stored.pop(META, None)
        if sealed_meta is None or not await self._refresh(job, job.open_meta(sealed_meta)):
            return {}
        return {name: job.open_pair(name, sealed) for name, sealed in stored.items()}

    async def everything(
        self, tenant: str, job_id: str, most: int | None = None
    ) -> dict[str, Issued]:
        """Return, by hash, all that this job of this tenant has issued, and refresh its expiry.

        With `most`, only so many of them, always the same ones of the same job. Raises
        SealBrokenError when one of them was tampered with.
        """
        job = Job(self._keys, tenant, job_id)
        stored = await self._store.all(job.address)
        sealed_meta = stored.pop(META, None)
        stored.pop(REPORT, None)
        if sealed_meta is None or not await self._refresh(job, job.open_meta(sealed_meta)):
            return {}
        wanted = sorted(stored)[:most]
        return {name: job.open_pair(name, stored[name]) for name in wanted}

    async def link(self, tenant: str, name: str, job_id: str, ttl_seconds: int) -> None:
        """Remember that `name`, the id of an answer, belongs to a job; the first word counts."""
        alias = Job(self._keys, tenant + LINKS, name)
        sealed = alias.seal_text(LINK, job_id)
        ttl = self._allowed(tenant, ttl_seconds)
        await self._store.put_if_absent(alias.address, {LINK: sealed}, ttl)

    async def linked(self, tenant: str, name: str) -> str:
        """Return the job that `name` belongs to. Raises JobNotFoundError for an unknown one."""
        alias = Job(self._keys, tenant + LINKS, name)
        stored = await self._store.get(alias.address, [LINK])
        if LINK not in stored:
            raise JobNotFoundError
        return alias.open_text(LINK, stored[LINK])

    async def keep_report(self, tenant: str, job_id: str, report: str, ttl_seconds: int) -> None:
        """Keep a text with a job, in place of the one before; it expires and goes with the job.

        `ttl_seconds` counts only as long as nothing else was kept in the job. Raises JobLimitError.
        """
        job = Job(self._keys, tenant, job_id)
        stored = await self._store.get(job.address, [META, REPORT])
        ttl = self._allowed(tenant, ttl_seconds)
        if META in stored:
            ttl = self._seconds_left(job.open_meta(stored[META]))
        if not stored:
            await self._roster.admit(job)
        await self._store.put(job.address, {REPORT: job.seal_text(REPORT, report)}, ttl)
        await self._roster.keep(job, ttl)

    async def report(self, tenant: str, job_id: str) -> str:
        """Return the text kept with a job. Raises JobNotFoundError when there is none."""
        job = Job(self._keys, tenant, job_id)
        stored = await self._store.get(job.address, [REPORT])
        if REPORT not in stored:
            raise JobNotFoundError
        return job.open_text(REPORT, stored[REPORT])

    async def describe(self, tenant: str, job_id: str) -> JobInfo:
        """Return the facts of a job, without refreshing it. Raises JobNotFoundError without one."""
        job = Job(self._keys, tenant, job_id)
        stored = await self._store.get(job.address, [META, REPORT])
        size = await self._store.size(job.address)
        ttl_seconds = await self._store.ttl(job.address)
        if META not in stored or ttl_seconds is None:
            raise JobNotFoundError
        created_at = job.open_meta(stored[META]).created_at
        return JobInfo(
            job_id=job_id,
            created_at=created_at,
            age_seconds=max(0, int(self._clock() - created_at)),
            ttl_seconds=ttl_seconds,
            placeholders=size - len(stored),
        )

    async def exists(self, tenant: str, job_id: str) -> bool:
        """Say whether this tenant has such a job."""
        job = Job(self._keys, tenant, job_id)
        return META in await self._store.get(job.address, [META])

    async def forget(self, tenant: str, job_id: str) -> None:
        """Delete a job and all its values at once. Raises JobNotFoundError without one."""
        job = Job(self._keys, tenant, job_id)
        if not await self._store.delete(job.address):
            raise JobNotFoundError
        await self._roster.leave(job)

    async def ping(self) -> None:
        """Return when the store answers."""
        await self._store.ping()

    async def close(self) -> None:
        """Close the store."""
        await self._store.close()

    async def _write(
        self, job: Job, allotment: Allotment, fresh: Meta, meta: Meta, sealed_meta: bytes | None
    ) -> bool:
        """Write what the pairs still need; False when the job itself changed since it was read.

        The job's own field is offered each time. Whose bytes win tells whether the job was made,
        remade or forgotten by someone else meanwhile; then what was read counts no longer.
        """
        offer = job.seal_meta(fresh)
        for _ in range(MAX_ATTEMPTS):
            offered = {name: job.seal_pair(name, p) for name, p in allotment.wanted().items()}
            stored = await self._store.put_if_absent(
                job.address, {META: offer, **offered}, self._seconds_left(meta)
            )
            if stored.pop(META) != (sealed_meta or offer):
                return False
            allotment.learn([job.open_pair(name, sealed) for name, sealed in stored.items()])
            if not allotment.wanted():
                return True
        raise VaultError

    def _allowed(self, tenant: str, ttl_seconds: int) -> int:
        return min(ttl_seconds, self._max_ttl_seconds, self._longest(tenant) or ttl_seconds)

    async def _refresh(self, job: Job, meta: Meta) -> bool:
        """Set the job's expiry anew; False, and the job is deleted, when its time is over."""
        if self._is_over(meta):
            await self._store.delete(job.address)
            return False
        seconds = self._seconds_left(meta)
        await self._store.touch(job.address, seconds)
        await self._roster.keep(job, seconds)
        return True

    def _is_over(self, meta: Meta) -> bool:
        """Say whether a job should long be gone: somebody put back what the store had dropped."""
        return self._clock() > meta.created_at + self._max_ttl_seconds + _CLOCK_SECONDS

    def _seconds_left(self, meta: Meta) -> int:
        """Return how long a job may be kept from now: its own time, never beyond the maximum.

        At least one second, because a store whose clock runs late may still hold a job that is due.
        """
        end = meta.created_at + self._max_ttl_seconds
        return max(1, min(meta.ttl_seconds, int(end - self._clock())))


def _base32(content: bytes) -> str:
    """Encode as lower-case letters and digits (RFC 4648, 6)."""
    return base64.b32encode(content).decode("ascii").rstrip("=").lower()
