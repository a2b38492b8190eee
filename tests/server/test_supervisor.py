"""The parent of the workers, with stand-ins for them: processes that die, hang or do not end."""

from __future__ import annotations

import os
import signal
import socket
import sys
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
import uvicorn

from service.server.supervisor import FAILED, SERVING, Supervisor, WorkersFailedError

FOREVER = 600


def born(config: uvicorn.Config) -> int:
    """Return how many were started before."""
    folder = Path(str(config.app))
    number = len(list(folder.iterdir()))
    (folder / str(os.getpid())).touch()
    return number


def serve_and_end_all(parent: Connection) -> None:
    parent.send_bytes(SERVING)
    os.kill(os.getppid(), signal.SIGTERM)
    time.sleep(FOREVER)


def dies_while_starting(config: uvicorn.Config, _: socket.socket, parent: Connection) -> None:
    if born(config) < 5:
        os.kill(os.getpid(), signal.SIGKILL)
    serve_and_end_all(parent)


def says_nothing(config: uvicorn.Config, _: socket.socket, parent: Connection) -> None:
    if born(config):
        serve_and_end_all(parent)
    time.sleep(FOREVER)


def cannot_start(config: uvicorn.Config, _: socket.socket, __: Connection) -> None:
    born(config)
    sys.exit(FAILED)


def fails_later(config: uvicorn.Config, _: socket.socket, parent: Connection) -> None:
    number = born(config)
    if number == 1:
        sys.exit(FAILED)
    if number == 2:
        serve_and_end_all(parent)
    parent.send_bytes(SERVING)
    sys.exit(0)


def does_not_end(config: uvicorn.Config, _: socket.socket, parent: Connection) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    born(config)
    serve_and_end_all(parent)


def run(folder: Path, target: Callable[..., None], workers: int = 1) -> int:
    """Return how many workers were started; all are gone."""
    config = uvicorn.Config(str(folder), port=0, workers=workers)
    supervisor = Supervisor(config, silence_seconds=4, end_seconds=0.5, target=target)
    try:
        supervisor.run()
    finally:
        pids = [int(one.name) for one in folder.iterdir()]
        alive = [one for one in pids if Path(f"/proc/{one}").exists()]
    assert alive == []
    return len(pids)


def test_workers_that_are_killed_while_they_start_are_started_anew(tmp_path: Path) -> None:
    assert run(tmp_path, dies_while_starting, workers=2) >= 6


def test_a_worker_that_says_nothing_is_started_anew(tmp_path: Path) -> None:
    assert run(tmp_path, says_nothing) == 2


def test_workers_that_cannot_start_at_first_end_it_all(tmp_path: Path) -> None:
    with pytest.raises(WorkersFailedError):
        run(tmp_path, cannot_start)


def test_a_worker_that_cannot_start_later_is_tried_again(tmp_path: Path) -> None:
    assert run(tmp_path, fails_later) == 3


def test_a_worker_that_does_not_end_when_asked_is_killed(tmp_path: Path) -> None:
    assert run(tmp_path, does_not_end) == 1
