"""The docs say what the code is: every list in them is compared with the code it describes."""

from __future__ import annotations

import ast
import importlib.util
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr
from pydantic.fields import FieldInfo

from service import settings
from service.app import create_app
from service.errors import DecknameError
from service.observability import fields
from service.settings import Settings
from service.upstream.client import REQUEST_HEADERS, RESPONSE_HEADERS
from service.wire import protocol_fields, slots
from tests.support.route_table import api_routes

ROOT = Path(__file__).parent.parent
NOT_OURS = {"build", "dist", "work", "node_modules"}
PAGES = sorted(
    path
    for path in ROOT.rglob("*.md")
    if not any(
        part.startswith(".") or part in NOT_OURS for part in path.relative_to(ROOT).parts[:-1]
    )
)
BLOCK = re.compile(r"^```(\w*)[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]\n]*\]\(([^)\s]+)\)")
CONVERTER = re.compile(r":\w+(?=})")  # the `:path` of `{name:path}`
HEADING = re.compile(r"^#+ +(.+)$", re.MULTILINE)


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def prose(text: str) -> str:
    return BLOCK.sub("", text)


def rows(text: str, first: str) -> list[list[str]]:
    """Return the cells of the table whose header begins with `first`."""
    lines = iter(prose(text).splitlines())
    for line in lines:
        if line.startswith(f"| {first} |"):
            next(lines)
            break
    found = []
    for line in lines:
        if not line.startswith("|"):
            break
        found.append([cell.strip() for cell in line.strip("|").split(" | ")])
    return found


def plain(cell: str) -> str:
    return cell.strip("` ")


def blocks(language: str) -> list[Any]:
    return [
        pytest.param(found[2], id=f"{path.relative_to(ROOT)}:{number}")
        for path in PAGES
        for number, found in enumerate(BLOCK.finditer(path.read_text(encoding="utf-8")), start=1)
        if found[1] == language
    ]


# --- settings


def default_of(field: FieldInfo) -> str:
    secret = isinstance(field.default, SecretStr)
    usual = field.default.get_secret_value() if secret else field.default
    return "unset" if usual is None else f"`{usual}`"


def test_each_setting_stands_in_the_docs_with_its_default_and_meaning() -> None:
    expected = [
        [f"`{settings.PREFIX}{name.upper()}`", default_of(field), field.description]
        for name, field in Settings.model_fields.items()
    ]

    assert rows(page("docs/configuration.md"), "setting") == expected


def test_no_page_names_a_setting_that_does_not_exist() -> None:
    known = {settings.PREFIX + name.upper() for name in Settings.model_fields}
    known |= {settings.ENV_FILE, settings.SECRETS_DIR}
    named = {
        (path.name, name)
        for path in PAGES
        for name in re.findall(rf"\b{settings.PREFIX}[A-Z_]*[A-Z]", path.read_text("utf-8"))
    }

    assert {(file, name) for file, name in named if name not in known} == set()
    assert known - {name for file, name in named if file == "configuration.md"} == set()


# --- routes and errors


def test_each_route_has_its_heading_in_the_docs() -> None:
    app = create_app(Settings(), analyzer=object())  # type: ignore[arg-type]
    served = {
        f"{method} {CONVERTER.sub('', route.path)}"
        for route in api_routes(app.routes)
        for method in route.methods
    }
    told = set(re.findall(r"^#+ `([A-Z]+ /[^`]*)`$", page("docs/api.md"), re.MULTILINE))

    assert told == served
    assert len(served) > 5


def all_errors(error: type[DecknameError] = DecknameError) -> Iterator[type[DecknameError]]:
    if error.__module__ == DecknameError.__module__:
        yield error
        for below in error.__subclasses__():
            yield from all_errors(below)


def test_each_error_stands_in_the_docs_with_status_code_type_and_retry() -> None:
    told = [tuple(plain(cell) for cell in row[:4]) for row in rows(page("docs/api.md"), "status")]
    expected = {
        (str(one.status), one.code, one.kind, "yes" if one.retry else "no") for one in all_errors()
    }

    assert set(told) == expected
    assert len(told) == len(expected)


def bullets(text: str, heading: str) -> set[str]:
    """Return what stands in back quotes in the list of a section."""
    section = text.split(f"{heading}\n", 1)[1]
    section = re.split(r"^#", section, maxsplit=1, flags=re.MULTILINE)[0]
    items = [line for line in section.splitlines() if line.startswith(("- ", "  "))]
    return {name for item in items for name in re.findall(r"`([^`]+)`", item)}


def test_the_closed_list_in_the_docs_is_the_one_in_the_code() -> None:
    told = bullets(page("docs/api.md"), "### What is not masked")
    every = (
        protocol_fields.CHAT,
        protocol_fields.RESPONSES,
        protocol_fields.COMPLETIONS,
        protocol_fields.EMBEDDINGS,
        protocol_fields.MODERATIONS,
    )
    paths = {path for shape in every for path in shape.protocol | shape.schemas}
    expected = {".".join(path) for path in paths} | slots.SCHEMA_WORDS

    assert told - {"messages.*.name"} == expected


def test_the_headers_in_the_docs_are_those_in_the_code() -> None:
    sent = bullets(page("docs/api.md"), "### Headers to the upstream")

    assert sent - {"DECKNAME_UPSTREAM_API_KEY"} == REQUEST_HEADERS
    assert bullets(page("docs/api.md"), "### Headers from the upstream") == RESPONSE_HEADERS | {
        "x-ratelimit-*"
    }


def code(name: str | None) -> str:
    return f"`{name}`" if name else ""


def test_the_log_fields_in_the_docs_are_those_in_the_code() -> None:
    expected = [
        [f"`{one.name}`", one.meaning, one.kind, code(one.attribute), code(one.metric)]
        for one in fields.FIELDS
    ]

    assert rows(page("docs/security.md"), "field") == expected


# --- modules


PACKAGES = sorted(
    path.parent
    for top in ("service", "recognizers")
    for path in (ROOT / top).glob("*/**/__init__.py")
)


def docstring_line(path: Path) -> str:
    return (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").split("\n")[0]


def test_each_package_stands_in_the_docs_with_the_first_line_of_its_docstring() -> None:
    told = {plain(name): line for name, line in rows(page("docs/architecture.md"), "package")}
    expected = {
        path.relative_to(ROOT).as_posix(): docstring_line(path / "__init__.py") for path in PACKAGES
    }

    assert told == expected


def import_layers() -> dict[str, list[str]]:
    contracts = tomllib.loads(page("pyproject.toml"))["tool"]["importlinter"]["contracts"]
    return {one["containers"][0]: one["layers"] for one in contracts if one["type"] == "layers"}


@pytest.mark.parametrize("top", ["service", "recognizers"])
def test_the_import_contract_places_each_module(top: str) -> None:
    placed = [name.strip() for layer in import_layers()[top] for name in layer.split("|")]
    found = {path.relative_to(ROOT / top).parts[0] for path in (ROOT / top).rglob("*.py")}

    assert sorted(placed) == sorted(name.removesuffix(".py") for name in found - {"__init__.py"})


@pytest.mark.parametrize("top", ["service", "recognizers"])
def test_the_import_order_in_the_docs_is_the_contract(top: str) -> None:
    assert "\n".join(import_layers()[top]) in page("docs/architecture.md")


# --- pages


def slug(heading: str) -> str:
    """Return the anchor that GitHub gives a heading."""
    kept = re.sub(r"[^\w\- ]", "", heading.strip().lower())
    return kept.replace(" ", "-")


@pytest.mark.parametrize("path", PAGES, ids=[str(path.relative_to(ROOT)) for path in PAGES])
def test_links_lead_somewhere(path: Path) -> None:
    broken = []
    for link in LINK.findall(prose(path.read_text(encoding="utf-8"))):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, anchor = link.partition("#")
        target = path.parent / name if name else path
        if not target.exists():
            broken.append(link)
        elif anchor:
            headings = HEADING.findall(prose(target.read_text(encoding="utf-8")))
            if anchor not in map(slug, headings):
                broken.append(link)

    assert broken == []


@pytest.mark.parametrize("block", blocks("python"))
def test_python_in_the_docs_compiles(block: str) -> None:
    compile(block, "docs", "exec")


@pytest.mark.parametrize("block", blocks("python"))
def test_python_in_the_docs_imports_what_exists(block: str) -> None:
    names = {
        node.module
        for node in ast.walk(ast.parse(block))
        if isinstance(node, ast.ImportFrom) and node.module
    }

    assert [name for name in names if importlib.util.find_spec(name) is None] == []


def test_the_example_of_a_recognizer_is_the_real_one() -> None:
    assert page("recognizers/de/vat_id.py") in page("CONTRIBUTING.md")


@pytest.mark.parametrize("block", blocks("json"))
def test_json_in_the_docs_parses(block: str) -> None:
    json.loads(block)


def test_the_sealed_entry_in_the_docs_is_the_tested_one() -> None:
    told = re.search(r"^sealed +([0-9a-f ]+)$", page("docs/security.md"), re.MULTILINE)
    tested = re.findall(r'^ +"([0-9a-f]{32,})"$', page("tests/test_cipher.py"), re.MULTILINE)

    assert told is not None
    assert told[1].replace(" ", "") == "".join(tested)
