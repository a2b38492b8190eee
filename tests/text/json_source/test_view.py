from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.text import json_source, placeholders
from service.text.json_source import JsonView

NAME = "[[P-ABC234]]"
SPACE = st.sampled_from(["", "", " ", "\n\t", "\r\n  "])
ESCAPES = ['\\"', "\\\\", "\\/", "\\b", "\\f", "\\n", "\\r", "\\t", "\\u0041", "\\u00E4", "\\u00e4"]
ESCAPES += ["\\ud83d\\ude00", "\\uD83D\\uDE00", "\\u0000", "\\u2028", "\\u005b", "\\\\u0041"]
raw = st.characters(exclude_categories=["Cs"], exclude_characters='"\\').filter(lambda c: c >= " ")
string_sources = st.lists(raw | st.sampled_from(ESCAPES), max_size=8).map(
    lambda pieces: f'"{"".join(pieces)}"'
)
number_sources = st.sampled_from(
    ["0", "-0", "0.0", "1e5", "-12.50", "3E+7", "1E400", "80331", "123456789012345678901234567890"]
)


@st.composite
def wrapped(draw: st.DrawFn, members: st.SearchStrategy[str]) -> str:
    parts = [draw(SPACE) + member + draw(SPACE) for member in draw(st.lists(members, max_size=4))]
    if draw(st.booleans()):
        return f"[{','.join(parts)}]"
    keys = [draw(SPACE) + draw(string_sources) + draw(SPACE) for _ in parts]
    return "{" + ",".join(f"{key}:{part}" for key, part in zip(keys, parts, strict=True)) + "}"


leaves = string_sources | number_sources | st.sampled_from(["true", "false", "null"])
documents = wrapped(st.recursive(leaves, wrapped, max_leaves=8))
sources = st.builds(lambda before, inner, after: before + inner + after, SPACE, documents, SPACE)


def parsed(source: str) -> Any:
    """Read JSON; numbers as they are spelt, members in order, also repeated ones."""
    return json.loads(source, parse_int=str, parse_float=str, object_pairs_hook=list)


def restored(node: Any, values: dict[str, str]) -> Any:
    if isinstance(node, list | tuple):
        return type(node)(restored(one, values) for one in node)
    return placeholders.restore(node, values).text if isinstance(node, str) else node


@st.composite
def stretches(draw: st.DrawFn, view: JsonView) -> list[tuple[int, int]]:
    """Return some stretches inside the regions, whole numbers, in order, no overlaps."""
    found = []
    for start, end in view.regions:
        if start == end or draw(st.booleans()):
            continue
        if (start, end) in view.numbers:
            found.append((start, end))
            continue
        cuts = sorted(draw(st.lists(st.integers(start, end), max_size=4, unique=True)))
        found += list(zip(cuts[::2], cuts[1::2], strict=False))
    return found


def named(places: list[tuple[int, int]]) -> dict[tuple[int, int], str]:
    return {place: f"[[P-{number:06d}]]" for number, place in enumerate(places)}


def read(source: str, *, exact: bool = False) -> JsonView:
    view = json_source.read(source, exact=exact)
    assert view is not None
    return view


@settings(deadline=None)
@given(sources)
def test_each_place_of_the_view_is_where_its_character_begins_in_the_source(source: str) -> None:
    view = read(source)
    assert len(view.places) == len(view.view) + 1
    assert view.places[-1] == len(source)
    for number, character in enumerate(view.view):
        spelling = source[view.places[number] : view.places[number + 1]]
        if spelling == '"':
            assert character == " "
            continue
        assert spelling == character or json.loads(f'"{spelling}"') == character


@settings(deadline=None)
@given(sources)
def test_the_regions_are_all_strings_and_numbers_and_nothing_else(source: str) -> None:
    found: list[str] = []

    def collect(node: Any) -> None:
        if isinstance(node, list | tuple):
            for one in node:
                collect(one)
        elif isinstance(node, str):
            found.append(node)

    collect(parsed(source))
    view = read(source)
    assert [view.view[start:end] for start, end in view.regions] == found
    done, skeleton = 0, ""
    for start, end in view.regions:
        skeleton += view.view[done:start]
        done = end
    skeleton += view.view[done:]
    for word in ("true", "false", "null"):
        skeleton = skeleton.replace(word, "")
    assert not set(skeleton) - set('"[]{}:, \t\r\n')
    assert {view.view[start:end] for start, end in view.numbers} <= set(found)


@settings(deadline=None)
@given(st.data(), sources)
def test_exact_values_put_back_give_the_source_byte_for_byte(
    data: st.DataObject, source: str
) -> None:
    view = read(source, exact=True)
    names = named(data.draw(stretches(view)))
    written = view.write((*place, name) for place, name in names.items())
    values = {name: view.value(*place) for place, name in names.items()}
    assert all(written.count(name) == 1 for name in values)
    assert placeholders.restore(written, values).text == source


@settings(deadline=None)
@given(st.data(), sources)
def test_what_is_written_parses_and_only_the_found_stretches_change(
    data: st.DataObject, source: str
) -> None:
    view = read(source)
    names = named(data.draw(stretches(view)))
    written = view.write((*place, name) for place, name in names.items())
    values = {name: view.value(*place) for place, name in names.items()}
    assert restored(parsed(written), values) == parsed(source)
    # What stands between the found stretches is the source's own spelling, in order.
    rest, done = written, 0
    for (start, end), name in names.items():
        quote = '"' if (start, end) in view.numbers else ""
        expected = f"{source[done : view.places[start]]}{quote}{name}{quote}"
        assert rest.startswith(expected)
        rest, done = rest[len(expected) :], view.places[end]
    assert rest == source[done:]


def test_escapes_are_resolved_in_the_view_and_spelt_in_exact_values() -> None:
    source = '{"n": "Kr\\u00e4mer \\ud83d\\ude00\\n\\"x\\""}'
    view = read(source)
    assert view.view == '{ n :  Krämer \U0001f600\n"x" }'
    start = view.view.index("Kr")
    assert view.value(start, start + 8) == "Krämer \U0001f600"
    assert read(source, exact=True).value(start, start + 8) == "Kr\\u00e4mer \\ud83d\\ude00"
    assert view.write([(start, start + 6, NAME)]) == source.replace("Kr\\u00e4mer", NAME)


def test_half_a_surrogate_pair_is_one_unknown_character() -> None:
    view = read('["\\ud83d", "\\ude00a"]')
    assert view.view == "[ \ufffd ,  \ufffda ]"
    assert view.write([(2, 3, NAME)]) == f'["{NAME}", "\\ude00a"]'


def test_a_number_is_replaced_whole_as_a_string() -> None:
    view = read('{"tel": 4930123456, "x": "4930123456"}')
    start = view.view.index("4930")
    assert view.widen(start + 2, start + 5) == (start, start + 10)
    assert view.widen(start - 3, start + 5) == (start - 3, start + 5)
    inside = view.view.rindex("4930")
    assert view.widen(inside + 2, inside + 5) == (inside + 2, inside + 5)
    written = view.write([(start, start + 10, NAME)])
    assert json.loads(written) == {"tel": NAME, "x": "4930123456"}
    exact = read('{"tel": 4930123456}', exact=True).write([(start, start + 10, NAME)])
    assert exact == f'{{"tel": {NAME}}}'


def test_json_inside_json_stays_valid_on_both_levels() -> None:
    inner = json.dumps({"to": 'Frau "Bine" Krämer', "ok": True}, ensure_ascii=False)
    view = read(json.dumps({"body": inner}, ensure_ascii=False))
    start = view.view.index("Krämer")
    written = json.loads(view.write([(start, start + 6, NAME)]))
    assert json.loads(written["body"]) == {"to": f'Frau "Bine" {NAME}', "ok": True}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hallo",
        '"nur ein Text"',
        "12",
        "null",
        "[",
        "{'a': 1}",
        '{"a": 1} und mehr',
        "[Link](x)",
        '["a\nb"]',
        '{"a": tru}',
        "\ufeff[]",
        "[1,]",
        "[" * 100000,
        '[{"a":' * 50000,
        "[" * 100000 + "]" * 100000,
    ],
)
def test_what_is_no_json_document_has_no_view(text: str) -> None:
    assert json_source.read(text) is None
    assert not json_source.is_document(text)


def test_a_long_string_and_many_escapes_are_read() -> None:
    source = '["' + "a" * 300_000 + '", "' + "\\u00e4\\n" * 50_000 + '"]'
    view = read(source)
    assert len(view.view) == 300_000 + 100_000 + len('["", ""]')


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_an_escaped_value_reads_as_itself(value: str) -> None:
    assert json.loads(f'"{json_source.escape(value)}"') == value
