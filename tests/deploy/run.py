"""Builds, renders, starts and calls every artifact, and prints what became of each check.

`make deploy-test`; needs root, and from apt: buildah podman runc crun mmdebstrap prometheus curl.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from service.cipher import Key  # noqa: E402  the checkout was just put on the path
from service.tenants.tenants import new_api_key  # noqa: E402
from tests.deploy.monitoring import DASHBOARD, RULES, rules_hold, scraped  # noqa: E402
from tests.deploy.pods import playable  # noqa: E402
from tests.deploy.tools import Tools  # noqa: E402

TAG = "localhost/deckname:test"
TEXT = "Frau Sabine Krämer, IBAN DE89 3704 0044 0532 0130 00"
LISTENS_ANYWHERE = re.compile(r"^ *\d+: 0{8}:[0-9A-F]{4} \S+ 0A ", re.MULTILINE)
HARDENED = ["--read-only", "--tmpfs", "/tmp", "--cap-drop", "all", "--network", "none"]  # noqa: S108
HARDENED += ["--security-opt", "no-new-privileges", "--memory", "1g", "--pids-limit", "200"]
READY_SECONDS = 120
IMAGE = ["--set", "image.repository=localhost/deckname", "--set", "image.tag=test"]
OPEN = ["--set-string", "settings.AUTH=off"]
KEYS = ["--set-string", f"secrets.vaultKeys={Key.generate('k1').reveal()}"]
APP = ["--set", "mode=sidecar", "--set", f"sidecar.app.image={TAG}"]
MATRIX: dict[str, list[str]] = {
    "memory": OPEN,
    "bundled Redis, 3 replicas": [*OPEN, *KEYS, "--set", "redis.mode=bundled,replicas=3"],
    "everything on": [
        *("--set-json", 'secrets.apiKeys="{}"', *KEYS),
        *("--set", "redis.mode=external,redis.url=rediss://redis.example:6380/0"),
        *("--set", "autoscaling.enabled=true,gateway.enabled=true,gateway.parent=front"),
        *("--set", "ingress.enabled=true,ingress.tlsSecret=tls,ingress.className=nginx"),
        *("--set", "metrics.serviceMonitor=true,metrics.prometheusRule=true"),
        *("--set", "metrics.dashboard=true,settings.MAX_BODY_BYTES=16777216"),
    ],
    "own Secret": ["--set", "secrets.existingSecret=s,secrets.existingSecretHasApiKeys=true"],
    "sidecar, native": [*APP, "--set", "sidecar.app.port=9000"],
    "sidecar, plain": [*APP, "--set", "sidecar.native=false,metrics.sidecarPort=9090"],
    "sidecar, own pod": ["--set", "mode=sidecar"],
}
REFUSED: dict[str, list[str]] = {
    "nobody checks callers": [],
    "unknown value": [*OPEN, "--set", "replica=2"],
    "unknown setting": [*OPEN, "--set", "settings.UPSTREM_URL=x"],
    "secret among settings": [*OPEN, "--set", "settings.VAULT_KEYS=x"],
    "replicas without Redis": [*OPEN, "--set", "replicas=2"],
    "Redis without keys": [*OPEN, "--set", "redis.mode=bundled"],
    "address with a query": [*OPEN, "--set", "settings.UPSTREAM_URL=https://api.example/?v=1"],
    "unknown mode": ["--set", "mode=daemon"],
}
CALLER = """
import json, os, time, urllib.request
base = os.environ["OPENAI_BASE_URL"]
body = json.dumps({"text": "%s"}).encode()
ask = urllib.request.Request(base + "/anonymize", body, {"Content-Type": "application/json"})
while True:
    try:
        print(urllib.request.urlopen(ask, timeout=30).read().decode(), flush=True)
        break
    except OSError:
        time.sleep(0.5)
time.sleep(600)
"""


class Table:
    """Prints a row for each check, and knows whether any failed."""

    def __init__(self) -> None:
        self.failed = 0

    def row(self, artifact: str, check: str, result: str | None, told: str = "") -> None:
        """Print a row; `result` None is a failure."""
        self.failed += result is None
        print(f"{artifact:<9} | {check:<38} | {'FAILS' if result is None else result}", flush=True)
        if result is None and told:
            print(told[-1500:], flush=True)


def image(tools: Tools, table: Table) -> None:
    linted = tools.python_tool("hadolint", ROOT / "Dockerfile")
    table.row("image", "hadolint", None if linted.returncode else "clean", linted.stdout)
    started = time.monotonic()
    base = tools.run("bash", ROOT / "tests/deploy/base_image.sh", *tools.store)
    revision = tools.run("git", "rev-parse", "HEAD").stdout.strip()
    built = tools.build(TAG, revision)
    done = f"{time.monotonic() - started:.0f} s (with what is cached)"
    table.row(
        "image", "builds, locked", None if built.returncode else done, base.stderr + built.stderr
    )
    size = int(tools.podman("image", "inspect", "-f", "{{.Size}}", TAG).stdout or 0)
    table.row("image", "size, of which the base", f"{size / 1e6:.0f} MB, {_base(tools)} MB")
    with _started(tools, *HARDENED, "-e", "DECKNAME_AUTH=off", TAG) as (name, pid, seconds):
        table.row("image", "ready, read-only, no capability", seconds)
        table.row("image", "anonymizes", _masked(_post(tools, pid)))
        health = tools.podman("healthcheck", "run", name)
        table.row("image", "health check", None if health.returncode else "healthy", health.stderr)
        status = Path(f"/proc/{pid}/status").read_text("ascii")
        facts = dict(re.findall(r"^(\w+):\s+(\S+)", status, re.MULTILINE))
        plain = facts["Uid"] == "10001" and int(facts["CapEff"], 16) == 0
        table.row("image", "user 10001, no capability", "yes" if plain else None, status)
        table.row("image", "memory, at most", f"{int(facts['VmHWM']) / 1024:.0f} MiB")
        started = time.monotonic()
        tools.podman("stop", "-t", "25", name)
        code = tools.podman("inspect", "-f", "{{.State.ExitCode}}", name).stdout.strip()
        ended = f"exit 0 after {time.monotonic() - started:.1f} s"
        table.row("image", "SIGTERM", ended if code == "0" else None, code)
    refused = tools.podman("run", "--rm", "--network", "none", TAG)
    wanted = "DECKNAME_API_KEYS_FILE" in refused.stdout + refused.stderr
    table.row("image", "without keys or AUTH=off", "refuses to start" if wanted else None)


def chart(tools: Tools, table: Table, folder: Path) -> None:
    linted = tools.run(tools.helm, "lint", "--strict", ROOT / "helm", *OPEN)
    table.row("chart", "helm lint --strict", None if linted.returncode else "clean", linted.stdout)
    for name, values in MATRIX.items():
        rendered = tools.render(*values)
        file = folder / "rendered.yaml"
        file.write_text(rendered.stdout, encoding="utf-8")
        valid = tools.python_tool("kubernetes-validate", "--strict", file)
        fine = rendered.returncode == 0 and valid.returncode == 0
        count = rendered.stdout.count("\nkind:")
        told = rendered.stderr + valid.stdout
        table.row("chart", f"valid: {name}", f"{count} objects" if fine else None, told)
    for name, values in REFUSED.items():
        rendered = tools.render(*values)
        table.row("chart", f"refused: {name}", "yes" if rendered.returncode else None)
    scanned = tools.trivy(ROOT / "helm", "--helm-set-string", "settings.AUTH=off")
    found = set(re.findall(r"AVD-KSV-\d+", scanned.stdout))
    fine = scanned.returncode == 0 and found <= {"AVD-KSV-0011"}
    table.row(
        "chart", "trivy config", "only CPU limits, on purpose" if fine else None, scanned.stdout
    )


def pods(tools: Tools, table: Table, folder: Path) -> None:
    key, known = new_api_key()
    keys = json.dumps(json.dumps({"acme": [known]}))
    values = ["--set-json", f"secrets.apiKeys={keys}", *KEYS, *IMAGE]
    with _played(tools, tools.render(*values).stdout, folder) as container:
        seconds, pid = _ready(tools, container)
        table.row("standalone", "pod is ready", seconds, tools.podman("logs", container).stderr)
        table.row("standalone", "anonymizes, with a key", _masked(_post(tools, pid, key)))
        table.row(
            "standalone", "without a key", "401" if "invalid_api_key" in _post(tools, pid) else None
        )
    call = json.dumps(["python", "-c", CALLER.strip() % TEXT])
    values = [*APP, "--set-json", f"sidecar.app.command={call}", *IMAGE]
    with _played(tools, tools.render(*values).stdout, folder) as container:
        seconds, pid = _ready(tools, container)
        table.row("sidecar", "pod is ready", seconds, tools.podman("logs", container).stderr)
        table.row("sidecar", "the application is answered", _heard(tools, container))
        listening = tools.run("nsenter", "-n", "-t", pid, "cat", "/proc/net/tcp").stdout
        alone = "0100007F:1F90" in listening and not LISTENS_ANYWHERE.search(listening)
        table.row("sidecar", "listens on loopback only", "yes" if alone else None, listening)


def monitoring(tools: Tools, table: Table) -> None:
    tested = rules_hold(tools)
    table.row("metrics", f"promtool: {RULES.name}", tested)
    for check, result in scraped():
        table.row("metrics", check, result)
    table.row("metrics", "dashboard", "JSON" if json.loads(DASHBOARD.read_text("utf-8")) else None)


@contextmanager
def _started(tools: Tools, *options: str) -> Iterator[tuple[str, int, str | None]]:
    name = "deckname-test"
    tools.podman("rm", "-f", name)
    tools.podman("run", "-d", "--name", name, *options)
    try:
        seconds, pid = _ready(tools, name)
        yield name, pid, seconds
    finally:
        tools.podman("rm", "-f", name)


@contextmanager
def _played(tools: Tools, rendered: str, folder: Path) -> Iterator[str]:
    file = folder / "pod.yaml"
    file.write_text(playable(rendered, folder), encoding="utf-8")
    played = tools.podman("play", "kube", "--network", "none", file)
    try:
        names = tools.podman("ps", "-a", "--format", "{{.Names}}").stdout.split()
        yield next((one for one in names if one.endswith("-deckname")), played.stderr)
    finally:
        tools.podman("play", "kube", "--down", file)


def _ready(tools: Tools, container: str) -> tuple[str | None, int]:
    started = time.monotonic()
    while time.monotonic() < started + READY_SECONDS:
        found = tools.podman("inspect", "-f", "{{.State.Pid}}", container).stdout.strip()
        if not found or found == "0":
            return None, 0
        address = "http://127.0.0.1:8080/readyz"
        if tools.run("nsenter", "-n", "-t", found, "curl", "-sf", address).returncode == 0:
            return f"after {time.monotonic() - started:.1f} s", int(found)
        time.sleep(0.3)
    return None, 0


def _post(tools: Tools, pid: int, key: str = "none") -> str:
    body = json.dumps({"text": TEXT})
    return tools.run(
        *("nsenter", "-n", "-t", pid, "curl", "-s", "http://127.0.0.1:8080/v1/anonymize"),
        *("-H", "Content-Type: application/json", "-H", f"X-Deckname-Key: {key}", "-d", body),
    ).stdout


def _masked(answer: str) -> str | None:
    fine = "[[iban-" in answer and "[[Person-" in answer and "Sabine" not in answer
    return "name and IBAN masked" if fine else None


def _heard(tools: Tools, container: str) -> str | None:
    app = container.removesuffix("-deckname") + "-app"
    for _ in range(60):
        if said := tools.podman("logs", app).stdout:
            return _masked(said)
        time.sleep(0.5)
    return None


def _base(tools: Tools) -> str:
    image = "docker.io/library/python:3.11-slim-bookworm"
    size = tools.podman("image", "inspect", "-f", "{{.Size}}", image).stdout
    return f"{int(size or 0) / 1e6:.0f}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "deploy")
    parser.add_argument("--only", nargs="*", choices=["image", "chart", "pods", "monitoring"])
    options = parser.parse_args()
    tools, table = Tools(options.work.resolve()), Table()
    tools.prepare()
    if tools.missing:
        print(f"not here, get it with apt: {' '.join(tools.missing)}")
        return 1
    print(f"{'artifact':<9} | {'check':<38} | result\n{'-' * 9} | {'-' * 38} | {'-' * 30}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        parts: dict[str, Callable[[], None]] = {
            "image": lambda: image(tools, table),
            "chart": lambda: chart(tools, table, folder),
            "pods": lambda: pods(tools, table, folder),
            "monitoring": lambda: monitoring(tools, table),
        }
        for part in options.only or parts:
            parts[part]()
    print(f"{table.failed} failed" if table.failed else "all passed")
    return 1 if table.failed else 0


if __name__ == "__main__":
    sys.exit(main())
