"""The composition root: the only file that builds the parts and joins them."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

import recognizers
from recognizers.base import NerRecognizer, Recognizer
from service import telemetry
from service.analyzer import Analyzer
from service.cipher import KeyRing
from service.errors import DecknameError
from service.gate import Gate
from service.operators import Operators
from service.orders import Orders
from service.patterns import PatternFinder
from service.pipeline import Pipeline
from service.policy import Policies, load_policies
from service.recognizer_file import load_recognizers
from service.routes import anonymize, anymize, jobs, ops, passage, proxy, surface
from service.routes import usage as usage_routes
from service.routes.answers import documented_errors, from_http, on_error
from service.routes.caller import Caller
from service.routes.retention import Retention
from service.settings import Settings, split_paths
from service.tenants import Tenants
from service.text.scan import Scan
from service.upstream import Upstream
from service.usage import Usage
from service.vault import Vault
from service.vault.index import Index
from service.vault.memory import MemoryStore
from service.vault.redis import RedisStore

try:
    VERSION = version("deckname")
except PackageNotFoundError:  # run from a checkout that was never installed
    VERSION = "0.0.0"


def create_app(settings: Settings, analyzer: Analyzer | None = None) -> FastAPI:
    """Build the service from its settings; an `analyzer` already loaded may be shared.

    Raises ValueError for keys and files that cannot be used.
    """
    known = build_recognizers(settings)
    policies = build_policies(settings, known)
    store = build_store(settings)
    keys = build_keys(settings)
    vault = Vault(store, keys, settings.max_ttl_seconds)
    usage = Usage()
    operators = Operators(keys)
    own_analyzer = analyzer or Analyzer(
        known, settings.model_dir, timeout_seconds=settings.analyze_timeout_seconds
    )
    pipeline = Pipeline(own_analyzer, vault, operators, usage)
    retention = Retention(settings.retention)

    def fleeting() -> Pipeline:
        forgetful = Vault(MemoryStore(1), keys, settings.max_ttl_seconds)
        return Pipeline(own_analyzer, forgetful, operators, usage)

    orders = Orders(
        pipeline,
        vault,
        Index(store, keys, settings.ttl_seconds),
        policies,
        most_waiting=settings.max_background_jobs,
    )
    upstream = build_upstream(settings)
    caller = Caller(
        Tenants.from_file(settings.api_keys_file),
        usage,
        authorization_is_ours=settings.upstream_api_key is not None,
    )

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        purge = asyncio.create_task(store.run_purge()) if isinstance(store, MemoryStore) else None
        yield
        await orders.close()
        if purge is not None:
            purge.cancel()
            with suppress(asyncio.CancelledError):
                await purge
        if upstream is not None:
            await upstream.close()
        await vault.close()
        if analyzer is None:
            own_analyzer.close()

    app = FastAPI(
        title="Deckname",
        version=VERSION,
        description="Keeps personal data away from language models.",
        lifespan=lifespan,
        redirect_slashes=False,
        docs_url=None,  # both pages would load their scripts from elsewhere
        redoc_url=None,
        responses=documented_errors(),
    )
    app.include_router(
        anonymize.router(
            pipeline,
            vault,
            policies,
            caller,
            retention,
            fleeting=fleeting,
            ttl_seconds=settings.ttl_seconds,
            max_ttl_seconds=settings.max_ttl_seconds,
            language=settings.language,
            body_limit=settings.max_body_bytes,
        )
    )
    desk = anymize.Desk(
        orders,
        pipeline,
        vault,
        ttl_seconds=settings.ttl_seconds,
        language=settings.language,
    )
    app.include_router(anymize.router(desk, caller, retention, settings.max_body_bytes))
    app.include_router(usage_routes.router(usage, caller))
    app.include_router(jobs.router(vault, caller))
    app.include_router(ops.router(vault, VERSION))
    front = proxy.Proxy(
        pipeline,
        vault,
        policies,
        upstream,
        usage,
        fleeting=fleeting,
        ttl_seconds=settings.ttl_seconds,
        language=settings.language,
        system_note=settings.system_note,
        scan=build_scan(settings, known, policies),
    )
    manner = surface.Manner(
        settings.max_body_bytes,
        "allow" if settings.media == "allow" else "refuse",
        retention,
        settings.keepalive_seconds,
    )
    app.include_router(surface.router(front, caller, manner))
    app.include_router(
        passage.router(
            split_paths(settings.allow_paths),
            surface.PREFIXES,
            upstream,
            caller,
            settings.max_body_bytes,
        )
    )
    app.add_exception_handler(DecknameError, on_error)
    app.add_exception_handler(HTTPException, from_http)
    app.add_exception_handler(RequestValidationError, from_http)
    app.add_middleware(Gate)
    return app


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
    if settings.vault_url.startswith("memory://"):
        return MemoryStore(settings.max_jobs)
    return RedisStore.from_url(settings.vault_url)


def build_keys(settings: Settings) -> KeyRing:
    """Return the key ring; the memory store may make its own, which dies with the process."""
    if settings.vault_keys_file is not None:
        return KeyRing.parse(settings.vault_keys_file.read_text(encoding="utf-8"))
    if settings.vault_keys is not None:
        return KeyRing.parse(settings.vault_keys.get_secret_value())
    return KeyRing.generate()


def build_scan(
    settings: Settings, known: Sequence[Recognizer | NerRecognizer], policies: Policies
) -> Scan | None:
    """Return what answers are searched for, if they are."""
    if settings.response_scan == "off":
        return None
    finder = PatternFinder(known, policies.choose("standard").masks)
    return Scan(finder.find, policies.labels)


def build_upstream(settings: Settings) -> Upstream | None:
    """Return the provider, if one is set."""
    if settings.upstream_url is None:
        return None
    key = settings.upstream_api_key
    return Upstream(
        str(settings.upstream_url),
        key.get_secret_value() if key else None,
        connect_seconds=settings.upstream_connect_seconds,
        timeout_seconds=settings.upstream_timeout_seconds,
    )


def log_start(settings: Settings) -> None:
    """Say what starts, without secrets."""
    telemetry.log(
        "start",
        version=VERSION,
        host=settings.host,
        port=settings.port,
        vault=settings.vault_url.partition("://")[0],
        policy=Path(settings.policy).name,
        upstream=settings.upstream_url.host if settings.upstream_url else None,
        model=settings.model_dir.name,
    )
    for path in split_paths(settings.allow_paths):
        telemetry.log("path_passes_unmasked", logging.WARNING, route=path)
