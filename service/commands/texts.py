"""`deckname anonymize`, `restore` and `analyze`: texts, files and folders."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from service.commands.files import Piece, WhereToError, pieces
from service.commands.vault_file import VaultFile, VaultFileError
from service.detection.analyzer import Analyzer
from service.errors import DecknameError
from service.parts import Parts
from service.pipeline import Job
from service.settings import Settings, SettingsError, read_settings
from service.tenants.tenants import DEFAULT_TENANT
from service.wire.slots import render, text_slots

DAY = 86_400
EXIT_FAILED, EXIT_USAGE, EXIT_FOUND = 1, 2, 3
NOT_KEPT = "deckname: values are not kept, nothing can be restored later (--vault FILE keeps them)"

Paths = Annotated[
    list[Path] | None, typer.Argument(help="Files or folders of UTF-8 text; none or -: stdin.")
]
Out = Annotated[
    Path | None, typer.Option("--out", "-o", help="File or folder to write to; else stdout.")
]
VaultPath = Annotated[
    Path | None, typer.Option("--vault", help="File that keeps the sealed values.", dir_okay=False)
]
JobName = Annotated[str, typer.Option("--job", help="Job that the placeholders belong to.")]
PolicyName = Annotated[
    str | None,
    typer.Option(
        "--policy",
        help="standard, strict, or one of your file.",
        autocompletion=lambda: ["standard", "strict"],
    ),
]
Work = Callable[["Desk", Piece], Awaitable[bool]]


@dataclass(frozen=True, slots=True)
class Call:
    """What a command was called with, and what it does to each text."""

    do: Work
    vault: Path | None = None
    job: str = "files"
    policy: str | None = None
    days: int = 30
    analyzer: Analyzer | None = None  # one that is loaded already


class Desk:
    """The parts that the commands work with."""

    def __init__(self, settings: Settings, store: VaultFile | None, call: Call) -> None:
        nobody_else = settings.model_copy(update={"api_keys_file": None})  # no terms of tenants
        self._parts = Parts(nobody_else, call.analyzer, given_store=store)
        self._file = store
        self.policy = self._parts.policies.choose(call.policy)
        self.job = Job(DEFAULT_TENANT, call.job, call.days * DAY)
        self.pipeline = self._parts.pipeline

    async def keep(self) -> None:
        """Write the vault file, if there is one. Raises OSError."""
        if self._file is not None:
            await self._file.save()

    async def close(self) -> None:
        """Close the vault and the model's thread."""
        if self._parts.given_analyzer is None:
            self._parts.analyzer.close()
        await self._parts.vault.close()


async def _anonymize(desk: Desk, piece: Piece) -> bool:
    texts = [piece.read()]
    done = await desk.pipeline.anonymize(desk.job, text_slots(texts), desk.policy)
    await desk.keep()  # first the values, then the text that needs them
    piece.write(render(texts, done.replacements)[0])
    return False


async def _restore(desk: Desk, piece: Piece) -> bool:
    done = await desk.pipeline.restore(desk.job, [piece.read()])
    await desk.keep()  # a job that is used lives on
    piece.write(done.texts[0])
    if done.unknown:
        typer.echo(f"deckname: {piece.name}: {len(done.unknown)} unknown placeholders", err=True)
    return False


def _analyze(*, as_json: bool) -> Work:
    async def work(desk: Desk, piece: Piece) -> bool:
        (spans,) = await desk.pipeline.analyze(
            DEFAULT_TENANT, text_slots([piece.read()]), desk.policy
        )
        for span in spans:
            if as_json:
                found = {"file": piece.name, "entity_type": span.entity, "score": span.score}
                typer.echo(json.dumps(found | {"start": span.start, "end": span.end}))
            else:
                place = f"{piece.name}:{span.start}-{span.end}"
                typer.echo(f"{place}  {span.entity}  {span.score:.2f}")
        return bool(spans)

    return work


def anonymize(  # noqa: PLR0917  the options of one command
    context: typer.Context,
    paths: Paths = None,
    out: Out = None,
    vault: VaultPath = None,
    job: JobName = "files",
    policy: PolicyName = None,
    days: Annotated[int, typer.Option(min=1, help="How long the values are kept.")] = 30,
) -> None:
    """Replace personal data by placeholders, in a text, files or whole folders.

    deckname anonymize < letter.txt

    deckname anonymize letters/ --out masked/ --vault letters.vault

    Ends with 0; 1 when a file failed, and then nothing is written for it; 2 for a wrong call.
    """
    settings = _settings()
    if vault is None and settings.vault_kind == "memory":
        typer.echo(NOT_KEPT, err=True)
    _start(
        settings, _pieces(paths, out), Call(_anonymize, vault, job, policy, days, _given(context))
    )


def restore(
    context: typer.Context,
    paths: Paths = None,
    out: Out = None,
    vault: VaultPath = None,
    job: JobName = "files",
) -> None:
    """Put the values back, in texts that `deckname anonymize` or a model wrote.

    deckname restore answers/ --out final/ --vault letters.vault
    """
    settings = _settings()
    if vault is None and settings.vault_kind == "memory":
        _refuse("restoring needs --vault FILE, or a Redis vault (DECKNAME_VAULT_URL)")
    _start(settings, _pieces(paths, out), Call(_restore, vault, job, analyzer=_given(context)))


def analyze(
    context: typer.Context,
    paths: Paths = None,
    policy: PolicyName = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    fail: Annotated[bool, typer.Option("--fail", help="End with 3 when there is any.")] = False,
) -> None:
    """Print where personal data stands, without showing it. Nothing is stored or changed.

    deckname analyze --fail src/ docs/   # as a check before a commit
    """
    work = _pieces(paths, None, writes=False)
    call = Call(_analyze(as_json=as_json), policy=policy, analyzer=_given(context))
    found = _start(_settings(), work, call)
    if found and fail:
        raise typer.Exit(EXIT_FOUND)


def _given(context: typer.Context) -> Analyzer | None:
    """Return the analyzer that whoever calls the command has loaded, if any."""
    return context.find_object(Analyzer)


def _settings() -> Settings:
    try:
        return read_settings()
    except SettingsError as error:
        _refuse(str(error))


def _pieces(paths: list[Path] | None, out: Path | None, *, writes: bool = True) -> list[Piece]:
    try:
        return pieces(paths or [], out, writes=writes)
    except (WhereToError, OSError) as error:
        _refuse(f"there is no {error}" if isinstance(error, FileNotFoundError) else str(error))


def _refuse(reason: str) -> NoReturn:
    typer.echo(f"deckname: {reason}", err=True)
    raise typer.Exit(EXIT_USAGE)


def _start(settings: Settings, work: list[Piece], call: Call) -> bool:
    """Do the work, and return whether any of it found something."""
    no_keys = settings.vault_keys is None and settings.vault_keys_file is None
    if call.vault is not None and no_keys:
        _refuse("--vault needs DECKNAME_VAULT_KEYS_FILE (make it: deckname keys new > keys.txt)")
    try:
        failed, found = asyncio.run(_run(settings, work, call))
    except (VaultFileError, DecknameError, ValueError, OSError) as error:
        _refuse(error.sentence if isinstance(error, DecknameError) else str(error))
    if failed:
        typer.echo(f"deckname: {failed} of {len(work)} failed", err=True)
        raise typer.Exit(EXIT_FAILED)
    return found


async def _run(settings: Settings, work: list[Piece], call: Call) -> tuple[int, bool]:
    store = await VaultFile.read(call.vault) if call.vault else None
    desk = Desk(settings, store, call)
    failed, found = 0, False
    shown = len(work) > 1 and sys.stderr.isatty()
    try:
        with typer.progressbar(work, label="Texts", file=sys.stderr, hidden=not shown) as bar:
            for piece in bar:
                try:
                    found |= await call.do(desk, piece)
                except (DecknameError, OSError, UnicodeDecodeError) as error:
                    failed += 1
                    typer.echo(f"deckname: {piece.name}: {_reason(error)}", err=True)
    finally:
        with suppress(DecknameError):
            await desk.close()
    return failed, found


def _reason(error: Exception) -> str:
    if isinstance(error, DecknameError):
        return error.sentence
    return (
        "not UTF-8 text" if isinstance(error, UnicodeDecodeError) else "cannot be read or written"
    )
