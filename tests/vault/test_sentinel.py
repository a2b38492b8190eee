"""Redis behind sentinels, in clear and over TLS: few rights suffice, and a failover loses nothing.

One set of servers for each way; no test needs the master to be the first one still.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator

import pytest

from service.cipher import KeyRing
from service.errors import VaultError
from service.vault import Vault
from service.vault.redis import RedisStore
from service.vault.redis_tls import TlsFiles
from tests.support.redis_failover import issue_when_possible, people, settle
from tests.support.redis_groups import Watched, watched
from tests.support.redis_rights import LOGIN, PASSWORD, USER, allow, documented, use_everything

RIGHTS = documented("data", "jobs")
OWN_LOGIN = f"?sentinel_username={USER}&sentinel_password=pa%25ss"


@pytest.fixture(scope="module", params=["clear", "tls"])
def group(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Watched]:
    secure = request.getfixturevalue("served_papers") if request.param == "tls" else None
    with watched(tmp_path_factory.mktemp("sentinels"), secure) as servers:
        yield servers


def files(group: Watched) -> TlsFiles | None:
    return group.papers.mine if group.papers else None


async def test_the_documented_rights_are_enough_and_none_is_too_many(group: Watched) -> None:
    own = documented("sentinel")
    allow(group.running, RIGHTS)
    for lacking in (None, *own):  # the other rights are those of a single server
        allow(group.sentinels, [right for right in own if right != lacking], keys="resetkeys")
        refused = await use_everything(group.url(LOGIN, OWN_LOGIN), files(group))
        assert bool(refused) == (lacking is not None), lacking


async def test_over_tls_who_shows_or_trusts_no_certificate_is_refused(group: Watched) -> None:
    if group.papers is None:
        pytest.skip("in clear there is none to show")
    allow(group.running, RIGHTS)
    for stranger in group.papers.strangers:
        store = RedisStore.from_url(group.url(LOGIN), tls=stranger)
        with pytest.raises(VaultError) as caught:
            await store.ping()
        await store.close()
        assert PASSWORD not in "".join(traceback.format_exception(caught.value))


async def test_after_a_failover_nothing_is_lost_and_the_new_master_is_written_to(
    group: Watched,
) -> None:
    store = RedisStore.from_url(group.url(), tls=files(group))
    vault = Vault(store, KeyRing.generate(), 3600, most_jobs=lambda _: 1)
    issued = await vault.issue("acme", "job_1", people(5), 60)
    await settle(group.master)
    group.master.kill()
    again, refusals = await issue_when_possible(vault, "job_1", people(8))
    opened = await vault.open("acme", "job_1", [one.hash for one in again.values()])
    await vault.close()

    assert refusals
    assert {one.code for one in refusals} == {"vault_unavailable"}
    assert {pair: again[pair] for pair in issued} == issued
    assert {one.value for one in opened.values()} == {one.value for one in people(8)}
