"""The quota of jobs: how many of a tenant's may be alive at once."""

from __future__ import annotations

from collections.abc import Callable

from service.errors import JobLimitError
from service.vault.sealed_job import SealedJob, address
from service.vault.store import Store

# No tenant's name ends like this, so the roster lies beside jobs and never under the id of one.
ROSTER = "\0jobs"
ALL = "all"
# What a job that is being made holds its place for: if that fails, nobody waits longer for it.
LEASE_SECONDS = 60


class JobQuota:
    """Each job holds a place in its tenant's roster for as long as it lives.

    The roster is one key of the store, in a slot of its own, and a job another: a cluster does
    nothing with both in one step. So a place is taken before the job is written and held from then
    on for the job's own time, set anew whenever the job's is. Whatever fails between, a place ends
    by itself when the job would have; none is lost, and none is given twice. A count in the index
    could not do that: nothing would lower it when a job expires.
    Tenants without a limit have no roster, and cost nothing.
    Every method raises VaultError when the store fails.
    """

    def __init__(self, store: Store, most: Callable[[str], int | None]) -> None:
        """Ask `most` how many jobs a tenant may have; None is any number."""
        self._store = store
        self._most = most

    async def admit(self, job: SealedJob) -> None:
        """Hold a place for a job that is about to be made.

        Raises JobLimitError when there is none left and the job has none.
        """
        most = self._most(job.tenant)
        if most is None:
            return
        if not await self._store.claim(_roster(job), job.address, LEASE_SECONDS, most):
            raise JobLimitError

    async def keep(self, job: SealedJob, ttl_seconds: int) -> None:
        """Hold the place of a job that lives for so long from now, whether it had one or not."""
        if self._most(job.tenant) is not None:
            await self._store.claim(_roster(job), job.address, ttl_seconds, None)

    async def leave(self, job: SealedJob) -> None:
        """Release the place of a job that is gone."""
        if self._most(job.tenant) is not None:
            await self._store.release(_roster(job), job.address)


def _roster(job: SealedJob) -> str:
    return address(job.tenant + ROSTER, ALL)
