"""What the deployment artifacts say of the service is compared with the service."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from service.observability import metrics
from service.server.probe import ask
from service.settings import PREFIX, Settings
from tests.conftest import Serve

ROOT = Path(__file__).parents[2]
HELM = ROOT / "helm"
# Set by the chart itself, or secret.
NOT_IN_SETTINGS = {
    "HOST",
    "PORT",
    "VAULT_URL",
    "VAULT_KEYS",
    "VAULT_KEYS_FILE",
    "UPSTREAM_API_KEY",
    "API_KEYS_FILE",
    "METRICS_PORT",
}
NAMES = {name.upper() for name in Settings.model_fields}
SCHEMA = json.loads((HELM / "values.schema.json").read_text("utf-8"))


def test_the_chart_takes_every_setting_but_secrets_and_its_own() -> None:
    assert set(SCHEMA["properties"]["settings"]["properties"]) == NAMES - NOT_IN_SETTINGS


def test_artifacts_name_no_setting_that_does_not_exist() -> None:
    files = [*HELM.rglob("*.yaml"), *HELM.rglob("*.tpl"), ROOT / "Dockerfile"]
    files.append(ROOT / "docker-compose.yml")
    known = {PREFIX + name for name in NAMES} | {f"{PREFIX}SECRETS_DIR"}
    named = {
        one for file in files for one in re.findall(r"DECKNAME_[A-Z_]*[A-Z]", file.read_text())
    }

    assert named - known == set()
    assert len(named) > 5


def objects(schema: dict[str, Any], path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    if schema.get("type") == "object" and "properties" in schema:
        yield path, schema
        for name, below in schema["properties"].items():
            yield from objects(below, f"{path}.{name}")


def test_the_schema_refuses_names_that_do_not_exist() -> None:
    assert [path for path, one in objects(SCHEMA) if one["additionalProperties"]] == []


def test_values_and_schema_know_the_same_names() -> None:
    values = yaml.safe_load((HELM / "values.yaml").read_text("utf-8"))

    assert set(values) == set(SCHEMA["properties"]) - {"global"}
    for name in ("image", "secrets", "redis", "sidecar", "metrics", "networkPolicy", "gateway"):
        assert set(values[name]) == set(SCHEMA["properties"][name]["properties"])


def test_versions_agree() -> None:
    chart = yaml.safe_load((HELM / "Chart.yaml").read_text("utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]

    assert chart["appVersion"] == project
    assert f"ARG VERSION={project}\n" in (ROOT / "Dockerfile").read_text("utf-8")


def expressions() -> list[str]:
    rules = yaml.safe_load((HELM / "monitoring" / "rules.yaml").read_text("utf-8"))
    board = json.loads((HELM / "monitoring" / "dashboard.json").read_text("utf-8"))
    asked = [one["expr"] for group in rules["groups"] for one in group["rules"]]
    return asked + [target["expr"] for panel in board["panels"] for target in panel["targets"]]


def test_rules_dashboard_and_docs_name_the_metrics_that_there_are() -> None:
    families = re.findall(r"^# TYPE (\w+) (\w+)$", metrics.write(None).decode(), re.MULTILINE)
    served = {name for name, kind in families if not name.endswith("_created")}
    base = re.compile(r"_(bucket|count|sum)$")
    asked = {
        base.sub("", one) for text in expressions() for one in re.findall(r"\bdeckname_\w+", text)
    }
    page = (ROOT / "docs" / "operations.md").read_text("utf-8")
    told = set(re.findall(r"^\| `(deckname_\w+)`", page, re.MULTILINE))

    assert asked - served == set()
    assert told == {name for name in served if not name.startswith("deckname_process_")}


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-build.lock"])
def test_every_locked_dependency_has_a_hash(name: str) -> None:
    lines = (ROOT / name).read_text("utf-8").splitlines()
    pinned = [number for number, line in enumerate(lines) if "==" in line]

    assert len(pinned) > 3
    assert all("--hash=sha256:" in lines[number + 1] for number in pinned)


def test_the_probe_tells_an_answer_from_none(serve: Serve) -> None:
    address = serve()

    assert ask(f"{address}/readyz")
    assert not ask(f"{address}/nothing")
    assert not ask("http://127.0.0.1:9/readyz")
    assert not ask("file:///etc/hostname")


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = {re.split(r"[^\w.-]", one)[0] for one in project["dependencies"]}
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    locked = set(re.findall(r"^([\w.-]+)==", lock, re.MULTILINE))
    assert {name.lower().replace("_", "-") for name in wanted} - locked == set()
