"""What is told while files are worked on: now and then a line, or one that changes."""

from __future__ import annotations

from io import StringIO

from service.commands.progress import CLEAR, SECONDS, Progress, Result

DONE = Result("a", None, "done", {}, 0, 0, 1, 0.1, None)
FAILED = Result("b", None, "failed", {}, 0, 0, 1, 0.1, "pdf")


def test_without_a_terminal_a_line_is_written_now_and_then() -> None:
    now = [0.0]
    stream = StringIO()
    progress = Progress(4, stream, live=False, clock=lambda: now[0])
    for results, seconds in (([DONE], 1), ([DONE, FAILED], SECONDS), ([DONE] * 3, 1)):
        now[0] += seconds
        progress.tell(results)
    progress.tell([DONE] * 4)

    assert stream.getvalue() == "deckname: 2 of 4 files, 1 failed\n"


def test_on_a_terminal_one_line_changes_and_gives_way_to_what_is_said() -> None:
    stream = StringIO()
    progress = Progress(3, stream, live=True)
    progress.tell([DONE])
    progress.say("b: an image")

    assert stream.getvalue() == f"{CLEAR}deckname: 1 of 3 files{CLEAR}deckname: b: an image\n"
