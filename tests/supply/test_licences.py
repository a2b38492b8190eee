"""What the service needs is under licences that allow it, and the page about it is true."""

from __future__ import annotations

import re
from importlib.metadata import Distribution
from pathlib import Path

import pytest

from tests.supply.audit import locked
from tests.supply.licences import PAGE, ROOT, is_allowed, licence_of, needed, write

ROW = re.compile(r"^\| `([a-z0-9-]+)` \| (.+) \|$", re.MULTILINE)


@pytest.fixture(scope="module")
def installed() -> dict[str, str]:
    return {name: licence_of(one) for name, one in needed().items()}


def told() -> dict[str, str]:
    return dict(ROW.findall(PAGE.read_text("utf-8")))


def test_each_licence_is_on_the_list(installed: dict[str, str]) -> None:
    assert {name: one for name, one in installed.items() if not is_allowed(name, one)} == {}
    assert len(installed) > 60


def test_the_page_tells_what_is_installed(installed: dict[str, str]) -> None:
    assert {name: told().get(name) for name in installed} == installed
    assert PAGE.read_text("utf-8") == write(told().items())


def test_what_the_page_tells_beyond_that_is_locked_for_other_pythons(
    installed: dict[str, str],
) -> None:
    lock = {name for name, _ in locked((ROOT / "requirements.lock").read_text("utf-8"))}
    assert set(told()) - set(installed) <= lock
    assert set(installed) - lock == set()


@pytest.mark.parametrize(
    ("name", "licence", "may"),
    [
        ("x", "MIT", True),
        ("x", "Apache-2.0 AND MIT", True),
        ("x", "GPL-3.0-only OR MIT", True),
        ("x", "GPL-3.0-only", False),
        ("x", "MIT AND GPL-3.0-only", False),
        ("x", "LGPL-2.1-or-later", False),
        ("python-stdnum", "LGPL-2.1-or-later", True),
        ("x", "", False),
        ("x", "Proprietary", False),
    ],
)
def test_a_licence_is_allowed_as_a_whole_or_not(name: str, licence: str, may: bool) -> None:
    assert is_allowed(name, licence) is may


def test_a_package_that_says_nothing_has_no_licence(tmp_path: Path) -> None:
    (tmp_path / "METADATA").write_text("Metadata-Version: 2.1\nName: x\nVersion: 1\n")
    assert licence_of(Distribution.at(tmp_path)) == ""
