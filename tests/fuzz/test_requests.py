"""Whatever a caller sends: an error of ours or a checked request, all of whose texts are slots."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from fastapi import Request
from hypothesis import given
from hypothesis import strategies as st

from service.errors import DecknameError, InvalidRequestError
from service.routes.request.body import read_object
from service.routes.request.limits import Limits
from service.text.json_source import dump
from service.text.spans import Span
from service.wire.documents import restore_document
from service.wire.json_walk import TooDeepError
from service.wire.openai.chat import read_chat
from service.wire.openai.completions import read_completion, read_embeddings, read_moderation
from service.wire.openai.request import Outgoing
from service.wire.openai.responses import read_responses
from service.wire.protocol_fields import CHAT, COMPLETIONS, EMBEDDINGS, MODERATIONS, RESPONSES
from service.wire.slots import KeySlot, NumberSlot, Replacement, render, request_slots
from tests.fuzz.documents import DOCUMENTS, OBJECTS, SIZES, cut, fuzz

READERS: list[Callable[..., Outgoing]] = [
    read_chat,
    read_responses,
    read_completion,
    read_embeddings,
    read_moderation,
]
SHAPES = (CHAT, RESPONSES, COMPLETIONS, EMBEDDINGS, MODERATIONS)
MEMBERS = st.fixed_dictionaries(
    {"model": st.just("m") | DOCUMENTS},
    optional={
        "messages": st.lists(OBJECTS, max_size=3) | DOCUMENTS,
        "input": st.lists(OBJECTS, max_size=3) | DOCUMENTS,
        "prompt": DOCUMENTS,
        "tools": st.lists(OBJECTS, max_size=2) | DOCUMENTS,
        "response_format": OBJECTS | DOCUMENTS,
        "stream": st.booleans() | DOCUMENTS,
        "instructions": DOCUMENTS,
        "stop": DOCUMENTS,
        "previous_response_id": DOCUMENTS,
    },
)


@pytest.mark.parametrize("read", READERS)
@fuzz
@given(body=st.builds(lambda one, other: one | other, OBJECTS, MEMBERS), media=st.booleans())
def test_a_body_is_refused_in_our_words_or_taken_and_can_be_sent(
    read: Callable[..., Outgoing], body: dict[str, Any], media: bool
) -> None:
    with suppress(InvalidRequestError, TooDeepError):
        before = copy.deepcopy(body)
        asked = read(body, None, "allow" if media else "refuse")
        asked.slots()
        asked.beginning()
        told = asked.with_rule("always", ["more"])
        told.asked_again(["[[P-ABC234]]"])
        json.loads(dump(told.body))
        assert body == before


@fuzz
@given(OBJECTS, st.sampled_from(SHAPES), st.booleans(), st.randoms(use_true_random=False))
def test_what_is_replaced_in_any_slots_comes_back_where_it_was(
    body: dict[str, Any], shape: Any, media: bool, random: Any
) -> None:
    before, values, replacements = copy.deepcopy(body), {}, []
    with suppress(InvalidRequestError):
        for slot in request_slots(body, shape, media=media):
            if isinstance(slot, NumberSlot) or slot.text[:1].isdigit():
                continue  # a number comes back as a string
            length = len(slot.view)
            places = sorted(random.randrange(length + 1) for _ in range(2))
            spans = slot.settle([Span(*places, "P", 1.0)] if places[0] < places[1] else [])
            if slot.json and any((one.start, one.end) in slot.json.numbers for one in spans):
                continue  # the same
            put = []
            for span in spans:
                placeholder = f"[[P-{len(values):06d}]]".replace("0", "A").replace("1", "B")
                values[placeholder] = slot.value(span.start, span.end)
                put.append((span.start, span.end, placeholder))
            if put and ("[[" in slot.text or "\\u" in slot.text):
                continue  # what looks like placeholders of its own may touch ours
            replacements.append(Replacement(slot, slot.written(put)))
        sent = render(body, replacements)
        assert body == before
        json.loads(dump(sent))
        assert [one for one in values if one in json.dumps(before)] == []
        assert readable(restore_document(sent, values).document) == readable(before)


def readable(node: Any) -> Any:
    """Return a document with the strings that are JSON read, because only their meaning is kept."""
    if isinstance(node, dict):
        return {name: readable(value) for name, value in node.items()}
    if isinstance(node, list):
        return [readable(value) for value in node]
    if isinstance(node, str):
        with suppress(ValueError):
            return json.loads(node)
    return node


@fuzz
@given(OBJECTS, st.sampled_from(SHAPES))
def test_no_two_slots_stand_at_the_same_place(body: dict[str, Any], shape: Any) -> None:
    slots = [one for one in request_slots(body, shape) if not isinstance(one, KeySlot)]
    assert len({one.path for one in slots}) == len(slots)


LIMITS = Limits(2000, 100, 5)
JSON = [(b"content-type", b"application/json")]


@fuzz
@given(st.binary(max_size=60) | OBJECTS.map(lambda one: json.dumps(one).encode()), SIZES, st.data())
async def test_bytes_are_a_json_object_or_an_error_of_ours(
    content: bytes, sizes: list[int], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(content)))
    broken = content[:place] + data.draw(st.binary(max_size=3)) + content[place:]
    pieces = cut(broken, sizes)
    messages = [{"type": "http.request", "body": one, "more_body": True} for one in pieces]
    messages.append({"type": "http.request", "body": b"", "more_body": False})
    waiting = iter(messages)

    async def receive() -> Any:
        return next(waiting)

    request = Request({"type": "http", "method": "POST", "headers": JSON, "state": {}}, receive)
    try:
        read = await read_object(request, LIMITS)
    except DecknameError:
        return
    assert read == json.loads(broken)
