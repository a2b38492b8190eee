"""Environments of their own for clients and suites, made when their requirements change."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
BUILD = ROOT / "build" / "conformance"
SECONDS = 900
PYTHON = {
    "clients": "requirements.txt",
    "openai2": "requirements-openai2.txt",
    "suites": "requirements-suites.txt",
}
NODE = "node"
OWN = ""  # the environment of the tests themselves
# Nothing of this machine's surroundings reaches a client, and none reports home.
VARIABLES = {
    "PATH": "/usr/bin:/bin",
    "HOME": str(BUILD / "home"),
    "LITELLM_LOCAL_MODEL_COST_MAP": "True",
    "OPENAI_AGENTS_DISABLE_TRACING": "1",
    "DO_NOT_TRACK": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
    "NO_PROXY": "127.0.0.1",
}


def prepare(name: str) -> None:
    """Make the environment `name`, unless it is there and its requirements are the same.

    Raises RuntimeError with the end of what the installer said.
    """
    (BUILD / "home").mkdir(parents=True, exist_ok=True)
    if name == NODE:
        _prepare_node()
    elif name != OWN:
        _prepare_python(name)


def python(name: str) -> str:
    """Return the interpreter of an environment."""
    return sys.executable if name == OWN else str(BUILD / name / "bin" / "python")


def node() -> str:
    """Return node. Raises RuntimeError where there is none."""
    found = shutil.which("node")
    if found is None or shutil.which("npm") is None:
        raise RuntimeError("node and npm are not installed")
    return found


def _prepare_python(name: str) -> None:
    folder, asked = BUILD / name, HERE / PYTHON[name]
    if _is_current(folder, [asked]):
        return
    shutil.rmtree(folder, ignore_errors=True)
    _install([sys.executable, "-m", "venv", str(folder)])
    _install([python(name), "-m", "pip", "install", "-q", "--upgrade", "pip"])
    _install([python(name), "-m", "pip", "install", "-q", "-r", str(asked)])
    _sign(folder, [asked])


def _prepare_node() -> None:
    node()
    folder = BUILD / NODE
    asked = [HERE / "node" / name for name in ("package.json", "package-lock.json")]
    folder.mkdir(parents=True, exist_ok=True)
    for path in (HERE / "node").iterdir():
        if path.is_file():
            shutil.copy(path, folder)
    if _is_current(folder, asked):
        return
    options = ["--ignore-scripts", "--no-audit", "--no-fund", "--omit=optional"]
    _install([str(shutil.which("npm")), "ci", *options], folder)
    _sign(folder, asked)


def _is_current(folder: Path, asked: list[Path]) -> bool:
    stamp = folder / ".made-from"
    return stamp.is_file() and stamp.read_text() == _digest(asked)


def _sign(folder: Path, asked: list[Path]) -> None:
    (folder / ".made-from").write_text(_digest(asked))


def _digest(asked: list[Path]) -> str:
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in asked)).hexdigest()


def _install(command: list[str], folder: Path = ROOT) -> None:
    done = subprocess.run(  # noqa: S603 - our own command line
        command, cwd=folder, capture_output=True, text=True, timeout=SECONDS, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(command[:4])} …: {done.stderr[-500:]}")
