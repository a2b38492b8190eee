"""The house rules that a machine can count. An exception stands below, with its reason."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterator
from pathlib import Path

import pytest

from tests.support import long_patterns

ROOT = Path(__file__).parent.parent
LONGEST_FILE = 300
LONGEST_FUNCTION = 40
VAGUE_FILES = {"utils.py", "helpers.py", "helper.py", "manager.py", "service.py", "common.py"}
VAGUE_CLASSES = ("Service", "Manager", "Helper")
LONGEST_PLAIN_PATTERN = 240
# A docstring tells what a function returns, yields or does, not what it is told to do.
VAGUE_VERBS = re.compile(r"(?:Say|Give|Let|Take|Tell)s?\b")
READS_ENVIRONMENT = {"service/settings.py"}

# path -> why it may be longer
LONG_FILES: dict[str, str] = {
    "service/errors.py": "the whole tree of errors, each with its one sentence",
}
# path:name -> why it may be longer
LONG_FUNCTIONS: dict[str, str] = {}
# What stands at the top of a package, and how many pairs of these import each other.
MOST_ENTRIES = {"service": 24, "service/text": 8, "recognizers": 16}
MOST_EDGES = {"service": 105}
MOST_IN_A_FOLDER = 17
# folder -> why it may hold more
FULL_FOLDERS: dict[str, str] = {}


def sources(*tops: str) -> list[Path]:
    folders = tops or ("service", "recognizers")
    return sorted(path for top in folders for path in (ROOT / top).rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def nodes(path: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imported(path: Path, modules: Collection[str]) -> Iterator[str]:
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names if one.name in modules)
        elif isinstance(node, ast.ImportFrom):
            for one in node.names:
                full = f"{node.module}.{one.name}"
                yield full if full in modules else str(node.module)


def import_edges(top: str) -> set[tuple[str, str]]:
    """Return which entry of a package imports from which other."""
    modules = {module_of(path): path for path in (ROOT / top).rglob("*.py")}
    pairs = {
        (name.split(".")[1], other.split(".")[1])
        for name, path in modules.items()
        for other in imported(path, modules)
        if "." in name and other in modules and "." in other
    }
    return {(entry, other) for entry, other in pairs if entry != other}


def entries(folder: Path) -> list[str]:
    """Return the modules and packages in a folder."""
    packages = [path.parent for path in folder.glob("*/__init__.py")]
    modules = [path for path in folder.glob("*.py") if path.name != "__init__.py"]
    return sorted(path.name for path in packages + modules)


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


def test_no_docstring_begins_with_a_vague_verb() -> None:
    documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
    found = [
        f"{name_of(path)}: {text.splitlines()[0]}"
        for path in sources("service", "recognizers", "benchmarks", "models")
        for node in nodes(path)
        if isinstance(node, documented)
        and (text := ast.get_docstring(node))
        and VAGUE_VERBS.match(text)
    ]

    assert found == []


def test_long_patterns_are_verbose() -> None:
    plain = [one for one in long_patterns.patterns() if not one.verbose]

    assert [one for one in plain if one.length > LONGEST_PLAIN_PATTERN] == []


@pytest.mark.parametrize("top", MOST_ENTRIES)
def test_a_package_has_few_entries(top: str) -> None:
    assert len(entries(ROOT / top)) <= MOST_ENTRIES[top], entries(ROOT / top)


@pytest.mark.parametrize("top", MOST_EDGES)
def test_few_entries_of_a_package_import_each_other(top: str) -> None:
    edges = import_edges(top)

    assert len(edges) <= MOST_EDGES[top], sorted(edges)
    assert [pair for pair in edges if pair[::-1] in edges] == []


def test_no_folder_is_full() -> None:
    folders = {path.parent for path in sources()} - {ROOT / top for top in MOST_ENTRIES}
    counts = {name_of(one): len(entries(one)) for one in folders}
    full = {name: count for name, count in counts.items() if count > MOST_IN_A_FOLDER}

    assert set(full) == set(FULL_FOLDERS), full


def test_only_settings_read_the_environment() -> None:
    found = {name_of(path) for path in sources() for node in nodes(path) if reads_environment(node)}

    assert found == READS_ENVIRONMENT
