"""The parts of the service, each built from the settings: the one place that joins them."""

from __future__ import annotations

from collections.abc import Collection, Coroutine
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import recognizers as shipped
from recognizers.base.recognizer import NerRecognizer, Recognizer
from service.background_jobs import Orders
from service.cipher import KeyRing
from service.config.file_watcher import WatchedFile
from service.detection.analyzer import Analyzer
from service.detection.pattern_finder import PatternFinder
from service.detection.recognizer_file import load_recognizers
from service.integrity import Demands
from service.pipeline import Pipeline
from service.policy import Policies, load_policies
from service.policy.operators import Operators
from service.policy.request_spans import Decider
from service.settings import Settings
from service.tenants.tenants import Tenants
from service.tenants.turns import share
from service.tenants.usage import Usage
from service.upstream.account import Account
from service.upstream.client import Upstream
from service.upstream.pool import Upstreams
from service.vault import Vault
from service.vault.hash_index import HashIndex
from service.vault.instrumented import InstrumentedStore
from service.vault.memory import MemoryStore
from service.vault.redis import RedisStore
from service.vault.redis_tls import TlsFiles
from service.vault.store import Store
from service.wire.answer_scan import Scan


@dataclass(frozen=True, eq=False)
class Parts:
    """What one process is made of; each part is built when it is first asked for, and once.

    A command so reads only what it needs. An analyzer that is loaded already may be given, and a
    store other than the settings'. A part whose file or setting cannot be used raises ValueError,
    in words that hold no secret. Whoever asks for a part that holds connections or threads
    closes it.
    """

    settings: Settings
    given_analyzer: Analyzer | None = field(default=None, repr=False)
    given_store: Store | None = field(default=None, repr=False)

    def check_files(self) -> None:
        """Raise ValueError when the files of policies, keys or tenants cannot be used."""
        _ = self.policies, self.keys, self.tenants

    @cached_property
    def recognizers(self) -> tuple[Recognizer | NerRecognizer, ...]:
        """Ours, and those of the user's file, whose entities may be ours."""
        return (*shipped.load(), *load_recognizers(self.settings.recognizers_file))

    @cached_property
    def policies(self) -> Policies:
        """The built-in policies and those of the user's file."""
        return load_policies(
            self.settings.policy, self.recognizers, self.settings.analyze_timeout_seconds
        )

    @cached_property
    def keys(self) -> KeyRing:
        """The key ring; the memory store may make its own, which dies with the process."""
        if self.settings.vault_keys_file is not None:
            try:
                return KeyRing.parse(self.settings.vault_keys_file.read_text(encoding="utf-8"))
            except (OSError, UnicodeDecodeError):  # its words may hold a byte of a key
                raise ValueError("DECKNAME_VAULT_KEYS_FILE cannot be read") from None
        if self.settings.vault_keys is not None:
            return KeyRing.parse(self.settings.vault_keys.get_secret_value())
        return KeyRing.generate()

    @cached_property
    def tenants(self) -> Tenants:
        """The tenants, whose policies there must be."""
        return Tenants.from_file(self.settings.api_keys_file, self.policies.names)

    @cached_property
    def usage(self) -> Usage:
        """What each tenant used."""
        return Usage()

    @cached_property
    def store(self) -> Store:
        """The store that the vault's URL names."""
        settings = self.settings
        if self.given_store is not None:
            return self.given_store
        if settings.vault_kind == "memory":
            return MemoryStore(settings.max_jobs)
        files = (
            settings.vault_tls_ca_file,
            settings.vault_tls_cert_file,
            settings.vault_tls_key_file,
        )
        return RedisStore.from_url(
            settings.vault_url.get_secret_value(),
            tls=TlsFiles(*(str(path) if path else None for path in files)),
        )

    @cached_property
    def vault(self) -> Vault:
        """The vault, which keeps to what each tenant may have."""
        return Vault(
            InstrumentedStore(self.store),
            self.keys,
            self.settings.max_ttl_seconds,
            longest=lambda tenant: self.tenants.terms(tenant).ttl_seconds,
            most_jobs=self._most_jobs,
        )

    def _most_jobs(self, tenant: str) -> int | None:
        """Return how many jobs a tenant may have: what its terms say, else a share of memory."""
        said = self.tenants.terms(tenant).jobs
        if said is None and self.tenants.asks_for_keys and isinstance(self.store, MemoryStore):
            return share(self.settings.max_jobs)
        return said

    def takes_patterns(self, tenant: str) -> bool:
        """Return whether a tenant's requests may bring patterns: each costs time and memory."""
        wanted = self.tenants.terms(tenant).request_patterns or self.settings.request_patterns
        return wanted == "on" or (wanted == "auto" and not self.tenants.asks_for_keys)

    @cached_property
    def analyzer(self) -> Analyzer:
        """The analyzer with its model, loaded unless one is given."""
        return self.given_analyzer or Analyzer(
            self.recognizers,
            self.settings.model_dir,
            timeout_seconds=self.settings.analyze_timeout_seconds,
        )

    @cached_property
    def operators(self) -> Operators:
        """What is written instead of a value where that is no placeholder."""
        return Operators(self.keys)

    @cached_property
    def decider(self) -> Decider:
        """What searches for a policy's own patterns, beside the event loop."""
        return Decider(self.settings.analyze_timeout_seconds)

    @cached_property
    def pipeline(self) -> Pipeline:
        """Analyzer, operators and vault in one line."""
        return self._pipeline_to(self.vault)

    def fleeting_pipeline(self) -> Pipeline:
        """Return a pipeline of its own for one request, of which nothing may be kept."""
        return self._pipeline_to(Vault(MemoryStore(1), self.keys, self.settings.max_ttl_seconds))

    def _pipeline_to(self, vault: Vault) -> Pipeline:
        return Pipeline(
            self.analyzer, vault, self.operators, usage=self.usage, decider=self.decider
        )

    @cached_property
    def background_jobs(self) -> Orders:
        """Texts that are anonymized in the background."""
        return Orders(
            self.pipeline,
            self.vault,
            HashIndex(InstrumentedStore(self.store), self.keys, self.settings.ttl_seconds),
            self.policies,
            most_waiting=self.settings.max_background_jobs,
            policy_of=lambda tenant: self.tenants.terms(tenant).policy,
            are_several=lambda: self.tenants.asks_for_keys,
        )

    @cached_property
    def upstreams(self) -> Upstreams:
        """The providers: one for each account of a tenant, and one for all others."""
        return Upstreams(
            self.open_upstream(),
            lambda tenant: self.tenants.terms(tenant).upstream,
            lambda account: self.open_account(account, account.kept_back()),
            usual_has_key=self.settings.upstream_api_key is not None,
        )

    def open_upstream(self) -> Upstream | None:
        """Return the provider for all, if one is set."""
        if self.settings.upstream_url is None:
            return None
        usual = Account(url=self.settings.upstream_url, api_key=self.settings.upstream_api_key)
        return self.open_account(usual)  # among that key's organizations a caller may choose

    def open_account(self, account: Account, kept_back: Collection[str] = ()) -> Upstream:
        """Return the provider of an account; no header of `kept_back` goes there."""
        return Upstream(
            str(account.url),
            account.headers(),
            kept_back=kept_back,
            connect_seconds=self.settings.upstream_connect_seconds,
            timeout_seconds=self.settings.upstream_timeout_seconds,
        )

    @cached_property
    def scan(self) -> Scan | None:
        """What answers are searched for, if they are."""
        if self.settings.response_scan == "off":
            return None
        finder = PatternFinder(self.recognizers, self.policies.choose("standard").masks)
        return Scan(finder.find, self.policies.labels)

    @cached_property
    def demands(self) -> Demands:
        """What happens to answers whose placeholders are damaged."""
        return Demands(
            self.settings.integrity,
            lambda tenant: self.tenants.terms(tenant).integrity,
            self.settings.integrity_retries,
        )

    def watched_files(self) -> list[WatchedFile]:
        """Return the files that may change while the service runs."""
        watched = []
        if self.settings.vault_keys_file is not None:
            path = self.settings.vault_keys_file
            watched.append(WatchedFile("vault_keys", path, self._take_keys))
        if self.settings.api_keys_file is not None:
            watched.append(WatchedFile("api_keys", self.settings.api_keys_file, self._take_tenants))
        return watched

    def chores(self) -> list[Coroutine[Any, Any, None]]:
        """Return what runs beside the requests until it is cancelled."""
        chores = [one.run() for one in self.watched_files()]
        if isinstance(self.store, MemoryStore):
            chores.append(self.store.run_purge())
        return chores

    def _take_keys(self, text: str) -> None:
        self.keys.take(KeyRing.parse(text))

    def _take_tenants(self, text: str) -> None:
        self.tenants.take(text)
        self.upstreams.keep(self.tenants.accounts)
