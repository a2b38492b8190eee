from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.wire import sse
from service.wire.sse import BrokenStreamError, Event, EventReader


def read(*pieces: bytes) -> list[Event]:
    reader = EventReader()
    return [event for piece in pieces for event in reader.feed(piece)] + reader.finish()


SHORT = {
    "data:ä\r\n\r\n": [Event("ä")],
    ":c\rdata: 1\r\r": [Event("1")],
    "data:a\ndata:b": [Event("a\nb")],
    "event:e\ndata\n": [Event("", "e")],
    "data:\U0001f600\r\n\r": [Event("\U0001f600")],
    "\ufeffdata:x\n\n": [Event("x")],
    "data:[DONE]": [Event("[DONE]")],
    "\n\r\ndata:  x\r": [Event(" x")],
}


@pytest.mark.parametrize("text", SHORT)
def test_every_way_of_cutting_a_short_stream_gives_the_same_events(text: str) -> None:
    stream = text.encode()
    for ways in range(2 ** (len(stream) - 1)):
        cuts = [place + 1 for place in range(len(stream) - 1) if ways >> place & 1]
        bounds = [0, *cuts, len(stream)]
        pieces = [stream[start:end] for start, end in pairwise(bounds)]
        assert read(*pieces) == SHORT[text]


LONG = (
    ": hello\r\n\r\n"
    'event: chunk\r\nid: 7\r\ndata: {"a":"Grüße \U0001f600"}\r\nretry: 5\r\n\r\n'
    "data:eins\ndata: zwei\ndata\nunknown: x\n\n"
    "event: nothing\n\n"
    "data:  drei\r\r"
    ": ping\n\ndata: a:b\n\n\n\n"
    "data: [DONE]\n\n"
).encode()
EVENTS = [
    Event('{"a":"Grüße \U0001f600"}', "chunk"),
    Event("eins\nzwei\n"),
    Event(" drei"),
    Event("a:b"),
    Event("[DONE]"),
]


def test_every_one_two_or_three_pieces_of_a_stream_give_the_same_events() -> None:
    assert read(LONG) == EVENTS
    assert read(*(LONG[place : place + 1] for place in range(len(LONG)))) == EVENTS
    for one, other in combinations(range(len(LONG) + 1), 2):
        assert read(LONG[:one], LONG[one:other], LONG[other:]) == EVENTS


def test_an_event_comes_as_soon_as_its_blank_line_does() -> None:
    reader = EventReader()
    assert reader.feed(b"data: a\n\ndata: b\n") == [Event("a")]
    assert reader.feed(b"\n") == [Event("b")]
    assert reader.feed(b"data: c\r\n\r\n") == [Event("c")]
    assert reader.finish() == []


@pytest.mark.parametrize(
    "end", [b"data: x", b"data: x\n", b"data: x\r", b"data: x\r\n", b"data: x\r\n\r"]
)
def test_a_last_event_without_blank_line_comes_with_the_end(end: bytes) -> None:
    reader = EventReader()
    assert reader.feed(b"data: a\n\n" + end) == [Event("a")]
    assert reader.finish() == [Event("x")]
    assert reader.finish() == []


@pytest.mark.parametrize("end", [b"", b"\n", b": comment", b"event: x", b"event: x\n"])
def test_without_data_there_is_no_last_event(end: bytes) -> None:
    assert read(b"data: a\n\n", end) == [Event("a")]


def test_a_name_is_for_one_event_only() -> None:
    assert read(b"event: a\n\ndata: 1\n\nevent: b\ndata: 2\n\ndata: 3\n\n") == [
        Event("1"),
        Event("2", "b"),
        Event("3"),
    ]


@pytest.mark.parametrize("piece", [b"data: \xff\n\n", b"data: \xc3(\n\n", b"\xed\xa0\x80"])
def test_what_is_not_utf8_is_a_broken_stream(piece: bytes) -> None:
    with pytest.raises(BrokenStreamError):
        EventReader().feed(piece)
    with pytest.raises(BrokenStreamError):
        read(*(piece[place : place + 1] for place in range(len(piece))))


def test_a_stream_that_ends_inside_a_character_is_broken() -> None:
    reader = EventReader()
    assert reader.feed("data: ä".encode()[:-1]) == []
    with pytest.raises(BrokenStreamError):
        reader.finish()


MEBIBYTE = 1024 * 1024
LINE = 1000


@pytest.mark.parametrize(
    ("piece", "times"),
    [
        (b"x" * MEBIBYTE, 9),
        (b"data:" + b"x" * MEBIBYTE + b"\n", 9),
        (b"data:" + b"x" * LINE + b"\n", sse.MAX_EVENT // (LINE + 1) + 2),  # line ends count
    ],
)
def test_an_event_without_end_is_a_broken_stream(piece: bytes, times: int) -> None:
    assert sse.MAX_EVENT < 9 * MEBIBYTE
    with pytest.raises(BrokenStreamError):
        read(*[piece] * times)


def test_many_events_in_one_piece_are_no_event_without_end() -> None:
    piece = (b"data: " + b"x" * MEBIBYTE + b"\n\n") * 9
    assert len(EventReader().feed(piece)) == 9


data = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"))
names = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n"))


@settings(deadline=None)
@given(st.lists(st.builds(Event, data, names)), st.integers(1, 9))
def test_what_is_encoded_reads_as_the_same_events(events: list[Event], size: int) -> None:
    stream = b"".join(event.encode() for event in events)
    pieces = [stream[place : place + size] for place in range(0, len(stream), size)]
    assert read(*pieces) == events
