"""The command `deckname`."""

from __future__ import annotations

import signal
import sys
from typing import Annotated, Any

import typer
import uvicorn

from service import telemetry
from service.app import VERSION, build_policies, create_app, log_start
from service.cipher import Key
from service.demo import DemoUpstream, calls_to_try
from service.settings import Settings, SettingsError, read_settings
from service.tenants import new_api_key

app = typer.Typer(
    help="Deckname keeps personal data away from language models.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
)
keys = typer.Typer(help="Make keys for the vault and for callers.", no_args_is_help=True)
app.add_typer(keys, name="keys")
EXIT_SETTINGS = 2
SHUTDOWN_SECONDS = 20


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


@keys.command("new")
def new_key(
    name: Annotated[str, typer.Argument(help="A name for the key, such as k1 or 2026-11.")] = "k1",
) -> None:
    """Print a fresh vault key, as DECKNAME_VAULT_KEYS and its file take it."""
    typer.echo(Key.generate(name).reveal())


@keys.command("tenant")
def new_tenant_key(
    tenant: Annotated[str, typer.Argument(help="The tenant the key is for.")],
) -> None:
    """Print a fresh API key and the hash that goes into DECKNAME_API_KEYS_FILE."""
    key, known = new_api_key()
    typer.echo(f"key (give it to {tenant}, it is not stored): {key}")
    typer.echo(f'file entry: {{"{tenant}": ["{known}"]}}')


def _settings(**overrides: object) -> Settings:
    try:
        return read_settings(
            **{name: value for name, value in overrides.items() if value is not None}
        )
    except SettingsError as error:
        typer.echo(f"deckname: {error}", err=True)
        raise typer.Exit(EXIT_SETTINGS) from None


def _run(settings: Settings) -> None:
    telemetry.set_up(settings.log_level)
    # uvicorn ends its work first and then raises the signal again: being asked to stop is no fault
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        if settings.workers == 1:
            service = create_app(settings)
            log_start(settings)
            uvicorn.run(service, **_server_options(settings))
        else:
            build_policies(settings)  # a fault in a file shows here, not in worker after worker
            log_start(settings)
            uvicorn.run("service.worker:app", workers=settings.workers, **_server_options(settings))
    except (ValueError, OSError) as error:
        typer.echo(f"deckname: {error}", err=True)
        raise typer.Exit(EXIT_SETTINGS) from None


def _server_options(settings: Settings) -> dict[str, Any]:
    return {
        "host": settings.host,
        "port": settings.port,
        "access_log": False,
        "log_config": None,
        "server_header": False,
        "date_header": True,
        "timeout_graceful_shutdown": SHUTDOWN_SECONDS,
    }
