"""The layer of each test: what it needs decides when it is run. CONTRIBUTING.md tells the commands.

- unit: the code alone; no server, no Redis, no other process.
- service: servers in the process of the tests, and one plain Redis.
- process: the service as a process of its own, groups of Redis servers, the wheel, faults.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

UNIT, SERVICE, PROCESS = LAYERS = ("unit", "service", "process")
FOLDER = Path(__file__).parent

# Folder or file below `tests` -> layer; the longest that fits counts.
PLACES = {
    "": UNIT,
    "commands": SERVICE,
    "conformance": SERVICE,
    "conformance/test_llama.py": PROCESS,
    "conformance/test_packaging.py": PROCESS,
    "deploy": SERVICE,
    "dialects": SERVICE,
    "faults": PROCESS,
    "hardening": PROCESS,
    "leaks/test_leaks.py": PROCESS,
    "leaks/test_records.py": SERVICE,
    "observability/test_metrics.py": SERVICE,
    "observability/test_tracing.py": SERVICE,
    "routes": SERVICE,
    "server": PROCESS,
    "supply/test_audit.py": SERVICE,
    "test_start.py": PROCESS,
    "upstream": SERVICE,
    "vault": SERVICE,
    "vault/test_cluster.py": PROCESS,
    "vault/test_processes.py": PROCESS,
    "vault/test_redis_tls.py": PROCESS,
    "vault/test_sentinel.py": PROCESS,
}

# Tests that share something slow to start: they run one after the other, in one worker.
SCENES = (
    "conformance/test_llama.py",
    "conformance/test_packaging.py",
    "faults",
    "hardening",
    "leaks/test_leaks.py",
    "vault/test_cluster.py",
    "vault/test_sentinel.py",
)


def layer_of(path: Path) -> str:
    """Return the layer of a test file."""
    return PLACES[max(_places_of(path, PLACES), key=len)]


def scene_of(path: Path) -> str | None:
    """Return the scene that a test file is part of, if any."""
    return next(_places_of(path, SCENES), None)


def _places_of(path: Path, places: Iterable[str]) -> Iterator[str]:
    below = PurePosixPath(path.relative_to(FOLDER).as_posix())
    above = {str(one).removesuffix(".") for one in below.parents} | {str(below)}
    return (one for one in places if one in above)
