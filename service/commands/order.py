"""The order that a command on files carries out, and the codes with which it ends."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import Literal


class Exit(IntEnum):
    """The exit codes; docs/configuration.md tells them."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    FOUND = 3
    LEFT = 4
    INTERRUPTED = 130  # as shells count a SIGINT


@dataclass(frozen=True, slots=True)
class Order:
    """What a command was called with."""

    command: Literal["anonymize", "restore", "analyze"]
    paths: tuple[Path, ...] = ()
    out: Path | None = None
    vault: Path | None = None
    job: str = "files"
    policy: str | None = None
    days: int | None = None
    encoding: str | None = None
    dry_run: bool = False
    skip_done: bool = False
    report: Path | None = None
    as_json: bool = False
    explain: bool = False
    fail: bool = False

    @property
    def writes(self) -> bool:
        """Whether the command has a result for each file."""
        return self.command != "analyze"

    @property
    def needs_vault(self) -> bool:
        """Whether it opens a vault."""
        return self.command == "restore" or (self.command == "anonymize" and not self.dry_run)
