"""The wheel as a user gets it: what is in it, and that it runs from any folder."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from service.detection.shipped_models import SHIPPED
from tests.support.processes import ServiceProcess

ROOT = Path(__file__).parent.parent.parent
BUILD_SECONDS = 300
MODEL = {
    f"service/model/{model}/{name}"
    for model in SHIPPED
    for name in (
        "config.cfg",
        "meta.json",
        "deckname_tagger/model.onnx",
        "deckname_tagger/labels.json",
        "deckname_tagger/tokenizer.json",
    )
}


def run(*command: str | Path, folder: Path, environment: dict[str, str] | None = None) -> str:
    done = subprocess.run(  # noqa: S603 - our own command lines
        [str(part) for part in command],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        text=True,
        timeout=BUILD_SECONDS,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build it from the checkout, as `pip install .` does."""
    folder = tmp_path_factory.mktemp("dist")
    pip = (sys.executable, "-m", "pip")
    run(
        *pip,
        "wheel",
        "-q",
        "--no-deps",
        "--no-build-isolation",
        "--wheel-dir",
        folder,
        ROOT,
        folder=folder,
    )
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def deckname(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install it into an environment of its own; return its command.

    The libraries come from the environment of this run, named by a .pth file: its own .pth files,
    and so an editable install of the checkout, do not count there.
    """
    home = tmp_path_factory.mktemp("installed")
    venv.create(home, with_pip=False, symlinks=True)
    python = home / "bin" / "python"
    site = Path(sysconfig.get_path("purelib", vars={"base": str(home)}))
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib"))
    pip = (sys.executable, "-m", "pip", "--python", python)
    run(*pip, "install", "-q", "--no-deps", "--no-index", wheel, folder=home)
    return home / "bin" / "deckname"


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Path]:
    """Some folder that has nothing to do with us."""
    (tmp_path / "elsewhere").mkdir()
    return tmp_path / "elsewhere"


def environment(home: Path) -> dict[str, str]:
    return {"HOME": str(home), "PATH": "/usr/bin:/bin"}


def test_the_wheel_holds_the_two_packages_the_model_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        metadata = next(name for name in names if name.endswith(".dist-info/METADATA"))
        described = archive.read(metadata).decode()
    top = {name.partition("/")[0] for name in names}
    assert top == {"service", "recognizers", metadata.partition("/")[0]}
    assert names >= MODEL
    assert "service/demo_calls.txt" in names
    assert not [name for name in names if "__pycache__" in name or "/tests/" in name]
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)
    assert "License-Expression: Apache-2.0" in described
    assert "\nName: deckname\n" in described


def test_every_module_of_the_checkout_is_in_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    modules = {
        path.relative_to(ROOT).as_posix()
        for package in ("service", "recognizers")
        for path in (ROOT / package).rglob("*.py")
    }
    assert modules <= names


def test_every_word_list_of_the_checkout_is_in_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    lists = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("recognizers/data/*")}
    assert "recognizers/data/titles.txt" in lists
    assert lists <= names


def test_the_installed_command_tells_its_version(
    deckname: Path, wheel: Path, elsewhere: Path
) -> None:
    told = run(deckname, "version", folder=elsewhere, environment=environment(elsewhere))
    assert told.strip() == wheel.name.split("-")[1]
    where = "import service, recognizers; print(service.__file__, recognizers.__file__)"
    python, plain = deckname.parent / "python", environment(elsewhere)
    found = run(python, "-c", where, folder=elsewhere, environment=plain).split()
    assert all(str(deckname.parent.parent) in path for path in found)


def test_the_installed_command_serves_from_any_folder_and_stops_on_sigterm(
    deckname: Path, elsewhere: Path
) -> None:
    command = [str(deckname), "serve", "--demo"]
    with ServiceProcess(command, elsewhere, environment(elsewhere)) as service:
        body = {"text": "Mail von Sabine Krämer, sabine.kraemer@example.org"}
        answer = httpx.post(f"{service.url}/v1/anonymize", json=body, timeout=30)
        chat = {"model": "m", "messages": [{"role": "user", "content": body["text"]}]}
        told = httpx.post(f"{service.url}/v1/chat/completions", json=chat, timeout=30)
        service.stop()
    assert answer.status_code == httpx.codes.OK
    assert [one["entity_type"] for one in answer.json()["entities"]] == ["PERSON", "EMAIL_ADDRESS"]
    assert "Sabine Krämer" in told.json()["choices"][0]["message"]["content"]
    assert service.exit_code == 0, service.output
    assert [path.name for path in elsewhere.iterdir()] == ["service.log"]
