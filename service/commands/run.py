"""Runs over files: what is told, kept and reported, whatever becomes of a single file."""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, replace

import typer

from service.commands.desk import Desk, Done
from service.commands.encodings import encoding_named
from service.commands.files import Piece, check_report, pieces, replace_file
from service.commands.order import Exit, Order
from service.commands.progress import Progress, Result, Status, counted, dry_line, summary
from service.commands.refusals import FileRefusedError
from service.detection.analyzer import Analyzer
from service.errors import DecknameError
from service.settings import Settings, read_settings
from service.vault.file import FileStore

NOT_KEPT = "values are not kept, nothing can be restored later (--vault FILE keeps them)"
NEEDS_VAULT = "restoring needs --vault FILE, or a Redis vault (DECKNAME_VAULT_URL)"
NEEDS_KEYS = "--vault needs DECKNAME_VAULT_KEYS_FILE (make it: deckname keys new --out keys.txt)"


def run(order: Order, analyzer: Analyzer | None = None) -> Exit:
    """Carry out an order, and return with what the command ends; a loaded analyzer may be given."""
    try:
        settings = read_settings()
        order = replace(order, encoding=order.encoding and encoding_named(order.encoding))
        _check(order, settings)
        work = pieces(order.paths, order.out, writes=order.writes)
        if order.report is not None:
            check_report(order.report, work)
        return asyncio.run(_run(order, settings, work, analyzer))
    except BrokenPipeError:  # whoever read the results has seen enough
        return Exit.FAILED
    except FileNotFoundError as error:
        return _refused(f"there is no {error}")
    except DecknameError as error:
        return _refused(error.sentence)
    except (ValueError, OSError) as error:
        return _refused(str(error))


def _refused(reason: str) -> Exit:
    typer.echo(f"deckname: {reason}", err=True)
    return Exit.USAGE


def _check(order: Order, settings: Settings) -> None:
    """Raise ValueError for what cannot be carried out; tell it when values will be lost."""
    in_memory = order.vault is None and settings.vault_kind == "memory"
    if order.command == "restore" and in_memory:
        raise ValueError(NEEDS_VAULT)
    if order.needs_vault and in_memory:
        typer.echo(f"deckname: {NOT_KEPT}", err=True)
    no_keys = settings.vault_keys is None and settings.vault_keys_file is None
    if order.needs_vault and order.vault is not None and no_keys:
        raise ValueError(NEEDS_KEYS)


async def _run(
    order: Order, settings: Settings, work: Sequence[Piece], analyzer: Analyzer | None
) -> Exit:
    live = sys.stderr.isatty() and order.writes and not order.dry_run
    progress = Progress(len(work), sys.stderr, live=live)
    results: list[Result] = []
    desk = Desk(settings, order, _store(order), typer.echo, analyzer)
    try:
        await desk.check_life()
        for piece in work:
            results.append(await _one(order, desk, piece, progress))
            progress.tell(results)
        code = _exit(order, results)
    except asyncio.CancelledError:  # what is done is done, each file wholly
        code = Exit.INTERRUPTED
    finally:
        await desk.close()
    if len(work) > 1 or order.dry_run or code in (Exit.LEFT, Exit.INTERRUPTED):
        progress.say(summary(order, results, len(work)))
    return code if _reported(order, results, code, progress) else Exit.FAILED


def _store(order: Order) -> FileStore | None:
    if order.vault is None or not order.needs_vault:
        return None
    return FileStore(order.vault, read_only=order.command == "restore", longest=True)


async def _one(order: Order, desk: Desk, piece: Piece, progress: Progress) -> Result:
    """Do the work on one file, and return what became of it."""
    began = time.monotonic()
    status: Status = "done"
    done, error = Done(0), None
    try:
        if order.skip_done and piece.is_done():
            status = "skipped"
        else:
            done = await desk.do(piece)
    except BrokenPipeError:
        raise
    except (FileRefusedError, DecknameError, OSError) as failure:
        status = "failed"
        error, reason = _reason(failure)
        progress.say(f"{piece.name}: {reason}")
    result = Result(
        file=piece.name,
        result=piece.goes_to if order.writes else None,
        status=status,
        entities=dict(done.entities),
        restored=done.restored,
        left=done.left,
        bytes=done.size,
        seconds=round(time.monotonic() - began, 3),
        error=error,
    )
    if done.left:
        progress.say(f"{piece.name}: {counted(done.left, 'placeholder')} not restored")
    if order.dry_run and error is None:
        typer.echo(dry_line(result))
    return result


def _reason(error: FileRefusedError | DecknameError | OSError) -> tuple[str, str]:
    """Return why a file failed, in a word and in a sentence."""
    if isinstance(error, FileRefusedError):
        return error.word, error.sentence
    if isinstance(error, DecknameError):
        return error.code, error.sentence
    return "cannot_be_read_or_written", "cannot be read or written"


def _exit(order: Order, results: Sequence[Result]) -> Exit:
    if any(one.status == "failed" for one in results):
        return Exit.FAILED
    if any(one.left for one in results):
        return Exit.LEFT
    found = any(one.entities for one in results)
    return Exit.FOUND if found and order.fail else Exit.DONE


def _reported(order: Order, results: Sequence[Result], code: Exit, progress: Progress) -> bool:
    """Write the report, if one is wanted; return whether that went well."""
    if order.report is None:
        return True
    report = {
        "command": order.command,
        "dry_run": order.dry_run,
        "exit_code": int(code),
        "files": [asdict(one) for one in results],
    }
    with suppress(OSError):
        content = json.dumps(report, indent=2, ensure_ascii=False) + "\n"
        replace_file(order.report, content.encode("utf-8", "surrogateescape"))
        return True
    progress.say("the report cannot be written")
    return False
