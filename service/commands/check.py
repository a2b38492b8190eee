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
KEY_REFUSED = (401, 403)
UNKNOWN = (404, 405)
WRONG_KEY = (
    "the provider refuses the key; check DECKNAME_UPSTREAM_API_KEY, or the tenant's own api_key"
)
WRONG_ADDRESS = (
    "it answers 404 to /models and to /chat/completions: the base address is wrong;"
    " DECKNAME_UPSTREAM_URL has to be the one that the provider documents, often ending in /v1"
)
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
    settings = parts.settings
    accounts = Tenants.from_file(settings.api_keys_file).accounts
    asked = [await _told(parts.open_account(one), with_key=bool(one.api_key)) for one in accounts]
    usual = parts.open_upstream()
    if usual is not None:
        asked.insert(0, await _told(usual, with_key=settings.upstream_api_key is not None))
    if not asked:
        return "none is set: only the REST routes will work"
    return f"{'they answer' if accounts else 'it answers'} ({', '.join(asked)})"


async def _told(upstream: Upstream, *, with_key: bool) -> str:
    """Return what an upstream answers. Raises ValueError, which says what to do about it."""
    try:
        status = await _status(upstream, "GET", "/models")
        if status in UNKNOWN:  # a provider need not list its models
            status = await _status(upstream, "POST", "/chat/completions", b"{}")
            if status in UNKNOWN:
                raise ValueError(WRONG_ADDRESS)
            return f"{status} to /chat/completions, no list of models"
    finally:
        await upstream.close()
    if status in KEY_REFUSED and with_key:
        raise ValueError(f"it answers {status} to /models: {WRONG_KEY}")
    if status >= FIRST_FAILURE:
        raise ValueError(f"it answers {status} to /models: ask the provider, or try again later")
    if status in KEY_REFUSED:
        return f"{status} to /models without a key: each caller has to send one"
    return f"{status} to /models"


async def _status(upstream: Upstream, method: str, path: str, body: bytes | None = None) -> int:
    async with await upstream.send(method, path, {}, body) as answer:
        await answer.read()
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
