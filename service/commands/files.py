"""Input and output files of a command: what it reads, and where it writes what it makes of each."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

STDIN = Path("-")


class WhereToError(ValueError):
    """It is not said where the results shall go, or they would replace what is read."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One file and where its result goes; None: standard input or output."""

    source: Path | None
    target: Path | None

    @property
    def name(self) -> str:
        """Return what messages call it."""
        return str(self.source or "standard input")

    def read(self) -> str:
        """Return the text as it is, line ends and all. Raises OSError and UnicodeDecodeError."""
        content = self.source.read_bytes() if self.source else sys.stdin.buffer.read()
        return content.decode("utf-8")

    def write(self, text: str) -> None:
        """Write the result. Raises OSError."""
        if self.target is None:
            sys.stdout.buffer.write(text.encode())
            sys.stdout.buffer.flush()
        else:
            self.target.parent.mkdir(parents=True, exist_ok=True)
            self.target.write_bytes(text.encode())


def pieces(paths: Sequence[Path], out: Path | None, *, writes: bool = True) -> list[Piece]:
    """Return the work: files as they are named, folders with all that is in them but hidden files.

    Raises WhereToError, and FileNotFoundError for a path that is not there.
    """
    if not paths or list(paths) == [STDIN]:
        return [Piece(None, out)]
    found = [one for path in paths for one in _below(path)]
    if not writes:
        return [Piece(source, None) for source, _ in found]
    if len(paths) == 1 and not paths[0].is_dir():
        work = [Piece(paths[0], out / paths[0].name if out and out.is_dir() else out)]
    elif out is None:
        raise WhereToError("Several files need --out FOLDER.")
    else:
        work = [Piece(source, out / below) for source, below in found]
    sources = {piece.source.resolve() for piece in work if piece.source}
    targets = [piece.target.resolve() for piece in work if piece.target]
    if len(set(targets)) < len(targets):
        raise WhereToError("Two files would be written to the same place.")
    if sources.intersection(targets):
        raise WhereToError("A file that is read would be replaced; choose another --out.")
    return work


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
