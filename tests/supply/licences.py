"""The licences of all packages that the service needs at run time, from their own metadata.

python -m tests.supply.licences     # writes docs/licences.md
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "licences.md"
# Whoever distributes the image may do so under these, with their texts and notices beside it.
ALLOWED = frozenset(
    {"MIT", "MIT-0", "Apache-2.0", "BSD", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "ISC", "Zlib"}
    | {"PSF-2.0", "CNRI-Python", "CC0-1.0", "MPL-2.0"}
)
# Copyleft for the library itself: used as it comes, never changed or copied into ours.
ALLOWED_FOR = {"python-stdnum": "LGPL-2.1-or-later"}
# What packages write that do not know SPDX.
SPELLINGS = {
    "Apache 2.0": "Apache-2.0",
    "MIT License": "MIT",
    "3-Clause BSD License": "BSD-3-Clause",
    "ISC License": "ISC",
    "LGPL": "LGPL-2.1-or-later",
    "MIT License (classifier)": "MIT",
    "BSD License (classifier)": "BSD",
    "Apache Software License (classifier)": "Apache-2.0",
}
HEAD = """# Licences

Deckname itself is under Apache-2.0. At run time it needs these packages, among them those for
traces (extra `otel`). None is changed, and none is copied. `python -m tests.supply.licences`
writes this page from what the packages say of themselves; a test compares it with what is
installed, and refuses a licence that is not on its list. `BSD` stands where a package does not say
which. `python-stdnum` is under the LGPL: it is installed as it comes, and may be replaced by
another version.

The word lists in `recognizers/data/` are Deckname's own, under Apache-2.0, but for marks and codes
that authorities publish; the head of each list says what it comes from.

| package | licence |
|---|---|
"""


def needed() -> dict[str, Distribution]:
    """Return all packages that are installed for the service, by name: those it asks for, theirs,
    and so on."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    found: dict[tuple[str, str], Distribution] = {}
    waiting = [*project["dependencies"], *project["optional-dependencies"]["otel"]]
    while waiting:
        for name, extra in _wanted(Requirement(waiting.pop())):
            if (name, extra) not in found:
                found[name, extra] = distribution(name)
                waiting += _below(found[name, extra], extra)
    return {name: found[name, extra] for name, extra in sorted(found)}


def _wanted(asked: Requirement) -> Iterator[tuple[str, str]]:
    """Yield the name with each extra, and without one."""
    for extra in ("", *asked.extras):
        yield canonicalize_name(asked.name), extra


def _below(package: Distribution, extra: str) -> list[str]:
    """Return what a package asks for, in this environment and with this extra."""
    asked = [Requirement(one) for one in package.requires or ()]
    kept = [one for one in asked if one.marker is None or one.marker.evaluate({"extra": extra})]
    for one in kept:
        one.marker = None
    return [str(one) for one in kept]


def licence_of(package: Distribution) -> str:
    """Return what a package says of its licence, as SPDX writes it; "" when it says nothing."""
    told = package.metadata.get("License-Expression") or package.metadata.get("License") or ""
    if not told:
        classifiers = package.metadata.get_all("Classifier") or ()
        named = [one.rpartition(" :: ")[2] for one in classifiers if one.startswith("License ::")]
        told = " OR ".join(SPELLINGS.get(f"{one} (classifier)", one) for one in named)
    return SPELLINGS.get(told, told)


def is_allowed(name: str, licence: str) -> bool:
    """Return whether a package may be shipped under an SPDX expression without brackets."""
    allowed = ALLOWED | {ALLOWED_FOR.get(name, "MIT")}
    return all(
        any(one.strip() in allowed for one in part.split(" OR ")) for part in licence.split(" AND ")
    )


def write(rows: Iterable[tuple[str, str]]) -> str:
    """Return the page."""
    return HEAD + "".join(f"| `{name}` | {licence} |\n" for name, licence in rows)


if __name__ == "__main__":
    PAGE.write_text(write((name, licence_of(one)) for name, one in needed().items()), "utf-8")
