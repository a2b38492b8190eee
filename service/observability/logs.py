"""Logs that cannot hold text: one JSON line an event, from a closed list of fields."""

from __future__ import annotations

import json
import logging
import sys
import time

from service.observability.fields import Value, check

HEAD = ("method", "route", "status", "code")  # what a person looks for first
LOGGER = logging.getLogger("deckname")


def log(event: str, level: int = logging.INFO, **fields: Value) -> None:
    """Write one line: ids, codes, counts and durations.

    Raises FieldNotAllowedError for a field that is not in the table of `fields`.
    """
    check(fields)
    LOGGER.log(level, json.dumps({"event": event, **fields}, ensure_ascii=True))


class LineFormatter(logging.Formatter):
    """Adds time and level; never an exception's text or its locals."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        stamp = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
        head = f'"time": "{stamp}Z", "level": "{record.levelname.lower()}"'
        if record.name == LOGGER.name:
            return "{" + head + ", " + record.getMessage()[1:]
        # Other libraries may put anything into their messages: only where and what kind is kept.
        kind = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else ""
        event = json.dumps({"event": "library", "error": kind, "route": record.name})
        return "{" + head + ", " + event[1:]


class TerminalFormatter(LineFormatter):
    """The same line for people: `13:02:11 info  request POST /v1/anonymize 200 31.2 ms`, fields."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line; what is strange in a terminal stays escaped as in JSON."""
        fields = json.loads(super().format(record))
        clock = time.strftime("%H:%M:%S", time.localtime(record.created))
        parts = [clock, f"{fields.pop('level'):<7}", fields.pop("event")]
        del fields["time"]
        parts += [_shown(fields.pop(name)) for name in HEAD if fields.get(name)]
        if "duration_ms" in fields:
            parts.append(f"{fields.pop('duration_ms')} ms ")
        parts += [f"{name}={_shown(value)}" for name, value in fields.items() if value is not None]
        return " ".join(parts)


def _shown(value: object) -> str:
    """Return a value as one word, without anything that a terminal would obey."""
    if isinstance(value, str) and value.isascii() and value.isprintable() and " " not in value:
        return value
    return json.dumps(value, ensure_ascii=True)


def set_up(level: str, form: str = "json") -> None:
    """Send all logging and all warnings of this process through our formatter to stderr.

    The `form` is `json`, `text`, or `auto`: text for a terminal, else JSON.

    Some libraries bring handlers of their own, which would write their messages as they are;
    and what cannot be written at all, Python would show raw in a report about its own logging.
    """
    handler = logging.StreamHandler(sys.stderr)
    readable = form == "text" or (form == "auto" and sys.stderr.isatty())
    handler.setFormatter(TerminalFormatter() if readable else LineFormatter())
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    for other in list(root.manager.loggerDict.values()):
        if isinstance(other, logging.Logger):
            other.handlers = []
            other.propagate = True
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access", "presidio-analyzer"):
        logging.getLogger(name).setLevel(logging.ERROR)
    LOGGER.setLevel(level.upper())
    logging.captureWarnings(capture=True)
    logging.raiseExceptions = False
