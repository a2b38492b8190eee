"""The command as real processes: in pipelines, several at once, interrupted, and how it starts."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from service.cipher import Key
from tests.support.canaries import TEXT

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-m", "service"]
HEAVY = {
    "spacy",
    "onnxruntime",
    "fastapi",
    "pydantic_settings",
    "uvicorn",
    "service.parts",
    "service.app",
}
LOADED = """
import sys
from service.cli import app
try:
    app({arguments}, prog_name="deckname")
except SystemExit:
    pass
print(sorted({heavy} & set(sys.modules)), file=sys.stderr)
"""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    keys = tmp_path / "keys.txt"
    keys.write_text(Key.generate("k1").reveal(), encoding="utf-8")
    return {
        "PATH": "/usr/bin:/bin",
        "PYTHONPATH": str(ROOT),
        "DECKNAME_VAULT_KEYS_FILE": str(keys),
    }


def start(
    *arguments: object, env: dict[str, str], stdin: int | None = None
) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603  our own command line
        [*COMMAND, *map(str, arguments)],
        env=env,
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def test_a_pipeline_on_a_new_vault_file_gives_back_what_went_in(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    vault = tmp_path / "q.vault"
    masking = start("anonymize", "--vault", vault, env=environment, stdin=subprocess.PIPE)
    assert masking.stdin is not None
    assert masking.stdout is not None
    restoring = start("restore", "--vault", vault, env=environment, stdin=masking.stdout.fileno())
    masking.stdin.write(TEXT.encode())
    masking.stdin.close()
    masking.stdout.close()

    assert restoring.communicate(timeout=120) == (TEXT.encode(), b"")
    assert masking.stderr is not None
    assert masking.stderr.read() == b""
    masking.stderr.close()
    assert (masking.wait(60), restoring.returncode) == (0, 0)


def test_runs_at_once_with_one_vault_file_lose_nothing(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    vault, masked = tmp_path / "q.vault", tmp_path / "masked"
    masked.mkdir()
    texts = {name: f"Mail: {name}@canary.example\n".encode() for name in "abc"}
    for name, text in texts.items():
        (tmp_path / name).write_bytes(text)
    runs = [
        start("anonymize", tmp_path / name, "-o", masked, "--vault", vault, env=environment)
        for name in texts
    ]
    assert [one.communicate(timeout=120) for one in runs] == [(b"", b"")] * 3

    restored = start("restore", masked, "-o", tmp_path / "final", "--vault", vault, env=environment)
    assert restored.communicate(timeout=120)[0] == b""
    assert restored.returncode == 0
    assert {name: (tmp_path / "final" / name).read_bytes() for name in texts} == texts


def test_an_interrupted_run_ends_with_what_was_done(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    source, out, report = tmp_path / "in", tmp_path / "out", tmp_path / "report.json"
    source.mkdir()
    for number in range(3000):
        (source / f"{number:04}.txt").write_text(f"{TEXT} {number}", encoding="utf-8")
    options = ("-o", out, "--vault", tmp_path / "v", "--report", report)
    running = start("anonymize", source, *options, env=environment)
    while running.poll() is None and not (out.exists() and len(list(out.iterdir())) > 2):
        time.sleep(0.05)
    running.send_signal(signal.SIGINT)
    _, told = running.communicate(timeout=60)

    assert running.returncode == 130
    done = json.loads(report.read_text("utf-8"))["files"]
    assert len(done) == len(list(out.iterdir())) < 3000
    assert re.search(rb"deckname: 3000 files: \d+ values replaced, \d+ not done\n$", told)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--version"],
        ["--help"],
        ["anonymize", "--help"],
        ["keys", "new"],
        ["keys", "new", "--help"],
    ],
)
def test_what_needs_no_service_loads_none(
    arguments: list[str], environment: dict[str, str]
) -> None:
    done = subprocess.run(  # noqa: S603  the same
        [sys.executable, "-c", LOADED.format(arguments=arguments, heavy=HEAVY)],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr.splitlines()[-1] == "[]"
    assert done.stdout


def test_completion_loads_no_service(environment: dict[str, str]) -> None:
    asked = {
        "_DECKNAME_COMPLETE": "complete_bash",
        "COMP_WORDS": "deckname anonymize --policy ",
        "COMP_CWORD": "3",
    }
    done = subprocess.run(  # noqa: S603  the same
        [sys.executable, "-c", LOADED.format(arguments=None, heavy=HEAVY)],
        env=environment | asked,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["standard", "strict"]
    assert done.stderr.splitlines()[-1] == "[]"


def test_a_first_run_tells_that_it_installs_and_leaves_out_what_only_tests_need(
    tmp_path: Path,
) -> None:
    for name in ("Makefile", "pyproject.toml"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    make = ["/usr/bin/make", "--dry-run", "-C", str(tmp_path)]
    run, check = (
        subprocess.run([*make, goal], capture_output=True, text=True, check=True).stdout  # noqa: S603
        for goal in ("run", "check")
    )

    assert 'echo "Setting up .venv' in run
    assert ("[dev]" in run, "[dev]" in check) == (False, True)


def test_the_files_of_the_readme_are_masked_as_it_is_written(tmp_path: Path) -> None:
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    (block,) = (
        one
        for one in re.findall(r"^```sh\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
        if "letters/" in one
    )
    command = tmp_path / ".venv" / "bin" / "deckname"
    command.parent.mkdir(parents=True)
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m service "$@"\n')
    command.chmod(0o755)
    done = subprocess.run(  # noqa: S603  the same
        ["/bin/bash", "-e", "-c", block],
        cwd=tmp_path,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert (tmp_path / "keys.txt").stat().st_mode & 0o777 == 0o600
    letters = [(one.name, one.read_bytes()) for one in (tmp_path / "letters").iterdir()]
    assert letters == [(one.name, one.read_bytes()) for one in (tmp_path / "final").iterdir()]
    assert "PERSON" in done.stdout
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert {"keys.txt", "*.vault"} <= set(ignored)
