from __future__ import annotations

import json
import logging
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from service.observability import logs
from service.observability.fields import FieldNotAllowedError
from service.observability.logs import LineFormatter, TerminalFormatter, log

SECRET = "Sabine Krämer"


def fail(kind: type[Exception]) -> None:
    raise kind(SECRET)


class Lines(logging.Handler):
    """Keeps the formatted lines."""

    def __init__(self) -> None:
        super().__init__()
        self.setFormatter(LineFormatter())
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@pytest.fixture
def lines() -> Iterator[list[str]]:
    handler = Lines()
    level = logs.LOGGER.level
    logs.LOGGER.addHandler(handler)
    logs.LOGGER.setLevel(logging.INFO)
    yield handler.lines
    logs.LOGGER.removeHandler(handler)
    logs.LOGGER.setLevel(level)


def formatted(record: logging.LogRecord) -> dict[str, Any]:
    line = LineFormatter().format(record)
    assert "\n" not in line
    assert SECRET not in line
    assert "Sabine" not in line
    parsed: dict[str, Any] = json.loads(line)
    return parsed


def test_a_line_is_json_with_time_level_and_the_fields(lines: list[str]) -> None:
    log("request", status=200, entities=2, stream=True, code=None, host="zürich\n")
    (line,) = lines
    assert "\n" not in line
    parsed = json.loads(line)
    assert parsed.pop("time").endswith("Z")
    assert parsed == {
        "level": "info",
        "event": "request",
        "status": 200,
        "entities": 2,
        "stream": True,
        "code": None,
        "host": "zürich\n",
    }


@pytest.mark.parametrize("field", ["text", "message", "value", "prompt", "body", "Status"])
def test_a_field_that_is_not_on_the_list_is_refused(lines: list[str], field: str) -> None:
    with pytest.raises(FieldNotAllowedError, match=field) as caught:
        log("request", **{field: SECRET, "status": 200})
    assert SECRET not in str(caught.value)
    assert lines == []


def test_what_lies_below_the_level_is_not_written(lines: list[str]) -> None:
    log("request", logging.DEBUG, status=200)
    assert lines == []


@pytest.mark.parametrize("name", ["uvicorn.error", "presidio-analyzer", "deckname.child", "root"])
def test_a_librarys_message_never_appears(name: str) -> None:
    record = logging.LogRecord(name, logging.WARNING, "a.py", 1, f"{SECRET} %s", (SECRET,), None)
    assert (
        formatted(record).items()
        >= {
            "level": "warning",
            "event": "library",
            "error": "",
            "route": name,
        }.items()
    )


@pytest.mark.parametrize("name", ["uvicorn.error", "asyncio"])
def test_of_an_exception_only_its_kind_appears(name: str) -> None:
    try:
        fail(KeyError)
    except KeyError:
        record = logging.LogRecord(
            name, logging.ERROR, "a.py", 1, "failed", (), sys.exc_info(), sinfo=SECRET
        )
    assert formatted(record)["error"] == "KeyError"


def test_our_own_lines_carry_no_exception_either(lines: list[str]) -> None:
    try:
        fail(ValueError)
    except ValueError:
        logs.LOGGER.exception(json.dumps({"event": "failed"}))
    assert json.loads(lines[0])["event"] == "failed"
    assert SECRET not in lines[0]
    assert "Traceback" not in lines[0]


@pytest.fixture
def untouched_logging() -> Iterator[None]:
    loggers = [logging.getLogger(name) for name in (None, "uvicorn.error", "uvicorn.access")]
    loggers += [
        one for one in logging.root.manager.loggerDict.values() if isinstance(one, logging.Logger)
    ]
    raises = logging.raiseExceptions
    before = [(one, list(one.handlers), one.level, one.propagate) for one in loggers]
    yield
    for one, handlers, level, propagate in before:
        one.handlers[:] = handlers
        one.setLevel(level)
        one.propagate = propagate
    logging.captureWarnings(capture=False)
    logging.raiseExceptions = raises


@pytest.mark.usefixtures("untouched_logging")
def test_after_set_up_all_loggers_write_such_lines(capsys: pytest.CaptureFixture[str]) -> None:
    noisy = logging.getLogger("uvicorn.error")
    noisy.addHandler(logging.StreamHandler(sys.stderr))
    noisy.propagate = False
    logs.set_up("debug")
    log("ready", logging.DEBUG, port=1)
    noisy.error(SECRET)
    logging.getLogger("uvicorn.access").info(SECRET)
    logging.getLogger("some.library").warning("%s", SECRET)
    logging.getLogger("some.library").info(SECRET)
    printed = capsys.readouterr()
    events = [json.loads(line) for line in printed.err.splitlines()]
    assert [(one["event"], one.get("route")) for one in events] == [
        ("ready", None),
        ("library", "uvicorn.error"),
        ("library", "some.library"),
    ]
    assert "Sabine" not in printed.err + printed.out


def test_on_a_terminal_the_same_line_is_for_people_and_obeyed_by_none() -> None:
    noted = {"event": "request", "method": "GET\x1b[2J", "route": "/v1/jobs/{job_id}"}
    noted |= {"status": 200, "duration_ms": 3.5, "code": None, "sent": 2, "job_id": "zürich"}
    record = logging.LogRecord("deckname", logging.WARNING, "a.py", 1, json.dumps(noted), (), None)
    told = TerminalFormatter().format(record)

    assert told.split(" ", 1)[1] == (
        'warning request "GET\\u001b[2J" /v1/jobs/{job_id} 200 3.5 ms  sent=2 job_id="z\\u00fcrich"'
    )
    library = logging.LogRecord("some.library", logging.ERROR, "a.py", 1, SECRET, (), None)
    assert SECRET not in TerminalFormatter().format(library)
