"""A real Prometheus scrapes a real service with two workers, and is asked what docs promise."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import httpx
import yaml

from service.cipher import Key
from tests.deploy.tools import ROOT, Tools
from tests.support.processes import ServiceProcess, free_port
from tests.support.redis_server import start_redis

RULES = ROOT / "helm" / "monitoring" / "rules.yaml"
DASHBOARD = ROOT / "helm" / "monitoring" / "dashboard.json"
TEXT = "Frau Sabine Krämer, IBAN DE89 3704 0044 0532 0130 00"
REQUESTS = 20
SECONDS = 60


def rules_hold(tools: Tools) -> str | None:
    """Return a word when the rules are well formed and do what their tests expect, else None."""
    checked = tools.run("promtool", "check", "rules", RULES)
    tested = tools.run("promtool", "test", "rules", RULES.with_name("rules_test.yaml"))
    return None if checked.returncode or tested.returncode else "well formed, tests pass"


def scraped() -> Iterator[tuple[str, str | None]]:
    """Yield checks and results: what Prometheus reads from two workers together."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        redis = stack.enter_context(start_redis())
        environment = {
            "PATH": "/usr/bin:/bin",
            "PYTHONPATH": str(ROOT),
            "DECKNAME_WORKERS": "2",
            "DECKNAME_VAULT_URL": redis.url,
            "DECKNAME_VAULT_KEYS": Key.generate("k1").reveal(),
        }
        command = [sys.executable, "-m", "service", "serve"]
        service = stack.enter_context(
            ServiceProcess(command, folder, environment, start_seconds=180)
        )
        for number in range(REQUESTS):  # a connection each, so that both workers get some
            body = {"text": f"{TEXT} {number}"}
            httpx.post(f"{service.url}/v1/anonymize", json=body, timeout=SECONDS)
        text = httpx.get(f"{service.url}/metrics").text
        checked = subprocess.run(
            ["promtool", "check", "metrics"],  # noqa: S607 - from apt
            input=text,
            capture_output=True,
            text=True,
            check=False,
        )
        yield "promtool check metrics", "clean" if checked.returncode == 0 else None
        address = stack.enter_context(_prometheus(service.port, folder))
        wanted = 'sum(deckname_requests_total{route="/v1/anonymize",status="200"})'
        seen = _until(address, wanted, REQUESTS)
        yield (
            "Prometheus adds up 2 workers",
            f"{seen:.0f} of {REQUESTS} requests" if seen == REQUESTS else None,
        )
        yield "expressions of rules and dashboard", _all_answered(address)


@contextmanager
def _prometheus(port: int, folder: Path) -> Iterator[str]:
    config = {
        "global": {"scrape_interval": "1s", "evaluation_interval": "1s"},
        "rule_files": [str(RULES)],
        "scrape_configs": [
            {"job_name": "deckname", "static_configs": [{"targets": [f"127.0.0.1:{port}"]}]}
        ],
    }
    file = folder / "prometheus.yml"
    file.write_text(yaml.safe_dump(config), encoding="utf-8")
    own = free_port()
    process = subprocess.Popen(  # noqa: S603 - our own command line
        [  # noqa: S607 - from apt
            "prometheus",
            f"--config.file={file}",
            f"--storage.tsdb.path={folder / 'tsdb'}",
            f"--web.listen-address=127.0.0.1:{own}",
            "--log.level=error",
        ]
    )
    try:
        yield f"http://127.0.0.1:{own}"
    finally:
        process.terminate()
        process.wait()


def _ask(address: str, expression: str) -> list[Any] | None:
    answer = httpx.get(f"{address}/api/v1/query", params={"query": expression}, timeout=10)
    document = answer.json()
    return document["data"]["result"] if document["status"] == "success" else None


def _until(address: str, expression: str, wanted: float) -> float:
    seen = -1.0
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline and seen != wanted:
        time.sleep(0.5)
        try:
            result = _ask(address, expression)
        except httpx.TransportError:
            continue
        seen = float(result[0]["value"][1]) if result else -1.0
    return seen


def _all_answered(address: str) -> str | None:
    """Return how many expressions Prometheus understands, if it is all of them."""
    rules = yaml.safe_load(RULES.read_text("utf-8"))["groups"][0]["rules"]
    panels = json.loads(DASHBOARD.read_text("utf-8"))["panels"]
    asked = [one["expr"] for one in rules]
    asked += [target["expr"] for panel in panels for target in panel["targets"]]
    refused = [one for one in asked if _ask(address, one) is None]
    return None if refused else f"{len(asked)} understood"
