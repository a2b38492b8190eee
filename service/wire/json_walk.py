"""One walk over JSON documents: every member with its path, and documents with members changed.

A path is made of the keys and positions that lead from the root to a member, as they stand in the
document. No function here changes the document that it is given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

Key = str | int
Path = tuple[Key, ...]
Members = Iterable[tuple[Key, Any]]
State = TypeVar("State")
Document = TypeVar("Document")

MAX_DEPTH = 64
ROOT: Path = ()


class TooDeepError(ValueError):
    """The document nests deeper than MAX_DEPTH."""


class SameNameError(ValueError):
    """Two members of an object would get the same name."""


def in_order(node: Any) -> Members:
    """Return the members of an object or list as they stand there; of anything else none."""
    if isinstance(node, dict):
        return node.items()
    return enumerate(node) if isinstance(node, list) else ()


def strings_first(node: Any) -> Members:
    """Return the strings in an object or list, then the objects and lists, from the last on."""
    texts = [one for one in in_order(node) if isinstance(one[1], str)]
    # The model is told in this order which placeholders are one person: caches of prompts know it.
    return texts + holders_only(node)[::-1]


def holders_only(node: Any) -> list[tuple[Key, Any]]:
    """Return the objects and lists in an object or list."""
    return [one for one in in_order(node) if isinstance(one[1], dict | list)]


def walk(
    document: Any,
    root: State,
    below: Callable[[State, Key, Any], State],
    *,
    members: Callable[[Any], Members] = in_order,
    most: int = MAX_DEPTH,
) -> Iterator[tuple[State, Any, Key, Any]]:
    """Yield (state of its holder, holder, key, value) for each member on all levels.

    A member comes before those below it. The state of the document is `root`, and that of an
    object or list in it what `below` makes of its holder's state, its key and itself.
    Raises TooDeepError below `most` levels.
    """
    levels = [(root, document, iter(members(document)))]
    while levels:
        state, holder, rest = levels[-1]
        for key, value in rest:
            yield state, holder, key, value
            if isinstance(value, dict | list):
                if len(levels) > most:
                    raise TooDeepError
                levels.append((below(state, key, value), value, iter(members(value))))
                break
        else:
            levels.pop()


def nodes(document: Any) -> Iterator[tuple[Path, Any]]:
    """Yield (path, object or list) for the document and all that it holds.

    Raises TooDeepError.
    """
    yield (), document
    for path, _, key, value in walk(document, ROOT, _longer, members=holders_only):
        yield (*path, key), value


def strings(document: Any) -> Iterator[tuple[Path, str]]:
    """Yield (path, text) for every string; those of an object come before those below it.

    Raises TooDeepError.
    """
    if isinstance(document, str):
        yield (), document
    for path, _, key, value in walk(document, ROOT, _longer, members=strings_first):
        if isinstance(value, str):
            yield (*path, key), value


def changed(
    document: Document, values: Mapping[Path, Any], names: Mapping[Path, str] | None = None
) -> Document:
    """Return a document with other `values` at these paths, and other `names` of members.

    All paths are those of `document`. Members keep their order, and what is unchanged is shared
    with `document`. The cost is that of the objects and lists that change, however much does in
    each. Raises SameNameError.
    """
    if not (values or names):
        return document
    if ROOT in values:
        whole: Document = values[ROOT]
        return whole
    changes = _Changes()
    for path, value in values.items():
        changes.at(path[:-1]).values[path[-1]] = value
    for path, name in (names or {}).items():
        changes.at(path[:-1]).names[path[-1]] = name
    made: Document = changes.made(document)
    return made


@dataclass(slots=True, repr=False)
class _Changes:
    """What changes in one object or list, and in those below it."""

    values: dict[Key, Any] = field(default_factory=dict)
    names: dict[Key, str] = field(default_factory=dict)
    below: dict[Key, _Changes] = field(default_factory=dict)

    def at(self, path: Path) -> _Changes:
        """Return the changes of the object or list at `path`."""
        found = self
        for key in path:
            if key not in found.below:
                found.below[key] = _Changes()
            found = found.below[key]
        return found

    def made(self, node: Any) -> Any:
        """Return a node with the changes made."""
        inner = {key: changes.made(node[key]) for key, changes in self.below.items()}
        values = inner | self.values
        if isinstance(node, list):
            return [values.get(place, value) for place, value in enumerate(node)]
        made = node | values
        return self._renamed(made) if self.names else made

    def _renamed(self, node: dict[Key, Any]) -> dict[Key, Any]:
        renamed = {self.names.get(key, key): value for key, value in node.items()}
        if len(renamed) < len(node):
            raise SameNameError
        return renamed


def _longer(path: Path, key: Key, _: Any) -> Path:
    return (*path, key)
