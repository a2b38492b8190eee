from __future__ import annotations

import json
import re
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from service.text.repair.finder import Forms
from service.text.repair.repairer import Repair
from service.text.spans import Span
from service.wire.answer_scan import Scan
from service.wire.answer_steps import NOTHING, Treatment
from service.wire.documents import restore_document
from service.wire.openai.chat_stream import ChatStream
from service.wire.openai.responses_stream import ResponsesStream
from service.wire.sse import Event

VALUES = {"[[Person-AAAAAA]]": "Sabine Krämer", "[[id-BBBBBB]]": "7", "[[t-CCCCCC]]": 'a "b"'}
PIECES = st.lists(st.sampled_from([*VALUES, "[[Person-ZZZZZZ]]", " und ", "x", "ö"]), max_size=8)


def part(text: str, *places: tuple[int, int]) -> dict[str, Any]:
    """Return a content part of the Responses API."""
    annotations = [
        {"type": "url_citation", "start_index": start, "end_index": end, "title": "t", "url": "u"}
        for start, end in places
    ]
    return {"type": "output_text", "text": text, "annotations": annotations}


def restored(document: dict[str, Any], treatment: Treatment = NOTHING) -> Any:
    return restore_document(document, VALUES, treatment).document


def cited(document: dict[str, Any]) -> list[str]:
    text = document["text"]
    return [text[one["start_index"] : one["end_index"]] for one in document["annotations"]]


@given(PIECES, PIECES, PIECES)
def test_a_citation_covers_the_restored_form_of_what_it_covered(
    before: list[str], inside: list[str], after: list[str]
) -> None:
    first, second, third = ("".join(pieces) for pieces in (before, inside, after))
    document = part(first + second + third, (len(first), len(first + second)))
    assert cited(restored(document)) == [restored(part(second))["text"]]


def test_a_citation_that_cuts_a_placeholder_covers_the_value() -> None:
    document = part("An [[Person-AAAAAA]]!", (5, 9), (0, 10), (10, 21), (20, 21))
    assert cited(restored(document)) == ["Sabine Krämer", "An Sabine Krämer", "Sabine Krämer!", "!"]


def test_a_citation_in_json_counts_the_escapes() -> None:
    text = json.dumps({"a": "[[t-CCCCCC]]", "b": "here"})
    place = text.index("here")
    document = restored(part(text, (place, place + 4)))
    assert json.loads(document["text"]) == {"a": 'a "b"', "b": "here"}
    assert cited(document) == ["here"]


def test_a_citation_moves_with_a_repaired_placeholder() -> None:
    document = part("An [person-AAAAAA] \\[\\[id-BBBBBB]], hier", (3, 18), (36, 40))
    treatment = Treatment(repair=Repair(Forms(VALUES)))
    document = restored(document, treatment)
    assert document["text"] == "An Sabine Krämer 7, hier"
    assert cited(document) == ["Sabine Krämer", "hier"]


def test_citations_of_chat_messages_are_shifted_and_their_texts_restored() -> None:
    citation = {
        "start_index": 18,
        "end_index": 22,
        "title": "[[Person-AAAAAA]]",
        "url": "x?[[id-BBBBBB]]",
    }
    message = {
        "content": "[[Person-AAAAAA]] (hier)",
        "annotations": [{"type": "url_citation", "url_citation": citation}, {"type": "other"}, 5],
    }
    told = restored({"choices": [{"message": message}]})["choices"][0]["message"]
    moved = told["annotations"][0]["url_citation"]
    assert told["content"][moved["start_index"] : moved["end_index"]] == "(hie"
    assert (moved["title"], moved["url"]) == ("Sabine Krämer", "x?7")
    assert told["annotations"][1:] == [{"type": "other"}, 5]


LEAK = "leonore@canary-post.example"


def masks(text: str) -> list[Span]:
    """Find the one value that the model brings in."""
    return [Span(one.start(), one.end(), "EMAIL", 1.0) for one in re.finditer(LEAK, text)]


SCANS = st.sampled_from([None, Scan(masks, {"EMAIL": "email"})])
LONG = st.lists(
    st.sampled_from([*VALUES, "[[Person-ZZZZZZ]]", f" {LEAK} ", "x ", "und so weiter " * 9, "ö"]),
    max_size=12,
)


@st.composite
def cited_texts(draw: st.DrawFn) -> tuple[list[str], list[tuple[int, tuple[int, int]]]]:
    """Return the pieces of a text, and citations with the number of pieces before each."""
    text = "".join(draw(LONG))
    bounds = sorted({0, len(text), *draw(st.lists(st.integers(0, len(text)), max_size=6))})
    pieces = [text[start:end] for start, end in pairwise(bounds)]
    cited = []
    for _ in range(draw(st.integers(1, 3))):
        end = draw(st.integers(0, len(text)))
        place = (draw(st.integers(0, end)), end)
        cited.append((draw(st.integers(0, len(pieces))), place))
    return pieces, sorted(cited)


def whole(pieces: list[str], places: list[tuple[int, int]], scan: Scan | None) -> dict[str, Any]:
    return restored(part("".join(pieces), *places), Treatment(scan))


@given(cited_texts(), SCANS)
def test_citations_of_a_chat_stream_are_those_of_the_whole_answer(
    given: tuple[list[str], list[tuple[int, tuple[int, int]]]], scan: Scan | None
) -> None:
    pieces, citations = given
    stream = ChatStream(VALUES, lambda _: {}, treatment=Treatment(scan))
    deltas: list[dict[str, Any]] = []
    for number in range(len(pieces) + 1):
        for _, place in (one for one in citations if one[0] == number):
            deltas.append({"annotations": part("", place)["annotations"]})
        deltas += [{"content": piece} for piece in pieces[number : number + 1]]
    chunks = [{"choices": [{"index": 0, "delta": one}]} for one in deltas]
    chunks.append({"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]})
    out = [json.loads(one) for chunk in chunks for one in stream.feed(json.dumps(chunk))]
    out += [json.loads(one) for one in stream.finish()]
    got = part("")
    for choice in (chunk["choices"][0] for chunk in out):
        got["text"] += choice["delta"].get("content", "")
        got["annotations"] += choice["delta"].get("annotations", [])
        assert all(one["end_index"] <= len(got["text"]) for one in got["annotations"])
    assert got == whole(pieces, [place for _, place in citations], scan)


@given(cited_texts(), SCANS)
def test_citation_events_of_responses_are_those_of_the_whole_answer(
    given: tuple[list[str], list[tuple[int, tuple[int, int]]]], scan: Scan | None
) -> None:
    pieces, citations = given
    events: list[dict[str, Any]] = [{"type": "response.created", "response": {"output": []}}]
    for number in range(len(pieces) + 1):
        for _, place in (one for one in citations if one[0] == number):
            annotation = part("", place)["annotations"][0]
            kind = "response.output_text.annotation.added"
            events.append({"type": kind, "annotation": annotation})
        kind = "response.output_text.delta"
        events += [{"type": kind, "delta": piece} for piece in pieces[number : number + 1]]
    places = [place for _, place in citations]
    text = part("".join(pieces), *places)
    events.append({"type": "response.output_text.done", "text": text["text"]})
    events.append({"type": "response.content_part.done", "part": text})
    events.append({"type": "response.completed", "response": {"output": []}})
    stream = ResponsesStream(VALUES, lambda _: {}, treatment=Treatment(scan))
    out: list[dict[str, Any]] = []
    for number, event in enumerate(events):
        data = event | {"item_id": "m", "output_index": 0, "content_index": 0}
        sent = Event(json.dumps(data | {"sequence_number": number}))
        out += [json.loads(one.data) for one in stream.feed(sent)]
    got = part("")
    for event in out:
        got["text"] += event.get("delta", "")
        got["annotations"] += [event["annotation"]] if "annotation" in event else []
        assert all(one["end_index"] <= len(got["text"]) for one in got["annotations"])
    assert got == whole(pieces, places, scan) == out[-2]["part"]
    assert [event["sequence_number"] for event in out] == list(range(len(out)))
    assert [event["type"] for event in out[-3:]] == [event["type"] for event in events[-3:]]
