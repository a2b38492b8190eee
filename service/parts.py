"""Each part of the service, made from the settings; `app` joins them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import recognizers
from recognizers.base.recognizer import NerRecognizer, Recognizer
from service.cipher import KeyRing
from service.config.file_watcher import WatchedFile
from service.detection.pattern_finder import PatternFinder
from service.detection.recognizer_file import load_recognizers
from service.policy import Policies, load_policies
from service.settings import Settings
from service.tenants.tenants import Tenants
from service.upstream.account import Account
from service.upstream.client import Upstream
from service.upstream.pool import Upstreams
from service.vault.memory import MemoryStore
from service.vault.redis import RedisStore
from service.vault.redis_tls import TlsFiles
from service.wire.answer_scan import Scan


def build_recognizers(settings: Settings) -> tuple[Recognizer | NerRecognizer, ...]:
    """Return our recognizers, and those of the user's file, whose entities may be ours."""
    return (*recognizers.load(), *load_recognizers(settings.recognizers_file))


def build_policies(
    settings: Settings, known: tuple[Recognizer | NerRecognizer, ...] | None = None
) -> Policies:
    """Return the built-in policies and those of the user's file."""
    known = known or build_recognizers(settings)
    return load_policies(settings.policy, known, settings.analyze_timeout_seconds)


def build_store(settings: Settings) -> MemoryStore | RedisStore:
    """Return the store that the vault's URL names."""
    if settings.vault_kind == "memory":
        return MemoryStore(settings.max_jobs)
    files = (settings.vault_tls_ca_file, settings.vault_tls_cert_file, settings.vault_tls_key_file)
    return RedisStore.from_url(
        settings.vault_url.get_secret_value(),
        tls=TlsFiles(*(str(path) if path else None for path in files)),
    )


def build_keys(settings: Settings) -> KeyRing:
    """Return the key ring; the memory store may make its own, which dies with the process.

    Raises ValueError in fixed words.
    """
    if settings.vault_keys_file is not None:
        try:
            return KeyRing.parse(settings.vault_keys_file.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError):  # its words may hold a byte of a key
            raise ValueError("DECKNAME_VAULT_KEYS_FILE cannot be read") from None
    if settings.vault_keys is not None:
        return KeyRing.parse(settings.vault_keys.get_secret_value())
    return KeyRing.generate()


def build_watches(
    settings: Settings, keys: KeyRing, tenants: Tenants, upstreams: Upstreams
) -> list[WatchedFile]:
    """Return the files that may change while the service runs."""
    watches = []
    if settings.vault_keys_file is not None:
        path = settings.vault_keys_file
        watches.append(WatchedFile("vault_keys", path, lambda text: keys.take(KeyRing.parse(text))))
    if settings.api_keys_file is not None:

        def take(text: str) -> None:
            tenants.take(text)
            upstreams.keep(tenants.accounts)

        watches.append(WatchedFile("api_keys", settings.api_keys_file, take))
    return watches


def build_scan(
    settings: Settings, known: Sequence[Recognizer | NerRecognizer], policies: Policies
) -> Scan | None:
    """Return what answers are searched for, if they are."""
    if settings.response_scan == "off":
        return None
    finder = PatternFinder(known, policies.choose("standard").masks)
    return Scan(finder.find, policies.labels)


def build_upstream(settings: Settings) -> Upstream | None:
    """Return the provider for all, if one is set."""
    if settings.upstream_url is None:
        return None
    usual = Account(url=settings.upstream_url, api_key=settings.upstream_api_key)
    return open_account(settings, usual)  # among that key's organizations a caller may choose


def build_upstreams(settings: Settings, tenants: Tenants) -> Upstreams:
    """Return the providers: one for each account of a tenant, and one for all others."""
    return Upstreams(
        build_upstream(settings),
        lambda tenant: tenants.terms(tenant).upstream,
        lambda account: open_account(settings, account, account.kept_back()),
        usual_has_key=settings.upstream_api_key is not None,
    )


def open_account(settings: Settings, account: Account, kept_back: Collection[str] = ()) -> Upstream:
    """Return the provider of an account, to which no header of the caller goes of `kept_back`."""
    return Upstream(
        str(account.url),
        account.headers(),
        kept_back=kept_back,
        connect_seconds=settings.upstream_connect_seconds,
        timeout_seconds=settings.upstream_timeout_seconds,
    )
