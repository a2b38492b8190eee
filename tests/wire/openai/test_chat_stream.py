from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.text import placeholders
from service.text.placeholders.stream import restore_json
from service.wire.answer_steps import Findings
from service.wire.json_walk import TooDeepError
from service.wire.openai.chat_stream import ChatStream
from service.wire.sse import BrokenChunkError

NAME, MAIL = "[[P-ABC234]]", "[[e-QQQ222]]"
VALUES = {NAME: 'Sabine "Bine"\nKrämer', MAIL: "[[P-ABC234]]"}
Chunk = dict[str, Any]


def chunk(delta: Any, finish: str | None = None, index: int = 0, **more: Any) -> Chunk:
    choice = {"index": index, "delta": delta, "finish_reason": finish}
    return {"id": "c1", "object": "chat.completion.chunk", "choices": [choice], **more}


STOP = chunk({}, "stop")
USAGE: Chunk = {"id": "c1", "choices": [], "usage": {"total_tokens": 7}}


def metadata(findings: Findings) -> dict[str, Any]:
    return {"seen": sorted(findings.seen)}


def stream(values: dict[str, str] = VALUES, *, json_content: bool = False) -> ChatStream:
    return ChatStream(values, metadata, json_content=json_content)


def run(chunks: list[Chunk], done: bool = True, json_content: bool = False) -> list[Chunk]:
    """Return the chunks for the client of a stream that ends with or without [DONE]."""
    restoring = stream(json_content=json_content)
    out = [part for one in chunks for part in restoring.feed(json.dumps(one))]
    out += restoring.feed("[DONE]") if done else restoring.finish()
    if done:
        assert out.pop() == "[DONE]"
    return [json.loads(part) for part in out]


def text(chunks: list[Chunk], *place: str, index: int = 0) -> str:
    """Return all that one channel of a choice says."""
    joined = ""
    for one in chunks:
        for choice in one["choices"]:
            node = choice["delta"] if choice["index"] == index else None
            for name in place:
                node = (node or {}).get(name)
            joined += node or ""
    return joined


def arguments(chunks: list[Chunk], index: int) -> str:
    calls = [
        call
        for one in chunks
        for choice in one["choices"]
        for call in (choice["delta"] or {}).get("tool_calls", [])
    ]
    return "".join(
        call["function"].get("arguments", "") for call in calls if call["index"] == index
    )


def call(index: int, piece: str) -> Chunk:
    return chunk({"tool_calls": [{"index": index, "function": {"arguments": piece}}]})


def every_cut(content: str) -> list[list[str]]:
    cuts = []
    for ways in range(2 ** (len(content) - 1)):
        bounds = [0, *(at + 1 for at in range(len(content) - 1) if ways >> at & 1), len(content)]
        cuts.append([content[a:b] for a, b in pairwise(bounds)])
    return cuts


@pytest.mark.parametrize("content", [f"a{NAME}", f"[{NAME}", f"{NAME}]"])
def test_every_cut_of_the_content_gives_the_whole_restored(content: str) -> None:
    whole = placeholders.restore(content, VALUES).text
    for pieces in every_cut(content):
        out = run([*(chunk({"content": piece}) for piece in pieces), STOP])
        assert text(out, "content") == whole
        assert len(out) == len(pieces) + 1


def test_every_cut_of_json_content_stays_json_and_means_the_value() -> None:
    for pieces in every_cut(f'"{NAME}"'):
        out = run([*(chunk({"content": piece}) for piece in pieces), STOP], json_content=True)
        assert json.loads(text(out, "content")) == VALUES[NAME]


fragments = st.sampled_from(
    [NAME, MAIL, "[", "[[", "[[P-ABC", "]]", "\\", '"', "ü\n", "[[X-QQQ999]]"]
)
contents = st.lists(fragments | st.text(max_size=4), max_size=8).map("".join)
# Surrogates in the text are tested on their own.
contents = contents.map(lambda one: one.encode("utf-8", "ignore").decode())
channels = st.sampled_from(["content", "reasoning_content", "refusal", "later"])


@settings(deadline=None, max_examples=200)
@given(
    st.dictionaries(st.tuples(st.integers(0, 2), channels), contents, min_size=1, max_size=4),
    st.integers(1, 5),
    st.randoms(use_true_random=False),
    st.booleans(),
)
def test_channels_of_all_choices_are_restored_each_on_its_own(
    texts: dict[tuple[int, str], str], size: int, random: Any, json_content: bool
) -> None:
    waiting = {
        place: [one[at : at + size] for at in range(0, len(one), size)]
        for place, one in texts.items()
    }
    chunks = []
    while any(waiting.values()):
        index, channel = random.choice([place for place, left in waiting.items() if left])
        chunks.append(chunk({channel: waiting[index, channel].pop(0)}, index=index))
    ends = sorted({index for index, _ in texts})
    random.shuffle(ends)
    out = run(
        [*chunks, *(chunk({}, "stop", index=index) for index in ends)], json_content=json_content
    )
    assert len(out) == len(chunks) + len(ends)
    for (index, channel), one in texts.items():
        restore = restore_json if json_content and channel == "content" else placeholders.restore
        assert text(out, channel, index=index) == restore(one, VALUES).text
    assert ["_anymize" in one for one in out].count(True) == 1


def test_tool_calls_are_restored_by_index_and_their_arguments_stay_json() -> None:
    first, second = f'{{"to": "{NAME}"}}', f'{{"cc": ["{MAIL}", "{NAME}"]}}'
    head = [
        {
            "index": 0,
            "id": "call_1",
            "type": "function",
            "function": {"name": "a", "arguments": ""},
        },
        {
            "index": 1,
            "id": "call_2",
            "type": "function",
            "function": {"name": "b", "arguments": ""},
        },
    ]
    both = [
        {"index": 1, "function": {"arguments": second[:9]}},
        {"index": 0, "function": {"arguments": first[:9]}},
    ]
    chunks = [chunk({"role": "assistant", "content": None, "tool_calls": [head[0]]})]
    chunks += [chunk({"tool_calls": [head[1]]}), chunk({"tool_calls": both})]
    for number in range(9, len(second)):
        chunks += [call(0, first[number : number + 1]), call(1, second[number])]
    out = run([*chunks, chunk({}, "tool_calls")])
    assert out[0]["choices"][0]["delta"]["tool_calls"] == [head[0]]
    assert out[1]["choices"][0]["delta"]["tool_calls"] == [head[1]]
    assert json.loads(arguments(out, 0)) == {"to": VALUES[NAME]}
    assert json.loads(arguments(out, 1)) == {"cc": [VALUES[MAIL], VALUES[NAME]]}
    assert len(out) == len(chunks) + 1


def test_the_first_delta_of_a_tool_call_keeps_id_and_name_though_its_arguments_are_held() -> None:
    head = {"index": 0, "id": "call_1[", "type": "function"}
    first = head | {"function": {"name": "send[[", "arguments": "[[P-ABC"}}
    out = run([chunk({"tool_calls": [first]}), call(0, "234]]"), chunk({}, "tool_calls")])
    assert out[0]["choices"][0]["delta"]["tool_calls"] == [
        head | {"function": {"name": "send[[", "arguments": ""}}
    ]
    assert json.loads(f'"{arguments(out, 0)}"') == VALUES[NAME]


def test_tool_calls_without_index_go_by_their_position() -> None:
    pieces = [f'{{"a":"{NAME[:5]}', f'{NAME[5:]}"}}']
    chunks = [chunk({"tool_calls": [{"function": {"arguments": piece}}]}) for piece in pieces]
    out = run([*chunks, chunk({}, "tool_calls")])
    calls = [one["choices"][0]["delta"]["tool_calls"][0] for one in out[:2]]
    joined = "".join(one["function"]["arguments"] for one in calls)
    assert json.loads(joined) == {"a": VALUES[NAME]}


def test_unknown_fields_of_a_delta_are_restored_also_inside_lists_and_objects() -> None:
    def later(piece: str) -> Chunk:
        return chunk({"later": {"parts": [{"index": 3, "name": NAME, "text": piece}]}})

    out = run([later("an [[P-"), later("ABC234]]!["), STOP])
    deltas = [one["choices"][0]["delta"] for one in out]
    parts = [one["later"]["parts"][0] for one in deltas]
    assert "".join(one["text"] for one in parts) == f"an {VALUES[NAME]}!["
    assert [one.get("name") for one in parts] == [VALUES[NAME], VALUES[NAME], None]
    assert {one["index"] for one in parts} == {3}


def test_what_is_held_of_a_list_without_indexes_goes_to_the_same_member() -> None:
    first = chunk({"content": [{"type": "text", "text": "a["}, "b["]})
    last = chunk({"content": [{"type": "text", "text": "c["}]}, "stop")
    content = run([first, last])[-1]["choices"][0]["delta"]["content"]
    assert content == [{"type": "text", "text": "[c["}, "["]


def test_members_outside_the_delta_are_restored_too() -> None:
    part = chunk({"content": "x"}, note=f"an {NAME}")
    part["choices"][0]["stop_reason"] = NAME
    out = run([part, STOP])
    assert out[0]["note"] == f"an {VALUES[NAME]}"
    assert out[0]["choices"][0]["stop_reason"] == VALUES[NAME]
    assert list(out[0]) == list(part)


def test_role_only_and_null_deltas_pass_unchanged() -> None:
    chunks = [
        chunk({"role": "assistant", "content": None}),
        chunk({"role": "assistant", "content": ""}),
        chunk({"content": "Hallo", "refusal": None, "tool_calls": None}),
        chunk(None),
    ]
    assert run([*chunks, STOP])[:-1] == chunks


def test_the_chunk_that_finishes_gets_what_was_held() -> None:
    out = run([chunk({"content": "a[[P-AB", "later": "["}), chunk({}, "length")])
    assert [one["choices"][0]["delta"] for one in out] == [
        {"content": "a", "later": ""},
        {"content": "[[P-AB", "later": "["},
    ]
    for last in (chunk({"content": "c"}, "stop"), chunk({"content": None}, "stop")):
        expected = "[[P-AB" + (last["choices"][0]["delta"]["content"] or "")
        out = run([chunk({"content": "[[P-AB"}), last])
        assert out[-1]["choices"][0]["delta"]["content"] == expected
    out = run([chunk({"content": "[["}), chunk(None, "stop")])
    assert out[-1]["choices"][0]["delta"] == {"content": "[["}
    held_arguments = run([call(1, "[["), chunk({}, "stop")])[-1]["choices"][0]["delta"]
    assert held_arguments == {"tool_calls": [{"index": 1, "function": {"arguments": "[["}}]}


@pytest.mark.parametrize("done", [True, False])
@pytest.mark.parametrize(
    "last",
    [
        [STOP],
        [STOP, USAGE],
        [STOP, chunk({})],
        [STOP, chunk({"content": "["}), USAGE],
        [chunk({"content": "x"}, "stop"), USAGE, USAGE],
    ],
)
def test_the_metadata_stands_in_the_last_chunk_and_nowhere_else(
    last: list[Chunk], done: bool
) -> None:
    chunks = [USAGE, chunk({"content": f"{NAME} [[X-QQQ999]]"}), *last]
    out = run(chunks, done=done)
    assert len(out) == len(chunks)
    assert ["_anymize" in one for one in out] == [False] * (len(out) - 1) + [True]
    assert out[-1].pop("_anymize") == {"seen": [NAME, "[[X-QQQ999]]"]}
    assert [one.get("usage") for one in out] == [one.get("usage") for one in chunks]


def test_the_metadata_waits_for_the_last_choice() -> None:
    asked = []

    def count(findings: Findings) -> dict[str, Any]:
        asked.append(findings.seen)
        return {}

    restoring = ChatStream(VALUES, count)
    chunks = [chunk({"content": "a"}, index=0), chunk({"content": "b"}, index=1)]
    chunks += [chunk({}, "stop", index=0), chunk({"content": NAME}, index=1)]
    for one in chunks:
        assert json.loads(next(restoring.feed(json.dumps(one))))["choices"]
    assert list(restoring.feed(json.dumps(chunk({}, "stop", index=1)))) == []
    assert asked == []
    assert json.loads(next(iter(restoring.feed("[DONE]"))))["_anymize"] == {}
    assert asked == [{NAME}]
    assert restoring.findings.seen == {NAME}


@pytest.mark.parametrize(
    "chunks",
    [
        [],
        [USAGE],
        [chunk({"role": "assistant"}), chunk({"content": "Hal"})],
        [chunk({"content": "a"}, index=0), chunk({"content": "[["}, index=1), STOP],
    ],
)
def test_a_stream_that_was_cut_off_is_broken(chunks: list[Chunk]) -> None:
    with pytest.raises(BrokenChunkError):
        run(chunks, done=False)


def test_done_ends_a_stream_whose_choices_gave_no_reason() -> None:
    chunks = [chunk({"content": f"Hal {NAME}"}, index=0), chunk({"content": "[[Per"}, index=1)]
    *texts, last = run(chunks)
    assert [one["choices"][0]["delta"]["content"] for one in texts] == [f"Hal {VALUES[NAME]}", ""]
    assert [one["delta"] for one in last["choices"]] == [{}, {"content": "[[Per"}]
    assert last["id"] == chunks[0]["id"]
    assert "_anymize" in last
    assert [one["choices"] for one in run([])] == [[]]


def test_an_error_event_passes_restored_and_ends_the_stream() -> None:
    error = {"message": f"too long: {NAME}", "type": "x", "param": None, "code": 400}
    out = run([chunk({"content": "Hal"}), {"error": error}], done=False)
    assert out[1:] == [{"error": error | {"message": f"too long: {VALUES[NAME]}"}}]
    assert len(run([{"error": "kaputt"}])) == 1


def test_a_chunk_whose_error_is_null_is_an_ordinary_chunk() -> None:
    out = run([chunk({"content": NAME}, error=None), chunk({}, "stop", error=None)])
    assert text(out, "content") == VALUES[NAME]
    assert "_anymize" in out[-1]


def test_an_error_beside_choices_loses_no_text() -> None:
    last = chunk({"content": "34]]"}, "error", error={"message": NAME})
    out = run([chunk({"content": "[[P-ABC2"}), last])
    assert text(out, "content") == VALUES[NAME]
    assert out[-1]["error"] == {"message": VALUES[NAME]}


def test_logprobs_are_dropped_when_anything_was_masked() -> None:
    part = chunk({"content": "Hal"})
    part["choices"][0]["logprobs"] = {"content": [{"token": "[[P-", "logprob": -1.0}]}
    assert run([part, STOP])[0]["choices"][0]["logprobs"] is None
    (out,) = stream({}).feed(json.dumps(part))
    assert json.loads(out) == part


def test_half_an_emoji_in_each_of_two_deltas_can_be_sent() -> None:
    restoring = stream()
    halves = [json.dumps(chunk({"content": half})) for half in ("a\ud83d", "\ude00b")]
    out = [part for half in halves for part in restoring.feed(half)]
    assert [json.loads(part.encode()) for part in out] == [json.loads(half) for half in halves]


def test_text_is_sent_as_it_is_not_as_escapes() -> None:
    (out,) = stream().feed(json.dumps(chunk({"content": "Grüße \U0001f600"})))
    assert "Grüße \U0001f600" in out


@pytest.mark.parametrize(
    "data",
    [
        "Hallo",
        "[]",
        '"x"',
        "{",
        '{"choices": {}}',
        "[" * 100000,
        '{"choices": ["x"]}',
        '{"choices": [null]}',
        '{"choices": [{"index": "0", "delta": {}}]}',
    ],
)
def test_what_is_no_chunk_is_refused(data: str) -> None:
    with pytest.raises(BrokenChunkError):
        list(stream().feed(data))


def deep(levels: int) -> Any:
    node: Any = "x"
    for _ in range(levels):
        node = [node]
    return node


@pytest.mark.parametrize(
    "broken", [chunk({"later": deep(500)}), chunk({}, later=deep(500)), {"error": deep(500)}]
)
def test_a_chunk_that_nests_too_deeply_is_refused(broken: Chunk) -> None:
    with pytest.raises(TooDeepError):
        list(stream().feed(json.dumps(broken)))


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ({"later": {"text": "["}}, {"later": "x"}),
        ({"later": "["}, {"later": {"text": "x"}}),
        ({"later": ["["]}, {"later": {"text": "x"}}),
        ({"later": [{"text": "["}]}, {"later": ["x"]}),
    ],
)
def test_a_field_that_changes_its_kind_breaks_the_stream_cleanly(first: Any, last: Any) -> None:
    with pytest.raises(BrokenChunkError):
        run([chunk(first), chunk(last, "stop")])


@pytest.mark.parametrize(
    "event", [{}, {"type": "ping"}, {"choices": None, "usage": {"total_tokens": 7}}, {"a": NAME}]
)
@pytest.mark.parametrize("place", range(5))
def test_events_that_are_no_chunks_pass_wherever_they_come(event: Chunk, place: int) -> None:
    chunks = [chunk({"content": "Frau [[P-"}), chunk({"content": "ABC234]] da"}), STOP, USAGE]
    got = run([*chunks[:place], event, *chunks[place:]])
    passed = [one for one in got if not isinstance(one.get("choices"), list)]
    assert passed == [event | ({"a": VALUES[NAME]} if "a" in event else {})]
    rest = [one for one in got if isinstance(one.get("choices"), list)]
    assert text(rest, "content") == f"Frau {VALUES[NAME]} da"
    assert [one for one in got if "_anymize" in one] == [rest[-1]]


def test_an_empty_finish_reason_and_an_index_of_nothing_end_no_choice() -> None:
    first = {"choices": [{"index": None, "delta": {"content": "[[P-"}, "finish_reason": ""}]}
    got = run([first, chunk({"content": "ABC234]]"}), STOP])
    assert "".join(one["choices"][0]["delta"].get("content", "") for one in got) == VALUES[NAME]


def test_an_event_without_data_is_nothing() -> None:
    assert list(stream().feed(" ")) == []
