from __future__ import annotations

import json
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.errors import InvalidRequestError
from service.text.spans import Span
from service.wire.json_walk import MAX_DEPTH, TooDeepError, strings
from service.wire.slots import (
    KeySlot,
    NumberSlot,
    Replacement,
    Slot,
    render,
    request_slots,
    text_slots,
)

T = "Sabine Krämer"  # stands wherever text is


def paths(document: Any) -> set[str]:
    """Return the paths of all slots, with the positions of list members."""
    slots = [slot for slot in request_slots(document) if not isinstance(slot, KeySlot)]
    found = {".".join(map(str, slot.path)) for slot in slots}
    assert len(found) == len(slots)
    return found


WORD = "one-word@of_the.protocol:7/x"
CALL = {"id": WORD, "type": WORD, "function": {"name": WORD, "arguments": T, "later": T}}
PROTOCOL_ONLY: dict[str, Any] = {
    "model": WORD,
    "service_tier": WORD,
    "reasoning_effort": WORD,
    "verbosity": WORD,
    "reasoning": {"effort": WORD, "summary": WORD},
    "modalities": [WORD],
    "tool_choice": {
        "type": WORD,
        "mode": WORD,
        "function": {"name": WORD},
        "custom": {"name": WORD},
    },
    "function_call": {"name": WORD},
    "messages": [
        {
            "role": WORD,
            "tool_call_id": WORD,
            "function_call": {"name": WORD},
            "content": [{"type": WORD}],
        },
        {"role": "tool", "name": WORD},
        {"role": "function", "name": WORD},
        {
            "role": "assistant",
            "tool_calls": [
                {"id": WORD, "type": WORD, "function": {"name": WORD}, "custom": {"name": WORD}}
            ],
        },
    ],
    "tools": [
        {"type": WORD, "function": {"name": WORD}},
        {"custom": {"name": WORD, "format": {"type": WORD, "grammar": {"syntax": WORD}}}},
    ],
    "functions": [{"name": WORD}],
    "response_format": {"type": WORD, "json_schema": {"name": WORD}},
}


def test_the_closed_list_stays() -> None:
    assert paths(PROTOCOL_ONLY) == set()
    assert (
        paths({"tool_choice": WORD, "function_call": WORD, "stream": True, "n": 2, "x": None})
        == set()
    )


def test_several_words_are_text_also_where_the_protocol_has_one() -> None:
    with_text = json.loads(json.dumps(PROTOCOL_ONLY).replace(WORD, T))
    assert len(paths(with_text)) == json.dumps(PROTOCOL_ONLY).count(WORD) - len(["model"])
    body = {"model": "Claude 4.5 Haiku", "messages": [{"role": f"user\n{T}"}]}
    assert paths(body) == {"messages.0.role"}


def test_words_of_the_protocol_and_names_of_properties_are_quiet_slots() -> None:
    schema = {"properties": {"name": {"type": "string"}}, "required": ["name"]}
    tools = [{"type": "function", "function": {"name": "f", "parameters": schema}}]
    body = {"model": "m", "messages": [{"role": "user", "content": T}], "tools": tools}
    slots = request_slots(body, quiet=True)
    assert [slot.text for slot in slots if not slot.quiet] == [T]
    quiet = sorted(slot.text for slot in slots if slot.quiet)
    assert quiet == ["f", "function", "m", "name", "name", "string", "user"]


def test_every_other_string_of_a_request_is_a_slot() -> None:
    request = {
        "messages": [
            {"role": "user", "name": T, "content": T, "later": {"type": T, "role": T}},
            {"role": "user", "content": [{"type": "text", "text": T, "later": [T]}]},
            {"role": "assistant", "refusal": T, "reasoning_content": T, "tool_calls": [CALL]},
            {"role": "tool", "tool_call_id": "c", "content": T, "function_call": {"arguments": T}},
            {"role": "assistant", "tool_calls": [{"custom": {"name": "n", "input": T}}]},
            [T],
        ],
        "user": T,
        "metadata": {"model": T},
        "stop": [T],
        "prediction": {"content": T},
        "documents": [{"id": T, "type": T, "deep": [[{"name": T}]]}],
        "modalities": {"x": T},
        "model_later": T,
        "tools": [{"type": "t", "function": {"name": "n", "description": T}, "name": T}],
        "response_format": {"json_schema": {"description": T}},
        "web_search_options": {"user_location": {"city": T}},
    }
    assert paths(request) == {
        "messages.0.name",
        "messages.0.content",
        "messages.0.later.type",
        "messages.0.later.role",
        "messages.1.content.0.text",
        "messages.1.content.0.later.0",
        "messages.2.refusal",
        "messages.2.reasoning_content",
        "messages.2.tool_calls.0.function.arguments",
        "messages.2.tool_calls.0.function.later",
        "messages.3.content",
        "messages.3.function_call.arguments",
        "messages.4.tool_calls.0.custom.input",
        "messages.5.0",
        "user",
        "metadata.model",
        "stop.0",
        "prediction.content",
        "documents.0.id",
        "documents.0.type",
        "documents.0.deep.0.0.name",
        "modalities.x",
        "model_later",
        "tools.0.function.description",
        "tools.0.name",
        "response_format.json_schema.description",
        "web_search_options.user_location.city",
    }


def names(request: dict[str, Any]) -> list[str]:
    return sorted(slot.text for slot in request_slots(request) if isinstance(slot, KeySlot))


def test_names_that_callers_make_up_are_text() -> None:
    arguments = {"a": [{"b": 1}]}
    call = {"function": {"name": "n", "arguments": arguments}, "later": {"not": 1}}
    request = {
        "metadata": {"c": 1},
        "later": {"d": [{"e": None}]},
        "By Name": 1,
        "seed": 1,
        "tools": [{"function": {"name": "n", "parameters": {"properties": {"not": {}}}}}],
        "messages": [{"role": "assistant", "content": None, "tool_calls": [call]}],
    }
    assert names(request) == ["By Name", "a", "b", "c", "d", "e"]


def test_a_name_of_several_words_is_text_wherever_data_stands() -> None:
    schema = {"type": "object", "properties": {"First Name": {"type": "string"}}}
    request: dict[str, Any] = {
        "messages": [{"role": "user", T: "x", "content": [{"type": "text", f"{T} 2": 1}]}],
        "input": {f"{T} 3": 1},
        "tools": [{"function": {"name": "n", "parameters": schema}}],
    }
    assert names(request) == [T, f"{T} 2", f"{T} 3"]


def test_a_renamed_member_keeps_its_place_and_value() -> None:
    request = {"metadata": {"a": 1, "Sabine": {"Krämer": "x"}, "b": 2}}
    replacements = [
        Replacement(slot, f"[[{slot.text[0]}-AAAAAA]]")
        for slot in request_slots(request)
        if slot.text in ("Sabine", "Krämer", "x")
    ]
    renamed = {"a": 1, "[[S-AAAAAA]]": {"[[K-AAAAAA]]": "[[x-AAAAAA]]"}, "b": 2}
    rendered = render(request, replacements)["metadata"]
    assert list(rendered.items()) == list(renamed.items())
    assert request == {"metadata": {"a": 1, "Sabine": {"Krämer": "x"}, "b": 2}}


def test_thousands_of_members_are_renamed_in_linear_time() -> None:
    def seconds(members: int) -> float:
        request = {"metadata": {f"{T} {number}": 1 for number in range(members)}}
        slots = request_slots(request)
        began = time.process_time()
        rendered = render(request, [Replacement(slot, f"[[{slot.text}]]") for slot in slots])
        took = time.process_time() - began
        assert list(rendered["metadata"]) == [f"[[{T} {number}]]" for number in range(members)]
        return took

    few = min(seconds(2_000) for _ in range(3))
    assert min(seconds(32_000) for _ in range(3)) < 16 * 4 * few  # quadratic would be 256 times


PHONE = 491701234567


def test_long_whole_numbers_are_read_with_the_name_of_their_member() -> None:
    request = {
        "seed": PHONE,
        "temperature": 0.5,
        "logit_bias": {"50256": -100},
        "later": {"phone": PHONE, "phones": [[float(PHONE)]], "count": 999_999, "on": True},
        "messages": [{"role": "user", "content": "x", "born": -19_800_415}],
        "tools": [{"function": {"parameters": {"maximum": PHONE, "properties": {"type": {}}}}}],
    }
    views = [slot.view for slot in request_slots(request) if isinstance(slot, NumberSlot)]
    assert views == [f"phone : {PHONE}", f"phones : {PHONE}", "born : -19800415"]


@given(st.integers(0, 19), st.integers(0, 19))
def test_a_number_is_replaced_as_a_whole_or_stays(start: int, end: int) -> None:
    request = {"later": {"phone": PHONE}}
    (slot,) = (one for one in request_slots(request) if isinstance(one, NumberSlot))
    found = [Span(min(start, end), max(start, end), "PHONE_NUMBER", 1.0)]
    settled = slot.settle(found)
    written = slot.written([(span.start, span.end, "[[t-AAAAAA]]") for span in settled])
    reached = max(start, end) > len("phone : ")
    assert written == ("[[t-AAAAAA]]" if reached else str(PHONE))
    if reached:
        assert render(request, [Replacement(slot, written)]) == {"later": {"phone": written}}
    assert [(slot.place(one.start), slot.place(one.end)) for one in settled] == [(0, 12)] * reached


def test_a_name_that_is_taken_is_refused() -> None:
    request = {"metadata": {"Sabine": 1, "[[P-AAAAAA]]": 2}}
    (slot,) = (one for one in request_slots(request) if one.text == "Sabine")
    with pytest.raises(InvalidRequestError):
        render(request, [Replacement(slot, "[[P-AAAAAA]]")])


keys = st.sampled_from(["type", "name", "role", "model", "id", "properties", "required", "a", "*"])
documents = st.recursive(
    st.text(max_size=3) | st.integers() | st.none() | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=12,
)


@settings(deadline=None)
@given(st.lists(documents, max_size=3))
def test_whatever_an_unknown_member_holds_is_text(document: list[Any]) -> None:
    leaves = {("later", *path) for path, text in strings(document) if text}
    every = request_slots({"model": "m", "messages": [], "later": document})
    slots = [slot for slot in every if not isinstance(slot, KeySlot | NumberSlot)]
    assert len(slots) == len(leaves)
    assert {slot.path for slot in slots} == leaves


SCHEMA: dict[str, Any] = {
    "$schema": T,
    "$id": T,
    "type": "object",
    "title": T,
    "description": T,
    "required": ["to", T],
    "additionalProperties": False,
    "properties": {
        "to": {"type": ["string", "null"], "format": T, "pattern": T, "description": T},
        "kind": {"enum": [T, 1], "default": T, "const": T, "examples": [{"type": T}]},
        "type": {"type": "string", "description": T},
        "required": {"anyOf": [{"$ref": T}, {"type": "array", "items": {"description": T}}]},
        "default": {"type": "string", "title": T},
    },
    "$defs": {"pattern": {"type": "string", "description": T}},
    "default": {"type": T, "required": [T], "properties": {"type": T}},
}
SCHEMA_TEXTS = {
    "title",
    "description",
    "properties.to.description",
    "properties.kind.enum.0",
    "properties.kind.default",
    "properties.kind.const",
    "properties.kind.examples.0.type",
    "properties.type.description",
    "properties.required.anyOf.1.items.description",
    "properties.default.title",
    "$defs.pattern.description",
    "default.type",
    "default.required.0",
    "default.properties.type",
}


@pytest.mark.parametrize(
    ("front", "request_"),
    [
        ("tools.0.function.parameters", {"tools": [{"function": {"parameters": SCHEMA}}]}),
        ("functions.0.parameters", {"functions": [{"parameters": SCHEMA}]}),
        (
            "response_format.json_schema.schema",
            {"response_format": {"json_schema": {"schema": SCHEMA}}},
        ),
    ],
)
def test_of_a_schema_the_language_stays_and_the_prose_is_text(
    front: str, request_: dict[str, Any]
) -> None:
    assert paths(request_) == {f"{front}.{path}" for path in SCHEMA_TEXTS}


def test_a_schemas_words_hide_nothing_that_is_no_word() -> None:
    parameters = {"type": {"x": T}, "required": [{"y": T}], "format": [[T]]}
    request = {"tools": [{"function": {"parameters": parameters}}]}
    assert len(paths(request)) == 3


def test_masking_a_schema_leaves_its_property_names() -> None:
    request = {"functions": [{"parameters": SCHEMA}]}
    slots = request_slots(request)
    rendered = render(request, [Replacement(slot, "[[P-ABC234]]") for slot in slots])
    schema = rendered["functions"][0]["parameters"]
    assert schema["properties"].keys() == SCHEMA["properties"].keys()
    assert schema["required"] == SCHEMA["required"]
    assert schema["properties"]["to"]["type"] == ["string", "null"]
    assert schema["properties"]["type"] == {"type": "string", "description": "[[P-ABC234]]"}


@pytest.mark.parametrize(("role", "is_text"), [("user", True), ("tool", False), (None, True)])
def test_a_name_is_a_persons_unless_the_message_is_a_tools(role: Any, is_text: bool) -> None:
    assert bool(paths({"messages": [{"name": WORD, "role": role, "content": ""}]})) is is_text


def test_a_document_that_nests_too_deeply_is_refused() -> None:
    def nested(depth: int) -> dict[str, Any]:
        node: Any = T
        for _ in range(depth):
            node = [node]
        return {"a": node}

    assert len(request_slots(nested(MAX_DEPTH))) == 1
    for depth in (MAX_DEPTH + 1, 3_000):
        with pytest.raises(TooDeepError):
            request_slots(nested(depth))


def slot_of(text: str) -> Slot:
    (slot,) = request_slots({"x": text})
    return slot


def test_a_plain_text_is_replaced_where_it_stands() -> None:
    request = {"x": [f"An {T}!"]}
    (slot,) = request_slots(request)
    spans = [Span(3, 16, "PERSON", 0.9)]
    assert slot.settle(spans) == spans
    assert slot.value(3, 16) == T
    assert slot.place(3) == 3
    written = slot.written([(3, 16, "[[P-ABC234]]")])
    assert render(request, [Replacement(slot, written)]) == {"x": ["An [[P-ABC234]]!"]}


def test_a_span_over_two_strings_is_cut_at_the_quotes() -> None:
    slot = slot_of('["Sabine", "", "Kr\\u00e4mer"]')
    assert slot.view == "[ Sabine ,   ,  Krämer ]"
    settled = slot.settle([Span(0, len(slot.view), "PERSON", 0.9)])
    assert [slot.value(span.start, span.end) for span in settled] == ["Sabine", "Krämer"]
    written = slot.written([(span.start, span.end, "[[P-ABC234]]") for span in settled])
    assert json.loads(written) == ["[[P-ABC234]]", "", "[[P-ABC234]]"]


def test_spans_in_one_number_become_the_whole_number_once() -> None:
    slot = slot_of('{"tel": -4930123456, "ok": true}')
    start = slot.view.index("-4930")
    spans = [Span(start + 1, start + 4, "PHONE", 0.5), Span(start + 6, start + 8, "ZIP", 0.5)]
    assert slot.settle(spans) == [Span(start, start + 11, "PHONE", 0.5)]


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(["Anna", '"', "\\", "ä", "1", ","]) | st.integers(0, 99), max_size=6),
    st.lists(st.integers(0, 60), max_size=6),
)
def test_settled_spans_are_in_order_and_what_is_put_there_parses(
    members: list[Any], cuts: list[int]
) -> None:
    slot = slot_of(json.dumps(members))
    places = sorted({min(cut, len(slot.view)) for cut in cuts})
    spans = [
        Span(start, end, "P", 0.5) for start, end in zip(places[::2], places[1::2], strict=False)
    ]
    settled = slot.settle(spans)
    for span in settled:
        assert span.start < span.end
        assert slot.json is not None
        assert any(start <= span.start and span.end <= end for start, end in slot.json.regions)
    written = slot.written([(span.start, span.end, "[[P-ABC234]]") for span in settled])
    after = json.loads(written)
    assert len(after) == len(members)
    untouched = [one for one in after if not (isinstance(one, str) and "[[" in one)]
    assert all(one in members for one in untouched)
    assert len(settled) == written.count("[[P-ABC234]]")


def test_text_slots_keep_the_spelling_of_json() -> None:
    texts = ["Anna", '{"a": "Kr\\u00e4mer"}']
    plain, document = text_slots(texts)
    assert plain.json is None
    start = document.view.index("Krämer")
    assert document.value(start, start + 6) == "Kr\\u00e4mer"
    assert document.place(start + 6) == texts[1].index('"}')
    written = document.written([(start, start + 6, "[[P-ABC234]]")])
    rendered = render(texts, [Replacement(document, written)])
    assert rendered == ["Anna", '{"a": "[[P-ABC234]]"}']
