"""Input and output files of a command: what it reads, and where it writes what it makes of each."""

from __future__ import annotations

import secrets
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

STDIN = Path("-")


class WhereToError(ValueError):
    """It is not said where the results shall go, or they would replace what is read."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One file and where its result goes; None: standard input or output.

    Standard input is read before anything else is done: what a vault file holds by the time that
    it ends, the command before in a pipeline has written.
    """

    source: Path | None
    target: Path | None
    given: bytes = field(default=b"", repr=False)

    @property
    def name(self) -> str:
        """Return what messages call it."""
        return str(self.source or "standard input")

    @property
    def goes_to(self) -> str:
        """Return what messages call the place of its result."""
        return str(self.target or "standard output")

    def is_done(self) -> bool:
        """Return whether there is a result that is newer than its source."""
        if self.source is None or self.target is None or not self.target.is_file():
            return False
        return self.target.stat().st_mtime_ns > self.source.stat().st_mtime_ns

    def read(self) -> bytes:
        """Return the content. Raises OSError."""
        return self.source.read_bytes() if self.source else self.given

    def write(self, content: bytes) -> None:
        """Write the result, wholly or not at all. Raises OSError."""
        if self.target is None:
            sys.stdout.buffer.write(content)
            sys.stdout.buffer.flush()
            return
        self.target.parent.mkdir(parents=True, exist_ok=True)
        replace_file(self.target, content)


def replace_file(path: Path, content: bytes) -> None:
    """Write a file in one step, so that nobody meets a half of it. Raises OSError."""
    if path.exists() and not path.is_file():  # a pipe, or /dev/null
        path.write_bytes(content)
        return
    target = path.resolve()
    fresh = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        with fresh.open("xb") as file:
            file.write(content)
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)


def pieces(paths: Sequence[Path], out: Path | None, *, writes: bool = True) -> list[Piece]:
    """Return the work: files as they are named, folders with all that is in them but hidden files.

    Raises WhereToError, and FileNotFoundError for a path that is not there.
    """
    if not paths or list(paths) == [STDIN]:
        return [Piece(None, out, sys.stdin.buffer.read())]
    found = [one for path in paths for one in _below(path)]
    if not writes:
        return [Piece(source, None) for source, _ in found]
    if len(paths) == 1 and not paths[0].is_dir():
        work = [Piece(paths[0], out / paths[0].name if out and out.is_dir() else out)]
    elif out is None:
        raise WhereToError("Several files need --out FOLDER.")
    else:
        work = [Piece(source, out / below) for source, below in found]
    targets = [piece.target.resolve() for piece in work if piece.target]
    if len(set(targets)) < len(targets):
        raise WhereToError("Two files would be written to the same place.")
    if _sources(work).intersection(targets):
        raise WhereToError("A file that is read would be replaced; choose another --out.")
    return work


def check_report(report: Path, work: Sequence[Piece]) -> None:
    """Raise WhereToError when a report would replace a file that is read or written."""
    if not report.absolute().parent.is_dir():
        raise WhereToError("The folder of the report is not there; choose another --report.")
    targets = {piece.target.resolve() for piece in work if piece.target}
    if report.resolve() in targets | _sources(work):
        raise WhereToError("The report would replace a file; choose another --report.")


def _sources(work: Sequence[Piece]) -> set[Path]:
    return {piece.source.resolve() for piece in work if piece.source}


def _below(path: Path) -> Iterator[tuple[Path, Path]]:
    if not path.exists():
        raise FileNotFoundError(path)
    if not path.is_dir():
        yield path, Path(path.name)
        return
    for one in sorted(path.rglob("*")):
        below = one.relative_to(path)
        if one.is_file() and not any(part.startswith(".") for part in below.parts):
            yield one, below
