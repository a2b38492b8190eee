"""The supervisor of worker processes on one port: restarts those that end, and ends all together.

Ours because the one of uvicorn 0.54 asks each worker in turn whether it lives, and waits for the
answer of one that was killed meanwhile until its time is over: for two minutes nobody serves.

Gunicorn would be a second server with its own settings, and knows nothing of our strict HTTP; with
no workers at all, two cores of one machine would need two services and a balancer.
"""

from __future__ import annotations

import asyncio
import logging
import multiprocessing
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any

import uvicorn

from service.observability import logs

SPAWN = multiprocessing.get_context("spawn")
BEAT_SECONDS = 1.0
LOADING, SERVING = b"l", b"s"
FAILED = 3  # the exit code of a worker that could not start
# Before one is started again that could not start: the fault may stay, and costs CPU each time.
PAUSE_SECONDS = 1.0


class WorkersFailedError(RuntimeError):
    """The first workers could not start: what is wrong will not go by."""

    def __init__(self) -> None:
        super().__init__("a worker could not start")


class BeatingServer(uvicorn.Server):
    """Reports each second from its event loop that it lives; ends when nobody listens any more."""

    def __init__(self, config: uvicorn.Config, parent: Connection) -> None:
        super().__init__(config)
        self._parent = parent

    async def serve(self, sockets: list[socket.socket] | None = None) -> None:
        """Serve until a signal comes, or the parent is gone."""
        beating = asyncio.create_task(self._beat())
        try:
            await super().serve(sockets)
        finally:
            beating.cancel()

    async def _beat(self) -> None:
        with suppress(OSError):
            while True:
                self._parent.send_bytes(SERVING if self.started else LOADING)
                await asyncio.sleep(BEAT_SECONDS)
        self.should_exit = True  # else it would hold the port for ever


def work(config: uvicorn.Config, listener: socket.socket, parent: Connection) -> None:
    """Be one worker process: serve on a socket that is bound already."""
    config.configure_logging()
    server = BeatingServer(config, parent)
    server.run([listener])
    if not server.started:
        sys.exit(FAILED)


@dataclass(slots=True)
class Worker:
    """A worker process as its parent sees it."""

    process: SpawnProcess
    beats: Connection
    heard: float = field(default_factory=time.monotonic)
    has_served: bool = False

    def listen(self) -> None:
        """Read what it has said."""
        with suppress(EOFError, OSError):
            while self.beats.poll():
                self.has_served |= self.beats.recv_bytes() == SERVING
                self.heard = time.monotonic()

    def end(self, how: Callable[[], None]) -> None:
        """End the process by `how`, and wait until it is gone."""
        how()
        self.process.join()
        self.beats.close()


class Supervisor:
    """The parent of the workers; `run` returns once all of them are gone."""

    def __init__(
        self,
        config: uvicorn.Config,
        *,
        silence_seconds: float,
        end_seconds: float,
        target: Callable[..., None] = work,
    ) -> None:
        """Start `config.workers` workers.

        One that says nothing for `silence_seconds`, loading included, is killed and started anew;
        one that goes on for `end_seconds` after it was asked to end is killed.
        """
        self._config = config
        self._silence = silence_seconds
        self._end_seconds = end_seconds
        self._target = target
        self._workers: list[Worker] = []
        self._is_ending = False
        self._has_served = False

    def run(self) -> None:
        """Keep the workers running until SIGTERM or SIGINT.

        Raises WorkersFailedError when the first of them end before one could serve.
        """
        with self._config.bind_socket() as listener, self._listening_to_signals():
            try:
                for _ in range(self._config.workers):
                    self._workers.append(self._start(listener))
                while not self._is_ending:
                    self._look(listener)
            finally:
                self._end()

    def _start(self, listener: socket.socket) -> Worker:
        beats, parent = SPAWN.Pipe(duplex=False)
        process = SPAWN.Process(target=self._target, args=(self._config, listener, parent))
        process.start()
        parent.close()  # the worker has its own; with this one open its end would go unnoticed
        return Worker(process, beats)

    def _look(self, listener: socket.socket) -> None:
        """Wait until something happens, and start anew what has ended or hangs."""
        waiting: list[Any] = [one.process.sentinel for one in self._workers]
        wait([*waiting, *(one.beats for one in self._workers)], BEAT_SECONDS)
        for number, worker in enumerate(self._workers):
            worker.listen()
            is_silent = time.monotonic() - worker.heard > self._silence
            if self._is_ending or (worker.process.is_alive() and not is_silent):
                continue
            worker.end(worker.process.kill)
            logs.log("worker_ended", logging.WARNING, status=worker.process.exitcode)
            self._check(worker)
            self._workers[number] = self._start(listener)

    def _check(self, ended: Worker) -> None:
        """Look why a worker ended. Raises WorkersFailedError if it and all before could not start.

        What a signal ended, as the kernel does when memory runs out, may start well next time.
        """
        self._has_served |= any(one.has_served for one in self._workers)
        if ended.has_served or (ended.process.exitcode or 0) < 0:
            return
        if not self._has_served:
            raise WorkersFailedError
        time.sleep(PAUSE_SECONDS)

    def _end(self) -> None:
        """Ask all workers to end, and see to it that they do."""
        for worker in self._workers:
            worker.process.terminate()
        deadline = time.monotonic() + self._end_seconds
        for worker in self._workers:
            worker.process.join(max(0.0, deadline - time.monotonic()))
            worker.end(worker.process.kill)

    @contextmanager
    def _listening_to_signals(self) -> Iterator[None]:
        def end(*_: object) -> None:
            self._is_ending = True

        usual = {one: signal.signal(one, end) for one in (signal.SIGTERM, signal.SIGINT)}
        try:
            yield
        finally:
            for one, handler in usual.items():
                signal.signal(one, handler)
