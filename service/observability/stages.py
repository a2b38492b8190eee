"""The stages of a request: each is timed once, for its log line, the metrics and the trace."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Literal

from service.observability import metrics, tracing
from service.observability.tracing import Span

# read: the body comes in; analyze: personal data is searched, waiting included; vault: one call of
# the store; upstream: until the provider's headers are here; answer: until its end is restored.
Stage = Literal["read", "analyze", "vault", "upstream", "answer"]
_durations: ContextVar[dict[str, float] | None] = ContextVar("durations", default=None)


def collect() -> dict[str, float]:
    """Return where the stages of this request will note their durations: `vault_ms` and so on."""
    noted: dict[str, float] = {}
    _durations.set(noted)
    return noted


@contextmanager
def stage(name: Stage) -> Iterator[Span]:
    """Time a stage, and yield its span. It may end in another task than it began in."""
    noted = _durations.get()
    span = tracing.begin(name)
    started = time.perf_counter()
    failed = False
    try:
        yield span
    except Exception:  # a caller who hangs up (CancelledError) is no failure
        failed = True
        raise
    finally:
        seconds = time.perf_counter() - started
        span.end(failed=failed)
        metrics.stage_ended(name, seconds, failed=failed)
        if noted is not None:
            key = f"{name}_ms"
            noted[key] = round(noted.get(key, 0) + seconds * 1000, 1)
