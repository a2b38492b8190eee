"""The word lists: how each is written, and that no word stands in two that mean the same."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from recognizers.base.lexicon import by_tag, table, words

ROOT = Path(__file__).parents[2]
DATA = ROOT / "recognizers" / "data"
PATHS = {path.stem: path for path in sorted(DATA.glob("*.txt"))}
TABLES = {path.stem: path for path in sorted(DATA.glob("*.tsv"))}
# What is found in one of these is found as the same thing as in the others.
SAME_MEANING = (
    (
        *("brands", "single_names", "historic_people", "fictional_figures"),
        *("court_cases", "named_things"),
    ),
    ("function_words", "no_names"),
)
PAIRS = [pair for names in SAME_MEANING for pair in combinations(names, 2)]
HEADER = (r"# Source: \S.*", r"# Date: \d{4}-\d{2}-\d{2}", r"# Licence: \S.*")
TAG = re.compile(r"# Tag ([a-z]+): \S.*")
MOST_TYPED = 30  # words that a string in Python may hold
PATTERN = re.compile(r"[(\\[|]")  # a pattern tells more than words
MOST_ALTERNATIVES = re.compile(r"[^\W\d_]+(?:\|[^\W\d_]+){20,}")

every_list = pytest.mark.parametrize("name", PATHS)


def lines(name: str) -> list[str]:
    return (PATHS | TABLES)[name].read_text(encoding="utf-8").removesuffix("\n").split("\n")


def header(name: str) -> list[str]:
    return [line for line in lines(name) if line.startswith("#")]


def typed_strings(path: Path) -> Iterator[str]:
    """Yield the strings of a module that are no docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documented = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        if node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if is_text and id(node) not in documented:
            yield node.value


@pytest.mark.parametrize("name", PATHS | TABLES)
def test_a_list_begins_with_what_it_is_and_where_it_comes_from(name: str) -> None:
    told = header(name)
    assert lines(name)[: len(told)] == told
    assert re.fullmatch(r"# [A-Z].*", told[0])
    for pattern in HEADER:
        assert sum(re.fullmatch(pattern, line) is not None for line in told) == 1, pattern


@every_list
def test_a_list_is_sorted_and_unique(name: str) -> None:
    entries = words(name)
    assert list(entries) == sorted(set(entries), key=lambda one: (one.casefold(), one))
    assert [one for one in entries if not one or one != " ".join(one.split())] == []


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_sorted_and_unique(name: str) -> None:
    rows = table(name)
    assert list(rows) == sorted(set(rows), key=lambda row: (row[0].casefold(), *row[1:]))


@every_list
def test_each_tag_is_explained_and_each_entry_of_a_tagged_list_has_one(name: str) -> None:
    explained = [found[1] for line in header(name) if (found := TAG.fullmatch(line))]
    assert sorted(explained) == list(by_tag(name))
    if explained:
        assert set(words(name)) == set(words(name, *explained))


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_no_word_stands_in_two_lists_that_mean_the_same(first: str, second: str) -> None:
    both = [{one.casefold() for one in words(name)} for name in (first, second)]
    assert both[0] & both[1] == set()


def test_a_brand_stands_once_whatever_its_case() -> None:
    assert len({one.casefold() for one in words("brands")}) == len(words("brands"))


def test_every_list_is_read_by_a_module() -> None:
    sources = [path for top in ("recognizers", "service") for path in (ROOT / top).rglob("*.py")]
    code = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    assert [
        name for name in PATHS | TABLES if f'"{name}"' not in code and f"'{name}'" not in code
    ] == []


def test_no_module_types_a_list_of_words() -> None:
    folders = (ROOT / "recognizers", ROOT / "service" / "text" / "names")
    typed = [
        f"{path.relative_to(ROOT)}: {text.split()[0]}"
        for folder in folders
        for path in folder.rglob("*.py")
        for text in typed_strings(path)
        if MOST_ALTERNATIVES.fullmatch(text)
        or (len(text.split()) > MOST_TYPED and not PATTERN.search(text))
    ]
    assert typed == []
