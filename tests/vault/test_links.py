"""Answers that are asked for again by their own id, and all that a job holds."""

from __future__ import annotations

import pytest

from service.errors import InvalidRequestError, JobNotFoundError
from service.vault import Pair
from service.vault.records import Linked
from service.vault.vault import Vault


async def test_a_link_leads_to_its_job_for_its_tenant_only(vault: Vault, tenant: str) -> None:
    await vault.link(tenant, "resp_1", "conv_1", 60)
    assert await vault.linked(tenant, "resp_1") == Linked("conv_1", frozenset())
    for owner, name in (("other", "resp_1"), (tenant, "resp_2")):
        with pytest.raises(JobNotFoundError):
            await vault.linked(owner, name)


async def test_the_first_link_counts(vault: Vault, tenant: str) -> None:
    await vault.link(tenant, "resp_1", "conv_1", 60, ["QSEZB6", "AAAAAA"])
    await vault.link(tenant, "resp_1", "conv_2", 60)
    assert await vault.linked(tenant, "resp_1") == Linked("conv_1", frozenset({"AAAAAA", "QSEZB6"}))


async def test_a_link_is_no_job_and_a_job_is_no_link(vault: Vault, tenant: str) -> None:
    await vault.link(tenant, "resp_1", "conv_1", 60)
    assert not await vault.exists(tenant, "resp_1")
    await vault.issue(tenant, "job_1", [], 60)
    with pytest.raises(JobNotFoundError):
        await vault.linked(tenant, "job_1")


async def test_a_name_with_other_characters_is_refused(vault: Vault, tenant: str) -> None:
    with pytest.raises(InvalidRequestError):
        await vault.link(tenant, "resp 1", "conv_1", 60)


async def test_everything_gives_all_that_a_job_has_issued(vault: Vault, tenant: str) -> None:
    pairs = [Pair("PERSON", "Person", "Sabine"), Pair("PERSON", "Person", "Jonas")]
    issued = await vault.issue(tenant, "job_1", pairs, 60)
    found = await vault.everything(tenant, "job_1")
    assert {one.value for one in found.values()} == {"Sabine", "Jonas"}
    assert found == {one.hash: one for one in issued.values()}
    assert await vault.everything(tenant, "job_2") == {}
    assert await vault.everything("other", "job_1") == {}
