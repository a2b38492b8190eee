"""One Redis over TLS, with certificates on both sides and a user with few rights."""

from __future__ import annotations

import ssl
import traceback
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.errors import VaultError
from service.vault.redis import RedisStore
from service.vault.redis_tls import TlsFiles, Trust
from tests.support.redis_rights import LOGIN, PASSWORD, allow, documented, use_everything
from tests.support.redis_server import RedisServer, start_redis
from tests.support.redis_tls import Papers, make_papers


@pytest.fixture(scope="module")
def server(served_papers: Papers) -> Iterator[RedisServer]:
    with start_redis(*served_papers.options, "--bind", "127.0.0.1", "::1", tls=True) as server:
        yield server


async def test_a_client_certificate_and_a_user_with_few_rights_are_enough(
    papers: Papers, server: RedisServer
) -> None:
    allow([server], documented("data", "jobs"))
    address = f"rediss://{LOGIN}127.0.0.1:{server.tls_port}/0"
    assert await use_everything(address, papers.mine) == []
    assert await use_everything(address, papers.mine, ["elsewhere"]) == ["get"]


async def test_who_shows_or_trusts_no_certificate_is_refused_and_told_nothing(
    papers: Papers, server: RedisServer
) -> None:
    for files in papers.strangers:
        store = RedisStore.from_url(f"rediss://{LOGIN}127.0.0.1:{server.tls_port}", tls=files)
        with pytest.raises(VaultError) as caught:
            await store.ping()
        await store.close()
        assert PASSWORD not in "".join(traceback.format_exception(caught.value))


async def test_a_certificate_for_another_name_is_refused(
    papers: Papers, server: RedisServer
) -> None:
    patient = f"rediss://localhost:{server.tls_port}?socket_timeout=10&socket_connect_timeout=10"
    right = RedisStore.from_url(patient, call_seconds=20, tls=papers.mine)
    await right.ping()
    await right.close()
    wrong = RedisStore.from_url(f"rediss://[::1]:{server.tls_port}", tls=papers.mine)
    with pytest.raises(VaultError):
        await wrong.ping()
    await wrong.close()


async def test_an_address_in_clear_does_not_reach_a_port_with_tls(server: RedisServer) -> None:
    store = RedisStore.from_url(f"redis://127.0.0.1:{server.tls_port}", tls=TlsFiles())
    with pytest.raises(VaultError):
        await store.ping()
    await store.close()


# --- the context


def test_only_the_authority_that_is_set_is_trusted_and_with_none_those_of_the_system(
    papers: Papers,
) -> None:
    ours = Trust(papers.mine.options()).context()
    assert len(ours.get_ca_certs()) == 1
    assert (ours.verify_mode, ours.check_hostname) == (ssl.CERT_REQUIRED, True)
    usual = Trust({}).context()
    assert usual.cert_store_stats() == ssl.create_default_context().cert_store_stats()
    assert (usual.verify_mode, usual.check_hostname) == (ssl.CERT_REQUIRED, True)


def test_one_context_serves_until_a_file_is_renewed_and_outlives_a_bad_one(tmp_path: Path) -> None:
    papers = make_papers(tmp_path)
    trust = Trust(papers.mine.options())
    first = trust.context()
    assert trust.context() is first
    Path(papers.key).write_text("half a file")
    assert trust.context() is first
    Path(papers.key).unlink()
    assert trust.context() is first
    make_papers(tmp_path)
    renewed = trust.context()
    assert renewed is not first
    assert renewed.get_ca_certs() != first.get_ca_certs()
    assert trust.context() is renewed


@pytest.mark.parametrize(("form", "path"), [("", ""), ("+sentinel", "/name"), ("+cluster", "")])
def test_files_that_cannot_be_used_are_refused_at_once_without_showing_them(
    papers: Papers, tmp_path: Path, form: str, path: str
) -> None:
    wrong = tmp_path / "geheim.pem"
    wrong.write_text("geheim")
    for files in (
        TlsFiles(str(wrong)),
        TlsFiles(papers.ca, papers.certificate, str(wrong)),
        TlsFiles(str(tmp_path / "geheim-none.pem")),
    ):
        with pytest.raises(ValueError, match="TLS files cannot be used") as caught:
            RedisStore.from_url(f"rediss{form}://:geheim@127.0.0.1:1{path}", tls=files)
        assert "geheim" not in str(caught.value)
        assert caught.value.__suppress_context__
