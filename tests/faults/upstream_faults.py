"""How the upstream is made to fail: connections, certificates, and answers of every broken kind."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from tests.faults.raw_upstream import Behave, Line, answer, event
from tests.faults.scene import Scene

Fault = Callable[[Scene], AbstractContextManager[None]]
BIG = 100 * 1024 * 1024
SILENCE = 4.0


@contextmanager
def upstream_shut(scene: Scene) -> Iterator[None]:
    scene.upstream.shut()
    yield
    scene.upstream.open_again()


def upstream_shows(which: str) -> Fault:
    """Make the upstream show another certificate, or for `nothing` speak no TLS."""

    @contextmanager
    def fault(scene: Scene) -> Iterator[None]:
        usual, scene.upstream.tls = scene.upstream.tls, getattr(scene.tls, which, None)
        yield
        scene.upstream.tls = usual

    return fault


def upstream_is(behave: Behave) -> Fault:
    @contextmanager
    def fault(scene: Scene) -> Iterator[None]:
        scene.upstream.behave = behave
        yield
        scene.upstream.behave = answer

    return fault


def hung(line: Line) -> None:
    """Keep silent for a while, or until the service hangs up."""
    deadline = time.monotonic() + SILENCE
    while line.stays() and time.monotonic() < deadline:
        time.sleep(0.02)


def reset_at_once(line: Line) -> None:
    line.reset()


def begins(line: Line, *pieces: bytes) -> None:
    if line.body.get("stream"):
        line.begin("text/event-stream")
        line.send(event("Guten Tag"))
    else:
        line.begin(length=1000)
    for piece in pieces:
        line.send(piece)


def reset_in_the_middle(line: Line) -> None:
    begins(line, b'data: {"id": "c1", "cho')
    time.sleep(0.1)
    line.reset()


def silent_in_the_middle(line: Line) -> None:
    begins(line)
    hung(line)


def half_a_character(line: Line) -> None:
    begins(line, event("ä")[: event("ä").index("ä".encode()) + 1])


def garbage(line: Line) -> None:
    if line.body.get("stream"):
        begins(line, b"data: <html>\x00\xff nothing of ours\n\n")
    else:
        line.begin()
        line.send(b"<html>\x00\xff nothing of ours")


def hundred_megabytes(line: Line) -> None:
    if line.body.get("stream"):
        line.begin("text/event-stream")
        line.send(b"data: ")
    else:
        line.begin()
        line.send(b'{"id": "')
    for _ in range(BIG // 65_536):
        line.send(b"x" * 65_536)


def endless(line: Line) -> None:
    line.begin("text/event-stream")
    while line.stays():
        line.send(event(line.text))


def endless_and_fast(line: Line) -> None:
    """Send as fast as it is read, and hold on while nobody reads."""
    line.begin("text/event-stream")
    piece = event(line.text * 60)
    while line.stays():
        line.send(piece * 10)
