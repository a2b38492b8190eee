"""The command `deckname`."""

from __future__ import annotations

import signal
import sys
import tempfile
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer
import uvicorn

from service.app import VERSION, create_app, log_start
from service.commands import check, texts
from service.commands.keys import keys
from service.demo import DemoUpstream, calls_to_try
from service.observability import logs, metrics
from service.parts import Parts
from service.server import process_memory
from service.server.strict_http import StrictHttp
from service.server.supervisor import Supervisor, WorkersFailedError
from service.settings import Settings, SettingsError, read_settings, share_metrics

app = typer.Typer(
    help="Deckname keeps personal data away from language models.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
)
app.add_typer(keys, name="keys")
EXIT_SETTINGS = 2
SHUTDOWN_SECONDS = 20
KILL_SECONDS = 10  # beyond that, for a worker that does not end by itself
KEEP_ALIVE_SECONDS = 5
# A worker that says nothing for so long is killed; until it has loaded everything, it says nothing.
WORKER_SECONDS = 120


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="Address; wins over DECKNAME_HOST.")] = None,
    port: Annotated[int | None, typer.Option(help="Port; wins over DECKNAME_PORT.")] = None,
    demo: Annotated[
        bool,
        typer.Option("--demo", help="With no upstream set, answer from a built-in pretend model."),
    ] = False,
) -> None:
    """Start the service; settings come from DECKNAME_… variables (docs/configuration.md)."""
    settings = _settings(host=host, port=port)
    if demo and settings.upstream_url is None:
        if settings.workers > 1:
            typer.echo("deckname: --demo runs one worker (DECKNAME_WORKERS=1)", err=True)
            raise typer.Exit(EXIT_SETTINGS)
        with DemoUpstream() as upstream:
            settings = _settings(host=host, port=port, upstream_url=upstream.url)
            sys.stdout.write(calls_to_try(settings.host, settings.port))
            sys.stdout.flush()
            _run(settings)
    else:
        _run(settings)


@app.command()
def version() -> None:
    """Print the version."""
    typer.echo(VERSION)


for command in (texts.anonymize, texts.restore, texts.analyze, check.check):
    app.command()(command)


def _settings(**overrides: object) -> Settings:
    try:
        return read_settings(
            **{name: value for name, value in overrides.items() if value is not None}
        )
    except SettingsError as error:
        typer.echo(f"deckname: {error}", err=True)
        raise typer.Exit(EXIT_SETTINGS) from None


def _run(settings: Settings) -> None:
    logs.set_up(settings.log_level, settings.log_format)
    forbid_core_dumps()
    # uvicorn ends its work first and then raises the signal again: being asked to stop is no fault
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        if settings.workers == 1:
            service = create_app(settings)
            if settings.metrics_port is not None:
                metrics.serve(settings.metrics_port, None)
            log_start(settings)
            process_memory.settle()
            uvicorn.run(service, **_server_options(settings))
        else:
            Parts(settings).check_files()  # a fault shows here, not in worker after worker
            _run_workers(settings)
    except (ValueError, OSError, WorkersFailedError) as error:
        typer.echo(f"deckname: {error}", err=True)
        raise typer.Exit(EXIT_SETTINGS) from None


def forbid_core_dumps() -> None:
    """Set that a crash of this process, or of those it starts, leaves no file with keys."""
    with suppress(ImportError):  # Windows has neither
        import resource  # noqa: PLC0415

        _, most = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (0, most))


def _run_workers(settings: Settings) -> None:
    with tempfile.TemporaryDirectory(prefix="deckname-metrics-") as folder:
        share_metrics(Path(folder))
        if settings.metrics_port is not None:
            metrics.serve(settings.metrics_port, Path(folder))
        log_start(settings)
        config = uvicorn.Config(
            "service.app:create_worker_app",
            factory=True,
            workers=settings.workers,
            **_server_options(settings),
        )
        Supervisor(
            config,
            silence_seconds=WORKER_SECONDS,
            end_seconds=SHUTDOWN_SECONDS + KILL_SECONDS,
        ).run()


def _server_options(settings: Settings) -> dict[str, Any]:
    return {
        "http": partial(StrictHttp, head_seconds=settings.receive_seconds),
        "ws": "none",
        "proxy_headers": False,  # nothing here depends on who called, and anybody may write them
        "timeout_keep_alive": KEEP_ALIVE_SECONDS,
        "host": settings.host,
        "port": settings.port,
        "access_log": False,
        "log_config": None,
        "server_header": False,
        "date_header": True,
        "timeout_graceful_shutdown": SHUTDOWN_SECONDS,
    }
