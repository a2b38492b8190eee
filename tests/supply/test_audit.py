"""The audit tells what is known, and never that nothing is known when it could not ask."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from tests.supply.audit import LOCK, locked, run
from tests.support.running import Running

KNOWN = {"id": "PYSEC-2026-1", "fixed_in": ["2.0"], "withdrawn": None}
ANSWERS: dict[str, Response] = {
    "sound": JSONResponse({"vulnerabilities": []}),
    "weak": JSONResponse({"vulnerabilities": [KNOWN]}),
    "cleared": JSONResponse({"vulnerabilities": [KNOWN | {"withdrawn": "2026-01-01"}]}),
    "mirrored": JSONResponse({"info": {}}),
    "garbled": PlainTextResponse("<html>"),
}


@pytest.fixture(scope="module")
def pypi() -> Iterator[str]:
    async def answer(request: Request) -> Response:
        return ANSWERS.get(request.path_params["name"], Response(status_code=404))

    with Running(Starlette(routes=[Route("/{name}/{version}/json", answer)])) as running:
        yield running.url


@pytest.mark.parametrize(
    ("lock", "code"),
    [
        ("sound==1.0 \\\n    --hash=sha256:00\ncleared==1.0\n", 0),
        ("sound==1.0\nweak==1.0\n", 1),
        ("weak==1.0\nmissing==1.0\n", 2),
        ("mirrored==1.0\n", 2),
        ("garbled==1.0\n", 2),
        ("# nothing\n", 2),
    ],
)
def test_the_exit_code_says_what_is_known(pypi: str, lock: str, code: int) -> None:
    assert run(lock, pypi) == code


def test_a_weakness_is_named_with_the_version_that_mends_it(
    pypi: str, capsys: pytest.CaptureFixture[str]
) -> None:
    run("weak==1.0\n", pypi)
    assert "weak 1.0: PYSEC-2026-1, fixed in ('2.0',)" in capsys.readouterr().out


def test_a_database_that_cannot_be_reached_is_no_good_news(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("sound==1.0\n", "http://127.0.0.1:9") == 2
    assert "NOT DONE" in capsys.readouterr().out


def test_each_package_of_the_lock_file_is_asked_about() -> None:
    text = Path(LOCK).read_text("utf-8")
    assert len(locked(text)) == text.count("==")
