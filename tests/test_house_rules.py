"""The house rules that a machine can count. An exception stands below, with its reason."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
LONGEST_FILE = 300
LONGEST_FUNCTION = 40
VAGUE_FILES = {"utils.py", "helpers.py", "helper.py", "manager.py", "service.py", "common.py"}
VAGUE_CLASSES = ("Service", "Manager", "Helper")
READS_ENVIRONMENT = {"service/settings.py"}

# path -> why it may be longer
LONG_FILES: dict[str, str] = {}
# path:name -> why it may be longer
LONG_FUNCTIONS: dict[str, str] = {
    "service/app.py:create_app": "the composition root: one constructor after the other, no logic",
    "service/routes/rest/anonymize.py:router": "holds its four routes, each of them short",
}


def sources() -> list[Path]:
    return sorted(path for top in ("service", "recognizers") for path in (ROOT / top).rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def nodes(path: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def reads_environment(node: ast.AST) -> bool:
    if isinstance(node, ast.ImportFrom):
        return node.module == "os" and any(one.name in ("environ", "getenv") for one in node.names)
    return (
        isinstance(node, ast.Attribute)
        and node.attr in ("environ", "environb", "getenv")
        and isinstance(node.value, ast.Name)
        and node.value.id == "os"
    )


def test_no_source_file_is_long() -> None:
    long = {
        name_of(path): lines
        for path in sources()
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_FILE
    }

    assert set(long) == set(LONG_FILES), long


def test_no_function_is_long() -> None:
    long = {
        f"{name_of(path)}:{node.name}": lines
        for path in sources()
        for node in nodes(path)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := (node.end_lineno or node.lineno) - node.lineno + 1) > LONGEST_FUNCTION
    }

    assert set(long) == set(LONG_FUNCTIONS), long


def test_no_file_has_a_vague_name() -> None:
    assert [name_of(path) for path in sources() if path.name in VAGUE_FILES] == []


def test_no_class_has_a_vague_name() -> None:
    found = [
        f"{name_of(path)}:{node.name}"
        for path in sources()
        for node in nodes(path)
        if isinstance(node, ast.ClassDef) and node.name.endswith(VAGUE_CLASSES)
    ]

    assert found == []


def test_only_settings_read_the_environment() -> None:
    found = {name_of(path) for path in sources() for node in nodes(path) if reads_environment(node)}

    assert found == READS_ENVIRONMENT
