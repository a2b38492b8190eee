from __future__ import annotations

import json
from typing import Any

import pytest

from service.wire.openai.reshaped import events_of, whole_of
from service.wire.sse import BrokenChunkError, Event

HEAD = {"id": "c1", "created": 1, "model": "m"}
USAGE = {"prompt_tokens": 3, "completion_tokens": 4, "total_tokens": 7}


def events(*chunks: Any) -> list[Event]:
    return [Event(one if isinstance(one, str) else json.dumps(one)) for one in chunks]


def chunk(delta: Any, finish: str | None = None, index: int = 0) -> dict[str, Any]:
    choice = {"index": index, "delta": delta, "finish_reason": finish}
    return {**HEAD, "object": "chat.completion.chunk", "choices": [choice]}


def call(index: int, arguments: str, **more: Any) -> dict[str, Any]:
    return {"index": index, "function": {"arguments": arguments, **more}}


def test_a_stream_is_put_together_to_a_whole_answer() -> None:
    told = whole_of(
        events(
            {"type": "ping"},
            chunk({"role": "assistant", "content": ""}),
            chunk({"content": "Guten "}),
            chunk({"content": "Tag"}),
            chunk({"role": "assistant", "content": "Hi"}, "stop", index=1),
            chunk({"tool_calls": [call(0, '{"a"', name="f"), call(1, "{}", name="g")]}),
            chunk({"tool_calls": [call(0, ":1}")]}, "tool_calls"),
            {**HEAD, "choices": [], "usage": USAGE},
            "[DONE]",
        )
    )
    first, second = told["choices"]
    assert first["message"]["content"] == "Guten Tag"
    assert first["message"]["tool_calls"][0]["function"] == {"name": "f", "arguments": '{"a":1}'}
    assert first["message"]["tool_calls"][1]["function"] == {"name": "g", "arguments": "{}"}
    assert (first["finish_reason"], second["message"]["content"]) == ("tool_calls", "Hi")
    assert (told["object"], told["usage"]) == ("chat.completion", USAGE)


def test_a_stream_of_old_completions_and_of_responses_is_put_together() -> None:
    old = [
        {**HEAD, "object": "text_completion", "choices": [{"index": 0, "text": x}]} for x in "ab"
    ]
    assert whole_of(events(*old, "[DONE]"))["choices"] == [{"index": 0, "text": "ab"}]
    end = {"type": "response.completed", "response": {"id": "r"}}
    assert whole_of(events({"type": "response.created"}, end)) == {"id": "r"}


@pytest.mark.parametrize(
    "told", [[], ["[DONE]"], [chunk({"content": "a"})], [{"error": {"message": "x"}}], ["5"]]
)
def test_a_stream_that_broke_off_is_no_answer(told: list[Any]) -> None:
    with pytest.raises(BrokenChunkError):
        whole_of(events(*told))


def test_a_whole_answer_told_as_a_stream_is_the_same_answer() -> None:
    calls = [{"id": "a", "type": "function", "function": {"name": "f", "arguments": "{}"}}]
    message = {"role": "assistant", "content": "Hallo", "tool_calls": calls}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    whole = {**HEAD, "object": "chat.completion", "choices": [choice], "usage": USAGE}
    told = list(events_of(whole | {"_anymize": {}}))
    assert json.loads(told[0].data)["object"] == "chat.completion.chunk"
    assert told[-1].data == "[DONE]"
    again = whole_of(told)
    again["choices"][0]["message"]["tool_calls"][0].pop("index")
    assert again == whole | {"_anymize": {}}
    kinds = [json.loads(one.data)["type"] for one in events_of({"object": "response"})]
    assert kinds == ["response.created", "response.completed"]
