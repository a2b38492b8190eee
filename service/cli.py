"""The command `deckname`.

What a command needs is imported when it runs: `--version`, help and completion load no service.
"""

from __future__ import annotations

import signal
import sys
import tempfile
from contextlib import suppress
from functools import partial
from pathlib import Path
from socket import socket
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from service import version as installed
from service.commands import texts
from service.commands.keys import keys

if TYPE_CHECKING:
    from service.settings import Settings

app = typer.Typer(
    help="Deckname keeps personal data away from language models.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
)
app.add_typer(keys, name="keys")
EXIT_SETTINGS = 2
EXIT_NOT_STARTED = 3
SHUTDOWN_SECONDS = 20
KILL_SECONDS = 10  # beyond that, for a worker that does not end by itself
KEEP_ALIVE_SECONDS = 5
# A worker that says nothing for so long is killed; until it has loaded everything, it says nothing.
WORKER_SECONDS = 120


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(installed())
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    """Deckname keeps personal data away from language models."""
    del version


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
    sockets = _bind(settings)
    if demo and settings.upstream_url is None:
        if settings.workers > 1:
            _refuse("--demo runs one worker (DECKNAME_WORKERS=1)")
        from service.demo import DemoUpstream, calls_to_try

        with DemoUpstream() as upstream:
            settings = _settings(host=host, port=port, upstream_url=upstream.url)
            sys.stdout.write(calls_to_try(settings.host, sockets[0].getsockname()[1]))
            sys.stdout.flush()
            _run(settings, sockets)
    else:
        _run(settings, sockets)


@app.command()
def check() -> None:
    """Check settings, keys, vault, provider and model, and tell what is wrong.

    Ends with 0 when a start would work, else with 1. Shows no secret.
    """
    from service.commands.check import check_all

    check_all()


@app.command()
def version() -> None:
    """Print the version."""
    typer.echo(installed())


for command in (texts.anonymize, texts.restore, texts.analyze):
    app.command()(command)


def _settings(**overrides: object) -> Settings:
    from service.settings import SettingsError, read_settings

    try:
        return read_settings(
            **{name: value for name, value in overrides.items() if value is not None}
        )
    except SettingsError as error:
        _refuse(str(error))


def _bind(settings: Settings) -> list[socket]:
    from service.server.listener import AddressError, bind

    try:
        return bind(settings.host, settings.port)
    except AddressError as error:
        _refuse(str(error))


def _refuse(reason: str) -> NoReturn:
    typer.echo(f"deckname: {reason}", err=True)
    raise typer.Exit(EXIT_SETTINGS)


def _run(settings: Settings, sockets: list[socket]) -> None:
    from service.observability import logs
    from service.server.supervisor import WorkersFailedError

    logs.set_up(settings.log_level, settings.log_format)
    forbid_core_dumps()
    # uvicorn ends its work first and then raises the signal again: being asked to stop is no fault
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        if settings.workers == 1:
            _run_one(settings, sockets)
        else:
            _run_workers(settings, sockets)
    except (ValueError, OSError, WorkersFailedError) as error:
        _refuse(str(error))


def _run_one(settings: Settings, sockets: list[socket]) -> None:
    import uvicorn

    from service.app import create_app, log_start
    from service.server import process_memory

    service = create_app(settings)
    _serve_metrics(settings.metrics_port, None)
    log_start(settings)
    process_memory.settle()
    server = uvicorn.Server(uvicorn.Config(service, **_server_options(settings)))
    with suppress(KeyboardInterrupt):
        server.run(sockets)
    if not server.started:
        raise typer.Exit(EXIT_NOT_STARTED)


def _serve_metrics(port: int | None, folder: Path | None) -> None:
    from service.observability import metrics

    try:
        if port is not None:
            metrics.serve(port, folder)
    except OSError:
        _refuse(f"port {port} cannot be used: choose another with DECKNAME_METRICS_PORT.")


def forbid_core_dumps() -> None:
    """Set that a crash of this process, or of those it starts, leaves no file with keys."""
    with suppress(ImportError):  # Windows has neither
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (0, most))


def _run_workers(settings: Settings, sockets: list[socket]) -> None:
    import uvicorn

    from service.app import log_start
    from service.parts import Parts
    from service.server.supervisor import Supervisor
    from service.settings import share_metrics

    Parts(settings).check_files()  # a fault shows here, not in worker after worker
    for one in sockets:  # the supervisor binds its own
        one.close()
    with tempfile.TemporaryDirectory(prefix="deckname-metrics-") as folder:
        share_metrics(Path(folder))
        _serve_metrics(settings.metrics_port, Path(folder))
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
    from service.server.strict_http import StrictHttp

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
