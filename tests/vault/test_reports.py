"""The text that is kept with a job: sealed like its values, and gone when the job is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from service.cipher import KeyRing
from service.errors import JobNotFoundError
from service.vault import Pair
from service.vault.sealed_job import SealedJob
from service.vault.vault import Vault

if TYPE_CHECKING:
    from service.vault.store import Store

PAIR = Pair("PERSON", "Person", "Sabine")


async def test_the_last_report_counts_and_is_the_tenants_own(vault: Vault, tenant: str) -> None:
    await vault.keep_report(tenant, "job_1", "begonnen", 60)
    await vault.keep_report(tenant, "job_1", "fertig: Krämer \ud83d", 60)
    assert await vault.report(tenant, "job_1") == "fertig: Krämer \ud83d"
    for owner, job_id in (("other", "job_1"), (tenant, "job_2")):
        with pytest.raises(JobNotFoundError):
            await vault.report(owner, job_id)


async def test_a_report_alone_is_no_job(vault: Vault, tenant: str) -> None:
    await vault.keep_report(tenant, "job_1", "begonnen", 60)
    assert not await vault.exists(tenant, "job_1")
    assert await vault.everything(tenant, "job_1") == {}
    with pytest.raises(JobNotFoundError):
        await vault.describe(tenant, "job_1")
    await vault.issue(tenant, "job_1", [PAIR], 60)
    assert await vault.report(tenant, "job_1") == "begonnen"


async def test_a_report_is_no_placeholder(vault: Vault, tenant: str) -> None:
    await vault.issue(tenant, "job_1", [PAIR], 60)
    await vault.keep_report(tenant, "job_1", "fertig", 60)
    assert (await vault.describe(tenant, "job_1")).placeholders == 1
    (issued,) = (await vault.everything(tenant, "job_1")).values()
    assert issued.value == "Sabine"
    assert await vault.open(tenant, "job_1", ["report"]) == {}


async def test_a_report_goes_with_its_job(vault: Vault, tenant: str) -> None:
    await vault.issue(tenant, "job_1", [PAIR], 60)
    await vault.keep_report(tenant, "job_1", "fertig", 60)
    await vault.forget(tenant, "job_1")
    with pytest.raises(JobNotFoundError):
        await vault.report(tenant, "job_1")


async def test_a_report_does_not_lengthen_the_life_of_a_job(
    store: Store, keys: KeyRing, tenant: str
) -> None:
    vault = Vault(store, keys, 3600)
    await vault.issue(tenant, "job_1", [PAIR], 60)
    await vault.keep_report(tenant, "job_1", "fertig", 3000)
    assert (await vault.describe(tenant, "job_1")).ttl_seconds <= 60
    await vault.keep_report(tenant, "job_2", "begonnen", 7200)
    assert (await store.ttl(SealedJob(keys, tenant, "job_2").address) or 0) <= 3600


async def test_the_store_sees_nothing_of_a_report(store: Store, keys: KeyRing, tenant: str) -> None:
    await Vault(store, keys, 3600).keep_report(tenant, "job_1", "An [[Person-QSEZB6]]", 60)
    fields = await store.all(SealedJob(keys, tenant, "job_1").address)
    assert set(fields) == {"report"}
    assert b"QSEZB6" not in fields["report"]
