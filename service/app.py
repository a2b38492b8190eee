"""The app: the parts of the service behind their routes, and what runs beside them."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from pathlib import Path

from fastapi import APIRouter, FastAPI

from service import version
from service.detection.analyzer import Analyzer
from service.observability import logs, metrics, tracing
from service.parts import Parts
from service.routes.error_responses import answer_errors, documented_errors
from service.routes.openapi_document import DescribedApp
from service.routes.proxy import openai_routes, passthrough
from service.routes.request.authentication import Authentication
from service.routes.request.limits import Limits
from service.routes.rest import anonymize, anymize, health, jobs, usage, verify
from service.server import process_memory
from service.server.allowed_hosts import AllowedHosts
from service.server.middleware import Gate
from service.settings import Settings, metrics_folder, read_settings

VERSION = version()


def create_app(settings: Settings, analyzer: Analyzer | None = None) -> FastAPI:
    """Build the service from its settings; an `analyzer` already loaded may be shared.

    Raises ValueError for keys and files that cannot be used.
    """
    parts = Parts(settings, analyzer)
    parts.check_files()
    metrics.describe(VERSION, parts.policies.entities())
    routers = list(_routers(parts))
    app = DescribedApp(
        title="Deckname",
        version=VERSION,
        description="Keeps personal data away from language models.",
        lifespan=_lifespan(parts, start_traces(settings)),
        redirect_slashes=False,
        docs_url=None,  # both pages would load their scripts from elsewhere
        redoc_url=None,
        responses=documented_errors(),
    )
    for router in routers:
        app.include_router(router)
    answer_errors(app)
    app.add_middleware(Gate, most=settings.max_requests, hosts=_hosts(settings))
    return app


def create_worker_app() -> FastAPI:
    """Build the app of one of several worker processes, from the environment."""
    settings = read_settings()
    logs.set_up(settings.log_level, settings.log_format)
    app = create_app(settings)
    process_memory.settle()
    return app


def _hosts(settings: Settings) -> AllowedHosts | None:
    """Return whom a service without keys answers; with keys, a key is what counts."""
    if settings.api_keys_file is not None:
        return None
    return AllowedHosts(settings.host_names, only_loopback=settings.is_local)


def _routers(parts: Parts) -> Iterator[APIRouter]:
    """Yield the routes; the API description lists them in this order."""
    settings = parts.settings
    authentication = Authentication(
        parts.tenants,
        parts.usage,
        parts.upstreams.has_key,
        limits=Limits(settings.max_body_bytes, settings.max_values, settings.receive_seconds),
        ttl_seconds=settings.ttl_seconds,
    )
    yield anonymize.router(parts, authentication)
    yield verify.router(parts.pipeline, parts.vault, authentication)
    yield anymize.router(parts, authentication)
    yield usage.router(parts.usage, authentication)
    yield jobs.router(parts.vault, authentication)
    yield health.router(
        parts.vault,
        VERSION,
        with_metrics=settings.metrics == "on",
        metrics_folder=metrics_folder(),
    )
    yield openai_routes.router(parts, authentication)
    yield passthrough.router(
        settings.passed_paths, openai_routes.PREFIXES, parts.upstreams, authentication
    )


def _lifespan(
    parts: Parts, close_traces: Callable[[], None]
) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    """Return what runs the chores while the app serves, and closes everything afterwards."""
    folder = metrics_folder()

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        beside = [asyncio.create_task(chore) for chore in parts.chores()]
        yield
        await parts.background_jobs.close()
        for task in beside:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        await parts.upstreams.close()
        await parts.vault.close()
        if parts.given_analyzer is None:
            parts.analyzer.close()
        await asyncio.to_thread(close_traces)
        metrics.worker_ended(folder)

    return lifespan


def start_traces(settings: Settings) -> Callable[[], None]:
    """Send traces to the address that is set, if one is; return what ends that."""
    if settings.traces_url is None:
        return lambda: None
    return tracing.set_up(str(settings.traces_url), VERSION)


def log_start(settings: Settings) -> None:
    """Log what starts, without secrets."""
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
    for path in settings.passed_paths:
        logs.log("path_passes_unmasked", logging.WARNING, route=path)
