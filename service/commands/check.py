"""`deckname check`: whether settings, model, vault and provider are as a start needs them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import typer

from service.detection.analyzer import Analyzer
from service.errors import DecknameError
from service.parts import (
    build_keys,
    build_policies,
    build_recognizers,
    build_store,
    build_upstream,
    open_account,
)
from service.settings import Settings, SettingsError, read_settings
from service.tenants.tenants import Tenants
from service.upstream.client import Upstream

EXIT_FAILED = 1
FIRST_FAILURE = 500
PROBE = "Sabine Krämer wohnt in München."
Step = Callable[[Settings], Awaitable[str]]


async def _policy(settings: Settings) -> str:
    names = build_policies(settings).names
    return f"{len(names)} policies, {len(build_recognizers(settings))} recognizers"


async def _keys(settings: Settings) -> str:
    build_keys(settings)
    Tenants.from_file(settings.api_keys_file)
    given = settings.vault_keys is not None or settings.vault_keys_file is not None
    return "as set" if given else "made at each start (memory vault)"


async def _model(settings: Settings) -> str:
    analyzer = Analyzer(build_recognizers(settings), settings.model_dir)
    try:
        found = await analyzer.analyze([PROBE])
    finally:
        analyzer.close()
    if not found[0]:
        raise ValueError("it finds nothing in a text with a name")
    return "loads and finds a name"


async def _vault(settings: Settings) -> str:
    store = build_store(settings)
    try:
        await store.ping()
    finally:
        await store.close()
    return f"{settings.vault_kind} answers"


async def _upstream(settings: Settings) -> str:
    accounts = Tenants.from_file(settings.api_keys_file).accounts
    upstreams = [build_upstream(settings), *(open_account(settings, one) for one in accounts)]
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


def check() -> None:
    """Check settings, keys, vault, provider and model, and say what is wrong.

    Ends with 0 when a start would work, else with 1. Shows no secret.
    """
    try:
        settings = read_settings()
    except SettingsError as error:
        typer.echo(f"settings  FAILS  {error}")
        raise typer.Exit(EXIT_FAILED) from None
    typer.echo("settings  ok     known and fitting together")
    results = [asyncio.run(_try(name, step, settings)) for name, step in STEPS]
    if not all(results):
        raise typer.Exit(EXIT_FAILED)


async def _try(name: str, step: Step, settings: Settings) -> bool:
    try:
        word, told, fine = "ok", await step(settings), True
    except DecknameError as error:
        word, told, fine = "FAILS", error.sentence, False
    except (ValueError, OSError) as error:
        word, told, fine = "FAILS", str(error), False
    typer.echo(f"{name:<9} {word:<6} {told}")
    return fine
