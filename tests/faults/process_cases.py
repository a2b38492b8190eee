"""Faults of the processes themselves, on a service of two workers; the last one ends it."""

from __future__ import annotations

import os
import resource
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
from tests.support.canaries import TEXT

CALLERS = 4
ROTATION_SECONDS = 3.0
STREAM_SECONDS = 2.0
END_SECONDS = 120
HEADROOM = 24 * 1024 * 1024
HUGE = 5 * 1024 * 1024
_NONE = resource.RLIM_INFINITY


@contextmanager
def killed_workers(scene: Scene) -> Iterator[None]:
    """Kill all workers, as the kernel does when memory runs out."""
    for one in scene.service.workers:
        os.kill(one, signal.SIGKILL)
    yield


@contextmanager
def killed_while_starting(scene: Scene) -> Iterator[None]:
    """Kill all workers, and those that are started in their place before they serve."""
    for _ in range(3):
        old = scene.service.workers
        for one in old:
            os.kill(one, signal.SIGKILL)
        while len(new := scene.service.workers) < len(old) or set(new) & set(old):
            time.sleep(0.05)
    yield


@contextmanager
def short_of_memory(scene: Scene) -> Iterator[None]:
    """Limit the workers to little more address space than they hold."""
    held = scene.service.workers
    for one in held:
        resource.prlimit(one, resource.RLIMIT_AS, (_address_space(one) + HEADROOM, _NONE))
    yield
    for one in set(held) & set(scene.service.workers):
        resource.prlimit(one, resource.RLIMIT_AS, (_NONE, _NONE))


def _address_space(process_id: int) -> int:
    pages = int(Path(f"/proc/{process_id}/statm").read_text().split()[0])
    return pages * resource.getpagesize()


def with_a_huge_text(scene: Scene) -> list[Reply]:
    """Ask for more than there is memory for, on every worker."""
    text = f"{TEXT} " + "Ein Satz mit einem Zeichen 𝔸 außerhalb. " * (HUGE // 40)
    return [scene.ask(text=text) for _ in range(CALLERS)]


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


ENDED = ("ReadError", "RemoteProtocolError", "WriteError")
PROCESS_CASES = [
    Case("vault key rotated under load", nothing, frozenset({"200"}), while_a_key_is_rotated),
    Case("all workers killed (out of memory)", killed_workers, frozenset({"200"}), until_served),
    Case(
        "workers killed while they start", killed_while_starting, frozenset({"200"}), until_served
    ),
    Case(
        "no memory left for a huge request",
        short_of_memory,
        # the worker refuses, or it ends and the connection with it
        frozenset({"503 detection_failed", "500 internal_error", *ENDED}),
        with_a_huge_text,
    ),
]
LAST_CASE = Case(
    "SIGTERM under load",
    nothing,
    frozenset({"stream, ended", "ConnectError", "exit code 0"}),
    stopped_under_load,
)
