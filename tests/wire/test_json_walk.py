from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.wire.json_walk import (
    MAX_DEPTH,
    Path,
    SameNameError,
    TooDeepError,
    changed,
    nodes,
    strings,
)

KEYS = st.sampled_from(["a", "b", "0", "*", ""])
DOCUMENTS = st.recursive(
    st.text(max_size=3) | st.integers() | st.none() | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=12,
)


def at(document: Any, path: Path) -> Any:
    for key in path:
        document = document[key]
    return document


def every(document: Any) -> list[Any]:
    """Return the document and all that it holds, on all levels."""
    if not isinstance(document, dict | list):
        return [document]
    inner = document.values() if isinstance(document, dict) else document
    return [document, *(one for member in inner for one in every(member))]


def nested(depth: int) -> Any:
    node: Any = "x"
    for _ in range(depth):
        node = [node]
    return node


@settings(deadline=None)
@given(DOCUMENTS)
def test_each_string_and_each_holder_comes_once_with_its_path(document: Any) -> None:
    texts = dict(strings(document))
    assert all(at(document, path) is text for path, text in texts.items())
    assert len(texts) == sum(isinstance(one, str) for one in every(document))
    inner = dict(nodes(document))
    assert all(at(document, path) is node for path, node in inner.items())
    holders = sum(isinstance(one, dict | list) for one in every(document))
    assert len(inner) == max(holders, 1)


def test_strings_of_an_object_come_first_and_then_those_below_it_from_the_last() -> None:
    document = {"a": [{"b": "3"}, "2"], "c": "0", "d": {"e": "1"}}
    assert [text for _, text in strings(document)] == ["0", "1", "2", "3"]


def test_a_document_that_nests_too_deeply_is_refused() -> None:
    assert len(list(strings(nested(MAX_DEPTH + 1)))) == 1
    for depth in (MAX_DEPTH + 2, 100_000):
        with pytest.raises(TooDeepError):
            list(strings(nested(depth)))
        with pytest.raises(TooDeepError):
            list(nodes(nested(depth)))


@settings(deadline=None)
@given(DOCUMENTS, st.data())
def test_a_changed_document_has_the_changes_and_nothing_else(
    document: Any, data: st.DataObject
) -> None:
    before = copy.deepcopy(document)
    chosen = [path for path, _ in strings(document) if data.draw(st.booleans())]
    made = changed(document, dict.fromkeys(chosen, 5))
    assert document == before
    for path, text in strings(document):
        assert at(made, path) == (5 if path in chosen else text)
    for path in chosen:
        if path:
            at(made, path[:-1])[path[-1]] = at(before, path)
    assert repr(made) == repr(before) or () in chosen


def test_what_is_unchanged_is_shared() -> None:
    document = {"a": {"x": 1}, "b": [{"y": "2"}, {"z": 3}]}
    made = changed(document, {("b", 0, "y"): "4"})
    assert made == {"a": {"x": 1}, "b": [{"y": "4"}, {"z": 3}]}
    assert made["a"] is document["a"]
    assert made["b"][1] is document["b"][1]
    assert changed(document, {}) is document


def test_renamed_members_keep_their_order_and_take_the_changes_below_them_along() -> None:
    document = {"k": {"a": 1, "b": {"c": "x"}, "d": 2}}
    made = changed(document, {("k", "b", "c"): "y"}, {("k", "b"): "a2", ("k", "b", "c"): "e"})
    assert list(made["k"].items()) == [("a", 1), ("a2", {"e": "y"}), ("d", 2)]


@pytest.mark.parametrize("names", [{("a",): "b"}, {("a",): "c", ("b",): "c"}])
def test_two_members_never_get_one_name(names: dict[Path, str]) -> None:
    with pytest.raises(SameNameError):
        changed({"a": 1, "b": 2}, {}, names)


def test_two_members_may_exchange_their_names() -> None:
    assert changed({"a": 1, "b": 2}, {}, {("a",): "b", ("b",): "a"}) == {"b": 1, "a": 2}
