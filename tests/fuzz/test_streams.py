"""Whatever a provider streams: the same text wherever it is cut, and no value that is not asked."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.text import placeholders
from service.text.placeholders.stream import restore_json
from service.text.repair.finder import Forms
from service.text.repair.repairer import Repair
from service.wire.answer_steps import NOTHING, Treatment
from service.wire.json_walk import TooDeepError
from service.wire.openai.chat_stream import ChatEvents
from service.wire.openai.request import Translator
from service.wire.openai.responses_stream import ResponsesStream
from service.wire.sse import BrokenChunkError, BrokenStreamError, Event, EventReader
from tests.fuzz.documents import DOCUMENTS, OBJECTS, SECRET, SIZES, TEXTS, VALUES, cut, fuzz

TREATMENTS = {
    "as it is": lambda: NOTHING,
    "repaired": lambda: Treatment(repair=Repair(Forms(VALUES))),
}
TRANSLATORS: list[Callable[..., Translator]] = [ChatEvents, ResponsesStream]
DOCUMENTED = (BrokenChunkError, BrokenStreamError, TooDeepError)
LINES = st.sampled_from(
    [
        b"data:",
        b"data: ",
        b"event: x",
        b"\n",
        b"\r",
        b"\r\n",
        b"\n\n",
        b": c\n",
        b"\xef\xbb\xbf",
        b"data: [DONE]\n\n",
        b'data: {"choices": []}\n\n',
        "ä".encode(),
        b"\xc3",
        b"id: 7\n",
        b"\x00",
    ]
)
STREAMS = st.lists(LINES | st.binary(max_size=4), max_size=14).map(b"".join)


def read(pieces: Iterable[bytes]) -> list[Event] | None:
    """Return the events of a stream; None for one that is broken."""
    reader = EventReader()
    try:
        return [one for piece in pieces for one in reader.feed(piece)] + reader.finish()
    except BrokenStreamError:
        return None


@fuzz
@given(STREAMS, SIZES)
def test_arbitrary_bytes_are_the_same_events_wherever_they_are_cut(
    stream: bytes, sizes: list[int]
) -> None:
    assert read(cut(stream, sizes)) == read([stream])


def translated(translator: Translator, events: Iterable[Event]) -> list[Event]:
    out = [one for event in events for one in translator.feed(event)]
    return out + list(translator.finish())


EVENTS = st.lists(
    st.builds(
        Event,
        st.one_of(
            OBJECTS.map(json.dumps),
            st.builds(lambda one: json.dumps({"choices": [one]}), OBJECTS | DOCUMENTS),
            st.builds(
                lambda delta, more: json.dumps({"choices": [{"index": 0, "delta": delta} | more]}),
                OBJECTS | DOCUMENTS,
                OBJECTS,
            ),
            st.builds(
                lambda kind, more: json.dumps(more | {"type": kind}),
                st.sampled_from(
                    [
                        "response.output_text.delta",
                        "response.output_text.done",
                        "error",
                        "response.output_text.annotation.added",
                        "response.completed",
                        "response.function_call_arguments.delta",
                        "response.created",
                        ".delta",
                    ]
                ),
                OBJECTS,
            ),
            st.just("[DONE]"),
            TEXTS,
        ),
        st.sampled_from(["", "response.output_text.delta", "x"]),
    ),
    max_size=4,
)


@pytest.mark.parametrize("make", TRANSLATORS)
@pytest.mark.parametrize("treat", TREATMENTS.values(), ids=TREATMENTS.keys())
@fuzz
@given(events=EVENTS, as_json=st.booleans())
def test_arbitrary_events_are_translated_or_refused_as_documented(
    make: Callable[..., Translator], treat: Any, events: list[Event], as_json: bool
) -> None:
    translator = make(VALUES, lambda _: {}, json_content=as_json, treatment=treat())
    try:
        out = translated(translator, events)
    except DOCUMENTED:
        return
    for one in out:
        one.encode()
        assert one.data == "[DONE]" or isinstance(json.loads(one.data), dict)


@pytest.mark.parametrize("make", TRANSLATORS)
@fuzz
@given(events=EVENTS)
def test_a_value_comes_only_where_its_placeholder_came(
    make: Callable[..., Translator], events: list[Event]
) -> None:
    spoken = [one for one in events if "ABC234" not in one.data and "QQQ222" not in one.data]
    translator = make(VALUES, lambda _: {}, treatment=NOTHING)
    out: list[str] = []
    try:
        for event in spoken:
            out += [one.data for one in translator.feed(event)]
        out += [one.data for one in translator.finish()]
    except DOCUMENTED:
        pass
    assert SECRET.partition('"')[0] not in "".join(out)


def chat(name: str, piece: str) -> Event:
    deltas: dict[str, Any] = {
        "text": {"text": piece},
        "arguments": {
            "delta": {"tool_calls": [{"index": 0, "function": {"arguments": piece}}]},
        },
    }
    choice = {"index": 0, "finish_reason": None, **deltas.get(name, {"delta": {name: piece}})}
    return Event(json.dumps({"id": "c", "choices": [choice]}))


def said_in_chat(name: str, out: list[Event]) -> str:
    said = ""
    for one in out:
        for choice in [] if one.data == "[DONE]" else json.loads(one.data)["choices"]:
            delta = choice.get("delta") or {}
            if name == "text":
                said += choice.get("text") or ""
            elif name == "arguments":
                calls = delta.get("tool_calls") or []
                said += "".join(call["function"]["arguments"] for call in calls)
            else:
                said += delta.get(name) or ""
    return said


CHAT_ENDS = [
    Event(json.dumps({"id": "c", "choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]})),
    Event("[DONE]"),
]
CHANNELS = ["content", "refusal", "reasoning_content", "later", "text", "arguments"]


@pytest.mark.parametrize("name", CHANNELS)
@fuzz
@given(content=TEXTS, sizes=SIZES)
def test_chat_and_completion_texts_are_restored_wherever_they_are_cut(
    name: str, content: str, sizes: list[int]
) -> None:
    events = [chat(name, piece) for piece in cut(content, sizes)] + CHAT_ENDS
    out = translated(ChatEvents(VALUES, lambda _: {}), events)
    restore = restore_json if name == "arguments" else placeholders.restore
    assert said_in_chat(name, out) == restore(content, VALUES).text


@pytest.mark.parametrize("name", CHANNELS)
@fuzz
@given(content=TEXTS, sizes=SIZES)
def test_repaired_texts_are_the_same_wherever_they_are_cut(
    name: str, content: str, sizes: list[int]
) -> None:
    treat = TREATMENTS["repaired"]
    out = []
    for pieces in ([content], cut(content, sizes)):
        events = [chat(name, piece) for piece in pieces] + CHAT_ENDS
        translator = ChatEvents(VALUES, lambda _: {}, treatment=treat())
        out.append(said_in_chat(name, translated(translator, events)))
    assert out[0] == out[1]


KINDS = [
    "response.output_text",
    "response.refusal",
    "response.reasoning_summary_text",
    "response.function_call_arguments",
    "response.later",
]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("treat", TREATMENTS.values(), ids=TREATMENTS.keys())
@fuzz
@given(content=TEXTS, sizes=SIZES, says_done=st.booleans())
def test_texts_of_responses_are_restored_wherever_they_are_cut(
    kind: str, treat: Any, content: str, sizes: list[int], says_done: bool
) -> None:
    place = {"item_id": "i", "output_index": 0, "content_index": 0}
    ends = [{"type": f"{kind}.done", "text": "", **place}] if says_done else []
    ends.append({"type": "response.completed", "response": {"id": "r"}})
    said = []
    for pieces in ([content] if content else [], cut(content, sizes)):
        told = [{"type": f"{kind}.delta", "delta": piece, **place} for piece in pieces]
        events = [Event(json.dumps(one)) for one in [*told, *ends]]
        out = translated(ResponsesStream(VALUES, lambda _: {}, treatment=treat()), events)
        read_out = [json.loads(one.data) for one in out]
        said.append("".join(one["delta"] for one in read_out if one["type"] == f"{kind}.delta"))
    assert said[0] == said[1]
    if treat() is NOTHING:
        restore = restore_json if "arguments" in kind else placeholders.restore
        assert said[0] == restore(content, VALUES).text


@fuzz
@given(content=TEXTS, sizes=SIZES, cuts=SIZES)
def test_a_whole_stream_of_bytes_says_the_same_wherever_it_is_cut(
    content: str, sizes: list[int], cuts: list[int]
) -> None:
    events = [chat("content", piece) for piece in cut(content, sizes)] + CHAT_ENDS
    stream = b"".join(one.encode() for one in events)
    reader, translator = EventReader(), ChatEvents(VALUES, lambda _: {})
    arrived = [one for piece in cut(stream, cuts) for one in reader.feed(piece)]
    out = translated(translator, [*arrived, *reader.finish()])
    assert said_in_chat("content", out) == placeholders.restore(content, VALUES).text


@pytest.mark.parametrize("place", [[], {}, [1], 1.5])
def test_an_event_whose_text_stands_nowhere_breaks_the_stream(place: Any) -> None:
    data = {"type": "response.output_text.delta", "delta": "x", "item_id": place}
    with pytest.raises(BrokenChunkError):
        translated(ResponsesStream({}, lambda _: {}), [Event(json.dumps(data))])
