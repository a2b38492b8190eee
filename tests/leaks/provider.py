"""A provider that repeats what it was asked, in good answers, in errors, and in broken ones."""

from __future__ import annotations

import json

from tests.faults.raw_upstream import Line, answer, event
from tests.leaks.calls import ANSWER, INVENTED
from tests.leaks.canaries import PROTOCOL

WORDS = PROTOCOL["words of the provider"]
TEAPOT = 418
PIECE = 7


def answer_any(line: Line) -> None:
    """Answer each path with what it was asked, and with a placeholder that nobody issued."""
    asked = line.body if isinstance(line.body, dict) else {}
    if "messages" in asked and "content" in asked["messages"][-1]:
        answer(line)
    elif asked.get("stream"):
        line.begin("text/event-stream")
        for one in _response_events(f"{asked['input']} {INVENTED}"):
            line.send(f"event: {one['type']}\ndata: {json.dumps(one)}\n\n".encode())
    else:
        shown = [asked.get("input"), asked.get("prompt"), INVENTED, WORDS]
        _send(line, {"id": ANSWER, "object": "response", "data": shown})


def _response_events(text: str) -> list[dict[str, object]]:
    place = {"item_id": "i", "output_index": 0, "content_index": 0}
    whole = {"id": ANSWER, "object": "response", "output": [{"content": [{"text": text}]}]}
    return [
        {"type": "response.created", "response": {"id": ANSWER}},
        *(
            {"type": "response.output_text.delta", "delta": text[at : at + PIECE], **place}
            for at in range(0, len(text), PIECE)
        ),
        {"type": "response.output_text.done", "text": text, **place},
        {"type": "response.completed", "response": whole},
    ]


def quote_in_an_error(line: Line) -> None:
    """Answer with an error that holds the request, in its body and its headers."""
    quoted = json.dumps(line.body)
    _send(
        line, {"error": {"message": quoted, "type": WORDS, "param": quoted, "code": WORDS}}, TEAPOT
    )


def quote_in_garbage(line: Line) -> None:
    """Answer with something that is no JSON and holds the request."""
    content = f"<html>{WORDS} {json.dumps(line.body)}".encode()
    line.send(b"HTTP/1.1 500 %b\r\ncontent-length: %d\r\n\r\n" % (WORDS.encode(), len(content)))
    line.send(content)


def quote_in_a_stream(line: Line) -> None:
    """Begin an answer and end it with an error event that holds the request."""
    if line.body.get("stream"):
        line.begin("text/event-stream")
        line.send(event("Hallo"))
        quoted = {"error": {"message": json.dumps(line.body), "code": WORDS}}
        line.send(f"data: {json.dumps(quoted)}\n\n".encode())
    else:
        answer_any(line)


def break_off(line: Line) -> None:
    """Begin an answer that repeats the request, and reset the connection in its middle."""
    begin_or_cut(line)
    line.send(b'data: {"id": "' + json.dumps(line.body).encode()[:200])
    line.reset()


def cut(line: Line) -> None:
    """Begin an answer and hang up, as if all were said."""
    begin_or_cut(line)


def begin_or_cut(line: Line) -> None:
    if line.body.get("stream"):
        line.begin("text/event-stream")
        line.send(event(f"{WORDS} {INVENTED}"))
    else:
        line.begin(length=100_000)
        line.send(json.dumps(line.body).encode()[:-1])


def speak_no_http(line: Line) -> None:
    """Answer with the request itself."""
    line.send(WORDS.encode() + b"\r\n" + json.dumps(line.body).encode() + b"\r\n\r\n")


def _send(line: Line, document: object, status: int = 200) -> None:
    content = json.dumps(document).encode()
    head = f"HTTP/1.1 {status} X\r\ncontent-type: application/json\r\nx-note: {WORDS}\r\n"
    line.send(f"{head}content-length: {len(content)}\r\nconnection: close\r\n\r\n".encode())
    line.send(content)
