"""What a service in this process would write: lines of logs, and every record with its causes."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest

from service.observability import logs


@dataclass
class Watch:
    """What would be written: lines as our handler writes them, and every record as it came."""

    capture: pytest.CaptureFixture[str]
    records: list[logging.LogRecord] = field(default_factory=list)

    def written(self) -> str:
        """Return standard output, standard error and all records, with whole exception chains."""
        out, err = self.capture.readouterr()
        ours = [one for one in self.records if not one.name.startswith(("httpx", "httpcore"))]
        texts = [record.getMessage() for record in ours]
        for record in ours:
            error = record.exc_info[1] if record.exc_info else None
            while error is not None:  # also what `from None` hides
                texts.append("".join(traceback.format_exception(error, chain=False)))
                error = error.__cause__ or error.__context__
        return "\n".join([out, err, *texts])


class Collector(logging.Handler):
    def __init__(self, records: list[logging.LogRecord]) -> None:
        super().__init__(logging.DEBUG)
        self._records = records

    def emit(self, record: logging.LogRecord) -> None:
        self._records.append(record)


@contextmanager
def watching(capfd: pytest.CaptureFixture[str]) -> Iterator[Watch]:
    """Log as the service does at debug, with other libraries allowed to talk just as much.

    No fixture: pytest opens another standard error for each phase of a test.
    """
    root = logging.getLogger()
    named = [one for one in root.manager.loggerDict.values() if isinstance(one, logging.Logger)]
    before = [(one, one.handlers, one.level, one.propagate) for one in (root, *named)]
    raises = logging.raiseExceptions
    watch = Watch(capfd)
    logs.set_up("debug")
    root.setLevel(logging.DEBUG)
    root.addHandler(Collector(watch.records))
    try:
        yield watch
    finally:
        logging.captureWarnings(capture=False)
        logging.raiseExceptions = raises
        for one, handlers, level, propagate in before:
            one.handlers, one.propagate = handlers, propagate
            one.setLevel(level)
