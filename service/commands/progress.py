"""Progress of a command on files, and its summary: lines on standard error."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TextIO

from service.commands.order import Order

SECONDS = 10.0  # between two lines where nobody looks at a terminal
CLEAR = "\r\x1b[K"
Status = Literal["done", "failed", "skipped"]


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one file, as a report tells it; no text."""

    file: str
    result: str | None
    status: Status
    entities: Mapping[str, int]
    restored: int
    left: int
    bytes: int
    seconds: float
    error: str | None


class Progress:
    """Shows how far the work is: one line that changes on a terminal, else a line now and then."""

    def __init__(
        self,
        total: int,
        stream: TextIO,
        *,
        live: bool,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Write to `stream`; `live` is for a terminal on which nothing else is written."""
        self._total = total
        self._stream = stream
        self._clock = clock
        self._told = clock()
        self._lives = live

    def tell(self, results: Sequence[Result]) -> None:
        """Write how many files are done; the last one is for the summary."""
        if len(results) >= self._total:
            return
        failed = _with(results, "failed")
        line = f"deckname: {len(results)} of {counted(self._total, 'file')}"
        line += f", {failed} failed" if failed else ""
        if self._lives:
            self._write(CLEAR + line)
        elif self._clock() - self._told >= SECONDS:
            self._told = self._clock()
            self._write(f"{line}\n")

    def say(self, line: str) -> None:
        """Write a line that stays."""
        self._write(f"{CLEAR if self._lives else ''}deckname: {line}\n")

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()


def summary(order: Order, results: Sequence[Result], total: int) -> str:
    """Return the last line: how many files, what was done in them, and what was not."""
    counts = {
        "failed": _with(results, "failed"),
        "skipped (done before)": _with(results, "skipped"),
        "not done": total - len(results),
    }
    told = [f"{counted(total, 'file')}: {_values(order, results)}"]
    if left := sum(one.left for one in results):
        told.append(f"{counted(left, 'placeholder')} left")
    told += [f"{number} {word}" for word, number in counts.items() if number]
    return ", ".join(told) + ("; nothing was written" if order.dry_run else "")


def dry_line(result: Result) -> str:
    """Return what would be done with a file."""
    if result.status == "skipped":
        return f"would skip {result.file}: {result.result} is newer"
    found = ", ".join(f"{number} {entity}" for entity, number in sorted(result.entities.items()))
    told = f"{result.restored} restored" if result.restored else found or "nothing found"
    return f"would write {result.result}: {told}"


def _values(order: Order, results: Sequence[Result]) -> str:
    if order.command == "restore":
        return f"{counted(sum(one.restored for one in results), 'value')} restored"
    found = sum(sum(one.entities.values()) for one in results)
    replaced = order.command == "anonymize" and not order.dry_run
    return f"{counted(found, 'value')} {'replaced' if replaced else 'found'}"


def counted(number: int, name: str) -> str:
    """Return a number of things in words."""
    return f"{number} {name}{'' if number == 1 else 's'}"


def _with(results: Sequence[Result], status: Status) -> int:
    return sum(one.status == status for one in results)
