"""Answers in the other form than was asked for: streams put together, whole answers as streams."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from service.text.json_source import dump
from service.wire.openai.responses_stream import TERMINAL
from service.wire.sse import BrokenChunkError, Event, read_object

DONE = "[DONE]"
# Strings of a delta that are the same in each; others go on where the last one ended.
SAME = frozenset({"role", "type", "id", "name", "finish_reason"})
CHUNK = ".chunk"
CHUNKS = {"chat.completion": "chat.completion.chunk"}
Data = dict[str, Any]


def whole_of(events: Iterable[Event]) -> Data:
    """Return the whole answer that a stream tells.

    Raises BrokenChunkError for a stream that broke off, or tells an error.
    """
    whole: Data = {}
    choices: dict[Any, Data] = {}
    done = False
    for event in events:
        if event.data.strip() in ("", DONE):
            done |= bool(event.data.strip())
            continue
        data = read_object(event.data)
        if data.get("error"):
            raise BrokenChunkError
        if (data.get("type") or event.name) in TERMINAL and isinstance(data.get("response"), dict):
            return dict(data["response"])
        for choice in _choices(data):
            index = choice.get("index") or 0
            choices[index] = _merged(choices.get(index, {}), choice)
        members = {name: value for name, value in data.items() if name not in ("choices", "type")}
        whole |= {name: value for name, value in members.items() if value is not None}
    finished = choices and all(one.get("finish_reason") for one in choices.values())
    if not (choices and (done or finished)):
        raise BrokenChunkError
    whole["object"] = str(whole.get("object", "chat.completion")).removesuffix(CHUNK)
    return whole | {"choices": [_told(choices[index]) for index in sorted(choices)]}


def events_of(document: Data) -> Iterator[Event]:
    """Yield the events of a stream that tells a whole answer, or its error.

    Raises BrokenChunkError for what is neither.
    """
    if document.get("error") and "choices" not in document:
        yield Event(dump(document))
        return
    if document.get("object") == "response":
        yield _event("response.created", document | {"status": "in_progress", "output": []}, 0)
        yield _event("response.completed", document, 1)
        return
    if not _choices(document):
        raise BrokenChunkError
    kind = str(document.get("object", ""))
    head = document | {"object": CHUNKS.get(kind, kind)}
    choices = [_delta(one) for one in _choices(document)]
    if not document.get("usage"):
        yield Event(dump(head | {"choices": choices}))
    else:  # in a chunk of its own, as the API does
        yield Event(dump({**head, "choices": choices, "usage": None}))
        yield Event(
            dump({name: head[name] for name in head if name != "_anymize"} | {"choices": []})
        )
    yield Event(DONE)


def _event(kind: str, response: Data, number: int) -> Event:
    return Event(dump({"type": kind, "response": response, "sequence_number": number}), kind)


def _choices(data: Data) -> list[Data]:
    choices = data.get("choices") or []
    if not isinstance(choices, list) or not all(isinstance(one, dict) for one in choices):
        raise BrokenChunkError
    return choices


def _told(choice: Data) -> Data:
    """Return a choice with the message that its deltas make."""
    if "delta" not in choice:
        return choice
    message = {"role": "assistant", "content": None} | (choice["delta"] or {})
    rest = {name: value for name, value in choice.items() if name not in ("delta", "message")}
    return rest | {"message": message}


def _delta(choice: Data) -> Data:
    """Return a choice as one chunk tells it."""
    message = choice.get("message")
    if not isinstance(message, dict):
        return choice
    calls = message.get("tool_calls")
    delta = message
    if isinstance(calls, list):
        numbered = [{"index": place, **one} for place, one in enumerate(calls)]
        delta = message | {"tool_calls": numbered}
    return {name: value for name, value in choice.items() if name != "message"} | {"delta": delta}


def _merged(old: Any, new: Any, name: str = "") -> Any:
    """Return a member of what came before with that of the next delta."""
    if old is None or new is None:
        return new if old is None else old
    if isinstance(old, str) and isinstance(new, str):
        return (new or old) if name in SAME else old + new
    if isinstance(old, dict) and isinstance(new, dict):
        return old | {key: _merged(old.get(key), value, key) for key, value in new.items()}
    if isinstance(old, list) and isinstance(new, list):
        return _merged_lists(old, new)
    return new


def _merged_lists(old: list[Any], new: list[Any]) -> list[Any]:
    """Return a list whose members go by their `index`; those without one stand behind."""
    merged = list(old)
    places = {one["index"]: place for place, one in enumerate(old) if _is_numbered(one)}
    for one in new:
        place = places.get(one["index"]) if _is_numbered(one) else None
        if place is None:
            merged.append(one)
        else:
            merged[place] = _merged(merged[place], one)
    return merged


def _is_numbered(one: Any) -> bool:
    return isinstance(one, dict) and isinstance(one.get("index"), int)
