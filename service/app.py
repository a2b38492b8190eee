"""The composition root: the only file that builds the parts and joins them."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from service.background_jobs import Orders
from service.detection.analyzer import Analyzer
from service.errors import DecknameError
from service.integrity import Demands
from service.observability import logs, metrics, tracing
from service.parts import (
    build_keys,
    build_policies,
    build_recognizers,
    build_scan,
    build_store,
    build_upstreams,
    build_watches,
)
from service.pipeline import Pipeline
from service.policy.operators import Operators
from service.policy.request_spans import Decider
from service.routes.error_responses import documented_errors, from_http, on_error
from service.routes.proxy import handler, openai_routes, passthrough
from service.routes.request.authentication import Caller
from service.routes.request.limits import Limits
from service.routes.request.retention import Retention
from service.routes.rest import anonymize, anymize, health, jobs, verify
from service.routes.rest import usage as usage_routes
from service.server.middleware import Gate
from service.settings import Settings, metrics_folder
from service.tenants.tenants import Tenants
from service.tenants.usage import Usage
from service.vault import Vault
from service.vault.hash_index import Index
from service.vault.instrumented import WatchedStore
from service.vault.memory import MemoryStore
from service.wire.openai.allowed_paths import split_paths

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
    tenants = Tenants.from_file(settings.api_keys_file, policies.names)
    watched = WatchedStore(store)
    vault = Vault(
        watched,
        keys,
        settings.max_ttl_seconds,
        longest=lambda name: tenants.terms(name).ttl_seconds,
        most_jobs=lambda name: tenants.terms(name).jobs,
    )
    usage = Usage()
    metrics.describe(VERSION, policies.entities())
    operators = Operators(keys)
    own_analyzer = analyzer or Analyzer(
        known, settings.model_dir, timeout_seconds=settings.analyze_timeout_seconds
    )
    line = partial(
        Pipeline,
        own_analyzer,
        operators=operators,
        usage=usage,
        decider=Decider(settings.analyze_timeout_seconds),
    )
    pipeline = line(vault)
    retention = Retention(settings.retention)

    def fleeting() -> Pipeline:
        return line(Vault(MemoryStore(1), keys, settings.max_ttl_seconds))

    orders = Orders(
        pipeline,
        vault,
        Index(watched, keys, settings.ttl_seconds),
        policies,
        most_waiting=settings.max_background_jobs,
        policy_of=lambda name: tenants.terms(name).policy,
    )
    repairs = settings.integrity != "report"
    limits = Limits(settings.max_body_bytes, settings.max_values, settings.receive_seconds)
    upstreams = build_upstreams(settings, tenants)
    caller = Caller(tenants, usage, authorization_is_ours=upstreams.has_key)

    folder, close_traces = metrics_folder(), start_traces(settings)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        beside = [
            asyncio.create_task(one.run())
            for one in build_watches(settings, keys, tenants, upstreams)
        ]
        if isinstance(store, MemoryStore):
            beside.append(asyncio.create_task(store.run_purge()))
        yield
        await orders.close()
        for task in beside:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        await upstreams.close()
        await vault.close()
        if analyzer is None:
            own_analyzer.close()
        await asyncio.to_thread(close_traces)
        metrics.worker_ended(folder)

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
            limits=limits,
            repair=repairs,
        )
    )
    app.include_router(
        verify.router(
            pipeline,
            vault,
            caller,
            ttl_seconds=settings.ttl_seconds,
            limits=limits,
        )
    )
    desk = anymize.Desk(
        orders,
        pipeline,
        vault,
        ttl_seconds=settings.ttl_seconds,
        language=settings.language,
        repair=repairs,
    )
    app.include_router(anymize.router(desk, caller, retention, limits))
    app.include_router(usage_routes.router(usage, caller))
    app.include_router(jobs.router(vault, caller))
    app.include_router(
        health.router(vault, VERSION, with_metrics=settings.metrics == "on", metrics_folder=folder)
    )
    front = handler.Proxy(
        pipeline,
        vault,
        policies,
        upstreams,
        usage,
        fleeting=fleeting,
        ttl_seconds=settings.ttl_seconds,
        language=settings.language,
        system_note=settings.system_note,
        scan=build_scan(settings, known, policies),
        demands=Demands(
            settings.integrity,
            lambda name: tenants.terms(name).integrity,
            settings.integrity_retries,
        ),
    )
    manner = openai_routes.Manner(
        limits,
        "allow" if settings.media == "allow" else "refuse",
        retention,
        settings.keepalive_seconds,
    )
    app.include_router(openai_routes.router(front, caller, manner))
    app.include_router(
        passthrough.router(
            split_paths(settings.allow_paths),
            openai_routes.PREFIXES,
            upstreams,
            caller,
            limits,
        )
    )
    return guarded(app, settings.max_requests)


def guarded(app: FastAPI, most_requests: int) -> FastAPI:
    """Put the gate before the app, and answers of ours in place of its errors."""
    app.add_exception_handler(DecknameError, on_error)
    app.add_exception_handler(HTTPException, from_http)
    app.add_exception_handler(RequestValidationError, from_http)
    app.add_middleware(Gate, most=most_requests)
    return app


def start_traces(settings: Settings) -> Callable[[], None]:
    """Send traces to the address that is set, if one is; return what ends that."""
    if settings.traces_url is None:
        return lambda: None
    return tracing.set_up(str(settings.traces_url), VERSION)


def log_start(settings: Settings) -> None:
    """Say what starts, without secrets."""
    logs.log(
        "start",
        version=VERSION,
        host=settings.host,
        port=settings.port,
        vault=settings.vault_kind,
        policy=Path(settings.policy).name,
        upstream=settings.upstream_url.host if settings.upstream_url else None,
        model=settings.model_dir.name,
    )
    for path in split_paths(settings.allow_paths):
        logs.log("path_passes_unmasked", logging.WARNING, route=path)
