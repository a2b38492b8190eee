"""Known weaknesses of the locked packages, as PyPI tells them of each version.

    python -m tests.supply.audit        # or: make audit

Ends with 0 when all were asked about and none is known, with 1 when some are known, and with 2
as soon as one cannot be asked about: then nothing is known, and nothing is claimed.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

LOCK = Path(__file__).parents[2] / "requirements.lock"
PYPI = "https://pypi.org/pypi"
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)
WEAK, UNKNOWN = 1, 2
SECONDS = 20


class UnknownError(Exception):
    """A version cannot be asked about."""


@dataclass(frozen=True)
class Weakness:
    """One that is known of a version."""

    package: str
    version: str
    name: str
    fixed_in: tuple[str, ...]


def locked(text: str) -> list[tuple[str, str]]:
    """Return name and version of each line of a lock file."""
    return PINNED.findall(text)


def ask(client: httpx.Client, package: str, version: str) -> list[Weakness]:
    """Return what PyPI knows against a version. Raises UnknownError when it does not answer."""
    try:
        answer = client.get(f"/{package}/{version}/json").raise_for_status()
        told: list[dict[str, Any]] = answer.json()["vulnerabilities"]
    except (httpx.HTTPError, ValueError, KeyError) as error:
        raise UnknownError(f"{package} {version}: {error}") from None
    return [
        Weakness(package, version, one["id"], tuple(one.get("fixed_in") or ()))
        for one in told
        if not one.get("withdrawn")
    ]


def run(lock: str, address: str = PYPI) -> int:
    """Ask about each line of a lock file, print what is known, return the exit code."""
    versions, weak = locked(lock), 0
    if not versions:
        print("audit: the lock file holds no package")
        return UNKNOWN
    with httpx.Client(base_url=address, timeout=SECONDS, follow_redirects=True) as client:
        for number, (package, version) in enumerate(versions):
            try:
                found = ask(client, package, version)
            except UnknownError as error:
                print(f"audit: NOT DONE. {number} of {len(versions)} packages were asked about.")
                print(f"audit: PyPI's database cannot be asked: {error}")
                return UNKNOWN
            for one in found:
                print(f"{one.package} {one.version}: {one.name}, fixed in {one.fixed_in or 'none'}")
            weak += bool(found)
    print(f"audit: {len(versions)} packages, {weak} with known weaknesses")
    return WEAK if weak else 0


if __name__ == "__main__":
    sys.exit(run(LOCK.read_text("utf-8")))
