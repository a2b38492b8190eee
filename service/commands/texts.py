"""`deckname anonymize`, `restore` and `analyze`: texts, files and folders.

What does the work is imported when it is needed: help and completion must not wait for a model.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from service.commands.order import Exit, Order

LONGEST_DAYS = 36_500

Paths = Annotated[
    list[Path] | None,
    typer.Argument(help="Files or folders of text and mails; none or -: standard input."),
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
Days = Annotated[
    int | None,
    typer.Option(
        min=1, max=LONGEST_DAYS, help="How long values are kept from now on.", show_default="30"
    ),
]
Encoding = Annotated[
    str | None,
    typer.Option(help="What files are in that are not UTF-8 and have no mark (BOM), as cp1252."),
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Tell what would be written; write and keep nothing.")
]
SkipDone = Annotated[
    bool, typer.Option("--skip-done", help="Leave files whose result is there and newer.")
]
Report = Annotated[
    Path | None,
    typer.Option(help="JSON file that tells what was done with each file.", dir_okay=False),
]


def anonymize(  # noqa: PLR0917  the options of one command
    context: typer.Context,
    paths: Paths = None,
    out: Out = None,
    vault: VaultPath = None,
    job: JobName = "files",
    policy: PolicyName = None,
    days: Days = None,
    encoding: Encoding = None,
    dry_run: DryRun = False,
    skip_done: SkipDone = False,
    report: Report = None,
) -> None:
    """Replace personal data by placeholders, in a text, files or whole folders.

    deckname anonymize < letter.txt

    deckname anonymize letters/ --out masked/ --vault letters.vault

    Ends with 0: all is done. 1: a file failed, nothing is written for it.
    2: a wrong call. 130: interrupted.
    """
    _carry_out(
        context,
        Order(
            "anonymize",
            tuple(paths or ()),
            out=out,
            vault=vault,
            job=job,
            policy=policy,
            days=days,
            encoding=encoding,
            dry_run=dry_run,
            skip_done=skip_done,
            report=report,
        ),
    )


def restore(  # noqa: PLR0917  the same
    context: typer.Context,
    paths: Paths = None,
    out: Out = None,
    vault: VaultPath = None,
    job: JobName = "files",
    encoding: Encoding = None,
    dry_run: DryRun = False,
    skip_done: SkipDone = False,
    report: Report = None,
) -> None:
    """Put the values back, in texts that `deckname anonymize` or a model wrote.

    The vault file is only read.

    deckname restore answers/ --out final/ --vault letters.vault

    Ends with 0: all is restored. 4: placeholders are left, which are of
    another job, expired or too damaged. 1: a file failed, nothing is written
    for it. 2: a wrong call. 130: interrupted.
    """
    _carry_out(
        context,
        Order(
            "restore",
            tuple(paths or ()),
            out=out,
            vault=vault,
            job=job,
            encoding=encoding,
            dry_run=dry_run,
            skip_done=skip_done,
            report=report,
        ),
    )


def analyze(  # noqa: PLR0917  the same
    context: typer.Context,
    paths: Paths = None,
    policy: PolicyName = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Tell what made each claim, and what became of it.")
    ] = False,
    fail: Annotated[bool, typer.Option("--fail", help="End with 3 when there is any.")] = False,
    encoding: Encoding = None,
    report: Report = None,
) -> None:
    """Print where personal data stands, without showing it. Nothing is stored or changed.

    deckname analyze --fail src/ docs/   # as a check before a commit

    Ends with 0: all is searched. 3: something was found, with --fail.
    1: a file failed. 2: a wrong call. 130: interrupted.
    """
    _carry_out(
        context,
        Order(
            "analyze",
            tuple(paths or ()),
            policy=policy,
            encoding=encoding,
            as_json=as_json,
            explain=explain,
            fail=fail,
            report=report,
        ),
    )


def _carry_out(context: typer.Context, order: Order) -> None:
    try:
        from service.commands.run import run

        code = run(order, context.obj)
    except KeyboardInterrupt:
        code = Exit.INTERRUPTED
    if code:
        raise typer.Exit(code)
