"""Metrics: counts and durations for Prometheus, with labels from closed lists only; never text.

The only file that imports `prometheus_client`. With several workers, each writes into files of a
folder that they share, and any of them answers for all: the library takes that folder from the
environment when it is first imported (`settings.share_metrics`).
"""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    generate_latest,
    multiprocess,
    start_http_server,
)

from service.observability.fields import Value, counted_by

CONTENT_TYPE = CONTENT_TYPE_LATEST
OTHER = "other"
METHODS = frozenset({"GET", "POST", "DELETE", "PUT", "PATCH", "HEAD", "OPTIONS"})
OUTCOMES = counted_by("placeholders")
STATUSES = range(100, 600)
REQUEST_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120)
STAGE_SECONDS = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60)

_REGISTRY = CollectorRegistry()
_own: dict[str, Any] = {"namespace": "deckname", "registry": _REGISTRY}

_requests = Counter("requests", "Requests that were answered.", counted_by("requests"), **_own)
_request_seconds = Histogram(
    "request_seconds",
    "From a request to its last byte.",
    ["route"],
    buckets=REQUEST_SECONDS,
    **_own,
)
_in_progress = Gauge(
    "requests_in_progress", "Requests being answered.", multiprocess_mode="livesum", **_own
)
_stage_seconds = Histogram(
    "stage_seconds", "How long a stage of a request took.", ["stage"], buckets=STAGE_SECONDS, **_own
)
_stage_failures = Counter("stage_failures", "Stages that ended with an error.", ["stage"], **_own)
_errors = Counter("errors", "Failures that a caller was told of, by code.", ["code"], **_own)
_upstream = Counter("upstream_answers", "Answers of the provider, by class.", ["status"], **_own)
_characters = Counter("characters", "Characters that were searched.", **_own)
_entities = Counter("entities", "Places where personal data was found.", ["entity"], **_own)
_cache = Counter("cache_lookups", "Pieces of text looked up in the cache.", ["result"], **_own)
_placeholders = Counter(
    "placeholders", "Placeholders of proxied requests, by what the model did.", ["outcome"], **_own
)
_guesses = Counter(
    "unknown_placeholders", "Placeholders of no job that were to be restored.", **_own
)
_analyzing = Gauge(
    "analyses_waiting",
    "Requests that wait for the analyzer, or are in it.",
    multiprocess_mode="livesum",
    **_own,
)
_background = Gauge(
    "background_waiting", "Texts waiting in the background.", multiprocess_mode="livesum", **_own
)
_build = Gauge("build_info", "Always 1.", ["version", "python"], multiprocess_mode="max", **_own)
ProcessCollector(namespace="deckname", registry=_REGISTRY)

_known_entities: set[str] = set()


def describe(version: str, entities: Iterable[str]) -> None:
    """Set what runs, and which entities get a label of their own.

    A request may bring entities with names of its caller's choice: those are counted as `other`.
    """
    _build.labels(version, platform.python_version()).set(1)
    _known_entities.update(entities)


def request_began() -> None:
    """Count a request that is being answered."""
    _in_progress.inc()


def request_ended(
    route: str, method: str, status: int, seconds: float, noted: Mapping[str, Value]
) -> None:
    """Count an answered request; `noted` is what its log line tells, of which counts are taken.

    `route` is the template of a path (`/v1/jobs/{job_id}`), never the path itself.
    """
    _in_progress.dec()
    code = str(noted.get("code") or "")
    shown = str(status) if status in STATUSES else "0"
    known = method if method in METHODS else OTHER
    _requests.labels(route=route, method=known, status=shown, code=code).inc()
    _request_seconds.labels(route).observe(seconds)
    if code:
        _errors.labels(code).inc()
    for outcome in OUTCOMES:
        count = noted.get(outcome)
        if isinstance(count, int) and count > 0:
            _placeholders.labels(outcome).inc(count)


def background_ended(code: str) -> None:
    """Count the failure of a text in the background, if it has a `code`."""
    if code:
        _errors.labels(code).inc()


def background(change: int) -> None:
    """Change how many texts wait in the background."""
    _background.inc(change)


def stage_ended(stage: str, seconds: float, *, failed: bool) -> None:
    """Count a stage of a request."""
    _stage_seconds.labels(stage).observe(seconds)
    if failed:
        _stage_failures.labels(stage).inc()


def guessed(count: int) -> None:
    """Count placeholders of no known job that somebody wanted restored."""
    _guesses.inc(count)


@contextmanager
def analyzing() -> Iterator[None]:
    """Count a request as waiting for the analyzer."""
    with _analyzing.track_inprogress():
        yield


def looked_up(hits: int, misses: int) -> None:
    """Count pieces of text that the cache knew, and those that it did not."""
    _cache.labels("hit").inc(hits)
    _cache.labels("miss").inc(misses)


def searched(characters: int, entities: Iterable[str]) -> None:
    """Count a text and what was found in it."""
    _characters.inc(characters)
    for entity in entities:
        _entities.labels(entity if entity in _known_entities else OTHER).inc()


def upstream_answered(status: int | None) -> None:
    """Count an answer of the provider by the class of its status; None: there was none."""
    _upstream.labels(f"{status // 100}xx" if status in STATUSES and status else "none").inc()


def write(folder: Path | None) -> bytes:
    """Return all metrics as Prometheus reads them; with a `folder`, those of all its workers."""
    return generate_latest(_registry(folder))


def serve(port: int, folder: Path | None) -> None:
    """Answer on a port of its own, on all addresses, from a thread. Raises OSError."""
    registry = _registry(folder) if folder is None else _Fresh(folder)
    start_http_server(port, registry=registry)


def worker_ended(folder: Path | None) -> None:
    """Remove this worker's gauges from the sum."""
    if folder is not None:
        _forget(folder, os.getpid())


def _registry(folder: Path | None) -> CollectorRegistry:
    if folder is None:
        return _REGISTRY
    for pid in {int(path.stem.rpartition("_")[2]) for path in folder.glob("gauge_live*.db")}:
        if not _lives(pid):  # it was killed, and could not say goodbye
            _forget(folder, pid)
    registry = CollectorRegistry()
    multiprocess.MultiProcessCollector(registry, str(folder))  # type: ignore[no-untyped-call]
    return registry


class _Fresh(CollectorRegistry):
    """Reads the folder anew at each scrape."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    def collect(self) -> Iterator[Any]:
        """Yield the metrics of all workers."""
        yield from _registry(self._folder).collect()


def _forget(folder: Path, pid: int) -> None:
    multiprocess.mark_process_dead(pid, str(folder))  # type: ignore[no-untyped-call]


def _lives(pid: int) -> bool:
    with suppress(PermissionError):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
    return True
