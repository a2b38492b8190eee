"""What the proxy adds to a chat completion: the same call direct and through Deckname.

    python benchmarks/proxy_latency.py [--short]

Both run against the same recording upstream in processes of their own, in turn, on one
connection. `new text` has values that were never seen before; `seen text` is sent again, as the
history of a conversation is. Prints medians; the ratio to the direct call is from the same run.
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import json
import os
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
START_SECONDS = 60
SENTENCE = (
    "Sehr geehrte Frau Dr. Krämer, Herr Jonas Brettschneider wohnt im Lindenweg {n} in 80331"
    " München und schreibt von jonas{n}@example.org; wir bitten um eine kurze Antwort. "
)
SIZES = {"170 B": 1, "1 kB": 6, "8 kB": 48}


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", action="store_true", help="fewer calls")
    calls = 30 if parser.parse_args().short else 200
    with upstream() as target, deckname(target) as front:
        print("  text    direct  seen text     added   new text     added")
        for name, sentences in SIZES.items():
            direct = measure(target, calls, sentences, fresh=False)
            seen = measure(front, calls, sentences, fresh=False)
            new = measure(front, calls, sentences, fresh=True)
            print(
                f"{name:>6} {direct:7.2f}ms {seen:8.2f}ms {seen - direct:+7.2f}ms"
                f" {new:8.2f}ms {new - direct:+7.2f}ms"
            )
        print(f"medians of {calls} calls, one connection, one worker, memory vault")


def measure(port: int, calls: int, sentences: int, *, fresh: bool) -> float:
    """Return the median milliseconds of a chat completion."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    times = []
    for number in range(calls + 3):
        start = number * sentences if fresh else 0
        text = "".join(SENTENCE.format(n=f"{start + i}") for i in range(sentences))
        if fresh:
            text = f"{time.perf_counter_ns()} {text}"
        messages = [{"role": "user", "content": text}]
        body = json.dumps({"model": "m", "messages": messages})
        began = time.perf_counter()
        connection.request(
            "POST", "/v1/chat/completions", body, {"content-type": "application/json"}
        )
        answer = connection.getresponse()
        content = answer.read()
        times.append((time.perf_counter() - began) * 1000)
        if answer.status != http.client.OK or b"choices" not in content:
            sys.exit(f"the call failed with status {answer.status}")
    connection.close()
    return statistics.median(times[3:])


@contextlib.contextmanager
def upstream() -> Iterator[int]:
    """Run the upstream of the tests in a process of its own."""
    code = (
        "import sys, uvicorn; from tests.scripted_upstream import ScriptedUpstream;"
        "uvicorn.run(ScriptedUpstream().app(), port=int(sys.argv[1]), log_level='error')"
    )
    with _process([sys.executable, "-c", code], {}) as port:
        yield port


@contextlib.contextmanager
def deckname(upstream_port: int) -> Iterator[int]:
    """Run the service in a process of its own."""
    settings = {
        "DECKNAME_UPSTREAM_URL": f"http://127.0.0.1:{upstream_port}/v1",
        "DECKNAME_LOG_LEVEL": "error",
    }
    with _process([sys.executable, "-m", "service", "serve", "--port"], settings) as port:
        yield port


@contextlib.contextmanager
def _process(command: list[str], settings: dict[str, str]) -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environment = {**os.environ, **settings, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen([*command, str(port)], cwd=ROOT, env=environment)
    try:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and process.poll() is None:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            time.sleep(0.1)
        yield port
    finally:
        process.terminate()
        process.wait(30)


if __name__ == "__main__":
    main()
