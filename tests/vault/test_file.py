"""The store in a file: no command loses a pair, and one that only reads writes nothing."""

from __future__ import annotations

import asyncio
import base64
import json
import sqlite3
import stat
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from service.errors import VaultError
from service.vault.file import FileStore, VaultFileError

ROOT = Path(__file__).parents[2]
WRITER = """
import asyncio, sys
from pathlib import Path
from service.vault.file import FileStore
async def main():
    store = FileStore(Path(sys.argv[1]), longest=True)
    for number in range(100):
        await store.put_if_absent("job", {f"{sys.argv[2]}-{number}": b"v"}, 60)
asyncio.run(main())
"""

KILLED = """
import os, sys
from pathlib import Path
from service.vault.file import FileStore
with FileStore(Path(sys.argv[1]))._writing() as database:
    database.execute("DELETE FROM entries")
    os._exit(9)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "pairs.vault"


async def test_commands_that_write_at_once_lose_nothing(path: Path) -> None:
    commands = [
        subprocess.Popen([sys.executable, "-c", WRITER, path, name], cwd=ROOT)  # noqa: S603
        for name in "abc"
    ]
    assert [one.wait() for one in commands] == [0, 0, 0]
    assert await FileStore(path, read_only=True).size("job") == 300


async def test_who_only_reads_changes_no_byte_and_makes_no_file(path: Path) -> None:
    store = FileStore(path)
    await store.put("job", {"a": b"1"}, 60)
    await store.close()
    before = path.read_bytes()

    reader = FileStore(path, read_only=True)
    await reader.touch("job", 6000)
    with pytest.raises(VaultError):
        await reader.put("job", {"a": b"2"}, 60)
    assert await reader.all("job") == {"a": b"1"}
    await reader.close()

    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_file_that_is_not_there_is_not_made_to_be_read(path: Path) -> None:
    with pytest.raises(VaultFileError, match="There is no vault file"):
        FileStore(path, read_only=True)
    assert not path.exists()


@pytest.mark.parametrize("content", [b"some text", b"{", b'{"jobs": 1}'])
@pytest.mark.parametrize("read_only", [False, True])
def test_a_file_that_is_not_ours_stays_as_it_is(
    path: Path, content: bytes, read_only: bool
) -> None:
    path.write_bytes(content)
    with pytest.raises(VaultFileError):
        FileStore(path, read_only=read_only)
    assert path.read_bytes() == content
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_database_of_somebody_else_is_refused(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA application_id = 7")
    with pytest.raises(VaultFileError):
        FileStore(path)


async def test_only_its_owner_may_read_the_file(path: Path) -> None:
    store = FileStore(path)
    await store.put("job", {"a": b"1"}, 60)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize(("longest", "left"), [(False, 60), (True, 6000)])
async def test_a_life_is_cut_short_only_where_that_is_allowed(
    path: Path, longest: bool, left: int
) -> None:
    store = FileStore(path, longest=longest, clock=lambda: 1000.0)
    await store.put("job", {"a": b"1"}, 6000)
    await store.put("job", {"b": b"2"}, 60)
    assert await store.ttl("job") == left


async def test_what_was_deleted_or_has_expired_leaves_no_byte(path: Path) -> None:
    now = [1000.0]
    store = FileStore(path, clock=lambda: now[0])
    await store.put("job", {"a": b"first-secret"}, 60)
    await store.put("other", {"a": b"second-secret"}, 600)
    now[0] += 100
    await store.delete("other")
    await store.close()
    assert b"-secret" not in path.read_bytes()


@pytest.mark.parametrize("read_only", [False, True])
async def test_a_file_of_earlier_versions_is_read_and_kept_on(path: Path, read_only: bool) -> None:
    fields = {"a": base64.b64encode(b"1").decode()}
    jobs = {"job": {"expires_at": time.time() + 60, "fields": fields}}
    path.write_text(json.dumps({"jobs": jobs}))
    before = path.read_bytes()

    store = FileStore(path, read_only=read_only)
    assert await store.all("job") == {"a": b"1"}
    await store.close()

    assert (path.read_bytes() == before) is read_only
    assert await FileStore(path).all("job") == {"a": b"1"}


async def test_a_command_that_is_killed_leaves_the_file_whole(path: Path) -> None:
    store = FileStore(path)
    await store.put("job", {"a": b"1"}, 60)
    command = [sys.executable, "-c", KILLED, str(path)]
    done = await asyncio.create_subprocess_exec(*command, cwd=ROOT)
    assert await done.wait() == 9
    assert await FileStore(path).all("job") == {"a": b"1"}
