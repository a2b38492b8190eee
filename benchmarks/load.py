"""Sustained load on a real service: errors, speed, latency, and whether its memory stays flat.

    python benchmarks/load.py [--short] [--requests 50000] [--workers 1,2] [--callers 8]

A service process of one worker, then one of two, with a Redis and an upstream that echoes, each a
process of its own. Short and long requests are mixed, whole and streamed, German and English; all
but the kind `again` have words, names and numbers that never came before. Each answer is checked:
its value came back, and no placeholder is missing. Progress goes to stderr. Ends with 1 after any
error.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.load_texts import Texts, percentile
from service.cipher import Key
from tests.support.processes import ServiceProcess, free_port, memory_of, sockets_of
from tests.support.redis_server import start_redis

# kind -> how many of twenty requests are of it
MIX = {"short": 9, "stream": 4, "again": 3, "long": 2, "turns": 1, "anonymize": 1}
SENTENCES = {"long": 12}
SHORTEST = 2  # sentences
STREAM_SECONDS = 0.3  # that the upstream takes for a stream
SHORT, SAMPLE = 600, 5_000
REST_SECONDS = 2.0
UPSTREAM = """
import functools, sys, threading
from tests.faults import raw_upstream
class Nothing(bytearray):
    def __iadd__(self, _): return self
with raw_upstream.RawUpstream(int(sys.argv[1])) as upstream:
    upstream.received = Nothing()
    upstream.behave = functools.partial(raw_upstream.answer, seconds=float(sys.argv[2]))
    threading.Event().wait()
"""


@dataclass
class Sample:
    """The state of the workers after so many requests."""

    requests: int
    megabytes: float
    sockets: int


@dataclass
class Run:
    """What one run has shown so far: milliseconds by kind, and what went wrong."""

    total: int
    started: int = 0
    times: dict[str, list[float]] = field(default_factory=lambda: {kind: [] for kind in MIX})
    errors: list[str] = field(default_factory=list)
    samples: list[Sample] = field(default_factory=list)

    @property
    def done(self) -> int:
        """Count the requests that were answered, well or not."""
        return sum(map(len, self.times.values()))


class Caller:
    """One user: asks for one thing after another, on connections that stay open."""

    def __init__(
        self, session: aiohttp.ClientSession, run: Run, number: int, tell: Callable[[], None]
    ) -> None:
        """Be the caller of this number in a run; `tell` is called after each request."""
        self._session = session
        self._tell = tell
        self._run = run
        self._name = f"caller-{number}"
        self._texts = Texts(number)
        self._draw = random.Random(number)
        self._kept = self._texts.make(SHORTEST)

    async def ask_on(self) -> None:
        """Ask until the run has enough."""
        kinds, weights = list(MIX), list(MIX.values())
        while self._run.started < self._run.total:
            self._run.started += 1
            (kind,) = self._draw.choices(kinds, weights)
            began = time.perf_counter()
            try:
                await self._ask(kind)
            except (aiohttp.ClientError, TimeoutError, ValueError, KeyError) as error:
                self._run.errors.append(f"{kind}: {type(error).__name__} {error}"[:200])
            self._run.times[kind].append((time.perf_counter() - began) * 1000)
            self._tell()

    async def _ask(self, kind: str) -> None:
        text = self._kept if kind == "again" else self._texts.make(SENTENCES.get(kind, SHORTEST))
        if kind == "anonymize":
            found = await self._post("/v1/anonymize", {"text": text.content})
            if text.value in found or "[[email-" not in found:
                raise ValueError("the value is still there")
            return
        messages = [{"role": "user", "content": text.content}]
        if kind == "turns":
            first = {"role": "user", "content": self._kept.content}
            messages = [first, {"role": "assistant", "content": "Ja."}] * 2 + messages
        body = {"model": "m", "messages": messages, "stream": kind == "stream"}
        content = await self._post("/v1/chat/completions", body)
        if text.value not in content:
            raise ValueError("a value is missing")
        if kind != "turns" and '"missing":0' not in content.replace(" ", ""):
            raise ValueError("a placeholder is missing")  # of earlier turns nothing is echoed

    async def _post(self, path: str, body: dict[str, Any]) -> str:
        async with self._session.post(path, json=body) as answer:
            content = await answer.text()
        if answer.status != 200:
            raise ValueError(f"status {answer.status}: {content}")
        return content


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--short", action="store_true", help=f"{SHORT} requests")
    parser.add_argument("--requests", type=int, default=50_000, help="for each number of workers")
    parser.add_argument("--workers", default="1,2", help="1, 2 or 1,2")
    parser.add_argument("--callers", type=int, default=8, help="requests at a time")
    asked = parser.parse_args()
    total = SHORT if asked.short else asked.requests
    failed = False
    for workers in map(int, asked.workers.split(",")):
        run = Run(total)
        with standing(workers) as service:
            began = time.perf_counter()
            left = asyncio.run(load(service, run, asked.callers))
            seconds = time.perf_counter() - began - REST_SECONDS
        show(run, workers, asked.callers, seconds, left)
        failed |= bool(run.errors)
    sys.exit(int(failed))


async def load(service: ServiceProcess, run: Run, callers: int) -> dict[str, int]:
    """Make all requests; return what is still open a little after the last of them."""
    progress = Progress(service, run)
    limit = aiohttp.ClientTimeout(total=120)
    async with aiohttp.ClientSession(service.url, timeout=limit) as session:
        asking = (Caller(session, run, one, progress.tell) for one in range(callers))
        await asyncio.gather(*(one.ask_on() for one in asking))
    await asyncio.sleep(REST_SECONDS)
    sample(service, run)
    return await still_open(service)


class Progress:
    """Samples every so many requests, and prints how it goes."""

    def __init__(self, service: ServiceProcess, run: Run) -> None:
        self._service = service
        self._run = run
        self._began = time.perf_counter()
        self._step = max(1, min(SAMPLE, run.total // 10))
        sample(service, run)

    def tell(self) -> None:
        """Do it when it is time."""
        run, done = self._run, self._run.done
        if done % self._step:
            return
        sample(self._service, run)
        seconds = time.perf_counter() - self._began
        left = seconds / done * (run.total - done) / 60
        state = f"{done} requests, {len(run.errors)} errors, {done / seconds:.1f} a second"
        memory = f"{run.samples[-1].megabytes:.0f} MB"
        print(f"{state}, {memory}, about {left:.0f} min left", file=sys.stderr, flush=True)


def sample(service: ServiceProcess, run: Run) -> None:
    """Note the memory and the sockets of all workers."""
    workers = service.workers
    memory = sum(memory_of(one) for one in workers)
    run.samples.append(Sample(run.done, memory, sum(sockets_of(one) for one in workers)))


async def still_open(service: ServiceProcess) -> dict[str, int]:
    """Return the gauges of the service that have to be back at zero."""
    async with aiohttp.ClientSession() as session, session.get(f"{service.url}/metrics") as answer:
        lines = (await answer.text()).splitlines()
    read = {name: value for name, _, value in (line.rpartition(" ") for line in lines)}
    return {
        "requests": int(float(read["deckname_requests_in_progress"])) - 1,  # that for the metrics
        "searches": int(float(read["deckname_analyses_waiting"])),
    }


def slope(samples: list[Sample]) -> float:
    """Return the MB that 10,000 requests add: least squares, over the last three quarters."""
    late = [one for one in samples if one.requests >= samples[-1].requests / 4]
    middle = sum(one.requests for one in late) / len(late)
    level = sum(one.megabytes for one in late) / len(late)
    above = sum((one.requests - middle) * (one.megabytes - level) for one in late)
    return 10_000 * above / sum((one.requests - middle) ** 2 for one in late)


def show(run: Run, workers: int, callers: int, seconds: float, left: dict[str, int]) -> None:
    """Print the result of one run."""
    print(f"\n{workers} worker{'s' * (workers > 1)}, {callers} callers: {run.done:,} requests,")
    print(f"{len(run.errors)} errors, {run.done / seconds:.1f} requests/s\n")
    print("| kind | requests | p50 ms | p95 ms | p99 ms |\n|---|---|---|---|---|")
    every = [one for times in run.times.values() for one in times]
    for kind, times in (*run.times.items(), ("all", every)):
        cells = " | ".join(f"{percentile(times, one):.0f}" for one in (50, 95, 99)) if times else ""
        print(f"| {kind} | {len(times):,} | {cells} |")
    print("\n| requests | MB | sockets |\n|---|---|---|")
    for one in run.samples:
        print(f"| {one.requests:,} | {one.megabytes:.0f} | {one.sockets} |")
    print(f"\nmemory: {slope(run.samples):+.1f} MB for 10,000 requests, last three quarters")
    print(f"still open: {left['requests']} requests, {left['searches']} searches")
    for error in sorted(set(run.errors))[:5]:
        print(f"  {error}")


@contextlib.contextmanager
def standing(workers: int) -> Iterator[ServiceProcess]:
    """Start Redis, the upstream and the service."""
    with tempfile.TemporaryDirectory() as folder, start_redis() as redis, upstream() as port:
        environment = {
            "HOME": folder,
            "PATH": "/usr/bin:/bin",
            "PYTHONPATH": str(ROOT),
            "DECKNAME_VAULT_URL": redis.url,
            "DECKNAME_VAULT_KEYS": Key.generate("k1").reveal(),
            "DECKNAME_UPSTREAM_URL": f"http://127.0.0.1:{port}/v1",
            "DECKNAME_TTL_SECONDS": "600",
            "DECKNAME_WORKERS": str(workers),
            "DECKNAME_LOG_LEVEL": "warning",
        }
        command = [sys.executable, "-m", "service", "serve"]
        with ServiceProcess(command, Path(folder), environment) as service:
            yield service


@contextlib.contextmanager
def upstream() -> Iterator[int]:
    """Run the upstream of the tests, recording nothing, as a process of its own."""
    port = free_port()
    command = [sys.executable, "-c", UPSTREAM, str(port), str(STREAM_SECONDS)]
    process = subprocess.Popen(command, cwd=ROOT)
    try:
        yield port
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    main()
