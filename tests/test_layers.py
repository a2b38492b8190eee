"""Each test is in one layer, and those of the first need what they say: the code alone."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.layers import FOLDER, LAYERS, PLACES, SCENES, UNIT, layer_of, scene_of

FILES = sorted(FOLDER.rglob("test_*.py"))
# Modules and fixtures that start something beside the tests.
SERVERS = {"multiprocessing", "socket", "subprocess"} | {
    f"tests.support.{name}"
    for name in ("processes", "redis_groups", "redis_server", "running", "trace_receiver")
}
FIXTURES = {"redis_server", "serve", "standing", "upstream"}


def used(path: Path) -> Iterator[str]:
    """Yield the modules that a test file imports and the names of its tests' arguments."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from (one.arg for one in node.args.args)


def test_each_layer_has_tests_and_each_test_file_one_layer() -> None:
    assert {layer_of(path) for path in FILES} == set(LAYERS)


def test_each_place_that_is_listed_is_there() -> None:
    there = {str(one) for path in FILES for one in (path, *path.parents)}
    assert [one for one in (*PLACES, *SCENES) if str(FOLDER / one) not in there] == []


def test_the_longest_place_decides() -> None:
    assert layer_of(FOLDER / "vault" / "test_vault.py") == PLACES["vault"]
    assert layer_of(FOLDER / "vault" / "test_cluster.py") == PLACES["vault/test_cluster.py"]
    assert scene_of(FOLDER / "faults" / "test_faults.py") == "faults"
    assert scene_of(FOLDER / "text" / "test_spans.py") is None


def test_a_unit_test_starts_nothing() -> None:
    units = [path for path in FILES if layer_of(path) == UNIT]
    found = {path: (SERVERS | FIXTURES).intersection(used(path)) for path in units}
    assert {path.name: names for path, names in found.items() if names} == {}
