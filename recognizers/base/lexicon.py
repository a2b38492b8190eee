"""The reader of the word lists in `recognizers/data/`: one entry a line, its tags behind a tab.

A list is UTF-8, sorted without regard to case, unique, and begins with lines behind `#` that say
what it holds, where it comes from, and what each tag is for. A table (`.tsv`) has columns instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files


@cache
def words(name: str, *tags: str) -> tuple[str, ...]:
    """Return the words of the list `name`, in its order; with `tags`, those that bear one."""
    lines = (line.partition("\t") for line in _lines(f"{name}.txt"))
    if not tags:
        return tuple(word for word, _, _ in lines)
    wanted = frozenset(tags)
    return tuple(word for word, _, given in lines if not wanted.isdisjoint(given.split()))


@cache
def by_tag(name: str) -> Mapping[str, tuple[str, ...]]:
    """Return the words of the list `name` by each tag that one of them bears."""
    tags = {tag for line in _lines(f"{name}.txt") for tag in line.partition("\t")[2].split()}
    return {tag: words(name, tag) for tag in sorted(tags)}


def table(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of the table `name`."""
    return tuple(tuple(line.split("\t")) for line in _lines(f"{name}.tsv"))


def alternation(given: Iterable[str]) -> str:
    """Return a pattern for any of the words, the longest first: none hides a longer one."""
    return "|".join(re.escape(word) for word in sorted(given, key=lambda one: (-len(one), one)))


@cache
def _lines(file: str) -> tuple[str, ...]:
    """Return the lines of a file below its header; it is read once in a process."""
    text = files("recognizers").joinpath("data", file).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if not line.startswith("#"))
