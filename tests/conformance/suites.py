"""The rows of the table that are outside suites: they play client and upstream themselves."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from service.app import create_app
from service.detection.analyzer import Analyzer
from service.settings import Settings
from tests.conformance.environments import BUILD, VARIABLES, python
from tests.conformance.table import Cell
from tests.conformance.talks import pretend
from tests.support.processes import free_port
from tests.support.running import Running

SECONDS = 400
SEED = "a1b2c3d4e5f60001"
CHECKS = (
    "not_a_server_error,status_code_conformance,content_type_conformance,"
    "response_schema_conformance,negative_data_rejection"
)
# Jobs: made, looked at, forgotten. Not checked: use_after_free. A caller may name their job, so a
# call beside the chain makes a forgotten one anew, which that check takes for a fault.
CHAINED = "^/(v1/(anonymize|deanonymize|jobs)|api/(anonymize|deanonymize|status))"


@dataclass(frozen=True)
class Suite:
    """A suite; `work` returns its cells."""

    work: Callable[[str, Analyzer], list[Cell]]
    environment: str = "suites"

    def run(self, name: str, analyzer: Analyzer) -> list[Cell]:
        """Run it."""
        return self.work(name, analyzer)


def canarywire(name: str, analyzer: Analyzer) -> list[Cell]:
    """All default attacks with default settings, over a capture of its own."""
    folder = fresh(name)
    port = free_port()
    capture = f"http://127.0.0.1:{port}"
    run("canarywire", "serve", "--detach", "--listen", f"127.0.0.1:{port}", folder=folder)
    try:
        with Running(service(analyzer, port)) as it:
            target = ("--target", it.url, "--capture", capture, "--seed", "1", "--out", "out")
            done = run("canarywire", "run", *target, folder=folder)
    finally:
        run("canarywire", "stop", folder=folder)
    report = (folder / "out" / "report.md").read_text(encoding="utf-8")
    told = re.search(r"All \d+ values verified", report)
    fault = None if done.returncode == 0 else f"exit {done.returncode}\n{report[:1500]}"
    return [Cell(name, "35 attacks", fault, f"exit {done.returncode} {told[0] if told else ''}")]


def selfcheck(name: str, analyzer: Analyzer) -> list[Cell]:
    """The smoke test of pii-leak-benchmark with default settings."""
    folder = fresh(name)
    port = free_port()
    with Running(service(analyzer, port)) as it:
        target = ("--target-base-url", f"{it.url}/v1", "--capture-port", str(port))
        done = run(
            "pii-leak-benchmark", "selfcheck", *target, "--json-out", "report.json", folder=folder
        )
    fault = None if done.returncode == 0 else f"exit {done.returncode}\n{done.stdout[-1500:]}"
    return [Cell(name, "CLEAN", fault, f"exit {done.returncode}")]


def leak_v2(name: str, analyzer: Analyzer) -> list[Cell]:
    """The response split of pii-leak-benchmark; it needs the response scan."""
    if "response_scan" not in Settings.model_fields:
        return [Cell(name, "pass", "needs DECKNAME_RESPONSE_SCAN, which is not there")]
    return [_leak_v2(name, analyzer, partial=partial) for partial in (False, True)]


def _leak_v2(name: str, analyzer: Analyzer, *, partial: bool) -> Cell:
    folder = fresh(f"{name}-{partial}")
    port = free_port()
    with Running(service(analyzer, port, response_scan="mask")) as it:
        address = f"{it.url}/v1/chat/completions"
        target = ("--gateway-url", address, "--upstream-port", str(port), "--model", "test")
        more = ("--partial-emission",) if partial else ()
        asked = ("--out", "v2", "--only", "our-gw", "--json-out", "v2/summary.json")
        done = run(
            "pii-leak-benchmark-v2",
            "--validate",
            *asked,
            *target,
            "--seed",
            SEED,
            *more,
            folder=folder,
        )
    summary = folder / "v2" / "summary.json"
    case = "pass, partial emission" if partial else "pass"
    if not summary.is_file():
        return Cell(name, case, f"exit {done.returncode}\n{(done.stdout + done.stderr)[-1000:]}")
    rows: list[dict[str, Any]] = json.loads(summary.read_text(encoding="utf-8"))["rows"]
    outcomes = [row.get("outcome") for row in rows]
    fault = None if done.returncode == 0 and outcomes == ["pass"] else json.dumps(rows)[:1500]
    return Cell(name, case, fault, f"outcome {outcomes}")


def schemathesis(name: str, analyzer: Analyzer) -> list[Cell]:
    """Requests made from our own API description: no 500, documented answers only.

    Calls are made one by one, then in chains, along the links of the description.
    """
    phases = ("--phases", "examples,coverage,fuzzing", "--max-time", "180", "--checks", CHECKS)
    chains = ("--phases", "stateful", "--max-time", "60", "--checks", CHECKS)
    with (
        pretend() as (upstream, _),
        Running(create_app(Settings(upstream_url=upstream), analyzer)) as it,
    ):
        address = f"{it.url}/openapi.json"
        return [
            _schemathesis(name, "documented answers", address, *phases),
            _schemathesis(name, "chains", address, *chains, "--include-path-regex", CHAINED),
        ]


def _schemathesis(name: str, case: str, address: str, *options: str) -> Cell:
    folder = fresh(f"{name}-{case}")
    settings = ("--max-examples", "15", "--seed", "1", "--continue-on-failure", "--no-color")
    # How many drafts the generator throws away for a narrow pattern says nothing about the service.
    settings += ("--suppress-health-check", "filter_too_much")
    done = run("schemathesis", "run", address, *options, *settings, folder=folder)
    (folder / "report.txt").write_text(done.stdout, encoding="utf-8")
    fault = None if done.returncode == 0 else done.stdout[-3000:]
    told = re.findall(r"API Links: +\d+ covered|\d+ generated, [^\n]*", done.stdout)
    if not told or " 0 covered" in told[0]:
        fault = fault or "nothing was tested"
    return Cell(name, case, fault, ", ".join(told))


def service(analyzer: Analyzer, upstream_port: int, **settings: Any) -> Any:
    """Return the service with its default settings, in front of a suite's own upstream."""
    url: Any = f"http://127.0.0.1:{upstream_port}/v1"
    return create_app(Settings(upstream_url=url, **settings), analyzer)


def fresh(name: str) -> Path:
    """Return an empty folder for a suite's reports."""
    folder = BUILD / "reports" / re.sub(r"[^\w-]+", "-", name)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def run(program: str, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a program of the suites' environment."""
    return subprocess.run(  # noqa: S603 - our own command line
        [str(Path(python("suites")).parent / program), *arguments],
        cwd=folder,
        env=VARIABLES,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )


ROWS: dict[str, Suite] = {
    "canarywire": Suite(canarywire),
    "pii-leak-benchmark selfcheck": Suite(selfcheck),
    "pii-leak-benchmark v2": Suite(leak_v2),
    "schemathesis": Suite(schemathesis),
}
