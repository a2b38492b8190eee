"""The commands `deckname keys`: making, rotating and checking keys.

Settings and tenants are imported where they are needed: the other commands must not wait for them.
"""

from __future__ import annotations

import os
import shlex
import stat
import tempfile
import time
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from service.cipher import Key, KeyRing

EXIT_KEYS = 2
# Services look at the file every second; this leaves time for slow ones.
WAIT_SECONDS = 5.0

keys = typer.Typer(
    help="Make, rotate and check keys for the vault and for callers.", no_args_is_help=True
)
KeysFile = Annotated[Path, typer.Argument(help="The file that DECKNAME_VAULT_KEYS_FILE names.")]


class Step(StrEnum):
    """The halves of a rotation: `add` lets a new key open, `use` lets it seal."""

    ADD = "add"
    USE = "use"
    BOTH = "both"


@keys.command("new")
def new_key(
    name: Annotated[str, typer.Argument(help="A name for the key, such as k1 or 2026-11.")] = "k1",
    out: Annotated[
        Path | None,
        typer.Option(help="A new file for it, which only you may read; else it is printed."),
    ] = None,
) -> None:
    """Make a fresh vault key, as DECKNAME_VAULT_KEYS and its file take it."""
    try:
        key = Key.generate(name).reveal()
    except ValueError as error:
        _refuse(f"The key cannot be made: {error}.")
    if out is None:
        typer.echo(key)
        return
    _write_new(out, f"{key}\n")
    typer.echo(f"The key {name} is in {out}, which only you may read. Use it:", err=True)
    typer.echo(f"export DECKNAME_VAULT_KEYS_FILE={shlex.quote(str(out))}", err=True)


def _write_new(file: Path, content: str) -> None:
    """Write a file that there was not, for its owner only."""
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        _refuse(f"{file} is there already and is not replaced; a lost key loses values.")
    except OSError:
        _refuse(f"{file} cannot be written.")
    with os.fdopen(handle, "w", encoding="utf-8") as fresh:
        fresh.write(content)


@keys.command("tenant")
def new_tenant_key(
    tenant: Annotated[str, typer.Argument(help="The tenant the key is for.")],
) -> None:
    """Print a fresh API key and the hash that goes into DECKNAME_API_KEYS_FILE."""
    from service.tenants.tenants import NAME, new_api_key

    if not NAME.fullmatch(tenant):
        _refuse("A tenant's name has 1 to 64 letters, digits, '_' or '-'.")
    key, known = new_api_key()
    typer.echo(f"key (give it to {tenant}, it is not stored): {key}")
    typer.echo(f'file entry: {{"{tenant}": ["{known}"]}}')


@keys.command("rotate")
def rotate(
    file: KeysFile,
    name: Annotated[str | None, typer.Option(help="A name for the new key.")] = None,
    step: Annotated[
        Step, typer.Option(help="Do one half; `use` when every replica has the file with the key.")
    ] = Step.BOTH,
    wait: Annotated[float, typer.Option(min=0, help="Seconds between the halves.")] = WAIT_SECONDS,
) -> None:
    """Put a new vault key into the file; running services take it without a restart.

    First the key is added, so that every process can open what it seals. Then it seals.
    """
    ring = _read(file)
    if step is not Step.USE:
        try:
            ring = ring.with_new(Key.generate(name or _free_name(ring)))
        except ValueError as error:
            _refuse(f"The key cannot be added: {error}")
        _write(file, ring)
        typer.echo(f"{ring.ids[-1]} was added: it opens.")
    if step is Step.BOTH:
        time.sleep(wait)
    if step is not Step.ADD:
        if len(ring.ids) == 1:
            _refuse("There is only one key. Add one first: --step add")
        ring = ring.with_last_first()
        _write(file, ring)
        typer.echo(f"{ring.first_id} seals now. Also opening: {', '.join(ring.ids[1:])}.")
        typer.echo("Drop an old key's line once DECKNAME_MAX_TTL_SECONDS have passed.")


@keys.command("check")
def check(
    file: Annotated[
        Path | None, typer.Argument(help="A file of vault keys; without one, the settings'.")
    ] = None,
) -> None:
    """Print which vault keys there are and whether they can be used; never what they are."""
    ring = _read(file) if file is not None else _from_settings()
    typer.echo(f"{ring.first_id} seals.")
    for key_id in ring.ids[1:]:
        typer.echo(f"{key_id} opens.")
    if file is not None:
        _warn_of_readers(file)


def _from_settings() -> KeyRing:
    """Read the ring, and the file of API keys, as the service would."""
    from service.settings import SettingsError, read_settings
    from service.tenants.tenants import Tenants, TenantsError

    try:
        settings = read_settings()
        tenants = Tenants.from_file(settings.api_keys_file)
    except (SettingsError, TenantsError) as error:
        _refuse(str(error))
    if settings.api_keys_file is not None and any(one.api_key for one in tenants.accounts):
        _warn_of_readers(settings.api_keys_file)
    if settings.vault_keys_file is not None:
        return _read(settings.vault_keys_file)
    if settings.vault_keys is None:
        _refuse("No vault key is set: the memory vault makes one for itself.")
    return _parsed(settings.vault_keys.get_secret_value())


def _warn_of_readers(file: Path) -> None:
    if file.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        typer.echo(f"Others than its owner may read the file: chmod 600 {file}", err=True)


def _read(file: Path) -> KeyRing:
    try:
        return _parsed(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        _refuse("The file of vault keys cannot be read.")


def _parsed(text: str) -> KeyRing:
    try:
        return KeyRing.parse(text)
    except ValueError as error:
        _refuse(str(error))


def _write(file: Path, ring: KeyRing) -> None:
    """Replace the file in one step, for its owner only; comments at its lines' beginning stay."""
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    comments = "".join(line for line in lines if line.lstrip().startswith("#"))
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    with os.fdopen(handle, "w", encoding="utf-8") as fresh:
        fresh.write(comments + ring.reveal())
        fresh.flush()
        os.fsync(fresh.fileno())
    Path(name).replace(file)


def _free_name(ring: KeyRing) -> str:
    return next(
        name
        for number in range(len(ring.ids) + 1, 2 * len(ring.ids) + 2)
        if (name := f"k{number}") not in ring.ids
    )


def _refuse(sentence: str) -> NoReturn:
    typer.echo(f"deckname: {sentence}", err=True)
    raise typer.Exit(EXIT_KEYS)
