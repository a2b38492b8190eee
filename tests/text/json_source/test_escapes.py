from __future__ import annotations

import json
from urllib.parse import quote, unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.text.json_source.escapes import Reading, as_written, without_escapes, without_percents


def spelt(source: str, reading: Reading) -> list[str]:
    """Return how each character of a reading is written."""
    ends = range(len(reading.text))
    return [source[slice(*reading.stretch(place, place + 1))] for place in ends]


@given(st.text())
def test_percents_are_resolved_and_each_character_knows_its_place(text: str) -> None:
    source = quote(text.encode("utf-8", "replace"), safe="")
    reading = without_percents(as_written(source))
    assert reading.text == unquote(source)
    assert "".join(spelt(source, reading)) == source
    assert [unquote(one) for one in spelt(source, reading)] == list(reading.text)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_escapes_are_resolved_and_each_character_knows_its_place(text: str) -> None:
    source = json.dumps(text)[1:-1]
    reading = without_escapes(as_written(source))
    assert reading.text == text
    assert [json.loads(f'"{one}"') for one in spelt(source, reading)] == list(text)


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("%40%4", "@%4"),
        ("100% von", "100% von"),
        ("%E4", "ä"),
        ("%c3%bc%FF", "Ã¼ÿ"),
    ],
)
def test_broken_percents_are_read_as_far_as_they_go(source: str, read: str) -> None:
    reading = without_percents(as_written(source))
    assert reading.text == read
    assert "".join(spelt(source, reading)) == source


@pytest.mark.parametrize(
    ("source", "read"), [("\\u00", "u00"), ("\\x", "x"), ("a\\", "a\\"), ("\\ud83d", "\ufffd")]
)
def test_broken_escapes_are_read_as_far_as_they_go(source: str, read: str) -> None:
    assert without_escapes(as_written(source)).text == read


def test_escapes_and_percents_may_stand_in_each_other() -> None:
    source = "a\\u002540b"
    reading = without_percents(without_escapes(as_written(source)))
    assert reading.text == "a@b"
    assert reading.stretch(1, 2) == (1, 9)
