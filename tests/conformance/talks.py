"""The rows of the table that are clients: each talks to Deckname in front of an upstream."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import httpx

from service.app import create_app
from service.detection.analyzer import Analyzer
from service.settings import Settings
from tests.conformance import environments
from tests.conformance.clients import cells
from tests.conformance.environments import BUILD, NODE, OWN, ROOT, VARIABLES
from tests.conformance.pretend import reply
from tests.conformance.table import Cell
from tests.support.running import Running
from tests.support.scripted_upstream import ScriptedUpstream

SECONDS = 240
END = 10
Wire = Callable[[], str]


@dataclass(frozen=True)
class Client:
    """A script that runs cases and prints a line of JSON for each.

    `left` names cases that the upstream cannot serve.
    """

    environment: str
    script: str
    upstream: str = "pretend"
    left: frozenset[str] = field(default=frozenset())

    def run(self, name: str, analyzer: Analyzer) -> list[Cell]:
        """Run the cases, then look at all that the upstream got."""
        behind = pretend if self.upstream == "pretend" else aimock
        with (
            behind() as (url, wire),
            Running(create_app(Settings(upstream_url=url), analyzer)) as it,
        ):
            results = self._talk(name, f"{it.url}/v1")
            return [*results, check_wire(name, wire())]

    def _talk(self, name: str, url: str) -> list[Cell]:
        done = subprocess.run(  # noqa: S603 - our own command line
            [*self._command(), url, refusal(url), ",".join(self.left)],
            cwd=ROOT,
            env=VARIABLES,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=SECONDS,
            check=False,
        )
        lines = [line for line in done.stdout.splitlines() if line.startswith('{"case"')]
        results = [Cell(name, **json.loads(line)) for line in lines]
        if done.returncode or not results:
            results.append(Cell(name, "ends", f"exit {done.returncode}: {done.stderr[-500:]}"))
        return results

    def _command(self) -> list[str]:
        if self.environment == NODE:
            return [environments.node(), str(BUILD / NODE / self.script)]
        module = f"tests.conformance.clients.{self.script}"
        return [environments.python(self.environment), "-m", module]


@dataclass(frozen=True)
class Tests:
    """Tests that are there anyway, as one cell."""

    path: str
    environment: str = OWN

    def run(self, name: str, _: Analyzer) -> list[Cell]:
        """Run them with pytest."""
        done = subprocess.run(  # noqa: S603 - our own command line
            [sys.executable, "-m", "pytest", self.path, "-p", "no:cacheprovider"],
            cwd=ROOT,
            capture_output=True,
            encoding="utf-8",
            timeout=SECONDS,
            check=False,
        )
        fault = None if done.returncode == 0 else done.stdout[-600:]
        told = re.search(r"\d+ passed[^=\n]*", done.stdout)
        return [Cell(name, "pytest", fault, told[0] if told else "")]


def refusal(url: str) -> str:
    """Return the sentence with which the service refuses what a client must not send."""
    body = {"model": "m", "messages": [{"role": "user", "content": cells.REFUSED}]}
    answer = httpx.post(f"{url}/chat/completions", json=body, timeout=30)
    return str(answer.json()["error"]["message"])


def check_wire(name: str, wire: str) -> Cell:
    """Return whether what reached the upstream holds placeholders and no clear value."""
    clear = [wire[max(0, at - 200) : at + 60] for at in map(wire.find, cells.CLEAR) if at >= 0]
    if "[[Person-" not in wire:
        clear.append("nothing masked arrived")
    return Cell(name, "nothing clear upstream", "\n".join(clear)[:1500] or None)


@contextmanager
def pretend() -> Iterator[tuple[str, Wire]]:
    """Run the pretend model of the tests."""
    upstream = ScriptedUpstream(reply)
    with Running(upstream.app()) as running:
        yield f"{running.url}/v1", lambda: upstream.wire


@contextmanager
def aimock() -> Iterator[tuple[str, Wire]]:
    """Run @copilotkit/aimock; what it got is known when it has ended."""
    script = BUILD / NODE / "aimock.mjs"
    with TemporaryDirectory() as folder, Path(folder, "errors").open("w+b") as errors:
        process: Any = subprocess.Popen(  # noqa: S603 - our own command line
            [environments.node(), str(script)],
            env=VARIABLES,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            encoding="utf-8",
        )
        try:
            yield (
                f"{process.stdout.readline().strip()}/v1",
                lambda: str(process.communicate("", END)[0]),
            )
        finally:
            process.kill()
            process.wait()


ROWS: dict[str, Client | Tests] = {
    "openai-python": Client(OWN, "openai_python"),
    "langchain-openai": Client("clients", "langchain_openai_client"),
    "instructor": Client("clients", "instructor_client"),
    "openai-agents": Client("clients", "openai_agents_client"),
    "llama-index": Client("openai2", "llama_index_client"),
    "litellm": Client("openai2", "litellm_client"),
    "openai-node": Client(NODE, "openai-node.mjs"),
    "vercel-ai": Client(NODE, "vercel-ai.mjs"),
    # aimock does not read `text.format`
    "openai-node on aimock": Client(NODE, "openai-node.mjs", "aimock", frozenset({"resp. json"})),
    "vercel-ai on aimock": Client(NODE, "vercel-ai.mjs", "aimock"),
    "openai-python on llama.cpp": Tests("tests/conformance/test_llama.py"),
}
