"""The index from a HASH to the jobs that issued it, to restore a text without its job id."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection

from service.cipher import KeyRing
from service.text.placeholders.hashes import is_well_formed
from service.vault.sealed_job import SealedJob
from service.vault.store import Store

# No tenant's name ends like this, so the index lies beside jobs and never under the id of one.
ISSUED = "\0issued"
# Jobs remembered for one HASH. It is one of 29 million, so that two jobs share one is rare.
PLACES = 4
# A chapter is written for one time to live and read for one more; then its last entry has had
# its time, and the store drops it as a whole.
CHAPTERS = 2


class HashIndex:
    """Remembers job ids, sealed; never a value. What it leads to may be gone: jobs end earlier.

    It has a chapter for each stretch of `ttl_seconds`: a store expires keys, not fields, and
    nothing here may live for ever because something newer lies beside it.
    Every method raises VaultError when the store fails.
    """

    def __init__(
        self,
        store: Store,
        keys: KeyRing,
        ttl_seconds: int,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Remember a job for `ttl_seconds` at least, and less than twice that, by the `clock`."""
        self._store = store
        self._keys = keys
        self._ttl_seconds = ttl_seconds
        self._clock = clock

    async def add(self, tenant: str, job_id: str, hashes: Collection[str]) -> None:
        """Remember that a job issued these hashes."""
        chapter = self._chapters(tenant)[0]
        waiting = set(hashes)
        for place in range(PLACES):
            if not waiting:
                return
            names = {_field(one, place): one for one in waiting}
            stored = await self._store.put_if_absent(
                chapter.address,
                {name: chapter.seal_text(name, job_id) for name in names},
                CHAPTERS * self._ttl_seconds,
            )
            # Where another job has the place, the next one is tried.
            waiting = {
                names[name]
                for name, sealed in stored.items()
                if chapter.open_text(name, sealed) != job_id
            }

    async def jobs(self, tenant: str, hashes: Collection[str]) -> dict[str, set[str]]:
        """Return the ids of the jobs that issued some of the hashes, each with these."""
        found: dict[str, set[str]] = {}
        for chapter in self._chapters(tenant):
            waiting = {one for one in hashes if is_well_formed(one)}
            for place in range(PLACES):
                names = {_field(one, place): one for one in waiting}
                stored = await self._store.get(chapter.address, names)
                for name, sealed in stored.items():
                    found.setdefault(chapter.open_text(name, sealed), set()).add(names[name])
                # Places are filled in order: behind an empty one there is nothing.
                waiting = {names[name] for name in stored}
        return found

    def _chapters(self, tenant: str) -> list[SealedJob]:
        """Return the chapters that may be read, the one to write in first."""
        now = int(self._clock() // self._ttl_seconds)
        return [
            SealedJob(self._keys, tenant + ISSUED, f"{self._ttl_seconds}.{now - age}")
            for age in range(CHAPTERS)
        ]


def _field(hash_: str, place: int) -> str:
    return f"{hash_}.{place}"
