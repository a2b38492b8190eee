"""`deckname check`: whether settings, model, vault and provider are as a start needs them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import typer

from service.errors import DecknameError
from service.parts import Parts
from service.settings import SettingsError, read_settings
from service.tenants.tenants import Tenants
from service.upstream.client import Upstream

EXIT_FAILED = 1
FIRST_FAILURE = 500
PROBE = "Sabine Krämer wohnt in München."
Step = Callable[[Parts], Awaitable[str]]


async def _policy(parts: Parts) -> str:
    return f"{len(parts.policies.names)} policies, {len(parts.recognizers)} recognizers"


async def _keys(parts: Parts) -> str:
    _ = parts.keys
    settings = parts.settings
    Tenants.from_file(settings.api_keys_file)
    given = settings.vault_keys is not None or settings.vault_keys_file is not None
    return "as set" if given else "made at each start (memory vault)"


async def _model(parts: Parts) -> str:
    analyzer = parts.analyzer
    try:
        found = await analyzer.analyze([PROBE])
    finally:
        analyzer.close()
    if not found[0]:
        raise ValueError("it finds nothing in a text with a name")
    return "loads and finds a name"


async def _vault(parts: Parts) -> str:
    try:
        await parts.store.ping()
    finally:
        await parts.store.close()
    return f"{parts.settings.vault_kind} answers"


async def _upstream(parts: Parts) -> str:
    accounts = Tenants.from_file(parts.settings.api_keys_file).accounts
    upstreams = [parts.open_upstream(), *map(parts.open_account, accounts)]
    statuses = [str(await _status(one)) for one in upstreams if one is not None]
    if not statuses:
        return "none is set: only the REST routes will work"
    return f"{'they answer' if accounts else 'it answers'} ({', '.join(statuses)} to /models)"


async def _status(upstream: Upstream) -> int:
    try:
        answer = await upstream.send("GET", "/models", {})
        async with answer:
            await answer.read()
    finally:
        await upstream.close()
    if answer.status >= FIRST_FAILURE:
        raise ValueError(f"it answers {answer.status}")
    return answer.status


STEPS: tuple[tuple[str, Step], ...] = (
    ("policy", _policy),
    ("keys", _keys),
    ("vault", _vault),
    ("upstream", _upstream),
    ("model", _model),
)


def check_all() -> None:
    """Check each part and print what is wrong. Raises typer.Exit."""
    try:
        settings = read_settings()
    except SettingsError as error:
        typer.echo(f"settings  FAILS  {error}")
        raise typer.Exit(EXIT_FAILED) from None
    typer.echo("settings  ok     known and fitting together")
    parts = Parts(settings)
    results = [asyncio.run(_try(name, step, parts)) for name, step in STEPS]
    if not all(results):
        raise typer.Exit(EXIT_FAILED)


async def _try(name: str, step: Step, parts: Parts) -> bool:
    try:
        word, told, fine = "ok", await step(parts), True
    except DecknameError as error:
        word, told, fine = "FAILS", error.sentence, False
    except (ValueError, OSError) as error:
        word, told, fine = "FAILS", str(error), False
    typer.echo(f"{name:<9} {word:<6} {told}")
    return fine
