"""Faults of the processes themselves, on a service of two workers; the last one ends it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from service.cipher import KeyRing
from tests.faults.cases import Case, nothing
from tests.faults.raw_upstream import answer
from tests.faults.scene import Reply, Scene

CALLERS = 4
ROTATION_SECONDS = 3.0
STREAM_SECONDS = 2.0
END_SECONDS = 120


def workers(scene: Scene) -> list[int]:
    """Return the ids of the worker processes."""
    parent = scene.service.process_id
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    commands = {int(one): Path(f"/proc/{one}/cmdline").read_bytes() for one in children}
    return [one for one, command in commands.items() if b"spawn_main" in command]


@contextmanager
def killed_workers(scene: Scene) -> Iterator[None]:
    """Kill all workers, as the kernel does when memory runs out."""
    for one in workers(scene):
        os.kill(one, signal.SIGKILL)
    yield


def until_served(scene: Scene) -> list[Reply]:
    """Ask until there is an answer; callers see their connection refused or reset meanwhile."""
    deadline = time.monotonic() + END_SECONDS
    while (reply := scene.ask()).answer != "200" and time.monotonic() < deadline:
        time.sleep(0.2)
    return [reply]


def while_a_key_is_rotated(scene: Scene) -> list[Reply]:
    """Ask without a pause while `deckname keys rotate` runs, some in one job."""
    ends = threading.Event()

    def caller(number: int) -> list[Reply]:
        replies = []
        while not ends.is_set():
            replies.append(scene.ask(job=f"rotating-{number % 2}"))
        return replies

    command = [sys.executable, "-m", "service", "keys", "rotate", str(scene.keys)]
    with ThreadPoolExecutor(CALLERS) as pool:
        asked = [pool.submit(caller, number) for number in range(CALLERS)]
        rotated = subprocess.run(  # noqa: S603 - our own command line
            [*command, "--wait", str(ROTATION_SECONDS)], check=True, capture_output=True
        )
        time.sleep(ROTATION_SECONDS)
        ends.set()
    assert b"k2 seals now" in rotated.stdout
    assert KeyRing.parse(scene.keys.read_text()).first_id == "k2"
    return [reply for one in asked for reply in one.result()]


def stopped_under_load(scene: Scene) -> list[Reply]:
    """Send SIGTERM while streams are open: they end as they would, and the service is gone."""
    scene.upstream.behave = partial(answer, seconds=STREAM_SECONDS)
    with ThreadPoolExecutor(CALLERS) as pool:
        streams = [pool.submit(scene.ask, stream=True) for _ in range(CALLERS)]
        while scene.upstream.open < CALLERS:
            time.sleep(0.02)
        scene.service.stop(wait_seconds=END_SECONDS)
        replies = [one.result() for one in streams]
    code = scene.service.exit_code
    return [*replies, scene.ask(), Reply(f"exit code {code}", replies[0].milliseconds, "")]


PROCESS_CASES = [
    Case("vault key rotated under load", nothing, frozenset({"200"}), while_a_key_is_rotated),
    Case("all workers killed (out of memory)", killed_workers, frozenset({"200"}), until_served),
]
LAST_CASE = Case(
    "SIGTERM under load",
    nothing,
    frozenset({"stream, ended", "ConnectError", "exit code 0"}),
    stopped_under_load,
)
