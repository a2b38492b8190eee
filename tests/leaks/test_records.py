"""What is written in the process itself: no line, and no record of any library, holds text."""

from __future__ import annotations

import io
import json
import logging
import subprocess
import sys
from collections.abc import Sequence

import httpx
import pytest

from service.detection.analyzer import Analyzer
from service.observability.logs import LineFormatter
from service.text.spans import Span
from tests.conftest import Serve
from tests.leaks.calls import GOOD, JSON, PASSING, good
from tests.leaks.canaries import ALL
from tests.leaks.search import search
from tests.leaks.watch import watching
from tests.support.canaries import IBAN, TEXT, found_in
from tests.support.scripted_upstream import ScriptedUpstream

READ = [one for one in GOOD if one.startswith("POST ") and not one[5:].startswith(PASSING)]


class FailingAnalyzer(Analyzer):
    """Fails deep inside, with the text in its message; the real class turns that into ours."""

    def __init__(self) -> None:
        self._timeout = 5
        self._executor = None

    def analyze_now(self, texts: Sequence[str], *_: object) -> list[list[Span]]:
        raise RuntimeError("".join(texts))


class BreakingAnalyzer(FailingAnalyzer):
    """Breaks its promise: an error that nobody expects leaves it, with the text in its message."""

    async def analyze(self, texts: Sequence[str], __: str = "") -> list[list[Span]]:
        raise KeyError("".join(texts))


@pytest.mark.parametrize("broken", [FailingAnalyzer(), BreakingAnalyzer()])
def test_an_analyzer_that_fails_with_the_text_in_its_words_spreads_none_of_it(
    broken: Analyzer, serve: Serve, upstream: ScriptedUpstream, capfd: pytest.CaptureFixture[str]
) -> None:
    address = serve(broken, upstream_url=upstream.url, allow_paths="/files")
    with watching(capfd) as watch, httpx.Client(base_url=address, timeout=30) as client:
        answers = [
            client.post(call.path, content=call.content, params=call.query, headers=JSON)
            for route in READ
            for call in good(route)
        ]
        written = watch.written()

    shown = "\n".join(f"{one.headers}\n{one.text}" for one in answers).encode()
    assert search(ALL, {"written": written.encode(), "answers": shown}) == []
    assert {one.status_code for one in answers} <= {400, 404, 500, 503}
    assert sum(one.is_server_error for one in answers) >= 15
    assert written.count('"event": "request"') == 2 * len(answers)  # each as line and as record
    assert upstream.requests == []


def raised() -> BaseException:
    """Return an exception with a traceback, whose message and cause hold text."""
    try:
        try:
            int(TEXT)
        except ValueError as error:
            raise KeyError(TEXT) from error
    except KeyError as error:
        return error


def test_messages_and_tracebacks_of_other_libraries_are_not_written(
    capfd: pytest.CaptureFixture[str],
) -> None:
    library = logging.getLogger("some.library")
    library.addHandler(logging.StreamHandler())
    with watching(capfd):
        library.warning("cannot parse %s", TEXT, extra={"text": TEXT}, stack_info=True)
        library.error("failed on %s", IBAN, exc_info=raised())
        logging.getLogger("py.warnings").warning(TEXT)
        out, err = capfd.readouterr()
    lines = [json.loads(line) for line in err.splitlines()]
    assert [(line["route"], line["error"]) for line in lines] == [
        ("some.library", ""),
        ("some.library", "KeyError"),
        ("py.warnings", ""),
    ]
    assert found_in(out + err) == []
    library.handlers = []


def test_a_line_that_cannot_be_written_is_not_shown_raw(
    capfd: pytest.CaptureFixture[str],
) -> None:
    with watching(capfd):
        logging.getLogger().handlers[0].setStream(closed := io.StringIO())  # type: ignore[attr-defined]
        closed.close()
        logging.getLogger("some.library").warning("cannot parse %s", TEXT)
        written = "".join(capfd.readouterr())
    assert found_in(written) == []


def test_warnings_are_not_shown_with_their_message() -> None:
    code = f"""
import warnings
from service.observability import logs
logs.set_up("debug")
warnings.warn({TEXT!r}, stacklevel=1)
"""
    done = subprocess.run(  # noqa: S603 - our own command line
        [sys.executable, "-c", code], capture_output=True, check=True, text=True, timeout=60
    )
    assert json.loads(done.stderr)["route"] == "py.warnings"
    assert found_in(done.stdout + done.stderr) == []


def test_a_line_of_ours_holds_no_traceback_even_when_one_is_passed() -> None:
    error = raised()
    caught = (type(error), error, error.__traceback__)
    record = logging.LogRecord("deckname", logging.ERROR, __file__, 1, '{"event": "x"}', (), caught)
    record.exc_text = TEXT
    assert found_in(LineFormatter().format(record)) == []
