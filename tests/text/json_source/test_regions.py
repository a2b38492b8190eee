from __future__ import annotations

import json

import pytest

from service.text.json_source.regions import Regions
from service.text.spans import Span

SOURCE = '{"a\\"b": 4915112345678, "c": ["x y", -1.5, true]}'


def changed(source: str, start: int, end: int, *, inside: bool = False) -> str:
    """Return `source` with all that may change of source[start:end] replaced."""
    fitted = Regions.read(source, inside=inside).fit(Span(start, end, "E", 1.0))
    for begin, stop, quote in sorted(set(fitted), reverse=True):
        source = f"{source[:begin]}{quote}#{quote}{source[stop:]}"
    return source


def test_all_of_a_document_may_change_but_its_marks() -> None:
    assert changed(SOURCE, 0, len(SOURCE)) == '{"#": "#", "#": ["#", "#", #]}'


@pytest.mark.parametrize("place", range(10, 22))
def test_a_part_of_a_number_is_the_whole_number_as_a_string(place: int) -> None:
    assert json.loads(changed(SOURCE, place, place + 1))['a"b'] == "#"


def test_a_part_of_a_string_is_that_part() -> None:
    start = SOURCE.index("y")
    assert changed(SOURCE, start, start + 1) == SOURCE.replace("y", "#")


def test_a_source_may_begin_inside_a_string() -> None:
    assert changed('x", "y": 12', 0, 11, inside=True) == '#", "#": "#"'


@pytest.mark.parametrize("place", range(len(SOURCE)))
def test_reading_can_go_on_at_each_mark(place: int) -> None:
    if SOURCE[place - 1] in ' "' and SOURCE[place - 2 : place] != '\\"':
        whole = Regions.read(SOURCE, inside=False)
        rest = Regions.read(SOURCE[place:], inside=whole.in_string(place))
        ends = {place + end for _, end in rest.parts}
        assert ends >= {end for start, end in whole.parts if start >= place}


def test_a_string_that_is_cut_off_ends_with_the_source() -> None:
    assert Regions.read('{"ab\\', inside=False).strings == [(2, 4)]
